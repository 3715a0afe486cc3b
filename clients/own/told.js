/* The words of one's own record: no DOM, no network. */
(function () {
  "use strict";

  const words = self.checkinWords;

  const PRESENCE = {
    full: "Dự đủ",
    late: "Đến muộn",
    left_early: "Về sớm",
    pending: "Chờ bí thư xác nhận",
    excused: "Vắng có lý do",
    unexcused: "Vắng không lý do",
    unknown: "Chưa có thông tin"
  };
  const EVIDENCE = {
    qr: "quét mã bằng máy của mình",
    digits: "nhập mã bằng máy của mình",
    first: "ghi tên và 4 số cuối thẻ",
    claimed: "ghi tên, không có số thẻ",
    assisted: "điểm danh hộ trên máy khác",
    late: "mã quét trước, gửi muộn",
    stream: "mã chiếu trong cuộc họp trực tuyến",
    client: "phần mềm khác gửi",
    roster: "bí thư đánh dấu trong danh sách",
    paper: "danh sách giấy"
  };
  const STANDING = { present: "có mặt", pending: "chờ xác nhận", rejected: "không được công nhận" };
  const REASONS = {
    OM: "ốm", CT: "công tác", NV: "trực, nhiệm vụ đột xuất", TS: "thai sản", VR: "việc riêng có phép",
    XA: "đi làm ăn xa", HT: "đi học", KT: "sự cố kỹ thuật", KH: "lý do khác", KL: "không lý do"
  };
  const STATUS = {
    official: "Chính thức", probationary: "Dự bị", exempt: "Miễn công tác và sinh hoạt đảng",
    reduced: "Giảm công tác và sinh hoạt đảng", suspended: "Đình chỉ sinh hoạt", left: "Đã chuyển đi"
  };
  const ORIGIN = { last4: "ghi tên và 4 số cuối thẻ", slip: "phiếu gắn máy", secretary: "bí thư xác nhận" };
  const REQUEST = { open: "chờ trả lời", answered: "đã trả lời", done: "đã sửa", declined: "không sửa" };

  function dayOf(instant) {
    return words.clockTime(instant).slice(-10);
  }

  function windowLine(seen) {
    const parts = [words.windowName(seen.kind) + ": " + (STANDING[seen.standing] || "")];
    if (EVIDENCE[seen.evidence]) parts.push(EVIDENCE[seen.evidence]);
    if (seen.point_name) parts.push(seen.point_name);
    if (seen.first_arrived_at) parts.push(words.clockTime(seen.first_arrived_at));
    if (seen.late_seconds) parts.push("gửi muộn " + words.duration(seen.late_seconds));
    if (seen.decision_reason) parts.push(seen.decision_reason);
    return parts.join(" – ");
  }

  function markLine(mark) {
    const what = mark.kind === "present" ? "có mặt" : "vắng" + (mark.reason ? ": " + (REASONS[mark.reason] || mark.reason) : "");
    return "Bí thư ghi " + what + (mark.note ? " (" + mark.note + ")" : "") + ", " + words.clockTime(mark.marked_at) +
      (mark.departed_at ? ", về lúc " + words.clockTime(mark.departed_at) : "");
  }

  /* One line for each viewer and day, told by the latest; → the lines. */
  function viewLines(views) {
    const told = {};
    views.forEach((view) => {
      const sure = view.certain ? "" : " (xem một danh sách có thể có tên đồng chí)";
      const who = (view.name || "phần mềm kết nối của cấp tổ chức") + sure;
      const key = dayOf(view.viewed_at) + who;
      told[key] = told[key] || { text: words.clockTime(view.viewed_at) + " – " + who, times: 0 };
      told[key].times += 1;
    });
    return Object.keys(told).map((key) => told[key].text + (told[key].times > 1 ? ", " + told[key].times + " lần trong ngày" : ""));
  }

  function requestLine(request) {
    return dayOf(request.made_at) + " – " + request.text + " – " + (REQUEST[request.state] || request.state) +
      (request.answer ? ": " + request.answer : "");
  }

  /* Why the record is not shown: {title, text}. */
  function refusal(problem) {
    if (problem.code === "phone_not_confirmed") {
      return { title: "Máy này chưa được bí thư xác nhận", text: "Hồ sơ chỉ mở trên máy đã được bí thư xác nhận, hoặc đã gắn bằng phiếu. Đồng chí nhờ bí thư xác nhận máy." };
    }
    if (problem.code === "phone_unknown" || problem.code === "not_found") {
      return { title: "Máy này chưa gắn với đồng chí nào", text: "Đồng chí xin bí thư phiếu gắn máy, hoặc điểm danh rồi nhờ bí thư xác nhận máy." };
    }
    return { title: problem.title || "Chưa làm được", text: problem.detail || "Đồng chí thử lại sau." };
  }

  /* Why nothing has come back: {title, text}. */
  function delay(cause) {
    return cause === "busy"
      ? { title: "Máy chủ đang đông", text: "Chưa làm được. Đồng chí chờ ít giây rồi thử lại." }
      : { title: "Chưa có sóng", text: "Chưa làm được. Đồng chí thử lại khi có sóng." };
  }

  self.ownTold = {
    cardEnding: (ending) => (ending ? "số cuối " + ending : "không lưu số thẻ"),
    dayOf: dayOf,
    delay: delay,
    markLine: markLine,
    origin: (origin) => ORIGIN[origin] || "",
    presence: (presence) => PRESENCE[presence] || "",
    refusal: refusal,
    requestLine: requestLine,
    status: (status) => STATUS[status] || status,
    viewLines: viewLines,
    windowLine: windowLine
  };
})();
