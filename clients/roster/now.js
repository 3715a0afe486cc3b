/* My class now: its figures, what is still to be settled, and the units below. */
(function () {
  "use strict";

  const page = self.officePage;
  const outbox = self.rosterOutbox;
  const sitting = self.rosterSitting;
  const words = self.rosterWords;
  const now = sitting.now;
  const at = page.at;

  const REFRESH_MS = 20000;
  const tasks = []; // {label(total) → [words, tone], isShown(total), open}

  /* A thing to do; the parts of the page that do it come later and add themselves. */
  function task(order, label, open, isShown) {
    tasks.push({ order, label, open, isShown: isShown || (() => true) });
    tasks.sort((one, other) => one.order - other.order);
  }

  function figure(number, text, tone, whole) {
    const made = page.element("p", text, whole ? "whole" : "");
    made.setAttribute("data-tone", number && tone ? tone : "");
    made.insertBefore(page.element("b", String(number)), made.firstChild);
    return made;
  }

  function drawFigures(total) {
    const box = at("now-figures");
    box.textContent = "";
    box.appendChild(figure(total.convened, "triệu tập", "", true));
    box.appendChild(figure(total.present, "có mặt", "good"));
    box.appendChild(figure(total.pending, "chờ xác nhận", "wait"));
    box.appendChild(figure(total.excused + total.unexcused, "vắng", "bad"));
    box.appendChild(figure(total.unknown, "chưa rõ", "wait"));
    const more = [];
    if (total.late) more.push(total.late + " đến muộn");
    if (total.left_early) more.push(total.left_early + " về sớm");
    if (total.unexcused) more.push(total.unexcused + " vắng không lý do");
    if (total.from_elsewhere) more.push(total.from_elsewhere + " người của lớp khác, nơi khác đến dự thêm");
    if (total.head_count && total.head_count.guests) more.push(total.head_count.guests + " khách");
    at("now-more").textContent = more.length ? "Trong đó: " + more.join(", ") + "." : "";
  }

  function left(unit) {
    const parts = [];
    if (!unit.convened) return "không ai thuộc lớp này";
    if (unit.unknown) parts.push(unit.unknown + " chưa rõ");
    if (unit.pending) parts.push(unit.pending + " chờ xác nhận");
    if (unit.typed_names) parts.push(unit.typed_names + " tên chưa khớp");
    return parts.join(", ") || "xong";
  }

  const isSettled = (unit) => !unit.unknown && !unit.pending && !unit.typed_names;

  function unitLabel(unit) {
    return unit.name + (sitting.isSchool(unit.unit_id) ? " (trường học)" : "");
  }

  async function go(unit) {
    if (await sitting.choose(now.session.id, unit)) draw();
  }

  /* One's own units, and the cells of the one that is looked at. */
  function drawUnits() {
    const select = at("now-unit");
    const below = now.units.length && now.cells ? now.cells : [];
    select.textContent = "";
    now.units.forEach((each) => select.appendChild(new Option(each.name, each.id, false, each.id === now.unit.id)));
    below.forEach((each) => {
      if (now.units.some((unit) => unit.id === each.unit_id)) return;
      select.appendChild(new Option("– " + unitLabel(each) + ": " + left(each), each.unit_id, false, each.unit_id === now.unit.id));
    });
    at("now-units").hidden = select.options.length < 2;
    at("now-unit-name").textContent = select.options.length < 2 ? now.unit.name : "";
    drawCells(below.filter((each) => each.unit_id !== now.unit.id && each.convened && !isSettled(each)));
  }

  function drawCells(unsettled) {
    const isWhole = now.units.some((each) => each.id === now.unit.id);
    at("now-cells").hidden = !isWhole || !unsettled.length;
    at("now-cells-title").textContent = unsettled.length + " đơn vị chưa ghi xong";
    at("now-cells-list").textContent = "";
    unsettled.forEach((each) => {
      const item = page.element("li", "");
      const button = page.element("button", "", "quiet row");
      const label = page.element("span", unitLabel(each));
      label.appendChild(page.element("b", left(each)));
      button.appendChild(label);
      page.onTap(button, () => go({ id: each.unit_id, name: each.name }));
      item.appendChild(button);
      at("now-cells-list").appendChild(item);
    });
  }

  function drawSessions() {
    const select = at("now-session");
    select.textContent = "";
    now.sessions.forEach((each) => {
      select.appendChild(new Option(words.state(each.state) + ": " + each.title, each.id, false, each.id === now.session.id));
    });
    at("now-sessions").hidden = now.sessions.length < 2;
  }

  function row(said, open) {
    const button = page.element("button", "", "quiet row");
    const label = page.element("span", said[0]);
    if (said[1]) {
      const more = page.element("b", said[1]);
      more.setAttribute("data-tone", said[2] || "");
      label.appendChild(more);
    }
    button.appendChild(label);
    page.onTap(button, open);
    return button;
  }

  /* A class held at the same time, with others of mine in it: the school cells of a commune. */
  function drawOthers() {
    const others = now.sessions.filter((each) => each !== now.session && each.state === "open" && each.convened);
    at("now-others").textContent = "";
    others.forEach((each) => {
      const said = [each.title, "Cũng đang mở: " + each.convened + " người của đồng chí"];
      at("now-others").appendChild(row(said, async () => {
        if (await sitting.choose(each.id, now.units.find((unit) => unit.id === now.unit.id) || now.units[0])) draw();
      }));
    });
  }

  function drawTasks(total) {
    at("now-tasks").textContent = "";
    tasks.filter((each) => each.isShown(total)).forEach((each) => {
      at("now-tasks").appendChild(row(each.label(total), each.open));
    });
  }

  function draw() {
    if (!now.session) {
      at("now-title").textContent = now.unit ? "Chưa có lớp nào" : "Tài khoản này không ghi danh sách";
      at("now-state").textContent = now.unit ? "Khi Ban Tuyên giáo lập lớp, lớp sẽ hiện ở đây." : "Trang này dành cho bí thư và cán bộ Ban Tuyên giáo.";
      ["now-sessions", "now-units", "now-cells", "now-settled", "now-early"].forEach((id) => { at(id).hidden = true; });
      return;
    }
    const total = now.roll.total;
    if (now.units.some((each) => each.id === now.unit.id)) now.cells = now.roll.units;
    else if (now.cells) now.cells = now.cells.map((each) => now.roll.units.find((fresh) => fresh.unit_id === each.unit_id) || each);
    at("now-title").textContent = now.session.title;
    at("now-state").textContent = words.sessionLine(now.session);
    at("now-early").textContent = words.early(now.session.state);
    at("now-early").hidden = !at("now-early").textContent;
    drawOthers();
    drawSessions();
    drawUnits();
    drawFigures(total);
    drawTasks(total);
    const unsaved = outbox.count();
    at("now-settled").hidden = !total.convened || !isSettled(total) || !!unsaved;
    at("now-settled").textContent = "Đã ghi xong: không còn ai chờ hoặc chưa rõ.";
  }

  async function show() {
    draw();
    page.show("now");
  }

  /* After everything that was done has been saved, or by time. */
  async function refresh() {
    if (page.step() !== "now" || !now.session || outbox.count()) return;
    if (document.activeElement && document.activeElement.tagName === "SELECT") return;
    if (await sitting.refreshQuietly() && page.step() === "now") draw();
  }

  async function back() {
    if (now.session) await sitting.refreshQuietly();
    show();
  }

  /* A panel that is made when it is needed: its heading, what it holds, the way back. */
  function panel(step, title, intro) {
    const made = page.element("section", "");
    made.setAttribute("data-panel", step);
    made.hidden = true;
    made.appendChild(page.element("h1", title));
    if (intro) made.appendChild(page.element("p", intro, "hint"));
    const body = made.appendChild(page.element("div", ""));
    const leave = made.appendChild(page.element("button", "Về trang lớp", "plain"));
    page.onTap(leave, back);
    at("page").appendChild(made);
    return body;
  }

  /* A labelled field; → the field. */
  function field(where, id, words, kind) {
    const label = where.appendChild(page.element("label", words));
    label.htmlFor = id;
    const made = where.appendChild(document.createElement(kind || "input"));
    made.id = id;
    made.autocomplete = "off";
    return made;
  }

  function button(where, text, act, className) {
    const made = where.appendChild(page.element("button", text, className || "quiet"));
    made.type = "button";
    page.onTap(made, act);
    return made;
  }

  function switched(act) {
    return (event) => page.run(() => act(event.target.value), event.target);
  }

  at("now-session").addEventListener("change", switched(async (id) => {
    if (await sitting.choose(id, now.unit)) draw();
  }));
  at("now-unit").addEventListener("change", switched((id) => {
    const own = now.units.find((each) => each.id === id);
    return go(own || { id, name: sitting.unitName(id) });
  }));
  page.all("[data-now]").forEach((button) => page.onTap(button, back));
  setInterval(() => {
    if (document.visibilityState === "visible") refresh();
  }, REFRESH_MS);
  outbox.watch((count) => {
    if (!count) refresh();
  });

  self.rosterNow = { back, button, draw, field, isSettled, panel, refresh, show, task, unitLabel };
})();
