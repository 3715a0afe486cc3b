/* Lists that pages of several groups read whole. */
import { api, type Outcome, type Schemas, whole } from "./api";
import { type Reading, useRead } from "./reading";

export type Session = Schemas["SessionView"];
export type Point = Schemas["BridgePointView"];

/* The line first, then Meet, each in its order. */
export async function sessionsOf(conference: string, signal?: AbortSignal): Promise<Outcome<Session[]>> {
  const outcome = await whole((query, inTime) => api.GET("/api/v1/sessions", { signal: inTime, params: { query: { ...query, conference_id: conference } } }), signal);
  if (outcome.kind !== "ok") return outcome;
  return { ...outcome, value: outcome.value.sort((one, other) => one.form.localeCompare(other.form) || one.ordinal - other.ordinal) };
}

export function useSessions(conference: string, every = 0): Reading<Session[]> {
  return useRead((signal) => sessionsOf(conference, signal), [conference], every);
}

export function pointsOf(conference: string, signal?: AbortSignal): Promise<Outcome<Point[]>> {
  return whole(
    (query, inTime) => api.GET("/api/v1/conferences/{conference_id}/points", { signal: inTime, params: { path: { conference_id: conference }, query } }),
    signal,
  );
}

export function usePoints(conference: string): Reading<Point[]> {
  return useRead((signal) => pointsOf(conference, signal), [conference]);
}
