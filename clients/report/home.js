/* What may be reported on: the whole conference, and each class that is or was on. */
(function () {
  "use strict";

  const page = self.officePage;
  const sitting = self.reportSitting;
  const texts = self.reportTexts;
  const words = self.reportWords;
  const now = sitting.now;
  const at = page.at;

  async function choose(asked, title) {
    if (now.unit.role !== "secretary") {
      await self.reportBoard.open({ conference_id: asked.conference_id, session_id: asked.session_id, title });
      return;
    }
    const wanted = asked.session_id ? { kind: "quick", session_id: asked.session_id } : { kind: "result", conference_id: asked.conference_id };
    if (await sitting.begin(wanted)) self.reportPaper.show();
  }

  function row(kind, title, asked) {
    const report = now.reports.find((each) => each.kind === kind &&
      (kind === "quick" ? each.session_id === asked.session_id : each.conference_id === asked.conference_id));
    const button = page.element("button", "", "quiet row");
    const label = button.appendChild(page.element("span", words.kind(kind)));
    label.appendChild(page.element("b", title));
    if (report) {
      const said = words.stateName(report.state);
      const state = label.appendChild(page.element("b", said[1]));
      state.setAttribute("data-tone", said[0]);
    }
    page.onTap(button, () => choose(asked, title));
    return button;
  }

  function draw() {
    const select = at("home-unit");
    select.textContent = "";
    now.units.forEach((each) => select.appendChild(new Option(each.name, each.id, false, each === now.unit)));
    at("home-units").hidden = now.units.length < 2;
    at("home-unit-name").textContent = now.units.length === 1 ? now.unit.name : "";
    const box = at("home-choices");
    box.textContent = "";
    if (!now.unit) {
      box.appendChild(page.element("p", "Tài khoản này không làm báo cáo. Trang này dành cho bí thư và cán bộ Ban Tuyên giáo.", "state"));
      return;
    }
    now.conferences.forEach((conference) => {
      const held = now.sessions.filter((each) => each.conference_id === conference.id && sitting.isHeld(each));
      box.appendChild(page.element("h2", conference.title));
      held.forEach((each) => box.appendChild(row("quick", each.title, { conference_id: conference.id, session_id: each.id })));
      if (held.length) box.appendChild(row("result", "Cả hội nghị", { conference_id: conference.id, session_id: null }));
      else box.appendChild(page.element("p", "Chưa có lớp nào mở. Lớp mở rồi mới có báo cáo.", "soft"));
    });
    if (!now.conferences.length) box.appendChild(page.element("p", "Chưa có hội nghị nào.", "soft"));
  }

  async function open() {
    if (!await sitting.find()) return;
    draw();
    page.show("home");
  }

  /* Back to the list; what was typed is saved first. */
  async function back() {
    if (page.step() === "paper" && texts.isChanged() && !await texts.save()) return;
    await open();
  }

  at("home-unit").addEventListener("change", (event) => page.run(async () => {
    now.unit = now.units.find((each) => each.id === event.target.value);
    if (await sitting.readReports()) draw();
  }, event.target));
  page.all("[data-home]").forEach((button) => page.onTap(button, back));

  self.reportHome = { back, open };
})();
