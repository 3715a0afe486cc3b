/* The steps of a check-in: a code becomes a ticket, the ticket and who becomes a receipt. */
(function () {
  "use strict";

  const words = self.checkinWords;
  const wire = self.checkinWire;
  const page = self.checkinPage;
  const at = page.at;

  let ticket = null; // the server's answer to the last good code
  let underway = null; // what is being sent: {stop, hurry}
  let turn = 0; // grows with every new scan or send; answers to an older turn are dropped
  let barredUntil = 0; // typed codes, by performance.now
  const units = self.checkinUnits.create(searchUnits, () => {
    page.fieldError("unit", "");
    at("name").focus();
  });

  /* ---- sending ---- */

  function isBusy() {
    return underway !== null;
  }

  function begin() {
    turn += 1;
    if (underway) underway.stop();
    underway = null;
    page.clearNotice();
    return turn;
  }

  /* → the answer, or null when a newer scan has taken over meanwhile. */
  async function deliver(mine, path, body) {
    page.setState("busy");
    underway = wire.persist(() => wire.call("POST", path, body), (answer, ms, tries) => {
      const said = words.delay(answer.cause, tries);
      if (tries === 1 || at("notice-title").textContent !== said.title) page.notify("wait", answer.cause, said);
      else at("notice-text").textContent = said.text;
      page.setState("waiting");
      at("notice-retry").hidden = answer.cause !== "network";
      page.countDown("Gửi lại sau ", ms, () => page.setState("busy"));
    });
    const answer = await underway.result;
    if (mine !== turn) return null;
    underway = null;
    page.clearNotice();
    page.setState("idle");
    return answer;
  }

  function refuse(answer, typed) {
    page.setState("refused");
    page.notify("bad", answer.problem.code || String(answer.status), words.refusal(answer.problem, typed));
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
    ticket = null;
    if (!typed) page.show("opening");
    const answer = await deliver(mine, "/check-ins/tickets", source);
    if (!answer) return;
    if (answer.kind === "ok") {
      ticket = answer.body;
      at("code").value = "";
      arrive();
      return;
    }
    showCodeForm(false);
    refuse(answer, typed);
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
    units.offer(ticket.units);
    at("name-back").hidden = !ticket.device.known;
    if (!ticket.device.known) {
      page.show("name");
      return;
    }
    const initials = ticket.device.initials;
    at("confirm-title").textContent = initials ? "Đồng chí là " + initials + "?" : "Điện thoại này đã được ghi nhận";
    at("confirm-last4-row").hidden = !ticket.device.asks_last4;
    at("confirm-other").textContent = ticket.device.asks_last4 ? "Không phải tôi, hoặc không nhớ số" : "Không phải tôi";
    at("confirm-last4").value = "";
    page.fieldError("confirm-last4", "");
    page.show("confirm");
    if (typeof ticket.late_seconds === "number") {
      page.notify("wait", "late", {
        title: "Mã đã cũ " + words.duration(ticket.late_seconds),
        text: "Vẫn điểm danh được, nhưng phải chờ bí thư xác nhận. Quét mã đang hiện trên màn hình thì không phải chờ."
      });
    }
  }

  /* ---- step 2: ticket and who become a receipt ---- */

  async function checkIn(who) {
    if (isBusy()) return;
    const mine = begin();
    const id = wire.newId();
    history.replaceState({ checkInId: id }, "", location.pathname);
    const answer = await deliver(mine, "/check-ins", { id: id, ticket: ticket.ticket, who: who });
    if (!answer) return;
    if (answer.kind === "ok") {
      page.showReceipt(answer.body, ticket !== null);
      return;
    }
    const rescan = /^(code_|session_|ticket_|check_in_id_)/.test(answer.problem.code || "");
    if (rescan) showCodeForm(true);
    if (answer.problem.code === "phone_unknown") { // struck off since the scan
      at("name-back").hidden = true;
      page.show("name");
    }
    refuse(answer, false);
    at("notice").focus();
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
    return { kind: "named", unit_id: unit.id, name: name, last4: last4 || null };
  }

  function forgetPerson() {
    at("name").value = "";
    at("last4").value = "";
    units.clear();
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
      const seconds = (barredUntil - performance.now()) / 1000;
      refuse({ status: 429, problem: { code: "too_many_attempts" }, retryAfter: seconds }, true);
      at("notice").focus();
      return;
    }
    openTicket(code, true);
  });

  at("confirm-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const asks = ticket.device.asks_last4;
    const last4 = at("confirm-last4").value.trim();
    page.fieldError("confirm-last4", asks ? words.last4Error(last4, true) : "");
    if (asks && words.last4Error(last4, true)) {
      at("confirm-last4").focus();
      return;
    }
    checkIn(asks ? { kind: "device", last4: last4 } : { kind: "device" });
  });

  at("confirm-other").addEventListener("click", () => {
    if (isBusy()) return;
    page.clearNotice();
    page.show("name");
  });

  at("name-back").addEventListener("click", () => {
    if (isBusy()) return;
    page.clearNotice();
    page.show("confirm");
  });

  at("name-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (isBusy()) return;
    const who = readName();
    if (who) checkIn(who);
  });

  at("receipt-correct").addEventListener("click", () => {
    if (isBusy()) return;
    page.show("name");
  });

  at("receipt-again").addEventListener("click", () => {
    begin();
    ticket = null;
    forgetPerson();
    history.replaceState(null, "", location.pathname);
    page.setState("idle");
    showCodeForm(true);
    at("code").focus();
  });

  at("notice-retry").addEventListener("click", () => {
    if (underway) underway.hurry();
  });

  /* ---- opening: a scan, a page reloaded after a check-in, or nothing ---- */

  /* The fragment is cleared so that neither history nor a shared link keeps the code. */
  function takeScan() {
    const qr = location.hash.slice(1);
    if (!qr) return false;
    history.replaceState(null, "", location.pathname);
    openTicket({ qr: qr }, false);
    return true;
  }

  async function start() {
    if (takeScan()) return;
    const mine = turn;
    const kept = history.state && history.state.checkInId;
    if (kept) {
      const answer = await wire.call("GET", "/check-ins/" + encodeURIComponent(kept), null);
      if (mine !== turn) return;
      if (answer.kind === "ok") {
        page.setState("idle");
        page.showReceipt(answer.body, ticket !== null);
        return;
      }
    }
    page.setState("idle");
    showCodeForm(true);
    at("code").focus();
  }

  window.addEventListener("hashchange", takeScan);
  start();
})();
