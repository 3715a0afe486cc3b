/* A member shows a receipt, and the roll does not show him: is it ours, what became of it? */
(function () {
  "use strict";

  const page = self.officePage;
  const session = self.officeSession;
  const screen = self.rosterNow;
  const words = self.rosterWords;
  const clockTime = self.officeWords.clockTime;

  const COPIED = /eyJ[A-Za-z0-9+/]{99,}=*/; // what the phone's page shows to be copied, inside whatever was pasted
  const UNCOVERED = ["already_recorded", "late_seconds", "message"]; // the proof is not of these
  const SETTLED = {
    matched: "đã khớp với một đảng viên",
    added: "đã thêm vào danh sách",
    guest: "đã ghi là khách",
    rejected: "không tính"
  };

  const body = screen.panel("receipts", "Xem biên nhận", "Trên máy của đảng viên: mở “Chép biên nhận gửi bí thư”, chép cả đoạn chữ, gửi cho đồng chí. Dán vào đây.");
  const pasted = screen.field(body, "receipts-text", "Đoạn chữ đã chép", "textarea");
  screen.button(body, "Xem", judge, "big");
  const told = body.appendChild(page.element("div", ""));
  told.setAttribute("aria-live", "polite");

  /* → the receipt, or null where what was pasted is none. */
  function read(text) {
    const found = COPIED.exec(text);
    try {
      const receipt = JSON.parse(decodeURIComponent(escape(atob(found[0]))));
      UNCOVERED.forEach((each) => { delete receipt[each]; });
      return receipt;
    } catch (error) {
      return null;
    }
  }

  /* What is on record: [tone, sentence]. */
  function onRecord(judged) {
    const seen = judged.attendance;
    const typed = judged.typed_name;
    if (judged.mark === "absent") return ["bad", "Đã có người ghi vắng cả buổi. Ghi sai thì sửa ở “Danh sách”."];
    if (judged.mark) return ["good", "Đã được ghi tay có mặt."];
    if (seen && seen.standing === "present") return ["good", "Đang tính có mặt, cho " + seen.unit_name + "."];
    if (seen && seen.standing === "pending") return ["wait", "Còn chờ xác nhận, ở " + seen.unit_name + ": mời đồng chí xem “Chờ xác nhận”."];
    if (seen) return ["bad", "Đã bị bác lúc " + clockTime(seen.decided_at) + (seen.decision_reason ? ": " + seen.decision_reason : "") + "."];
    if (typed && typed.outcome) return ["wait", "Tên đã gõ “" + typed.name + "”: " + SETTLED[typed.outcome] + "."];
    if (typed) return ["wait", "Tên đã gõ “" + typed.name + "” chưa khớp với ai: mời đồng chí xem “Tên chưa khớp”."];
    return ["wait", "Lượt này không tính."];
  }

  function sayOf(receipt, judged) {
    if (!judged.is_genuine) return ["bad", "Không phải biên nhận của máy chủ này, hoặc đã bị sửa. Không dựa vào đây mà ghi có mặt."];
    if (receipt.is_rehearsal) return ["wait", "Biên nhận thật, của lượt diễn tập: không tính."];
    if (judged.is_known) return onRecord(judged);
    return ["good", "Biên nhận thật, nhưng lượt này không còn trên máy chủ (vừa khôi phục, hoặc đã quá hạn giữ). Đúng người thì ghi có mặt ở “Danh sách”."];
  }

  function line(text, className) {
    return told.appendChild(page.element("p", text, className || ""));
  }

  function draw(receipt, judged) {
    const said = sayOf(receipt, judged);
    line(said[1], "state").setAttribute("data-tone", said[0]);
    if (!judged.is_genuine) return;
    line((judged.attendance || {}).full_name || receipt.name || "", "place");
    line(receipt.session_title + " · " + receipt.point_name + " · " + clockTime(receipt.arrived_at));
    line(words.evidence(receipt) + ".", "hint");
  }

  async function judge() {
    told.textContent = "";
    const receipt = read(pasted.value);
    if (!receipt) {
      page.tell("bad", "no_receipt", "Chưa phải biên nhận", "Mời đồng chí chép cả đoạn chữ trên máy của đảng viên, rồi dán lại.");
      return;
    }
    const answer = await session.own("POST", "/receipts/judge", receipt);
    if (answer) draw(receipt, answer.body);
    else if (page.at("notice").getAttribute("data-code") === "not_found") line("Biên nhận của đơn vị khác thì máy chủ không cho xem: hỏi bí thư đơn vị ấy.", "hint");
  }

  function open() {
    pasted.value = told.textContent = "";
    page.show("receipts");
  }

  screen.task(85, () => ["Xem biên nhận của đảng viên"], open);
})();
