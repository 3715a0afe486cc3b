/* The first day of an office: the organiser is named, with a plan to begin with or none. */
(function () {
  "use strict";

  const words = self.accountWords;
  const page = self.officePage;
  const session = self.officeSession;
  const at = page.at;

  let plans = [];
  let sent = { body: "", key: "" }; // the same form sent again is the same request

  function describe() {
    const plan = plans.find((each) => each.key === at("preset").value);
    at("preset-note").textContent = plan ? words.preset(plan) : "Đơn vị, hội nghị, lớp do đồng chí thêm sau.";
  }

  function offer(presets) {
    plans = presets;
    at("preset").textContent = "";
    at("preset").appendChild(new Option("Không dùng mẫu", ""));
    presets.forEach((each) => {
      at("preset").appendChild(new Option("Quý " + each.quarter + "/" + each.year + " – " + each.organiser_name, each.key));
    });
    describe();
    page.show("first-day");
  }

  page.onSubmit("first-day-form", async () => {
    const name = at("organiser").value.trim();
    if (page.anyFault([["organiser", name ? "" : "Mời đồng chí ghi tên đơn vị tổ chức."]])) return;
    const body = { organiser: { name: name, kind: at("kind").value }, preset: at("preset").value || null };
    const written = JSON.stringify(body);
    if (sent.body !== written) sent = { body: written, key: self.officeWire.newKey() };
    const answer = await session.own("POST", "/setup", body, { "Idempotency-Key": sent.key });
    if (!answer) return;
    const made = answer.body;
    at("begun-organiser").textContent = made.organiser_name;
    at("begun-conference").textContent = words.planned(made.conference);
    at("begun-units").textContent = words.nextUnits(made.conference);
    page.show("begun");
  });

  at("preset").addEventListener("change", describe);

  self.accountFirst = { offer };
})();
