/* The steps of a check-in: a code becomes a ticket, the ticket and who becomes a receipt. */
(function () {
  "use strict";

  const words = self.checkinWords;
  const wire = self.checkinWire;
  const page = self.checkinPage;
  const at = page.at;
  const UNITS_AGAIN_MS = 2000;
  const AFTER_THE_ANSWER_MS = 100; // first what the person waits for, then the rest

  let ticket = null; // the server's answer to the last good code
  let scan = null; // a QR that found no network, kept instead of a ticket
  let device = null; // what is known of this phone: {known, initials, asks_last4, helps_left}
  let kind = "named"; // whom the form for a name is for: oneself, or "assisted"
  let back = null; // the step that its "Quay lại" leads to
  let underway = null; // what is being sent: {stop, hurry}
  let mayTap = false; // it waits for the network, and the person may go on all the same
  let turn = 0; // grows with every new scan or send; answers to an older turn are dropped
  let sending = null; // the check-in that has not been answered
  let kept = false; // what is being sent outlives this page
  let saying = null; // what is said while it waits, instead of the usual words
  let barredUntil = 0; // typed codes, by performance.now
  let later = null; // what the first screen does not need (later.js), once it is there
  let units = null; // the unit picker (units.js), which a known phone does not need
  let offered = null; // the ticket whose units it has

  /* ---- sending ---- */

  function isBusy() {
    return underway !== null && !mayTap;
  }

  function begin() {
    turn += 1;
    if (underway) underway.stop();
    underway = null;
    mayTap = kept = false;
    saying = sending = null;
    if (later) later.letGo();
    page.clearNotice();
    return turn;
  }

  /* `onWait(answer)` before each pause. → the answer, or null when a newer scan has taken over. */
  async function deliver(mine, send, onWait) {
    page.setState("busy");
    underway = wire.persist(send, (answer, ms, tries) => {
      if (mayTap) return;
      const said = saying || words.delay(answer.cause, tries, kept);
      if (tries === 1 || at("notice-title").textContent !== said.title) page.notify("wait", answer.cause, said);
      else at("notice-text").textContent = said.text;
      page.setState("waiting");
      at("notice-retry").hidden = answer.cause !== "network";
      page.countDown("Gửi lại sau ", ms, () => page.setState("busy"));
      if (onWait) onWait(answer);
    });
    const answer = await underway.result;
    if (mine !== turn) return null;
    underway = null;
    mayTap = false;
    page.clearNotice();
    page.setState("idle");
    return answer;
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

  /* ---- step 1: a code becomes a ticket ---- */

  async function openTicket(source, typed) {
    const mine = begin();
    if (page.step() === "receipt") forgetPerson();
    ticket = scan = null;
    if (!typed && page.step() !== "opening") page.show("opening");
    const answer = await deliver(mine, () => wire.call("POST", "/check-ins/tickets", source), (waits) => {
      if (!typed && waits.cause === "network") needLater(() => later.scanWaits(mine, source.qr));
    });
    if (!answer) return;
    setTimeout(needLater, AFTER_THE_ANSWER_MS);
    if (answer.kind === "ok") {
      ticket = answer.body;
      at("code").value = "";
      arrive();
      return;
    }
    if (!(await refuse(answer, typed))) return;
    showCodeForm(false);
    if (!typed) {
      at("notice").focus();
      return;
    }
    // A stale code keeps its door: only the six digits have changed.
    if (answer.problem.code === "code_stale") at("code").value = source.door + " ";
    at("code").focus();
    if (answer.problem.code !== "code_stale") at("code").select();
  }

  function showCodeForm(blank) {
    if (blank) at("code").value = "";
    page.fieldError("code", "");
    if (page.step() !== "code") page.show("code");
  }

  function arrive() {
    page.showPlace(ticket);
    knowPhone(ticket.device);
    if (!device.known) page.load("units").catch(() => {}); // while the notice is being read
    if (!ticket.notice) {
      identify();
      return;
    }
    at("privacy-text").textContent = ticket.notice.text;
    page.show("privacy");
  }

  function knowPhone(what) {
    device = what;
    if (later) later.rememberPhone(device);
  }

  function identify() {
    if (!device.known) {
      toName("named", null);
      return;
    }
    confirm();
    if (typeof ticket.late_seconds === "number") {
      page.notify("wait", "late", {
        title: "Mã đã cũ " + words.duration(ticket.late_seconds),
        text: "Vẫn điểm danh được, nhưng phải chờ bí thư xác nhận. Quét mã đang hiện trên màn hình thì không phải chờ."
      });
    }
  }

  function confirm() {
    at("confirm-title").textContent = device.initials ? "Đồng chí là " + device.initials + "?" : "Điện thoại này đã được ghi nhận";
    at("confirm-last4-row").hidden = !device.asks_last4;
    at("confirm-other").textContent = device.asks_last4 ? "Không phải tôi, hoặc không nhớ số" : "Không phải tôi";
    at("confirm-other").hidden = !ticket;
    at("confirm-help").hidden = !helpsLeft();
    at("confirm-last4").value = "";
    page.fieldError("confirm-last4", "");
    page.show("confirm");
  }

  const helpsLeft = () => (ticket && device.helps_left) || 0;

  async function toName(whose, from) {
    const mine = turn;
    await page.load("units").catch(() => {});
    if (mine !== turn) return;
    if (!self.checkinUnits) { // the network went just now
      page.notify("wait", "network", words.delay("network", 1, false));
      setTimeout(toName, UNITS_AGAIN_MS, whose, from);
      return;
    }
    if (!units) units = self.checkinUnits.create(searchUnits, unitChosen);
    if (offered !== ticket) units.offer(ticket.units);
    offered = ticket;
    if (whose !== kind) forgetPerson();
    kind = whose;
    back = from;
    at("name-back").hidden = !back;
    page.showName(kind === "assisted" ? helpsLeft() : null);
  }

  /* ---- step 2: ticket and who become a receipt ---- */

  /* From now on the check-in outlives this page, where the phone can store it. */
  function keep(item) {
    sending = item;
    if (!later) return;
    later.put(item).then((isKept) => {
      if (sending === item) kept = isKept;
      else if (!sending) later.remove(item.id); // answered meanwhile
    });
  }

  async function checkIn(who) {
    if (isBusy()) return;
    const mine = begin();
    const id = wire.newId();
    const item = ticket ? { id: id, ticket: ticket.ticket, who: who } : { id: id, qr: scan, who: who };
    if (ticket && ticket.notice) item.notice_version = ticket.notice.version;
    history.replaceState({ checkInId: id }, "", location.pathname);
    keep(item);
    const send = ticket ? () => wire.call("POST", "/check-ins", item) : () => later.postOne(item);
    const answer = await deliver(mine, send);
    if (!answer) return;
    sending = null;
    if (later) later.remove(id);
    if (answer.kind === "ok") {
      if (ticket) ticket.notice = null;
      if (later && answer.body.evidence === "first" && !answer.body.already_recorded) later.nowBound(answer.body.name);
      if (who.kind === "assisted") {
        device.helps_left -= 1;
        forgetPerson();
      }
      const isOwner = who.kind === "device" && !device.asks_last4;
      page.showReceipt(answer.body, ticket !== null && who.kind !== "assisted", answer.body.is_rehearsal ? 0 : helpsLeft(), isOwner);
      return;
    }
    const code = answer.problem.code || "";
    if (/^(code_|session_|ticket_|check_in_id_)/.test(code)) showCodeForm(true);
    if (code === "phone_unknown") { // struck off since the scan
      knowPhone({ known: false, helps_left: 0 });
      if (ticket) await toName("named", null);
      else showCodeForm(true);
    }
    if (await refuse(answer, false, who.kind)) at("notice").focus();
  }

  /* ---- the forms ---- */

  function readName() {
    const unit = units.chosen();
    const name = at("name").value.trim().replace(/\s+/g, " ");
    const last4 = at("last4").value.trim();
    const faulty = page.summarise([
      ["unit", unit ? "" : "Chọn chi bộ, đơn vị của đồng chí."],
      ["name", name.length >= 2 ? "" : "Ghi họ và tên của đồng chí."],
      ["last4", words.last4Error(last4, false)]
    ]);
    if (faulty) return null;
    return { kind: kind, unit_id: unit.id, name: name, last4: last4 || null };
  }

  function forgetPerson() {
    at("name").value = "";
    at("last4").value = "";
    if (units) units.clear();
  }

  function unitChosen() {
    page.fieldError("unit", "");
    at("name").focus();
  }

  async function searchUnits(query) {
    if (!ticket) return null;
    const answer = await wire.call("GET", "/check-ins/units?limit=20&q=" + encodeURIComponent(query), null, {
      "X-Ticket": ticket.ticket
    });
    return answer.kind === "ok" ? answer.body.items : null;
  }

  at("code-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (isBusy()) return;
    const code = words.readCode(at("code").value);
    page.fieldError("code", code.error || "");
    if (code.error) {
      at("code").focus();
      return;
    }
    if (performance.now() < barredUntil) {
      const barred = { status: 429, problem: { code: "too_many_attempts" }, retryAfter: (barredUntil - performance.now()) / 1000 };
      refuse(barred, true).then(() => at("notice").focus());
      return;
    }
    openTicket(code, true);
  });

  at("confirm-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const asks = device.asks_last4;
    const last4 = at("confirm-last4").value.trim();
    page.fieldError("confirm-last4", asks ? words.last4Error(last4, true) : "");
    if (asks && words.last4Error(last4, true)) {
      at("confirm-last4").focus();
      return;
    }
    checkIn(asks ? { kind: "device", last4: last4 } : { kind: "device" });
  });

  at("name-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (isBusy()) return;
    const who = readName();
    if (who) checkIn(who);
  });

  function onTap(id, act) {
    at(id).addEventListener("click", () => {
      if (isBusy()) return;
      page.clearNotice();
      act();
    });
  }

  onTap("privacy-read", identify);
  onTap("confirm-other", () => needLater(() => later.notMe()));
  onTap("confirm-help", () => toName("assisted", "confirm"));
  onTap("name-back", () => page.show(back));
  onTap("code-slip", () => needLater(() => later.typeSlip()));
  onTap("receipt-help", () => toName("assisted", "receipt"));
  onTap("receipt-correct", () => toName("named", "receipt"));

  at("receipt-again").addEventListener("click", () => {
    begin();
    ticket = scan = null;
    forgetPerson();
    history.replaceState(null, "", location.pathname);
    page.setState("idle");
    showCodeForm(true);
    at("code").focus();
  });

  at("notice-retry").addEventListener("click", () => {
    if (underway) underway.hurry();
  });

  /* ---- what comes after the first screen ---- */

  const host = {
    begin: begin,
    deliver: deliver,
    isBusy: isBusy,
    device: () => device,
    helpsLeft: helpsLeft,
    isCurrent: (mine) => mine === turn,
    showCode: () => showCodeForm(true),
    showConfirm: confirm,
    showName: toName,
    know: knowPhone,
    say: (said) => { saying = said; },
    /* The scan found no network, but this phone is known: one may tap, and the scan is kept. */
    holdScan: function (qr, known) {
      scan = qr;
      device = known;
      mayTap = true;
      page.setState("idle");
      confirm();
    }
  };

  /* Runs `act` once later.js is there; without network and never loaded before, says so. */
  function needLater(act) {
    page.load("later").then(() => {
      if (later) return later.ready;
      later = self.checkinLater.create(host);
      return later.ready.then(() => {
        if (sending) keep(sending);
      });
    }).then(act, () => {
      if (act && !underway) page.notify("wait", "network", words.delay("network", 1, false));
    });
  }

  /* ---- opening: a scan, a page reloaded after a check-in, or nothing ---- */

  /* The fragment is cleared so that neither history nor a shared link keeps the code. */
  function takeScan() {
    const given = location.hash.slice(1);
    if (!given) return false;
    history.replaceState(null, "", location.pathname);
    if (given.indexOf("p.") === 0) needLater(() => later.enrol(given.slice(2)));
    else openTicket({ qr: given }, false);
    return true;
  }

  async function start() {
    if (takeScan()) return;
    const mine = turn;
    const id = history.state && history.state.checkInId;
    if (id) {
      const answer = await wire.call("GET", "/check-ins/" + encodeURIComponent(id), null);
      if (mine !== turn) return;
      if (answer.kind === "ok") {
        page.setState("idle");
        page.showReceipt(answer.body, false, 0, false);
        needLater();
        return;
      }
    }
    page.setState("idle");
    showCodeForm(true);
    at("code").focus();
    needLater();
  }

  window.addEventListener("hashchange", takeScan);
  start();
})();
