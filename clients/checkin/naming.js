/* The form for a name: one's own, or that of a comrade without a phone; a known phone needs it rarely. */
(function () {
  "use strict";

  const words = self.checkinWords;

  /*
   * The page gives: page, call(method, path, body, headers), isBusy(), ticket(), helpsLeft(), checkIn(who).
   * → {ask(whose, from): show the form, forget(): empty it}.
   */
  function create(host) {
    const page = host.page;
    const at = page.at;
    const units = self.checkinUnits.create(search, chosen);
    let kind = "named"; // whom the form is for: oneself, or "assisted"
    let back = null; // the step that its "Quay lại" leads to
    let offered = null; // the ticket whose units the picker has

    function ask(whose, from) {
      if (offered !== host.ticket()) units.offer(host.ticket().units);
      offered = host.ticket();
      if (whose !== kind) forget();
      kind = whose;
      back = from;
      at("name-back").hidden = !back;
      showName(kind === "assisted" ? host.helpsLeft() : null);
    }

    /* The form for a name: one's own, or (`left` is a number) that of a comrade without a phone. */
    function showName(left) {
      const isHelp = typeof left === "number";
      at("name-title").textContent = isHelp ? "Điểm danh hộ đồng chí khác" : "Ghi tên đồng chí";
      at("name-hint").textContent = "Ghi đơn vị và tên của đồng chí được điểm danh hộ. Bí thư sẽ xác nhận. " + page.helpsLeft(left);
      at("name-hint").hidden = !isHelp;
      page.show("name");
    }

    function forget() {
      at("name").value = "";
      at("last4").value = "";
      units.clear();
    }

    function chosen() {
      page.fieldError("unit", "");
      at("name").focus();
    }

    async function search(query) {
      if (!host.ticket()) return null;
      const answer = await host.call("GET", "/check-ins/units?limit=20&q=" + encodeURIComponent(query), null, {
        "X-Ticket": host.ticket().ticket
      });
      return answer.kind === "ok" ? answer.body.items : null;
    }

    /* `faults` is a list of [field id, sentence or ""]; → true when there is any. */
    function summarise(faults) {
      const list = at("name-errors-list");
      list.textContent = "";
      faults.forEach((fault) => {
        page.fieldError(fault[0], fault[1]);
        if (!fault[1]) return;
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = "#";
        link.textContent = fault[1];
        link.addEventListener("click", (event) => {
          event.preventDefault(); // the fragment belongs to the QR
          at(fault[0]).focus();
          at(fault[0]).scrollIntoView();
        });
        item.appendChild(link);
        list.appendChild(item);
      });
      at("name-errors").hidden = !list.firstChild;
      if (!list.firstChild) return false;
      window.scrollTo(0, 0);
      at("name-errors").focus();
      return true;
    }

    /* → the `who` of a check-in, or null when something is missing, which is then said. */
    function read() {
      const unit = units.chosen();
      const name = at("name").value.trim().replace(/\s+/g, " ");
      const last4 = at("last4").value.trim();
      const faulty = summarise([
        ["unit", unit ? "" : "Chọn chi bộ, đơn vị của đồng chí."],
        ["name", name.length >= 2 ? "" : "Ghi họ và tên của đồng chí."],
        ["last4", words.last4Error(last4, false)]
      ]);
      if (faulty) return null;
      return { kind: kind, unit_id: unit.id, name: name, last4: last4 || null };
    }

    at("name-form").addEventListener("submit", (event) => {
      event.preventDefault();
      if (host.isBusy()) return;
      const who = read();
      if (who) host.checkIn(who);
    });

    at("name-back").addEventListener("click", () => {
      if (host.isBusy()) return;
      page.clearNotice();
      page.show(back);
    });

    return { ask: ask, forget: forget };
  }

  self.checkinNaming = { create: create };
})();
