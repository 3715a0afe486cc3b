/* The steps of a check-in: a code becomes a ticket, the ticket and who becomes a receipt. */
(function () {
  "use strict";

  const words = self.checkinWords;
  const wire = self.checkinWire;
  const page = self.checkinPage;
  const sending = self.checkinSending;
  const at = page.at;
  const UNITS_AGAIN_MS = 2000;
  const AFTER_THE_ANSWER_MS = 100; // first what the person waits for, then the rest

  let ticket = null; // the server's answer to the last good code
  let scan = null; // a QR to be sent as it is, where the tap comes before its ticket
  let overtaken = null; // that ticket, where it comes after the tap
  let device = null; // what is known of this phone: {known, initials, asks_last4, helps_left}
  let unanswered = null; // the check-in that is being sent
  let later = null; // what the first screen does not need (later.js), once it is there
  let naming = null; // the form for a name (naming.js), which a known phone does not need

  function begin() {
    const mine = sending.begin();
    unanswered = null;
    if (later) later.letGo();
    return mine;
  }

  /* ---- step 1: a code becomes a ticket ---- */

  async function openTicket(source, typed) {
    const mine = begin();
    if (page.step() === "receipt") forgetPerson();
    ticket = scan = overtaken = null;
    history.replaceState({ code: source }, "", location.pathname); // until it is answered: a reload goes on
    if (!typed && page.step() !== "opening") page.show("opening");
    const ask = () => wire.call("POST", "/check-ins/tickets", source).then((came) => {
      if (scan !== null && scan === source.qr && came.kind === "ok") overtaken = came.body;
      return came;
    });
    const asking = sending.deliver(mine, ask, (waits) => {
      if (!typed && waits.cause === "network") needLater(() => later.scanWaits(mine, source.qr));
    });
    if (!typed && isPageKept()) needLater(() => later.scanUnderWay(mine, source.qr));
    const answer = await asking;
    if (!answer) return;
    history.replaceState(null, "", location.pathname);
    setTimeout(needRest, AFTER_THE_ANSWER_MS);
    if (answer.kind === "ok") {
      ticket = answer.body;
      at("code").value = "";
      arrive();
      return;
    }
    if (!(await sending.refuse(answer, typed))) return;
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
    knowPhone(Object.assign({ told: !ticket.notice }, ticket.device));
    if (!device.known) loadNaming().catch(() => {}); // while the notice is being read
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
    if (page.step() !== "confirm") { // else the ticket has come while it is shown
      at("confirm-last4").value = "";
      page.fieldError("confirm-last4", "");
    }
    page.show("confirm");
  }

  const helpsLeft = () => (ticket && device.helps_left) || 0;

  const loadNaming = () => Promise.all([page.load("units"), page.load("naming")]);

  async function toName(whose, from) {
    const mine = sending.current();
    const isThere = await loadNaming().then(() => true, () => false);
    if (mine !== sending.current()) return;
    if (!isThere) { // the network went just now
      page.notify("wait", "network", words.delay("network", 1, false));
      setTimeout(toName, UNITS_AGAIN_MS, whose, from);
      return;
    }
    if (!naming) naming = self.checkinNaming.create(namingHost);
    naming.ask(whose, from);
  }

  function forgetPerson() {
    if (naming) naming.forget();
  }

  /* ---- step 2: ticket and who become a receipt ---- */

  /* From now on the check-in outlives this page, where the phone can store it. */
  function keep(item) {
    unanswered = item;
    if (!later) return;
    later.put(item).then((isKept) => {
      if (unanswered === item) sending.isKept(isKept);
      else if (!unanswered) later.remove(item.id); // answered meanwhile
    });
  }

  /* The tap was faster than the ticket, which still serves for helping others. */
  function adoptOvertaken() {
    ticket = overtaken;
    knowPhone(Object.assign({ told: true }, ticket.device));
    page.showPlace(ticket);
  }

  async function checkIn(who) {
    if (sending.isBusy()) return;
    const mine = begin();
    const id = wire.newId();
    const item = ticket ? { id: id, ticket: ticket.ticket, who: who } : { id: id, qr: scan, who: who };
    if (ticket && ticket.notice) item.notice_version = ticket.notice.version;
    history.replaceState({ checkInId: id }, "", location.pathname);
    keep(item);
    const send = ticket ? () => wire.call("POST", "/check-ins", item) : () => later.postOne(item);
    const answer = await sending.deliver(mine, send);
    if (!answer) return;
    unanswered = null;
    if (answer.kind === "ok" && item.notice_version) knowPhone(Object.assign({}, device, { told: true }));
    setTimeout(needRest, AFTER_THE_ANSWER_MS);
    if (later) later.remove(id);
    if (answer.kind === "ok") {
      if (ticket) ticket.notice = null;
      if (!ticket && overtaken && !overtaken.notice) adoptOvertaken();
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
    if (await sending.refuse(answer, false, who.kind)) at("notice").focus();
  }

  /* ---- the forms ---- */

  at("code-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (sending.isBusy()) return;
    const code = words.readCode(at("code").value);
    page.fieldError("code", code.error || "");
    if (code.error) {
      at("code").focus();
      return;
    }
    const barred = sending.bar();
    if (barred) {
      sending.refuse(barred, true).then(() => at("notice").focus());
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

  const namingHost = {
    page: page,
    call: wire.call,
    isBusy: sending.isBusy,
    ticket: () => ticket,
    helpsLeft: helpsLeft,
    checkIn: checkIn
  };

  function onTap(id, act) {
    at(id).addEventListener("click", () => {
      if (sending.isBusy()) return;
      page.clearNotice();
      act();
    });
  }

  onTap("privacy-read", identify);
  onTap("confirm-other", () => needRest(() => later.notMe()));
  onTap("confirm-help", () => toName("assisted", "confirm"));
  onTap("code-slip", () => needRest(() => later.typeSlip()));
  onTap("receipt-help", () => toName("assisted", "receipt"));
  onTap("receipt-correct", () => toName("named", "receipt"));

  at("receipt-again").addEventListener("click", () => {
    begin();
    ticket = scan = overtaken = null;
    forgetPerson();
    history.replaceState(null, "", location.pathname);
    page.setState("idle");
    showCodeForm(true);
    at("code").focus();
  });

  /* ---- what comes after the first screen ---- */

  const host = {
    begin: begin,
    deliver: sending.deliver,
    isAsking: sending.isAsking,
    isBusy: sending.isBusy,
    device: () => device,
    helpsLeft: helpsLeft,
    showCode: () => showCodeForm(true),
    showConfirm: confirm,
    showName: toName,
    know: knowPhone,
    say: sending.say,
    /* There is no ticket yet, but this phone is known: one may tap, and the scan itself is sent. */
    holdScan: function (qr, known) {
      if (!sending.letTap()) return;
      scan = qr;
      device = known;
      confirm();
    }
  };

  /* Runs `act` once later.js is there; without network and never loaded before, says so. */
  function needLater(act) {
    page.load("later").then(() => {
      if (!later) later = self.checkinLater.create(host);
      return later.ready();
    }).then(() => {
      if (unanswered) keep(unanswered);
    }).then(act, () => {
      if (act && !sending.isUnderWay()) page.notify("wait", "network", words.delay("network", 1, false));
    });
  }

  /* Runs `act` once everything else is there too. */
  function needRest(act) {
    needLater(() => later.rest().then(act));
  }

  /* The page's files are on this phone, so that a script costs no line. */
  const isPageKept = () => Boolean(navigator.serviceWorker && navigator.serviceWorker.controller);

  /* ---- opening: a scan, a page reloaded after a check-in, or nothing ---- */

  /* The fragment is cleared so that neither history nor a shared link keeps the code. */
  function takeScan() {
    const given = location.hash.slice(1);
    if (!given) return false;
    history.replaceState(null, "", location.pathname);
    if (given.indexOf("p.") === 0) needRest(() => later.enrol(given.slice(2)));
    else openTicket({ qr: given }, false);
    return true;
  }

  async function start() {
    if (takeScan()) return;
    const left = history.state || {}; // by this page before it was loaded anew
    if (left.code) {
      openTicket(left.code, Boolean(left.code.digits));
      return;
    }
    const mine = sending.current();
    const id = left.checkInId;
    if (id) {
      const answer = await wire.call("GET", "/check-ins/" + encodeURIComponent(id), null);
      if (mine !== sending.current()) return;
      if (answer.kind === "ok") {
        page.setState("idle");
        page.showReceipt(answer.body, false, 0, false);
        needRest();
        return;
      }
    }
    page.setState("idle");
    showCodeForm(true);
    at("code").focus();
    needRest();
  }

  window.addEventListener("hashchange", takeScan);
  start();
})();
