/* The roll: one tap ticks a name, a second one asks why he is absent; the last tick can be undone. */
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

  const FILTERS = [
    ["all", "Tất cả", () => true],
    ["unknown", "Chưa rõ", (row) => row.presence === "unknown" && !row.is_on_duty],
    ["pending", "Chờ xác nhận", (row) => row.presence === "pending"],
    ["absent", "Vắng", (row) => row.presence === "excused" || row.presence === "unexcused"],
    ["present", "Có mặt", (row) => !!words.CAME[row.presence]],
    ["contradicted", "Mâu thuẫn, cần xem lại", (row) => row.is_contradicted]
  ];
  const REJECTIONS = ["Không có trong hội trường", "Không phải người này điểm danh"];

  const marksPath = () => sitting.path() + "/marks";
  const shown = {}; // the button of a member
  let last = null; // the last tick: {row, before}

  /* ---- what was done ---- */

  function redraw(row) {
    if (shown[row.member_id]) dress(shown[row.member_id], row);
  }

  function tellLast(row, word, before) {
    last = before ? { row, before } : null;
    at("last").hidden = !last;
    at("last-words").textContent = last ? row.full_name + ": " + word : "";
    self.rosterPage.bar();
  }

  const presenceOf = (mark) => mark.kind === "present" ? mark.departed_at ? "left_early" : "full" : mark.reason === "KL" ? "unexcused" : "excused";

  function put(row, mark) {
    row.mark = mark;
    row.presence = mark ? presenceOf(mark) : row.unmarked || "unknown";
    redraw(row);
  }

  function send(row, mark) {
    const entry = { kind: mark.kind, member_ids: [row.member_id] };
    if (mark.reason) entry.reason = mark.reason;
    if (mark.note) entry.note = mark.note;
    if (mark.departed_at) entry.departed_at = mark.departed_at;
    outbox.add("tick", "POST", marksPath(), { unit_id: now.unit.id, marks: [entry] });
  }

  function write(row, mark, word) {
    const before = { mark: row.mark, presence: row.presence };
    if (!row.mark) row.unmarked = row.presence;
    put(row, mark);
    send(row, mark);
    tellLast(row, word, before);
  }

  function unmark(row) {
    const before = { mark: row.mark, presence: row.presence };
    put(row, null);
    outbox.add("unmark", "DELETE", marksPath() + "/" + row.member_id, null);
    tellLast(row, "đã xóa dấu", before);
  }

  function undo() {
    const row = last.row;
    const before = last.before;
    const wasWritten = !!row.mark;
    row.mark = before.mark;
    row.presence = before.presence;
    redraw(row);
    if (!outbox.takeBack(row.member_id)) {
      if (before.mark) send(row, before.mark);
      else if (wasWritten) outbox.add("unmark", "DELETE", marksPath() + "/" + row.member_id, null);
    }
    tellLast(row, "", null);
    at("unsaved").focus();
  }

  function decide(row, what, body) {
    row.presence = what === "confirm" ? "full" : "unknown";
    row.pending.forEach((each) => {
      outbox.add("decide", "POST", sitting.path() + "/attendance/" + each.attendance_id + "/" + what, body);
    });
    if (what === "confirm") row.evidence = row.pending[0].evidence;
    row.pending = [];
    redraw(row);
    tellLast(row, "", null);
  }

  /* ---- the sheet of a name ---- */

  function absences(row) {
    const note = page.element("input", "");
    note.placeholder = "Lý do khác là gì?";
    note.setAttribute("aria-label", "Lý do khác là gì?");
    note.maxLength = 300;
    note.hidden = true;
    const buttons = words.REASONS.map((each) => sheet.choice(each[1], () => {
      if (each[0] === "KH" && !note.value.trim()) {
        note.hidden = false;
        note.focus();
        return false;
      }
      const mark = { kind: "absent", reason: each[0] };
      if (each[0] === "KH") mark.note = note.value.trim();
      write(row, mark, "vắng – " + each[1].toLowerCase());
      return true;
    }));
    const group = sheet.group("Vắng, lý do:", buttons);
    group.appendChild(note);
    return group;
  }

  function ask(row) {
    const parts = [];
    const isIn = !!words.CAME[row.presence];
    if (row.presence === "pending") {
      parts.push(sheet.choice("Đúng, có mặt", () => decide(row, "confirm", {}), "yes"));
      parts.push(sheet.choice("Không đúng…", () => {
        sheet.open("Vì sao không đúng?", row.full_name, sheet.reasons(REJECTIONS, (reason) => decide(row, "reject", { reason })));
        return false;
      }));
    } else if (!isIn && now.session.state !== "planned") {
      parts.push(sheet.choice("Có mặt", () => write(row, { kind: "present" }, "có mặt"), "yes"));
    }
    parts.push(absences(row));
    const others = [];
    if (isIn) others.push(sheet.choice("Về sớm, lúc này", () => write(row, { kind: "present", departed_at: new Date().toISOString() }, "về sớm")));
    if (row.mark) others.push(sheet.choice("Xóa dấu đã ghi", () => unmark(row)));
    if (others.length) parts.push(sheet.group("", others));
    const said = words.standing(row);
    const known = row.mark ? said[2] : words.evidence(row.pending[0] || row) || said[2];
    const typed = row.pending && row.pending.length && row.pending[0].typed_name ? " Tên đã gõ: “" + row.pending[0].typed_name + "”." : "";
    const note = row.mark && row.mark.note ? " " + row.mark.note : "";
    sheet.open(row.full_name, "Số " + row.row_number + ", " + row.unit_name + ". " + said[1] + (known ? ": " + known.charAt(0).toLowerCase() + known.slice(1) : "") + "." + typed + note, parts);
  }

  function tap(row) {
    if (now.me.member && now.me.member.member_id === row.member_id) {
      page.tell("wait", "own_attendance", "Không tự ghi cho mình", "Đồng chí nhờ phó bí thư hoặc cấp trên ghi giúp.");
      return;
    }
    if (words.early(now.session.state) && now.session.state !== "planned") {
      page.tell("wait", "not_taken", "Chưa ghi được", words.early(now.session.state));
      return;
    }
    if (["unknown", "excused"].includes(row.presence) && !row.mark && now.session.state !== "planned") write(row, { kind: "present" }, "có mặt");
    else ask(row);
  }

  /* ---- the list ---- */

  function dress(button, row) {
    const said = words.standing(row);
    button.setAttribute("data-tone", said[0]);
    button.textContent = "";
    button.appendChild(page.element("i", row.row_number ? String(row.row_number) : ""));
    const label = page.element("span", "");
    label.appendChild(page.element("b", row.full_name));
    const more = said[1] + (said[2] ? " · " + said[2] : "") + (row.is_expected ? "" : " · không thuộc lớp này");
    label.appendChild(page.element("small", more));
    if (row.is_contradicted) label.appendChild(page.element("small", "Ghi tay và máy nói khác nhau", "clash"));
    button.appendChild(label);
  }

  function line(row) {
    const button = page.element("button", "", "person");
    button.type = "button";
    button.setAttribute("data-member", row.member_id);
    button.addEventListener("click", () => tap(row));
    dress(button, row);
    shown[row.member_id] = button;
    return button;
  }

  /* Only what is asked for is drawn; a name that is ticked stays until the next question. */
  function draw() {
    const query = at("roll-query").value;
    const filter = FILTERS.find((each) => each[0] === at("roll-filter").value)[2];
    const found = now.rows.filter((each) => filter(each) && words.finds(query, each));
    const box = document.createDocumentFragment();
    let unit = "";
    found.forEach((row) => {
      if (row.unit_id !== unit && now.roll.units.length > 1) box.appendChild(page.element("h2", row.unit_name));
      unit = row.unit_id;
      box.appendChild(line(row));
    });
    at("roll-rows").textContent = "";
    at("roll-rows").appendChild(box);
    at("roll-count").textContent = found.length ? found.length + " người. " + (words.early(now.session.state) || "Bấm một lần: có mặt. Bấm lần nữa: vắng, lý do.") : "Không có ai như vậy.";
  }

  function drawFilters(chosen) {
    const select = at("roll-filter");
    select.textContent = "";
    FILTERS.forEach((each) => {
      const count = now.rows.filter(each[2]).length;
      if (count || each[0] === "all" || each[0] === chosen) select.appendChild(new Option(each[1] + " (" + count + ")", each[0], false, each[0] === chosen));
    });
  }

  /* Rows are read again only when nothing is on its way: what was done here would seem undone. */
  async function load() {
    if (now.rows && outbox.count()) return true;
    return sitting.readRows((count) => {
      if (count >= 100) at("progress").textContent = "Đang tải danh sách: " + count + " người…";
    });
  }

  async function open(filter) {
    if (sitting.isTooLarge()) {
      page.tell("wait", "too_large", "Danh sách rất dài", "Mời đồng chí chọn một đơn vị ở ô “Đơn vị”.");
      return;
    }
    if (!await load()) return;
    last = null; // of another class or unit, perhaps
    at("last").hidden = true;
    self.rosterPage.bar();
    at("roll-title").textContent = now.unit.name;
    at("roll-query").value = "";
    drawFilters(filter);
    draw();
    page.show("roll");
  }

  at("roll-query").addEventListener("input", draw);
  at("roll-filter").addEventListener("change", () => {
    drawFilters(at("roll-filter").value);
    draw();
  });
  at("undo").addEventListener("click", undo);

  /* What the server left out is read again, so that the list shows what stands. */
  async function after(skipped, title) {
    if (skipped.length) {
      const lines = skipped.map((each) => {
        const row = sitting.row(each.member_id);
        return words.skipped(each, row && row.full_name, sitting.unitName(each.unit_id));
      });
      page.tell("wait", "skipped", title, lines.join("\n"));
    }
    if (skipped.length || !outbox.count()) await reread();
  }

  async function reread() {
    if (page.step() !== "roll" || !now.rows || outbox.count()) {
      if (page.step() !== "roll") now.rows = null;
      return;
    }
    const was = now.rows;
    if (!await sitting.readRows(null)) return;
    was.forEach((old) => {
      const fresh = sitting.row(old.member_id);
      if (fresh) Object.assign(old, { mark: fresh.mark, presence: fresh.presence, pending: fresh.pending, is_contradicted: fresh.is_contradicted, evidence: fresh.evidence });
    });
    now.rows = was;
    was.forEach(redraw);
  }

  function refused(answer, item) {
    self.rosterPage.refused(answer, item);
    reread();
  }

  outbox.on("tick", (body) => {
    if (body.skipped.length) after(body.skipped, "Có dấu chưa ghi được");
  }, refused);
  outbox.on("unmark", null, (answer, item) => {
    if (answer.status !== 404) refused(answer, item); // it was gone already
  });
  outbox.on("decide", null, refused);

  const rest = (total) => total.unknown ? [total.unknown + " người chưa rõ", "bad"] : ["Ai cũng đã có tin", "good"];
  screen.task(10, (total) => ["Danh sách, ghi từng người"].concat(rest(total)), () => open("all"));
  /* The figures do not count them: the list tells, and where there is none the page says so. */
  async function openContradicted() {
    await open("contradicted");
    if (page.step() !== "roll" || now.rows.some((each) => each.is_contradicted)) return;
    screen.show();
    page.tell("good", "no_clash", "Không có ai bị ghi khác nhau", "Ghi tay và máy đều nói như nhau.");
  }

  screen.task(60, () => ["Ghi tay và máy nói khác nhau", "Xem có ai không"], openContradicted, (total) => total.manual + total.excused + total.unexcused > 0);

  self.rosterRoll = { after, load, open, REJECTIONS };
})();
