/* Ticking by row numbers: a field for each unit of the hall and one save; an old paper shows its names first. */
(function () {
  "use strict";

  const page = self.officePage;
  const outbox = self.rosterOutbox;
  const sitting = self.rosterSitting;
  const words = self.rosterWords;
  const screen = self.rosterNow;
  const now = sitting.now;
  const at = page.at;

  const body = screen.panel("numbers", "Ghi theo số thứ tự", "Số của từng người trên danh sách giấy. Ví dụ: 1-7, 9, 12");
  const kind = screen.field(body, "numbers-kind", "Những số dưới đây", "select");
  const fields = body.appendChild(page.element("div", "", "rows-of"));
  const code = screen.field(body, "numbers-code", "Mã danh sách ở góc phải tờ giấy (nếu có)");
  const faults = body.appendChild(page.element("p", "", "error"));
  screen.button(body, "Lưu", save, "big");
  const old = screen.panel("names-again", "Tờ danh sách đã cũ", "Danh sách đã đổi sau khi in. Mời so tên từng người rồi mới ghi.");
  let outdated = null; // the piece of work that the server sent back

  code.placeholder = "K7M-2QX";
  kind.appendChild(new Option("có mặt", "present"));
  words.REASONS.filter((each) => each[0] !== "KH").forEach((each) => kind.appendChild(new Option("vắng – " + each[1].toLowerCase(), each[0])));

  function fieldOf(unit) {
    const label = fields.appendChild(page.element("label", screen.unitLabel(unit)));
    const input = fields.appendChild(page.element("input", "", "digits-of"));
    label.htmlFor = input.id = "rows-" + unit.unit_id;
    input.setAttribute("data-unit", unit.unit_id);
    input.setAttribute("inputmode", "tel");
    input.setAttribute("enterkeyhint", "next");
    input.autocomplete = "off";
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      const all = page.all("#page [data-unit]");
      (all[all.indexOf(input) + 1] || code).focus();
    });
    fields.appendChild(page.element("p", unit.unknown ? "Còn " + unit.unknown + " người chưa rõ" : "Ai cũng đã có tin", "hint"));
  }

  function open() {
    fields.textContent = "";
    faults.textContent = "";
    now.roll.units.forEach(fieldOf);
    kind.options[0].disabled = now.session.state === "planned";
    if (kind.options[0].disabled && kind.value === "present") kind.selectedIndex = 1;
    page.show("numbers");
  }

  function entries() {
    const chosen = kind.value;
    return page.all("#page [data-unit]").filter((each) => each.value.trim()).map((each) => {
      const entry = { kind: chosen === "present" ? "present" : "absent", unit_id: each.getAttribute("data-unit"), row_numbers: each.value.trim() };
      if (chosen !== "present") entry.reason = chosen;
      return entry;
    });
  }

  function send(marks, confirmed, rosterCode) {
    outbox.add("rows", "POST", sitting.path() + "/marks", {
      unit_id: now.unit.id, roster_code: rosterCode, names_confirmed: confirmed, marks: marks
    });
  }

  /* What is typed goes to the server as it stands: it reads "1 đến 7" too, and says which piece is wrong. */
  function save() {
    const marks = entries();
    const wrong = marks.find((each) => !/[0-9]/.test(each.row_numbers));
    faults.textContent = !marks.length ? "Đồng chí chưa ghi số nào." : wrong ? "“" + wrong.row_numbers + "” không có số nào." : "";
    if (faults.textContent) return;
    send(marks, false, code.value.trim() || null);
    screen.show();
    page.tell("wait", "sending", "Đang ghi…", "");
  }

  function showOutdated(rows) {
    old.textContent = "";
    const list = old.appendChild(page.element("ul", "", "cards"));
    rows.forEach((each) => {
      const item = list.appendChild(page.element("li", ""));
      item.appendChild(page.element("b", "Số " + each.row_number + ": " + each.full_name));
      item.appendChild(page.element("span", sitting.unitName(each.unit_id) + (each.is_struck ? " – đã gạch, sẽ không ghi" : "")));
    });
    screen.button(old, "Đúng các tên này, ghi", () => {
      send(outdated.marks, true, outdated.roster_code);
      screen.show();
    }, "big");
    screen.button(old, "Sửa lại số", () => page.show("numbers"));
    page.show("names-again");
  }

  outbox.on("rows", (answer) => {
    now.rows = null;
    page.all("#page [data-unit]").forEach((each) => { each.value = ""; });
    const present = answer.marked.filter((each) => each.kind === "present").length;
    const absent = answer.marked.length - present;
    const said = (present ? "Đã ghi " + present + " người có mặt. " : "") + (absent ? "Đã ghi " + absent + " người vắng. " : "");
    const lines = answer.skipped.map((each) => words.skipped(each, "", sitting.unitName(each.unit_id)));
    if (!lines.length) page.tell("good", "rows_written", said || "Không có ai để ghi", "");
    else page.tell("wait", "skipped", said + "Còn " + lines.length + " số chưa ghi được", lines.join("\n"));
  }, (answer, item) => {
    if (answer.problem.code === "roster_outdated") {
      outdated = item.body;
      showOutdated(answer.problem.rows);
      return;
    }
    page.show("numbers");
    page.refuse(answer);
  });

  screen.task(20, () => ["Ghi theo số thứ tự", "1-7, 9, 12"], open);
})();
