/* Asked once: which member the account's owner is, so that nobody ticks himself. */
(function () {
  "use strict";

  const page = self.officePage;
  const sheet = self.officeSheet;
  const session = self.officeSession;
  const sitting = self.rosterSitting;
  const words = self.rosterWords;
  const at = page.at;

  const SHOWN_AT_MOST = 20;
  const SEARCH_PAUSE_MS = 400;

  let known = []; // the unit's members, where one page holds them all
  let isLarge = false;
  let asked = 0;
  let timer = null;
  let whenSaid = null;

  const where = (query) => "/units/" + sitting.now.unit.id + "/members?scope=tree&limit=100" + (query ? "&q=" + encodeURIComponent(query) : "");

  async function say(memberId) {
    const answer = await session.own("PUT", "/me/member", { member_id: memberId });
    if (!answer) return;
    known = [];
    at("who-list").textContent = "";
    await whenSaid();
  }

  function confirm(title, text, yes, memberId) {
    const button = page.element("button", yes);
    page.onTap(button, () => {
      sheet.close();
      return say(memberId);
    });
    sheet.open(title, text, [button]);
  }

  function draw(found, sentence) {
    const list = at("who-list");
    list.textContent = "";
    found.slice(0, SHOWN_AT_MOST).forEach((each) => {
      const button = page.element("button", "", "quiet row");
      const label = page.element("span", each.full_name);
      const unit = sitting.unitName(each.unit_id);
      label.appendChild(page.element("b", unit));
      button.appendChild(label);
      button.addEventListener("click", () => confirm("Đồng chí là " + each.full_name + "?", unit + ". Chọn rồi thì chỉ người quản lý tài khoản sửa được.", "Đúng là tôi", each.id));
      list.appendChild(button);
    });
    const rest = found.length - SHOWN_AT_MOST;
    const text = sentence || (rest > 0 ? "Còn nhiều người nữa: gõ thêm chữ của tên." : found.length ? "" : "Không thấy tên nào như vậy.");
    if (text) list.appendChild(page.element("p", text, "hint"));
  }

  function filter() {
    const query = at("who-query").value;
    if (!isLarge) {
      draw(known.filter((each) => words.finds(query, each)), "");
      return;
    }
    clearTimeout(timer);
    asked += 1;
    const mine = asked;
    if (query.trim().length < 2) {
      draw([], "Gõ ít nhất 2 chữ của tên.");
      return;
    }
    draw([], "Đang tìm…");
    timer = setTimeout(async () => {
      const found = await sitting.get(where(query.trim()));
      if (found && mine === asked) draw(found.items, "");
    }, SEARCH_PAUSE_MS);
  }

  async function ask(then) {
    whenSaid = then;
    if (sitting.now.unit && !await sitting.readTree()) return;
    const found = sitting.now.unit ? await sitting.get(where("")) : { items: [] };
    if (!found) return;
    isLarge = !!found.next_cursor;
    known = found.items;
    known.forEach((each) => { each.folded = words.fold(each.full_name); });
    at("who-query").value = "";
    filter();
    page.show("who");
  }

  at("who-query").addEventListener("input", filter);
  at("who-none").addEventListener("click", () => confirm("Không có tên trong danh sách?", "Dùng cho người không phải đảng viên của đơn vị này.", "Đúng, tôi không có tên", null));

  self.rosterWho = { ask };
})();
