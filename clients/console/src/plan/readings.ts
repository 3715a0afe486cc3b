/* What several pages of the plan read. */
import { api, ask, askAll, paged, type Outcome, type Schemas } from "../api";
import { type Reading, useRead } from "../reading";

export type Conference = Schemas["ConferenceView"];
export type Session = Schemas["SessionView"];
export type Point = Schemas["BridgePointView"];

export function useConference(id: string): Reading<Conference> {
  return useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/conferences/{conference_id}", { signal: inTime, params: { path: { conference_id: id } } }), signal),
    [id],
  );
}

/* The line first, then Meet, each in its order. */
export function useSessions(conference: string, every = 0): Reading<Session[]> {
  return useRead(
    async (signal) => {
      const outcome = await askAll((cursor) =>
        ask((inTime) => api.GET("/api/v1/sessions", { signal: inTime, params: { query: { ...paged(cursor), conference_id: conference } } }), signal),
      );
      if (outcome.kind !== "ok") return outcome;
      const value = [...outcome.value].sort((one, other) => one.form.localeCompare(other.form) || one.ordinal - other.ordinal);
      return { ...outcome, value };
    },
    [conference],
    every,
  );
}

export function useSession(id: string, every = 0): Reading<Session> {
  return useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/sessions/{session_id}", { signal: inTime, params: { path: { session_id: id } } }), signal),
    [id],
    every,
  );
}

export function usePoints(conference: string): Reading<Point[]> {
  return useRead(
    (signal) =>
      askAll((cursor) =>
        ask(
          (inTime) => api.GET("/api/v1/conferences/{conference_id}/points", { signal: inTime, params: { path: { conference_id: conference }, query: paged(cursor) } }),
          signal,
        ),
      ),
    [conference],
  );
}

export function usePoint(id: string): Reading<Point> {
  return useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/points/{point_id}", { signal: inTime, params: { path: { point_id: id } } }), signal),
    [id],
  );
}

/* How many screens are paired at each point. */
export function readScreenCounts(conference: string, signal: AbortSignal): Promise<Outcome<Schemas["PointScreens"][]>> {
  return askAll((cursor) =>
    ask(
      (inTime) => api.GET("/api/v1/conferences/{conference_id}/screens", { signal: inTime, params: { path: { conference_id: conference }, query: paged(cursor) } }),
      signal,
    ),
  );
}

export function useScreenCounts(conference: string): Reading<Schemas["PointScreens"][]> {
  return useRead((signal) => readScreenCounts(conference, signal), [conference]);
}
