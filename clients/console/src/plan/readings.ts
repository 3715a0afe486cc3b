/* What several pages of the plan read. */
import { api, ask, type Outcome, type Schemas, whole } from "../api";
import type { Point, Session } from "../lists";
import { type Reading, useRead } from "../reading";

export type Conference = Schemas["ConferenceView"];

export function useConference(id: string): Reading<Conference> {
  return useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/conferences/{conference_id}", { signal: inTime, params: { path: { conference_id: id } } }), signal),
    [id],
  );
}

export function useSession(id: string, every = 0): Reading<Session> {
  return useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/sessions/{session_id}", { signal: inTime, params: { path: { session_id: id } } }), signal),
    [id],
    every,
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
  return whole((query, inTime) => api.GET("/api/v1/conferences/{conference_id}/screens", { signal: inTime, params: { path: { conference_id: conference }, query } }), signal);
}

export function useScreenCounts(conference: string): Reading<Schemas["PointScreens"][]> {
  return useRead((signal) => readScreenCounts(conference, signal), [conference]);
}
