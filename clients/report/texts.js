/* The four texts: filled in from what was recorded, until somebody writes them. */
(function () {
  "use strict";

  const page = self.officePage;
  const sitting = self.reportSitting;
  const now = sitting.now;
  const at = page.at;

  const NAMES = ["assessment", "preparation", "incidents", "proposals"];
  const saved = {}; // as the server last told them, by name

  const area = (name) => at("text-" + name);
  const changed = () => NAMES.filter((name) => name in saved && area(name).value.trim() !== saved[name].trim());
  const isChanged = () => changed().length > 0;

  /* As high as what is in it: a text that is cut off is not read before it is handed in. */
  function fit(name) {
    area(name).style.height = "auto";
    area(name).style.height = area(name).scrollHeight + 4 + "px";
  }

  const fitAll = () => NAMES.forEach(fit);

  /* What is being typed stays; `anew` throws it away. */
  function draw(anew) {
    const isOpen = sitting.mayWrite() && !now.report.is_frozen;
    const kept = anew ? [] : changed();
    NAMES.forEach((name) => {
      const text = now.report.texts[name];
      saved[name] = text.text;
      if (kept.indexOf(name) < 0) area(name).value = text.text;
      area(name).readOnly = !isOpen;
      at("text-" + name + "-hint").textContent = !isOpen ? "" : text.is_filled_in
        ? "Máy điền sẵn."
        : "Đồng chí đã viết.";
      at("text-" + name + "-again").hidden = !isOpen || text.is_filled_in;
    });
    at("texts-save").hidden = !isOpen;
    at("texts-hint").hidden = !isOpen;
    fitAll();
  }

  /* → whether it was saved. A text that somebody else has changed meanwhile is shown, and nothing is lost. */
  async function send(body) {
    const headers = now.etag ? { "If-Match": now.etag } : {};
    if (await sitting.change("PATCH", "", body, headers)) return true;
    if (page.told() === "changed_meanwhile" && await sitting.refreshQuietly()) draw(false);
    return false;
  }

  /* → whether nothing is left to be saved. */
  async function save() {
    const names = changed();
    if (!names.length) return true;
    const body = {};
    names.forEach((name) => { body[name] = area(name).value.trim() || null; });
    if (!await send(body)) return false;
    draw(true);
    return true;
  }

  function forget() {
    NAMES.forEach((name) => {
      delete saved[name];
      area(name).value = "";
    });
  }

  page.onSubmit("texts", async () => {
    if (await save()) page.tell("good", "saved", "Đã lưu nội dung", "");
  });

  NAMES.forEach((name) => page.onTap(at("text-" + name + "-again"), async () => {
    const body = {};
    body[name] = null;
    if (!await send(body)) return;
    area(name).value = now.report.texts[name].text;
    draw(false);
    area(name).focus();
  }));

  NAMES.forEach((name) => area(name).addEventListener("input", () => fit(name)));
  window.addEventListener("resize", fitAll);
  window.addEventListener("beforeunload", (event) => {
    if (!isChanged()) return;
    event.preventDefault();
    event.returnValue = "";
  });

  self.reportTexts = { draw, fitAll, forget, isChanged, save };
})();
