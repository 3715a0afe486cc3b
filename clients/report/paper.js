/* One report: its figures and what they lack, handing it in, and what came back. */
(function () {
  "use strict";

  const page = self.officePage;
  const sheet = self.officeSheet;
  const sitting = self.reportSitting;
  const texts = self.reportTexts;
  const words = self.reportWords;
  const now = sitting.now;
  const at = page.at;

  const MOST_AT_ONCE = 200;
  const REFRESH_MS = 30000;

  function draws(part, text, tone) {
    part.textContent = text;
    part.hidden = !text;
    if (tone !== undefined) part.setAttribute("data-tone", tone);
  }

  /* The parts of the sum are not torn apart at the end of a line. */
  function drawIdentity(part, figures) {
    part.textContent = "";
    words.identity(figures).forEach((each) => {
      part.appendChild(page.element("span", each));
      part.appendChild(document.createTextNode(" "));
    });
  }

  function problem(each) {
    const made = page.element("div", "", "state");
    made.appendChild(page.element("p", each.sentence + "."));
    if (each.units.length) {
      const list = made.appendChild(page.element("ul", ""));
      each.units.forEach((unit) => list.appendChild(page.element("li", unit.name + ": " + unit.missing + " đồng chí")));
    }
    return made;
  }

  function drawProblems(report) {
    const box = at("paper-problems");
    box.textContent = "";
    if (!report.problems.length || !sitting.mayWrite()) return;
    const blocks = report.problems.some((each) => each.is_blocking);
    if (!blocks) box.appendChild(page.element("p", "Cần xem lại:", "soft"));
    else if (!report.is_frozen) box.appendChild(page.element("p", "Chưa gửi được báo cáo chính thức, vì:", "bad-line"));
    report.problems.forEach((each) => box.appendChild(problem(each)));
    if (!blocks) return;
    const link = page.element("a", "Ghi nốt ở trang danh sách", "onward");
    link.href = "/roster" + (report.session_id ? "#session=" + report.session_id : "");
    const line = box.appendChild(page.element("p", ""));
    line.appendChild(link);
    line.appendChild(page.element("span", " (đăng nhập lại)", "soft"));
  }

  function line(name, figures) {
    const item = page.element("li", "");
    item.appendChild(page.element("b", name));
    const said = item.appendChild(page.element("span", ""));
    drawIdentity(said, figures);
    return item;
  }

  function drawBlocks(report) {
    const list = at("paper-blocks-list");
    list.textContent = "";
    if (report.kind === "result") report.sessions.forEach((each) => list.appendChild(line(each.title, each.figures)));
    report.blocks.forEach((block) => {
      list.appendChild(line(block.name + " (cộng)", block.figures));
      block.units.forEach((each) => list.appendChild(line(each.name, each.figures)));
    });
    at("paper-blocks").hidden = !list.firstChild;
    at("paper-board").hidden = !report.blocks.length;
  }

  function drawFigures() {
    const report = now.report;
    drawIdentity(at("paper-identity"), report.figures);
    at("paper-more").textContent = words.more(report);
    drawProblems(report);
    const pending = report.figures.pending;
    at("paper-confirm").hidden = !sitting.mayWrite() || report.is_frozen || !pending;
    at("paper-confirm").textContent = "Xác nhận tất cả " + pending + " người đang chờ";
    drawBlocks(report);
  }

  function drawDifference(report) {
    const box = at("paper-difference");
    box.textContent = "";
    if (!report.is_frozen || !report.pending_difference.length) return;
    box.appendChild(page.element("p", "Từ lúc gửi đến nay đã thay đổi:", "bad-line"));
    const list = box.appendChild(page.element("ul", ""));
    report.pending_difference.forEach((each) => list.appendChild(page.element("li", each.line)));
  }

  function drawVersions(report) {
    const list = at("paper-versions");
    list.textContent = "";
    report.versions.slice().reverse().forEach((each) => {
      const item = list.appendChild(page.element("li", ""));
      item.appendChild(page.element("b", words.version(each.kind) + " số " + each.number));
      item.appendChild(page.element("span", "Gửi " + self.officeWords.clockTime(each.submitted_at)));
      each.difference.forEach((one) => item.appendChild(page.element("span", one.line)));
    });
  }

  function drawHanding(report) {
    const isAddendum = report.is_frozen;
    const mayWrite = sitting.mayWrite();
    at("paper-submit").hidden = !mayWrite || !report.can_submit;
    at("paper-submit").textContent = isAddendum ? "Gửi bản bổ sung" : "Gửi báo cáo";
    at("paper-interim").hidden = !mayWrite || isAddendum;
    at("paper-decide").hidden = !sitting.mayDecide() || !isAddendum;
    at("paper-accept").hidden = report.state !== "submitted";
    drawDifference(report);
    drawVersions(report);
  }

  function draw() {
    const report = now.report;
    const held = now.sessions.find((each) => each.id === report.session_id);
    const conference = now.conferences.find((each) => each.id === report.conference_id);
    const state = words.state(report);
    at("paper-title").textContent = words.kind(report.kind);
    at("paper-of").textContent = report.unit_name + " · " + (held || conference || { title: "" }).title;
    draws(at("paper-state"), state[1], state[0]);
    draws(at("paper-comment"), report.state === "returned" && report.comment ? "Cấp trên ghi: " + report.comment : "");
    drawFigures();
    texts.draw(false);
    drawHanding(report);
    self.reportPhotos.draw();
    self.reportShare.draw();
  }

  function forget() {
    now.report = null;
    texts.forget();
    self.reportPhotos.forget();
    self.reportShare.clear();
    at("paper-return-why").value = "";
  }

  /* The report that `begin` or `read` has made the open one. */
  function show() {
    texts.forget();
    self.reportShare.clear();
    draw();
    page.show("paper");
    texts.fitAll(); // what is not shown has no height
  }

  /* ---- confirming ---- */

  async function confirmIn(sessionId) {
    const rows = await sitting.all("/sessions/" + sessionId + "/units/" + now.report.unit_id + "/roll/rows?presence=pending");
    if (!rows) return null;
    const ids = [].concat.apply([], rows.map((row) => row.pending.map((each) => each.attendance_id)));
    let skipped = [];
    for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
      const answer = await self.officeSession.own("POST", "/sessions/" + sessionId + "/attendance/confirm", { attendance_ids: ids.slice(from, from + MOST_AT_ONCE) });
      if (!answer) return null;
      skipped = skipped.concat(answer.body.skipped);
    }
    return skipped;
  }

  async function confirmAll() {
    const report = now.report;
    const waiting = report.session_id ? [report] : report.sessions.filter((each) => each.figures.pending);
    let skipped = [];
    for (let i = 0; i < waiting.length; i += 1) {
      const found = await confirmIn(waiting[i].session_id);
      if (!found) return;
      skipped = skipped.concat(found);
    }
    if (!await sitting.read(report.id)) return;
    draw();
    if (skipped.some((each) => each.code === "own_attendance")) page.tell("wait", "skipped", "Đã xác nhận", "Trừ lượt của chính đồng chí: nhờ phó bí thư hoặc cấp trên xác nhận.");
    else page.tell("good", "confirmed", "Đã xác nhận", "");
  }

  function later(act) {
    return () => { page.run(act, at("paper-state")); };
  }

  page.onTap(at("paper-confirm"), async () => {
    const counted = now.report.head_count === null
      ? "Chưa đếm người trong hội trường. Chỉ xác nhận khi đồng chí biết chắc các đồng chí này có mặt."
      : "Đã đếm được " + now.report.head_count + " người trong hội trường. Các đồng chí này đều có mặt?";
    sheet.open("Xác nhận " + now.report.figures.pending + " người có mặt?", counted, [sheet.choice("Đúng, xác nhận tất cả", later(confirmAll), "yes")]);
  });

  /* ---- handing in ---- */

  async function handIn(interim) {
    if (!await texts.save()) return;
    if (!await sitting.change("POST", "/submit", { interim })) {
      const said = page.told();
      if (said === "figures_disagree" && await sitting.refreshQuietly()) draw();
      return;
    }
    const title = interim ? "Đã gửi báo cáo bước đầu" : "Đã gửi báo cáo";
    const text = interim ? "Khi đủ số liệu, mời đồng chí gửi báo cáo chính thức." : "Cấp trên đã nhận được số liệu này.";
    draw();
    page.tell("good", "submitted", title, text + (self.reportQueue.of(now.report.id).length ? " Còn ảnh đang gửi: giữ trang mở." : ""));
  }

  page.onTap(at("paper-submit"), async () => {
    const title = now.report.is_frozen ? "Gửi bản bổ sung?" : "Gửi báo cáo chính thức?";
    const text = now.report.is_frozen
      ? now.report.pending_difference.map((each) => each.line).join("; ")
      : words.identity(now.report.figures).join(" ") + ". Gửi rồi thì số liệu được chốt; có thay đổi thì gửi bản bổ sung.";
    sheet.open(title, text, [sheet.choice("Đúng, gửi", later(() => handIn(false)), "yes")]);
  });

  page.onTap(at("paper-interim"), async () => {
    sheet.open("Gửi báo cáo bước đầu?", "Ban Tuyên giáo thấy số liệu đến lúc này. Báo cáo chính thức gửi sau.", [sheet.choice("Đúng, gửi bước đầu", later(() => handIn(true)), "yes")]);
  });

  /* ---- deciding on what came from below ---- */

  page.onTap(at("paper-accept"), async () => {
    if (!await sitting.change("POST", "/accept", null)) return;
    draw();
    page.tell("good", "accepted", "Đã chấp nhận báo cáo", "");
  });

  page.onTap(at("paper-return"), async () => {
    const comment = at("paper-return-why").value.trim();
    if (!comment) {
      page.tell("bad", "comment", "Cần sửa gì?", "Mời đồng chí ghi điều cần sửa rồi bấm lại.");
      return;
    }
    if (!await sitting.change("POST", "/return", { comment })) return;
    at("paper-return-why").value = "";
    draw();
    page.tell("good", "returned", "Đã trả lại báo cáo", "");
  });

  /* ---- by time ---- */

  setInterval(async () => {
    const isQuiet = page.step() === "paper" && document.visibilityState === "visible" && at("sheet").hidden && at("page").getAttribute("data-state") === "idle";
    if (!isQuiet || now.report.is_frozen || texts.isChanged()) return;
    if (await sitting.refreshQuietly() && page.step() === "paper" && !texts.isChanged()) drawFigures();
  }, REFRESH_MS);

  self.reportPaper = { draw, drawIdentity, forget, show };
})();
