/* One thing at a time is sent until it is answered; what is said while it waits, and when it is refused. */
(function () {
  "use strict";

  const words = self.checkinWords;
  const backOff = self.backOff;
  const page = self.checkinPage;
  const at = page.at;

  let turn = 0; // grows with every new scan or send; answers to an older turn are dropped
  let underway = null; // what is being sent: {result, press, pressableIn, stop}
  let mayTap = false; // the ticket is not there yet, and the person may go on all the same
  let kept = false; // what is being sent outlives this page
  let saying = null; // what is said while it waits, instead of the usual words
  let offering = null;
  let barredUntil = 0; // typed codes, by performance.now

  const isBusy = () => underway !== null && !mayTap;

  /* Leaves what was being sent. → the turn of what comes now. */
  function begin() {
    turn += 1;
    if (underway) underway.stop();
    underway = saying = null;
    mayTap = kept = false;
    page.clearNotice();
    return turn;
  }

  /* `onWait(answer)` before each pause. → the answer, or null when a newer scan has taken over. */
  async function deliver(mine, send, onWait) {
    page.setState("busy");
    underway = backOff.persist(send, (answer, ms, tries) => {
      if (onWait) onWait(answer);
      if (!mayTap) sayItWaits(answer, ms, tries);
    });
    const answer = await underway.result;
    if (mine !== turn) return null;
    underway = null;
    mayTap = false;
    page.clearNotice();
    page.setState("idle");
    return answer;
  }

  function sayItWaits(answer, ms, tries) {
    const said = saying || words.delay(answer.cause, tries, kept);
    if (tries === 1 || at("notice-title").textContent !== said.title) page.notify("wait", answer.cause, said);
    else at("notice-text").textContent = said.text;
    page.setState("waiting", answer.cause);
    offerNow(underway);
    page.countDown("Gửi lại sau ", ms, () => {
      at("notice-retry").hidden = true;
      page.setState("busy");
    });
  }

  /* A busy server is not to be pressed at once: the button comes a little later each time. */
  function offerNow(mine) {
    clearTimeout(offering);
    const ms = mine.pressableIn();
    at("notice-retry").hidden = ms > 0;
    if (ms > 0) offering = setTimeout(() => { at("notice-retry").hidden = underway !== mine || at("notice-countdown").hidden; }, ms);
  }

  /* `typed` tells a typed code from a scanned one, `whose` is the kind of who. → false when outdated. */
  async function refuse(answer, typed, whose) {
    const mine = turn;
    await page.load("refusals").catch(() => {}); // then the server's own words have to do
    if (mine !== turn) return false;
    page.setState("refused");
    page.notify("bad", answer.problem.code || String(answer.status), self.checkinRefusal
      ? self.checkinRefusal(answer.problem, typed, whose)
      : { title: answer.problem.title || "Chưa điểm danh được", text: answer.problem.detail || "" });
    countBar(answer, typed);
    return true;
  }

  function countBar(answer, typed) {
    if (answer.status !== 429 || !answer.retryAfter) return;
    if (typed) barredUntil = performance.now() + answer.retryAfter * 1000;
    page.countDown("Chờ ", answer.retryAfter * 1000, () => {
      at("notice-text").textContent = "Đồng chí có thể thử lại bây giờ.";
    });
  }

  /* The refusal of a typed code that need not be sent, or null. */
  function bar() {
    const ms = barredUntil - performance.now();
    return ms > 0 ? { status: 429, problem: { code: "too_many_attempts" }, retryAfter: ms / 1000 } : null;
  }

  at("notice-retry").addEventListener("click", () => {
    if (underway) underway.press();
  });

  self.checkinSending = {
    bar: bar,
    begin: begin,
    current: () => turn,
    deliver: deliver,
    isAsking: (mine) => mine === turn && underway !== null,
    isBusy: isBusy,
    isKept: (isIt) => { kept = isIt; },
    isUnderWay: () => underway !== null,
    /* The person may go on though nothing has been answered. → false where that is so already. */
    letTap: function () {
      if (mayTap) return false;
      mayTap = true;
      page.setState("idle");
      return true;
    },
    refuse: refuse,
    say: (said) => { saying = said; }
  };
})();
