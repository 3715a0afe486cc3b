/* Phones of the unit: whose is bound and not yet confirmed, a lost one, and slips for those who have none. */
(function () {
  "use strict";

  const page = self.officePage;
  const outbox = self.rosterOutbox;
  const session = self.officeSession;
  const sheet = self.officeSheet;
  const sitting = self.rosterSitting;
  const screen = self.rosterNow;
  const now = sitting.now;

  const body = screen.panel("phones", "Máy của đảng viên", "Máy đã gắn và được xác nhận thì quét mã là có mặt ngay.");
  const shown = screen.field(body, "phones-shown", "Hiện những ai", "select");
  const list = body.appendChild(page.element("ul", "", "cards"));
  const slips = body.appendChild(page.element("div", ""));
  slips.appendChild(page.element("h2", "Phiếu gắn máy"));
  slips.appendChild(page.element("p", "Mỗi phiếu một mã, dùng một lần trong 72 giờ. Làm phiếu mới thì phiếu cũ của người đó hết dùng.", "hint"));
  const printed = slips.appendChild(page.element("p", "", "place"));
  screen.button(slips, "Làm phiếu cho người chưa có máy", make);
  screen.button(slips, "Tải tờ phiếu để in", print);

  const WORDS = [["provisional", "Máy chờ xác nhận"], ["confirmed", "Máy đã xác nhận"], ["none", "Chưa gắn máy nào"]];
  WORDS.forEach((each) => shown.appendChild(new Option(each[1], each[0])));

  const unitPath = () => "/units/" + now.unit.id;

  function act(row, kind, method, where, item) {
    outbox.add(kind, method, "/members/" + row.member_id + where, method === "POST" ? {} : null);
    item.parentNode.removeChild(item);
  }

  function card(row) {
    const item = page.element("li", "");
    item.appendChild(page.element("b", row.full_name));
    item.appendChild(page.element("span", sitting.unitName(row.unit_id)));
    if (!row.device) return item;
    item.appendChild(page.element("span", "Gắn lúc " + self.officeWords.clockTime(row.device.bound_at)));
    const pair = item.appendChild(page.element("div", "", "pair"));
    if (!row.device.is_confirmed) screen.button(pair, "Đúng máy của người này", () => act(row, "phone", "POST", "/device/confirm", item), "yes");
    screen.button(pair, "Mất máy, gỡ ra…", () => {
      sheet.open("Gỡ máy của " + row.full_name + "?", "Máy đó không điểm danh thay được nữa. Người này dùng phiếu để gắn máy mới.", [
        sheet.choice("Gỡ ngay", () => act(row, "phone", "DELETE", "/device", item))
      ]);
    });
    return item;
  }

  async function read() {
    const rows = await sitting.all(unitPath() + "/devices?state=" + shown.value, null);
    if (!rows) return false;
    list.textContent = "";
    rows.forEach((each) => list.appendChild(card(each)));
    if (!rows.length) list.appendChild(page.element("li", "Không có ai."));
    return true;
  }

  async function open() {
    printed.textContent = "";
    if (await read()) page.show("phones");
  }

  async function make() {
    const answer = await session.own("POST", unitPath() + "/enrolment-slips", { member_ids: null }, { "Idempotency-Key": self.officeWire.newKey() });
    if (!answer) return;
    const count = answer.body.items.length;
    printed.textContent = count ? "Đã làm " + count + " phiếu. Mời tải về để in." : "Ai cũng có máy hoặc đã có phiếu.";
  }

  async function print() {
    const answer = await session.own("GET", unitPath() + "/enrolment-slips?format=docx", null);
    if (!answer) return;
    self.officeSaving.save(answer.body, "phieu-gan-may.docx");
    page.tell("good", "slips", "Đã tải phieu-gan-may.docx", "In xong, cắt rời, đưa tận tay từng người. Không gửi phiếu lên Zalo.");
  }

  shown.addEventListener("change", () => page.run(read, shown));
  screen.task(90, () => ["Máy của đảng viên, phiếu gắn máy"], open, () => now.me.grants.some((each) => each.role === "secretary"));
})();
