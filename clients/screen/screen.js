/* The bridge point's screen: pairing, then two loops (codes each minute, count each 3 s) and a tick. */
(function () {
  "use strict";

  const timing = self.screenTiming;
  const wire = self.screenWire;
  const backOff = self.backOff;
  const display = self.screenDisplay;
  const at = (id) => document.getElementById(id);

  const REFETCH_MS = 60000;
  const COUNT_MS = 3000;
  const TICK_MS = 200;
  const LONGEST_PAUSE_MS = 13000;
  const REVOKED = "Màn hình này đã bị thu hồi hoặc hết hạn. Mời nhập mã ghép mới.";

  const now = () => ({ perf: performance.now(), date: Date.now() });
  const blank = () => ({
    answered: false, sessionId: null, epoch: null, taking: false, codes: [], anchored: null, door: "", stepMs: 30000
  });

  let held = blank();
  let failures = 0; // of fetching codes, in a row
  let isBusy = false; // the server, at the last fetch
  let codesLoop = null;
  let countLoop = null;
  let ticker = null;
  let countTag = null;
  let counted = null; // the place that the count speaks of
  let countFailures = 0;
  let drops = 0; // grows when the codes held turn out dead; codes asked for before that are dropped too
  let run = 0; // grows with each pairing and each end of one; an older answer is dropped

  /* ---- the picture ---- */

  function tick() {
    const moment = now();
    if (held.anchored && timing.jumped(held.anchored, moment)) {
      held.anchored = null; // stays so until a fetch brings a new anchor
      codesLoop.kick();
    }
    display.render({
      view: timing.view(held, moment, failures > 0),
      door: held.door,
      stepMs: held.stepMs,
      cut: failures > 0,
      busy: isBusy,
      clockOff: held.anchored ? timing.clockOff(held.anchored, moment) : 0
    });
  }

  /* ---- the loops ---- */

  function takeCodes(answer) {
    const body = answer.body;
    const anchored = timing.anchor(timing.instant(body.server_time), answer.sent, answer.received);
    held = Object.assign(timing.place(body, body.session ? body.session.id : null), {
      answered: true,
      codes: timing.shifts(body),
      anchored: anchored,
      door: body.door || "",
      stepMs: body.step_seconds * 1000
    });
    display.showPlace(body);
    return anchored !== null;
  }

  async function fetchCodes() {
    const mine = run;
    const asked = drops;
    const answer = await wire.call("GET", "/screens/codes", null, wire.bearer({}), now);
    if (mine !== run) return REFETCH_MS;
    if (answer.status === 401) {
      stop(REVOKED);
      return REFETCH_MS;
    }
    if (asked !== drops) return 0;
    const took = answer.status === 200 && takeCodes(answer);
    failures = took ? 0 : failures + 1;
    isBusy = answer.cause === "busy";
    tick();
    if (took && countFailures > 0) countLoop.kick(); // the line is back: the count need not wait for its own turn
    if (took) return REFETCH_MS;
    return backOff.waitMs(answer, failures, LONGEST_PAUSE_MS);
  }

  async function fetchCount() {
    const mine = run;
    const headers = wire.bearer(countTag ? { "If-None-Match": countTag } : {});
    const answer = await wire.call("GET", "/screens/live", null, headers, now);
    if (mine !== run) return COUNT_MS;
    if (answer.status === 401) {
      stop(REVOKED);
      return COUNT_MS;
    }
    const came = answer.status === 200 || answer.status === 304;
    countFailures = came ? 0 : countFailures + 1;
    display.markCounts(countFailures < 3);
    if (answer.status === 200) {
      countTag = answer.etag;
      counted = timing.place(answer.body, answer.body.session_id);
      display.showCounts(counted.sessionId ? answer.body : null);
    }
    if (came && held.answered && !timing.sameCodes(held, counted)) dropCodes();
    return came ? COUNT_MS : Math.max(COUNT_MS, backOff.waitMs(answer, countFailures, LONGEST_PAUSE_MS));
  }

  /* The class or its window was opened or closed, or the codes rotated: what is held is dead, and the minute is not waited out. */
  function dropCodes() {
    drops += 1;
    Object.assign(held, counted, { codes: [] });
    tick();
    if (failures === 0) codesLoop.kick();
  }

  function begin() {
    run += 1;
    held = blank();
    failures = countFailures = 0;
    countTag = counted = null;
    display.showCounts(null);
    display.showDisplay();
    codesLoop = wire.repeat(fetchCodes);
    countLoop = wire.repeat(fetchCount);
    ticker = setInterval(tick, TICK_MS);
    tick();
    stayAwake();
  }

  function stop(sentence) {
    run += 1;
    codesLoop.stop();
    countLoop.stop();
    clearInterval(ticker);
    wire.keepToken(null);
    held = blank();
    tick();
    display.showPairing(sentence);
  }

  /* ---- the PC ---- */

  async function stayAwake() {
    if (!navigator.wakeLock || document.visibilityState !== "visible") return;
    try {
      await navigator.wakeLock.request("screen");
    } catch (error) {
      document.body.setAttribute("data-awake", "refused"); // battery saver; the hall PC's own settings decide
    }
  }

  function fullScreen() {
    const root = document.documentElement;
    const request = root.requestFullscreen || root.webkitRequestFullscreen;
    if (document.fullscreenElement || document.webkitFullscreenElement) {
      (document.exitFullscreen || document.webkitExitFullscreen).call(document);
    } else if (request) {
      request.call(root);
    }
  }

  function comeBack() {
    if (at("display").hidden || document.visibilityState !== "visible") return;
    tick();
    if (failures > 0 && !isBusy) codesLoop.kick();
    stayAwake();
  }

  /* ---- pairing ---- */

  async function pair() {
    const code = at("pairing-code").value.replace(/[\s-]/g, "").toUpperCase();
    const notice = at("pairing-notice");
    const button = at("pairing-submit");
    if (button.disabled) return;
    if (!/^[0-9A-Z]{8}$/.test(code)) {
      notice.textContent = "Mã ghép có 8 chữ và số, ví dụ 7K3M-9QXA.";
      at("pairing-code").focus();
      return;
    }
    button.disabled = true;
    notice.textContent = "";
    const answer = await wire.call("POST", "/screens/pair", { pairing_code: code }, {}, now);
    button.disabled = false;
    if (answer.status === 200) {
      wire.keepToken(answer.body.token);
      at("pairing-code").value = "";
      begin();
      return;
    }
    if (answer.status === 429) {
      notice.textContent = "Đã thử sai quá nhiều lần. Chờ " + Math.max(1, Math.ceil(answer.retryAfter / 60)) + " phút rồi thử lại.";
    } else if (answer.status === 422) {
      notice.textContent = "Mã ghép không đúng, đã dùng hoặc đã quá 10 phút. Xin Ban Tuyên giáo mã mới.";
    } else {
      notice.textContent = answer.status ? "Máy chủ đang bận hoặc trục trặc. Mời thử lại." : "Không tới được máy chủ. Xem lại đường mạng rồi thử lại.";
    }
    at("pairing-code").focus();
  }

  at("pairing-form").addEventListener("submit", (event) => {
    event.preventDefault();
    pair();
  });
  at("full-screen").addEventListener("click", fullScreen);
  at("unpair").addEventListener("click", () => {
    if (window.confirm("Bỏ ghép màn hình này? Muốn hiện mã lại phải có mã ghép mới.")) stop("");
  });
  window.addEventListener("resize", () => {
    if (!at("display").hidden) tick();
  });
  window.addEventListener("online", comeBack);
  document.addEventListener("visibilitychange", comeBack);

  if (wire.token()) begin();
  else display.showPairing("");
})();
