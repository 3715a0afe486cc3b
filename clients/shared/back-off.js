/*
 * When the same is sent again: not before the time that the server named, later each time, never all
 * phones at one moment; and the pauses between, which the line's return or a person may cut short.
 */
(function () {
  "use strict";

  const FIRST_MS = 1000;
  const LONGEST_MS = 30000;
  const LEAST_MS = 500;
  const BUSY_MS = 2000; // the least that our server names when it is busy
  const BUSY_SPREAD_MS = 8000; // where it named none (a proxy's 503)
  const LINE_MS = 1500; // a hall whose network comes back does not answer in one breath
  const PRESS_MS = 2000; // a busy server may be pressed after this, then after twice as long, and so on

  /* `answer` = {cause, retryAfter (seconds, 0 = none named)}; `tries` from 1; the jitter is a full one. */
  function waitMs(answer, tries, longestMs) {
    const spread = Math.min(longestMs || LONGEST_MS, FIRST_MS * Math.pow(2, tries));
    if (answer.retryAfter > 0) return answer.retryAfter * 1000 + Math.random() * spread;
    if (answer.cause === "busy") return BUSY_MS + Math.random() * Math.max(spread, BUSY_SPREAD_MS);
    return LEAST_MS + Math.random() * spread;
  }

  /*
   * Repeats `send` unchanged until an answer that is not "later" (or not `isLater(answer)`);
   * `onWait(answer, ms, tries)` before each pause.
   * → {result: promise of the answer, or null once stopped; press(): a person wants it now;
   * pressableIn(): ms until that is heard; stop()}.
   */
  function persist(send, onWait, isLater) {
    const goesOn = isLater || ((answer) => answer.kind === "later");
    let stopped = false;
    let presses = 0;
    let pause = null; // {answer, since, end()}

    function lineIsBack() {
      if (document.visibilityState !== "visible") return;
      setTimeout(() => {
        if (pause && pause.answer.cause === "network") pause.end();
      }, Math.random() * LINE_MS);
    }

    function pressableIn() {
      if (!pause || pause.answer.cause === "network") return 0;
      return Math.max(0, pause.since + PRESS_MS * Math.pow(2, presses) - performance.now());
    }

    function press() {
      if (!pause || pressableIn() > 0) return;
      presses += 1;
      pause.end();
    }

    function rest(answer, tries) {
      const ms = waitMs(answer, tries);
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        pause = {
          answer: answer,
          since: performance.now(),
          end: function () {
            clearTimeout(timer);
            resolve();
          }
        };
        onWait(answer, ms, tries);
      }).then(() => { pause = null; });
    }

    async function run() {
      for (let tries = 1; !stopped; tries += 1) {
        const answer = await send();
        if (stopped) break;
        if (!goesOn(answer)) {
          release();
          return answer;
        }
        await rest(answer, tries);
      }
      return null;
    }

    function release() {
      window.removeEventListener("online", lineIsBack);
      document.removeEventListener("visibilitychange", lineIsBack);
    }

    window.addEventListener("online", lineIsBack);
    document.addEventListener("visibilitychange", lineIsBack);
    return {
      result: run(),
      press: press,
      pressableIn: pressableIn,
      stop: function () {
        stopped = true;
        release();
        if (pause) pause.end();
      }
    };
  }

  self.backOff = { persist: persist, waitMs: waitMs };
})();
