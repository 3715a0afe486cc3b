/* What is on the phone's screen: the step shown, the notice above it, the errors, the receipt. */
(function () {
  "use strict";

  const words = self.checkinWords;
  const at = (id) => document.getElementById(id);
  const page = at("page");
  let countdown = null;

  function show(step) {
    const isNew = step !== page.getAttribute("data-step");
    page.setAttribute("data-step", step);
    let heading = null;
    document.querySelectorAll("[data-panel]").forEach((panel) => {
      panel.hidden = panel.getAttribute("data-panel") !== step;
      if (!panel.hidden) heading = panel.querySelector("h1");
    });
    at("place").hidden = ["confirm", "name", "privacy"].indexOf(step) < 0 || !at("place-session").textContent;
    if (!isNew) return;
    window.scrollTo(0, 0);
    heading.focus();
  }

  /* `cause` is why an answer is waited for. */
  function setState(state, cause) {
    page.setAttribute("data-state", state);
    const busy = state === "busy" || state === "waiting";
    ["code-submit", "confirm-submit", "name-submit", "confirm-other", "receipt-correct", "receipt-help"].forEach((id) => {
      at(id).setAttribute("aria-disabled", String(busy));
    });
    at("confirm-submit").textContent = at("name-submit").textContent = !busy ? "Điểm danh" : cause === "network" ? "Chờ sóng…" : "Đang gửi…";
    at("code-submit").textContent = busy ? "Đang kiểm tra…" : "Tiếp tục";
  }

  function clearNotice() {
    clearInterval(countdown);
    at("notice").setAttribute("data-tone", ""); // never hidden: a live region must be there before it speaks
    at("notice").setAttribute("data-code", "");
    at("notice-title").textContent = "";
    at("notice-text").textContent = "";
    at("notice-countdown").hidden = true;
    at("notice-retry").hidden = true;
  }

  function notify(tone, code, said) {
    clearNotice();
    at("notice").setAttribute("data-tone", tone);
    at("notice").setAttribute("data-code", code);
    at("notice-title").textContent = said.title;
    at("notice-text").textContent = said.text;
    window.scrollTo(0, 0);
  }

  /* Counts down beside the notice, outside the live region: nobody wants each second read aloud. */
  function countDown(label, ms, whenOver) {
    const end = performance.now() + ms;
    const line = at("notice-countdown");
    function tick() {
      const left = Math.ceil((end - performance.now()) / 1000);
      if (left > 0) {
        line.textContent = label + words.duration(left) + ".";
        return;
      }
      clearInterval(countdown);
      line.hidden = true;
      whenOver();
    }
    clearInterval(countdown);
    line.hidden = false;
    countdown = setInterval(tick, 500);
    tick();
  }

  function fieldError(id, sentence) {
    const line = at(id + "-error");
    line.textContent = sentence;
    line.hidden = !sentence;
    if (sentence) at(id).setAttribute("aria-invalid", "true");
    else at(id).removeAttribute("aria-invalid");
  }

  const helpsLeft = (left) => (left > 0 ? "Còn " + left + " lượt hộ trên máy này, ở lớp này." : "");

  function showPlace(ticket) {
    at("place-session").textContent = ticket.session.title;
    at("place-point").textContent = ticket.point.name;
    at("place-window").textContent = words.windowName(ticket.window.kind);
    showRegulations(ticket.regulations);
  }

  function showRegulations(regulations) {
    const list = at("receipt-rules-list");
    list.textContent = "";
    regulations.forEach((each) => {
      list.appendChild(document.createElement("li")).textContent = each;
    });
    at("receipt-rules").hidden = regulations.length === 0;
  }

  /* `helps` is how many comrades may still be helped here; `isOwner`: the phone is surely his. */
  function showReceipt(receipt, mayCorrect, helps, isOwner) {
    const said = words.receipt(receipt);
    const fact = (id, text) => {
      at(id).textContent = text || "";
      at(id).parentNode.hidden = !text;
    };
    clearNotice();
    at("receipt").setAttribute("data-standing", receipt.standing);
    at("receipt").setAttribute("data-evidence", receipt.evidence || "");
    at("receipt").setAttribute("data-already-recorded", String(!!receipt.already_recorded));
    at("receipt-title").textContent = said.title;
    at("receipt-more").textContent = said.more;
    at("receipt-more").hidden = !said.more;
    fact("receipt-name", receipt.name);
    fact("receipt-session", receipt.session_title);
    fact("receipt-point", receipt.point_name);
    fact("receipt-window", words.windowName(receipt.window_kind));
    fact("receipt-time", receipt.arrived_at ? words.clockTime(receipt.arrived_at) : "");
    at("receipt-correct").hidden = !(mayCorrect && receipt.evidence === "claimed" && !receipt.already_recorded);
    at("receipt-help").hidden = !helps;
    at("receipt-left").hidden = !helps;
    at("receipt-left").textContent = helpsLeft(helps);
    at("receipt-own").hidden = !isOwner;
    at("receipt-proof").textContent = btoa(unescape(encodeURIComponent(JSON.stringify(receipt))));
    show("receipt");
  }

  /* What the first screen does not need comes after it: a script, and the panels it is for. */
  const loading = {};

  function load(name, withPanels) {
    if (!loading[name]) {
      loading[name] = addScript(name).then(() => (withPanels ? addPanels(name) : null));
      loading[name].catch(() => { loading[name] = null; });
    }
    return loading[name];
  }

  function addScript(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = "/d/" + name + ".js";
      script.onload = resolve;
      script.onerror = reject;
      document.head.appendChild(script);
    });
  }

  async function addPanels(name) {
    const answer = await fetch("/d/" + name + ".html");
    if (!answer.ok) throw new Error(name);
    page.insertAdjacentHTML("beforeend", await answer.text());
  }

  /* Spaces appear as on the screen while digits are typed at the end; corrections are left alone. */
  at("code").addEventListener("input", (event) => {
    const field = at("code");
    const atEnd = field.selectionStart === field.value.length;
    if (event.isComposing || !atEnd || !/^[0-9 ]+$/.test(field.value)) return;
    if (event.inputType && event.inputType.indexOf("delete") === 0) return;
    const grouped = words.groupDigits(field.value.replace(/ /g, ""));
    if (grouped !== field.value) field.value = grouped;
  });

  self.checkinPage = {
    at: at,
    clearNotice: clearNotice,
    countDown: countDown,
    fieldError: fieldError,
    helpsLeft: helpsLeft,
    load: load,
    notify: notify,
    setState: setState,
    show: show,
    showPlace: showPlace,
    showReceipt: showReceipt,
    step: () => page.getAttribute("data-step")
  };
})();
