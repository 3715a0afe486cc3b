/* What one sees in the hall: heads, the camera, what goes wrong; and the second person's word. */
(function () {
  "use strict";

  const page = self.officePage;
  const outbox = self.rosterOutbox;
  const session = self.officeSession;
  const sitting = self.rosterSitting;
  const words = self.rosterWords;
  const screen = self.rosterNow;
  const now = sitting.now;

  let points = null; // of the conference: {id, name, form, host_unit_id, expected_units}
  let pointsOf = "";
  let after = null; // where the head count leads

  /* Those of the class's form that one's own units host or are expected at; else all of them. */
  async function candidates() {
    const conference = now.session.conference_id;
    if (pointsOf !== conference) {
      points = await sitting.all("/conferences/" + conference + "/points", null);
      pointsOf = points ? conference : "";
    }
    if (!points) return null;
    const inForm = points.filter((each) => each.form === now.session.form);
    const isMine = (id) => id === now.unit.id || !!sitting.now.tree[id];
    const mine = inForm.filter((each) => isMine(each.host_unit_id) || each.expected_units.some((unit) => isMine(unit.unit_id || unit.id)));
    return mine.length ? mine : inForm;
  }

  function offer(select, some) {
    select.textContent = "";
    some.forEach((each) => select.appendChild(new Option(each.name, each.id)));
    [select, select.labels && select.labels[0]].forEach((each) => { if (each) each.hidden = some.length < 2; });
  }

  const pointOf = (select) => points.find((each) => each.id === select.value);
  const pointPath = (select) => sitting.path() + "/points/" + select.value;

  function whole(input) {
    const text = input.value.trim();
    return /^[0-9]{1,5}$/.test(text) ? Number(text) : -1;
  }

  /* ---- heads ---- */

  const heads = screen.panel("heads", "Đếm người trong hội trường", "Đếm mọi người đang ngồi, kể cả khách.");
  const headsPoint = screen.field(heads, "heads-point", "Điểm cầu", "select");
  const headsScope = heads.appendChild(page.element("p", "", "place"));
  const persons = screen.field(heads, "heads-persons", "Tất cả bao nhiêu người?");
  const guests = screen.field(heads, "heads-guests", "Trong đó khách (không phải đảng viên)");
  const headsFault = heads.appendChild(page.element("p", "", "error"));
  [persons, guests].forEach((each) => {
    each.className = "digits";
    each.setAttribute("inputmode", "numeric");
  });

  const hosts = () => !!now.tree[pointOf(headsPoint).host_unit_id];

  function drawScope() {
    headsScope.textContent = hosts() ? "Cả hội trường" : "Chỉ đếm người của " + now.unit.name;
  }

  async function openHeads(then) {
    const some = await candidates();
    if (!some) return;
    after = typeof then === "function" ? then : screen.back;
    offer(headsPoint, some);
    persons.value = "";
    guests.value = "0";
    headsFault.textContent = "";
    drawScope();
    page.show("heads");
  }

  headsPoint.addEventListener("change", drawScope);
  screen.button(heads, "Lưu số đếm", async () => {
    const all = whole(persons);
    const some = guests.value.trim() ? whole(guests) : 0;
    headsFault.textContent = all < 0 || some < 0 ? "Mời đồng chí ghi số người bằng chữ số." : some > all ? "Số khách nhiều hơn số người." : "";
    if (headsFault.textContent) return;
    const body = { persons: all, guests: some, unit_id: hosts() ? null : now.unit.id };
    outbox.add("heads", "POST", pointPath(headsPoint) + "/head-counts", body);
    await outbox.drained();
    if (page.told() !== "" && page.told() !== "heads") return;
    await sitting.refreshQuietly();
    if (after !== screen.back) page.clearNotice(); // it says there the same
    await after();
  }, "big");

  outbox.on("heads", (body) => {
    const said = words.difference(body);
    page.tell(said[0], "heads", "Đã lưu số đếm", said[1]);
  });

  /* ---- camera ---- */

  const camera = screen.panel("camera", "Camera hội trường", "Camera phải mở suốt buổi, thấy được người ngồi dự.");
  const cameraPoint = screen.field(camera, "camera-point", "Điểm cầu", "select");
  const cameraNote = screen.field(camera, "camera-note", "Ghi thêm (không bắt buộc)");

  function look(isOn) {
    return () => {
      outbox.add("camera", "POST", pointPath(cameraPoint) + "/camera-checks", { is_on: isOn, note: cameraNote.value.trim() || null });
      screen.back();
    };
  }

  screen.button(camera, "Đang mở, thấy rõ", look(true), "big");
  screen.button(camera, "Đang tắt, hoặc không thấy người", look(false));
  outbox.on("camera", (body) => page.tell("good", "camera", body.is_on ? "Đã ghi: camera mở" : "Đã ghi: camera tắt", ""));

  async function openCamera() {
    const some = await candidates();
    if (!some) return;
    offer(cameraPoint, some);
    cameraNote.value = "";
    page.show("camera");
  }

  /* ---- what goes wrong ---- */

  const trouble = screen.panel("trouble", "Báo vấn đề phát sinh", "Ban Tuyên giáo thấy ngay. Không ghi chuyện riêng của từng người.");
  const troubleText = screen.field(trouble, "trouble-text", "Việc gì, ở đâu", "textarea");
  const troubleFault = trouble.appendChild(page.element("p", "", "error"));
  troubleText.rows = 4;
  troubleText.maxLength = 1000;
  screen.button(trouble, "Gửi", () => {
    const text = troubleText.value.trim();
    troubleFault.textContent = text ? "" : "Mời đồng chí ghi việc gì đã xảy ra.";
    if (!text) return;
    outbox.add("trouble", "POST", "/incidents", {
      conference_id: now.session.conference_id, session_id: now.session.id, unit_id: now.unit.id, bridge_point_id: null, text: text
    });
    troubleText.value = "";
    screen.back();
  }, "big");
  outbox.on("trouble", () => page.tell("good", "trouble", "Đã báo Ban Tuyên giáo", ""));

  /* ---- the second person ---- */

  const second = screen.panel("second", "Đối chiếu", "Ghi tay nhiều thì cần người thứ hai xem lại. Người đã ghi không tự đối chiếu.");
  const secondText = second.appendChild(page.element("p", "", "state"));
  screen.button(second, "Tôi đã xem lại, đúng", async () => {
    const answer = await session.own("POST", sitting.path() + "/units/" + now.unit.id + "/countersign", {});
    if (!answer) return;
    await screen.back();
    const own = answer.body.left_own;
    page.tell(own ? "wait" : "good", "countersigned", "Đã đối chiếu" + (answer.body.countersigned ? " " + answer.body.countersigned + " người" : ""), own ? "Còn " + own + " người do chính đồng chí ghi: cần người khác đối chiếu." : "");
  }, "big");
  screen.button(second, "Xem lại danh sách", () => self.rosterRoll.open("present"));

  function openSecond() {
    const total = now.roll.total;
    secondText.textContent = total.manual + " người được ghi tay hoặc xác nhận tay, " + total.not_countersigned + " chưa đối chiếu.";
    page.show("second");
  }

  screen.task(25, (total) => ["Đếm người trong hội trường", total.head_count ? words.difference(total.head_count)[1] : "Chưa đếm", total.head_count && total.head_count.difference < 0 ? "bad" : ""], openHeads);
  screen.task(50, (total) => ["Đối chiếu", total.not_countersigned + " người chưa đối chiếu" + (total.is_countersign_needed ? "" : ", không bắt buộc"), total.is_countersign_needed ? "bad" : ""], openSecond, (total) => total.not_countersigned > 0);
  screen.task(70, () => ["Camera hội trường"], openCamera, () => now.session.form === "meet" && !now.session.confidential);
  screen.task(80, () => ["Báo vấn đề phát sinh"], () => page.show("trouble"));

  self.rosterHall = { openHeads };
})();
