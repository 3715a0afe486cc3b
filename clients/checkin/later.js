/* What the first screen does not need: waiting for a line, whose phone it is, opening without network. */
(function () {
  "use strict";

  const wire = self.checkinWire;
  const words = self.checkinWords;
  const page = self.checkinPage;
  const at = page.at;
  const AFTER_THE_RUSH_MS = 2000;
  const WHILE_BUSY_MS = 1000;

  function create(host) {
    let queue = null;
    let phone = null;

    /* What keeps check-ins and knows the phone; it comes first. */
    async function ready() {
      await page.load("queue");
      if (queue) return;
      queue = self.checkinQueue;
      if (host.device()) queue.rememberPhone(host.device());
    }

    /* All else, when nobody waits for an answer. */
    async function rest() {
      await Promise.all([page.load("refusals"), page.load("units"), page.load("naming"), page.load("phone", true)]);
      keepReceipt();
      if (phone) return;
      phone = self.checkinPhone.create(phoneHost);
      if (!host.device() && page.step() === "code") learnPhone();
      queue.start(showOutcomes).then(showHeld);
      setTimeout(keepPage, AFTER_THE_RUSH_MS);
    }

    /*
     * A receipt outlives a reload of its page (never the page itself), also where a restored server
     * does not know it any more: it proves itself.
     */
    async function keepReceipt() {
      const left = history.state || {};
      if (!left.checkInId) return;
      if (page.step() === "receipt") {
        history.replaceState({ checkInId: left.checkInId, receipt: at("receipt-proof").textContent }, "", location.pathname);
        return;
      }
      if (!left.receipt || page.step() !== "code") return;
      const answer = await wire.call("GET", "/check-ins/" + left.checkInId, null);
      if (page.step() !== "code" || at("code").value || host.isBusy()) return;
      const kept = JSON.parse(decodeURIComponent(escape(atob(left.receipt))));
      page.showReceipt(answer.kind === "ok" ? answer.body : kept, false, 0, false);
      if (answer.status !== 404) return;
      page.notify("wait", "lost", {
        title: "Máy chủ không còn giữ lượt này",
        text: "Lớp còn mở thì đồng chí quét lại mã. Lớp đã xong thì mở «Chép biên nhận gửi bí thư»."
      });
    }

    /* Bound elsewhere than on this page (a slip, the secretary's tap): known before it is needed. */
    async function learnPhone() {
      const answer = await wire.call("GET", "/devices/current", null);
      if (answer.kind !== "ok" || host.device()) return;
      const own = answer.body;
      queue.rememberPhone({ known: own.known, initials: own.initials, asks_last4: !own.is_confirmed });
    }

    function whose() {
      const initials = host.device().initials;
      return initials ? "Điện thoại này đang gắn với đồng chí " + initials : "Điện thoại này đang gắn với một đồng chí khác.";
    }

    const phoneHost = {
      page: page,
      begin: host.begin,
      deliver: host.deliver,
      isBusy: host.isBusy,
      call: wire.call,
      whose: whose,
      helpsLeft: host.helpsLeft,
      asksLast4: () => host.device().asks_last4,
      remember: host.know,
      toCode: host.showCode,
      toConfirm: host.showConfirm,
      toName: (kind) => host.showName(kind, "other"),
      toOwnName: function () {
        host.know({ known: false, initials: null, asks_last4: false, helps_left: 0 });
        host.showName("named", null);
      }
    };

    /* ---- without network ---- */

    /* The ticket is on its way: a known phone, which has read the notice, need not wait for it. */
    async function scanUnderWay(mine, qr) {
      const known = await queue.phone();
      if (known && known.told && host.isAsking(mine)) host.holdScan(qr, known);
    }

    /* A scan found no network: a phone that is known may tap all the same, any other is told plainly. */
    async function scanWaits(mine, qr) {
      const known = await queue.phone();
      const isStored = known || (await queue.works());
      if (!host.isAsking(mine) || at("notice").getAttribute("data-code") === "held") return;
      if (known) {
        host.holdScan(qr, known);
        page.notify("wait", "held", {
          title: "Chưa có sóng – máy sẽ tự gửi lại",
          text: "Đồng chí bấm «Điểm danh», máy giữ lượt quét này và gửi khi có sóng."
        });
      } else if (isStored) {
        const said = {
          title: "Chưa có sóng – máy sẽ tự gửi lại",
          text: "Máy này chưa gắn với đồng chí nào, cần có sóng mới ghi tên được. Đồng chí để mở trang này, hoặc nhờ bí thư ghi tên."
        };
        host.say(said);
        at("notice-text").textContent = said.text;
      }
    }

    async function showHeld() {
      const items = await queue.waiting();
      const isIdle = !host.isBusy() && page.step() === "code" && !at("notice").getAttribute("data-tone");
      if (items.length && isIdle) page.notify("wait", "held", queue.held(items));
    }

    /* What an earlier page left behind has been answered; a person at work is not interrupted. */
    function showOutcomes(outcomes) {
      if (host.isBusy()) {
        setTimeout(showOutcomes, WHILE_BUSY_MS, outcomes);
        return;
      }
      const only = outcomes.length === 1 ? outcomes[0] : null;
      if (only && only.answer.kind === "ok" && page.step() === "code" && !at("code").value) {
        history.replaceState({ checkInId: only.item.id }, "", location.pathname);
        page.showReceipt(only.answer.body, false, 0, only.item.who.kind === "device");
        return;
      }
      const said = queue.outcome(outcomes);
      page.notify(said.tone, said.code, said);
    }

    /* The page's files are kept, so that it opens without network; only https and loopback can. */
    function keepPage() {
      const workers = navigator.serviceWorker;
      if (!workers) return;
      const hadOne = Boolean(workers.controller);
      workers.register("/d/sw.js", { scope: "/d/", updateViaCache: "none" }).catch(() => {});
      workers.addEventListener("controllerchange", () => {
        // A new release has come: take it at once where nobody is at work.
        if (hadOne && page.step() === "code" && !at("code").value && !host.isBusy()) location.reload();
      });
    }

    return {
      ready: ready,
      rest: rest,
      enrol: (code) => phone.enrol(code),
      letGo: function () {
        if (queue) queue.letGo();
      },
      nowBound: (name) => queue && queue.rememberPhone({ known: true, initials: words.initials(name), asks_last4: true, told: true }),
      notMe: () => phone.ask(),
      postOne: (item) => queue.postOne(item),
      put: (item) => (queue ? queue.put(item) : Promise.resolve(false)),
      rememberPhone: function (device) {
        if (queue) queue.rememberPhone(device);
      },
      remove: (id) => (queue ? queue.remove(id) : null),
      scanUnderWay: scanUnderWay,
      scanWaits: scanWaits,
      typeSlip: () => phone.typeSlip()
    };
  }

  self.checkinLater = { create: create };
})();
