/* What leaves the page: the message and the pictures for the group, the document, the mail. */
(function () {
  "use strict";

  const page = self.officePage;
  const session = self.officeSession;
  const sitting = self.reportSitting;
  const words = self.reportWords;
  const now = sitting.now;
  const at = page.at;

  const HANOI_AHEAD_MS = 7 * 3600 * 1000;
  const PASTE = "Mời đồng chí mở nhóm Zalo, bấm giữ ô soạn tin rồi dán.";

  const path = () => "/reports/" + now.report.id;

  /* A picture that only whoever is signed in may fetch. → whether it is shown. */
  async function show(image, where, words) {
    const answer = await session.own("GET", where, null);
    if (!answer) return false;
    image.src = await self.reportShrinking.asAddress(answer.body);
    image.alt = words;
    return true;
  }

  async function showPicture(where, words) {
    if (!await show(at("share-picture"), where, words)) return;
    at("share-picture-box").hidden = false;
    at("share-picture-box").scrollIntoView();
  }

  function clear() {
    at("share-text-box").hidden = true;
    at("share-picture-box").hidden = true;
    at("share-picture").removeAttribute("src");
  }

  function drawSent() {
    const sent = now.report.sent;
    const lines = [];
    if (sent.mail) lines.push(words.mail(sent.mail));
    if (sent.marked_on) lines.push("Đã gửi qua mail công vụ ngày " + sent.marked_on.split("-").reverse().join("/") + ".");
    at("sent-state").textContent = lines.join(" ") || "Số và ngày để trống cho văn thư. Chưa gửi văn bản.";
  }

  function draw() {
    const isSecret = sitting.isSecret(now.report.conference_id, now.report.session_id);
    const isFinal = now.report.versions.some((each) => each.kind !== "interim");
    at("share").hidden = isSecret;
    at("sent-mail").hidden = isSecret;
    at("sending").hidden = !sitting.mayWrite() || !isFinal;
    if (!at("sent-on").value) at("sent-on").value = new Date(Date.now() + HANOI_AHEAD_MS).toISOString().slice(0, 10);
    drawSent();
  }

  page.onTap(at("share-text-open"), async () => {
    const card = await sitting.get(path() + "/share-card");
    if (!card) return;
    at("share-text").textContent = card.text;
    at("share-text-box").hidden = false;
  });
  page.onTap(at("share-copy"), async () => page.copy(at("share-text"), PASTE));
  page.onTap(at("share-card-open"), () => showPicture(path() + "/share-card.png", "Ảnh số liệu của " + now.report.unit_name));
  page.onTap(at("share-collage-open"), () => showPicture(path() + "/collage.jpg", "Các ảnh của " + now.report.unit_name));

  page.onTap(at("paper-docx"), async () => {
    const answer = await session.own("GET", path() + "/document.docx", null);
    if (!answer) return;
    const name = now.report.kind === "quick" ? "bao-cao-nhanh.docx" : "bao-cao-ket-qua.docx";
    self.officeSaving.save(answer.body, name);
    page.tell("good", "document", "Đã tải " + name, "Tệp nằm trong mục Tải xuống. Mở bằng Chrome nếu Zalo không cho tải.");
  });

  page.onTap(at("sent-mail"), async () => {
    const answer = await session.own("POST", path() + "/mail", null);
    if (!answer) return;
    now.report.sent.mail = answer.body.state;
    drawSent();
    page.tell("good", "mailed", "Đã đưa vào hàng gửi", "Thư kèm văn bản sẽ đi trong ít phút.");
  });

  page.onTap(at("sent-mark"), async () => {
    if (page.anyFault([["sent-on", at("sent-on").value ? "" : "Mời đồng chí chọn ngày gửi."]])) return;
    if (!await sitting.change("POST", "/sent-by-mail", { sent_on: at("sent-on").value })) return;
    self.reportPaper.draw();
    page.tell("good", "marked", "Đã ghi ngày gửi", "");
  });

  self.reportShare = { PASTE, clear, draw, show };
})();
