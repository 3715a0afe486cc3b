/* A question over the page: a title, a few choices, and the way back to where one was. */
(function () {
  "use strict";

  const page = self.officePage;
  const at = page.at;
  let cameFrom = null;

  function close() {
    if (at("sheet").hidden) return;
    at("sheet").hidden = true;
    at("page").removeAttribute("aria-hidden");
    at("sheet-choices").textContent = "";
    if (cameFrom && cameFrom.isConnected) cameFrom.focus();
  }

  /* A button of the sheet; the sheet closes before it acts, unless `act` answers false. */
  function choice(text, act, className) {
    const button = page.element("button", text, className || "quiet");
    button.type = "button";
    button.addEventListener("click", () => {
      if (act() !== false) close();
    });
    return button;
  }

  function open(title, text, parts) {
    close();
    cameFrom = document.activeElement;
    at("sheet-title").textContent = title;
    at("sheet-text").textContent = text;
    parts.forEach((each) => at("sheet-choices").appendChild(each));
    at("sheet").hidden = false;
    at("page").setAttribute("aria-hidden", "true");
    at("sheet-box").scrollTop = 0;
    at("sheet-title").focus();
  }

  function group(title, buttons) {
    const made = document.createDocumentFragment();
    if (title) made.appendChild(page.element("h3", title));
    const box = page.element("div", "", "choices");
    buttons.forEach((each) => box.appendChild(each));
    made.appendChild(box);
    return made;
  }

  /* A reason in one's own words: chosen with a tap, or typed. `act(text)`. */
  function reasons(ready, act) {
    const field = page.element("input", "");
    field.setAttribute("aria-label", "Lý do khác");
    field.placeholder = "Lý do khác";
    field.maxLength = 300;
    const send = choice("Dùng lý do này", () => {
      if (!field.value.trim()) return false;
      act(field.value.trim());
      return true;
    });
    return ready.map((each) => choice(each, () => { act(each); })).concat([field, send]);
  }

  at("sheet-close").addEventListener("click", close);
  at("sheet").addEventListener("click", (event) => {
    if (event.target === at("sheet")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (at("sheet").hidden) return;
    if (event.key === "Escape") close();
    if (event.key !== "Tab") return;
    const stops = Array.from(at("sheet-box").querySelectorAll("button, input, select"));
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
  });

  self.officeSheet = { choice, close, group, open, reasons };
})();
