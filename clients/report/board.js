/* Who has handed in and who is late, with the words to remind them; the organiser's own card. */
(function () {
  "use strict";

  const page = self.officePage;
  const sitting = self.reportSitting;
  const share = self.reportShare;
  const words = self.reportWords;
  const now = sitting.now;
  const at = page.at;

  let asked = null; // {conference_id, session_id, title, unit_id}

  function query() {
    const parts = [];
    if (asked.unit_id) parts.push("unit_id=" + asked.unit_id);
    if (asked.session_id) parts.push("session_id=" + asked.session_id);
    return parts.length ? "?" + parts.join("&") : "";
  }

  async function openReport(unit) {
    if (await sitting.read(unit.report_id)) self.reportPaper.show();
  }

  function row(unit) {
    const said = words.owed(unit);
    const item = page.element("li", "");
    item.setAttribute("data-tone", said[0]);
    item.appendChild(page.element("b", unit.name));
    item.appendChild(page.element("span", said[1]));
    if (unit.report_id) {
      const button = item.appendChild(page.element("button", "Xem báo cáo", "quiet"));
      button.setAttribute("aria-label", "Xem báo cáo: " + unit.name);
      page.onTap(button, () => openReport(unit));
    }
    return item;
  }

  function reminder(each, isAlone) {
    const made = page.element("div", "");
    if (!isAlone) made.appendChild(page.element("p", each.group ? "Nhóm " + each.group : "Không thuộc nhóm nào", "place"));
    const text = made.appendChild(page.element("p", each.text, "ready"));
    const button = made.appendChild(page.element("button", "Chép lời nhắc", "quiet"));
    page.onTap(button, async () => page.copy(text, share.PASTE));
    return made;
  }

  function draw(board) {
    const totals = board.totals;
    at("board-of").textContent = asked.title + " · lúc " + self.officeWords.clockTime(board.counted_at);
    at("board-total").textContent = totals.handed_in + "/" + totals.units + " đơn vị đã gửi" + (totals.late ? ", " + totals.late + " đơn vị chậm" : "") +
      ". Có mặt " + words.number(totals.present) + "/" + words.number(totals.convened) + (totals.unknown ? ", " + words.number(totals.unknown) + " chưa rõ" : "") + ".";
    const reminders = board.reminders.length > 1 ? board.reminders : board.reminder ? [{ group: null, text: board.reminder }] : [];
    at("board-reminders").textContent = "";
    reminders.forEach((each) => at("board-reminders").appendChild(reminder(each, reminders.length === 1)));
    at("board-late").hidden = !reminders.length;
    const list = at("board-list");
    list.textContent = "";
    board.units.slice().sort((one, other) => other.is_late - one.is_late).forEach((each) => list.appendChild(row(each)));
    if (!board.units.length) list.appendChild(page.element("li", "Không có đơn vị nào phải gửi báo cáo này."));
    at("board-card").hidden = !!asked.unit_id || sitting.isSecret(asked.conference_id, asked.session_id);
  }

  async function read() {
    const board = await sitting.get("/conferences/" + asked.conference_id + "/report-status" + query());
    if (!board) return false;
    draw(board);
    return true;
  }

  async function open(what) {
    asked = what;
    at("board-card-box").hidden = true;
    if (await read()) page.show("board");
  }

  page.onTap(at("board-again"), async () => {
    if (await read()) page.tell("good", "fresh", "Đã xem lại", "");
  });

  page.onTap(at("board-card-open"), async () => {
    const path = "/conferences/" + asked.conference_id + "/share-card";
    const which = asked.session_id ? "?session_id=" + asked.session_id : "";
    const card = await sitting.get(path + which);
    if (!card) return;
    at("board-card-text").textContent = card.text;
    if (!await share.show(at("board-card-picture"), path + ".png" + which, "Ảnh số liệu toàn hội nghị")) return;
    at("board-card-box").hidden = false;
  });
  page.onTap(at("board-card-copy"), async () => page.copy(at("board-card-text"), share.PASTE));

  page.onTap(at("paper-board"), () => open({
    conference_id: now.report.conference_id, session_id: now.report.session_id, unit_id: now.report.unit_id, title: words.kind(now.report.kind) + " · " + now.report.unit_name
  }));

  self.reportBoard = { open };
})();
