/*
 * When a code may be shown; pure, no DOM, no clock of its own. All times are milliseconds.
 * "perf" is performance.now, "date" is Date.now, "server" is the server's clock.
 */
(function () {
  "use strict";

  const JUMP_MS = 5000; // Date and performance.now part by more: the PC slept or its clock was set
  const CLOCK_OFF_MS = 30000;
  const MOST_TRAVEL_MS = 2000; // never credit the network with more than the delay before a code changes

  /* Parses an RFC 3339 instant that may carry microseconds. */
  function instant(text) {
    return Date.parse(String(text).replace(/(\.\d{3})\d+/, "$1"));
  }

  /*
   * Ties server time to performance.now: `sent` and `received` are {perf, date} around one fetch.
   * Half the round trip is added, at most 2 s, so that a slow line can only make the screen late.
   * → {server, perf, date}, or null when the PC slept or its clock was set during the fetch.
   */
  function anchor(serverTime, sent, received) {
    const trip = received.perf - sent.perf;
    if (isNaN(serverTime) || trip < 0) return null;
    if (Math.abs(received.date - sent.date - trip) > JUMP_MS) return null;
    return { server: serverTime + Math.min(trip / 2, MOST_TRAVEL_MS), perf: received.perf, date: received.date };
  }

  function serverNow(anchored, now) {
    return anchored.server + (now.perf - anchored.perf);
  }

  function jumped(anchored, now) {
    return Math.abs((now.date - anchored.date) - (now.perf - anchored.perf)) > JUMP_MS;
  }

  /* Milliseconds this PC's clock is ahead of the server's, or 0 while within 30 s. */
  function clockOff(anchored, now) {
    const ahead = now.date - serverNow(anchored, now);
    return Math.abs(ahead) > CLOCK_OFF_MS ? ahead : 0;
  }

  /* From the server's answer: [{step, digits, qr, from, until}], shown while from ≤ server time < until. */
  function shifts(answer) {
    const delay = answer.change_delay_seconds * 1000;
    const length = answer.step_seconds * 1000;
    return answer.codes.map((code) => {
      const from = instant(code.starts_at) + delay;
      return { step: code.step, digits: code.digits, qr: code.qr, from: from, until: from + length };
    });
  }

  /* What codes belong to: the class, the rotation, and whether attendance is being taken at all. */
  function place(answer, sessionId) {
    return { sessionId: sessionId, epoch: answer.epoch, taking: answer.window_kind !== null };
  }

  function sameCodes(one, other) {
    return one.sessionId === other.sessionId && one.epoch === other.epoch && one.taking === other.taking;
  }

  function current(codes, server) {
    return codes.find((code) => code.from <= server && server < code.until) || null;
  }

  /*
   * What the screen shows. `held` = {answered: bool, sessionId: string | null, taking: bool, codes: shifts, anchored};
   * `cut` tells that the last fetch failed.
   * → {state, code, left (ms until it changes), remaining (ms of codes still held)}; state is one of
   * starting, cut, resync, closed, paused, code, waiting (between codes), exhausted.
   */
  function view(held, now, cut) {
    const nothing = (state) => ({ state: state, code: null, left: 0, remaining: 0 });
    if (!held.answered) return nothing(cut ? "cut" : "starting");
    if (!held.anchored || jumped(held.anchored, now)) return nothing("resync");
    if (!held.sessionId) return nothing("closed");
    if (!held.taking) return nothing("paused");
    const server = serverNow(held.anchored, now);
    const code = current(held.codes, server);
    const last = held.codes.length ? held.codes[held.codes.length - 1].until : 0;
    if (code) return { state: "code", code: code, left: code.until - server, remaining: last - server };
    if (held.codes.some((next) => next.from > server)) return nothing("waiting");
    return nothing(cut ? "exhausted" : "waiting");
  }

  self.screenTiming = {
    anchor: anchor,
    clockOff: clockOff,
    current: current,
    instant: instant,
    jumped: jumped,
    place: place,
    sameCodes: sameCodes,
    serverNow: serverNow,
    shifts: shifts,
    view: view
  };
})();
