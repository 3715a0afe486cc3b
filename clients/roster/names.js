/* Names that were typed and fitted nobody: a member on the list, a new one, a guest, or nobody. */
(function () {
  "use strict";

  const page = self.officePage;
  const outbox = self.rosterOutbox;
  const sheet = self.officeSheet;
  const sitting = self.rosterSitting;
  const words = self.rosterWords;
  const screen = self.rosterNow;
  const now = sitting.now;

  const REJECTIONS = ["Không có người này trong hội trường", "Gõ nhầm hoặc gõ đùa"];
  const SHOWN_AT_MOST = 12;
  const body = screen.panel("typed", "Tên chưa khớp", "Người đã gõ tên trên máy mà danh sách không có ai như vậy.");
  const list = body.appendChild(page.element("ul", "", "cards"));
  const finder = screen.panel("find", "Tìm trong danh sách", "");
  const typed = finder.appendChild(page.element("p", "", "place"));
  const query = screen.field(finder, "find-query", "Tên hoặc số, không cần dấu");
  const found = finder.appendChild(page.element("div", ""));
  const adding = screen.panel("add", "Thêm vào danh sách", "Chỉ thêm đảng viên thật sự thuộc đơn vị.");
  const unit = screen.field(adding, "add-unit", "Đơn vị", "select");
  const fullName = screen.field(adding, "add-name", "Họ và tên");
  const status = screen.field(adding, "add-status", "Đảng viên", "select");
  const fault = adding.appendChild(page.element("p", "", "error"));
  let names = [];
  let settling = null;

  status.appendChild(new Option("chính thức", "official"));
  status.appendChild(new Option("dự bị", "probationary"));

  function settle(name, outcome) {
    outbox.add("settle", "POST", sitting.path() + "/typed-names/" + name.id + "/settle", outcome);
    names = names.filter((each) => each !== name);
    now.rows = null;
    draw();
    page.show("typed");
  }

  function suggestion(name, each) {
    const button = page.element("button", "", "quiet row");
    const label = page.element("span", "Là " + each.full_name);
    const fits = each.last4_fits ? ", đúng 4 số thẻ" : each.last4_fits === false ? ", 4 số thẻ không khớp" : "";
    label.appendChild(page.element("b", each.unit_name + fits));
    button.appendChild(label);
    page.onTap(button, () => settle(name, { outcome: "matched", member_id: each.member_id }));
    return button;
  }

  function card(name) {
    const item = page.element("li", "");
    item.appendChild(page.element("b", "“" + name.name + "”"));
    item.appendChild(page.element("span", (name.unit_name || "Không chọn đơn vị") + (name.last4 ? ", 4 số thẻ đã gõ: " + name.last4 : "")));
    item.appendChild(page.element("span", words.evidence(name) + "."));
    name.suggestions.forEach((each) => item.appendChild(suggestion(name, each)));
    const pair = item.appendChild(page.element("div", "", "pair"));
    screen.button(pair, "Tìm người khác", () => openFinder(name));
    screen.button(pair, "Việc khác…", () => {
      sheet.open("“" + name.name + "”", "", [
        sheet.choice("Là khách, không phải đảng viên", () => settle(name, { outcome: "guest" })),
        sheet.choice("Đảng viên thiếu trong danh sách: thêm vào", () => openAdding(name)),
        sheet.choice("Không tính…", () => {
          sheet.open("Vì sao không tính?", name.name, sheet.reasons(REJECTIONS, (reason) => settle(name, { outcome: "rejected", reason })));
          return false;
        })
      ]);
    });
    return item;
  }

  function draw() {
    list.textContent = "";
    names.forEach((each) => list.appendChild(card(each)));
    if (!names.length) list.appendChild(page.element("li", "Không còn tên nào chưa khớp."));
  }

  async function open() {
    // For one's whole unit without a filter: a name may have come without any unit.
    const isWhole = now.units.some((each) => each.id === now.unit.id);
    const where = "/typed-names?session_id=" + now.session.id + "&settled=false" + (isWhole ? "" : "&unit_id=" + now.unit.id);
    const items = await sitting.all(where, null);
    if (!items) return;
    names = items.filter((each) => !each.attendance_id); // whose name fitted waits in “Chờ xác nhận”
    draw();
    page.show("typed");
  }

  function drawFound() {
    const asked = query.value.trim();
    found.textContent = "";
    if (asked) {
      now.rows.filter((each) => words.finds(asked, each)).slice(0, SHOWN_AT_MOST).forEach((row) => {
        found.appendChild(suggestion(settling, { full_name: row.full_name, unit_name: row.unit_name, member_id: row.member_id, last4_fits: null }));
      });
      if (!found.firstChild) found.appendChild(page.element("p", "Không thấy ai như vậy.", "hint"));
    }
  }

  async function openFinder(name) {
    if (!await self.rosterRoll.load()) return;
    settling = name;
    typed.textContent = "Đã gõ: “" + name.name + "”";
    query.value = "";
    drawFound();
    page.show("find");
  }

  function openAdding(name) {
    settling = name;
    unit.textContent = "";
    now.roll.units.forEach((each) => unit.appendChild(new Option(each.name, each.unit_id, false, each.unit_id === name.unit_id)));
    fullName.value = name.name;
    fault.textContent = "";
    page.show("add");
  }

  screen.button(adding, "Thêm và ghi có mặt", () => {
    const text = fullName.value.trim().replace(/\s+/g, " ");
    fault.textContent = text.length < 2 ? "Mời đồng chí ghi họ và tên." : "";
    if (fault.textContent) return;
    settle(settling, { outcome: "added", unit_id: unit.value, full_name: text, card_number: null, status: status.value });
  }, "big");
  screen.button(adding, "Quay lại", () => page.show("typed"), "plain");
  screen.button(finder, "Quay lại", () => page.show("typed"), "plain");
  query.addEventListener("input", drawFound);

  outbox.on("settle", (answer) => {
    if (answer.was_already_there) page.tell("good", "already_there", "Người này đã được ghi từ trước", "Không tính thêm lần nữa.");
  });

  screen.task(40, (total) => ["Tên chưa khớp danh sách", total.typed_names + " tên", "bad"], open, (total) => total.typed_names > 0);
})();
