/* Who waits for a person's word: how each is known, one by one, or all of them after the head count. */
(function () {
  "use strict";

  const page = self.officePage;
  const outbox = self.rosterOutbox;
  const sheet = self.officeSheet;
  const sitting = self.rosterSitting;
  const words = self.rosterWords;
  const screen = self.rosterNow;
  const now = sitting.now;
  const at = page.at;

  const MOST_AT_ONCE = 200;
  const body = screen.panel("pending", "Chờ xác nhận", "");
  const counted = body.appendChild(page.element("p", "", "state"));
  const whole = screen.button(body, "", confirmAll, "big");
  const again = screen.button(body, "Đếm lại", () => self.rosterHall.openHeads(open), "plain");
  const list = body.appendChild(page.element("ul", "", "cards"));
  let rows = [];

  const isOwn = (row) => !!now.me.member && now.me.member.member_id === row.member_id;
  const settled = (row) => { rows = rows.filter((each) => each !== row); };

  /* The heads, and those whom this very page has not yet sent, tell whether all of them can be there. */
  function drawHead() {
    const heads = now.roll.total.head_count;
    const ready = rows.filter((each) => !isOwn(each)).length;
    const said = heads ? words.difference(heads) : ["wait", "Chưa đếm người trong hội trường. Đếm xong thì xác nhận được tất cả một lần."];
    counted.setAttribute("data-tone", heads && heads.difference >= 0 ? "good" : said[0]);
    counted.textContent = heads && heads.difference > 0 ? said[1] + " Đang chờ xác nhận: " + ready + "." : said[1];
    whole.textContent = heads ? "Xác nhận tất cả " + ready + " người" : "Đếm người trong hội trường";
    whole.hidden = !ready;
    again.hidden = !heads || !ready;
  }

  function card(row) {
    const item = page.element("li", "");
    const first = row.pending[0];
    item.appendChild(page.element("b", (row.row_number ? row.row_number + ". " : "") + row.full_name));
    item.appendChild(page.element("span", row.unit_name + (row.is_expected ? "" : " – không thuộc lớp này")));
    item.appendChild(page.element("span", words.evidence(first) + (first.typed_name && first.typed_name !== row.full_name ? ". Đã gõ: “" + first.typed_name + "”" : "") + "."));
    if (isOwn(row)) {
      item.appendChild(page.element("span", "Là đồng chí: nhờ phó bí thư hoặc cấp trên xác nhận.", "hint"));
      return item;
    }
    const pair = item.appendChild(page.element("div", "", "pair"));
    screen.button(pair, "Có mặt", () => {
      outbox.add("confirm", "POST", sitting.path() + "/attendance/confirm", { attendance_ids: row.pending.map((each) => each.attendance_id) });
      settled(row);
      draw();
    }, "yes");
    screen.button(pair, "Không đúng…", () => {
      sheet.open("Vì sao không đúng?", row.full_name, sheet.reasons(self.rosterRoll.REJECTIONS, (reason) => {
        row.pending.forEach((each) => outbox.add("decide", "POST", sitting.path() + "/attendance/" + each.attendance_id + "/reject", { reason }));
        settled(row);
        draw();
      }));
    });
    return item;
  }

  function draw() {
    drawHead();
    list.textContent = "";
    rows.forEach((row) => list.appendChild(card(row)));
    if (!rows.length) list.appendChild(page.element("li", "Không còn ai chờ xác nhận."));
  }

  async function open() {
    const found = await sitting.all("/sessions/" + now.session.id + "/units/" + now.unit.id + "/roll/rows?presence=pending", null);
    if (!found) return;
    rows = found.filter((each) => each.pending.length);
    draw();
    page.show("pending");
  }

  function confirmAll() {
    const heads = now.roll.total.head_count;
    if (!heads) {
      self.rosterHall.openHeads(open);
      return;
    }
    const ready = rows.filter((each) => !isOwn(each));
    sheet.open("Xác nhận " + ready.length + " người có mặt?", words.difference(heads)[1], [sheet.choice("Đúng, xác nhận tất cả", () => {
      const ids = [].concat.apply([], ready.map((row) => row.pending.map((each) => each.attendance_id)));
      for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
        const some = ids.slice(from, from + MOST_AT_ONCE);
        outbox.add("confirm", "POST", sitting.path() + "/attendance/confirm", { attendance_ids: some }, some.length);
      }
      rows = rows.filter(isOwn);
      now.rows = null;
      screen.show();
    }, "yes")]);
  }

  outbox.on("confirm", (answer) => {
    const own = answer.skipped.filter((each) => each.code === "own_attendance").length;
    const gone = answer.skipped.length - own;
    const lines = [];
    if (own) lines.push("Của chính đồng chí: nhờ người khác xác nhận.");
    if (gone) lines.push(gone + " người đã được người khác quyết định.");
    if (lines.length) page.tell("wait", "skipped", "Đã xác nhận " + answer.confirmed.length + " người", lines.join("\n"));
    else if (page.step() === "now") page.tell("good", "confirmed", "Đã xác nhận " + answer.confirmed.length + " người", "");
  });

  screen.task(30, (total) => ["Chờ xác nhận", total.pending + (total.pending_from_elsewhere || 0) + " người", "bad"], open,
    (total) => total.pending + (total.pending_from_elsewhere || 0) > 0);
})();
