/* What every refusal of a check-in says; no DOM, no network. Loaded when the first one comes. */
(function () {
  "use strict";

  const duration = self.checkinWords.duration;
  const SCAN_SHOWN = "Mời đồng chí quét mã đang hiện trên màn hình, hoặc nhập dãy số đang hiện.";
  const ASK_SECRETARY = "Đồng chí nhờ bí thư ghi tên.";

  /* What a refusal says: {title, text}. `typed` tells a typed code from a scanned one; `kind` is who's. */
  function refusal(problem, typed, kind) {
    switch (problem.code) {
      case "code_malformed":
        return typed
          ? { title: "Mã chưa đúng dạng", text: "Mã gồm 8 chữ số như trên màn hình, ví dụ 07 482 913. Mời đồng chí xem và nhập lại." }
          : { title: "Đây không phải mã điểm danh", text: SCAN_SHOWN };
      case "code_unknown":
        return typed
          ? { title: "Không có mã này", text: "Đồng chí so lại từng số với màn hình rồi sửa. Mã đổi 30 giây một lần." }
          : { title: "Không có mã này", text: SCAN_SHOWN };
      case "code_stale":
        return {
          title: typeof problem.stale_seconds === "number" ? "Mã đã cũ " + duration(problem.stale_seconds) : "Mã đã cũ",
          text: typed ? "Màn hình đã đổi mã. Mời đồng chí nhập dãy số đang hiện." : SCAN_SHOWN
        };
      case "code_from_future":
        return { title: "Mã chưa đến giờ dùng", text: "Đồng chí chờ nửa phút rồi quét lại mã đang hiện trên màn hình. Nếu vẫn vậy, báo người trực điểm cầu." };
      case "code_other_session":
        return { title: "Mã này của lớp khác", text: SCAN_SHOWN };
      case "session_not_open":
        return { title: "Lớp chưa mở điểm danh", text: "Đồng chí chờ người trực mở lớp, rồi quét mã đang hiện trên màn hình." };
      case "session_locked":
        return { title: "Lớp đã khóa danh sách", text: "Không điểm danh bằng điện thoại được nữa. " + ASK_SECRETARY };
      case "too_many_attempts":
        return kind === "assisted"
          ? { title: "Máy này đã hết lượt điểm danh hộ", text: ASK_SECRETARY }
          : { title: "Đồng chí đã thử quá nhiều lần", text: "Mời đồng chí chờ rồi thử lại, hoặc nhờ bí thư ghi tên." };
      case "ticket_invalid":
        return { title: "Lượt quét này không còn dùng được", text: SCAN_SHOWN };
      case "phone_unknown":
        return { title: "Máy này chưa gắn với đồng chí nào", text: "Mời đồng chí chọn đơn vị và ghi họ tên." };
      case "check_in_id_reused":
        return { title: "Lượt gửi này không khớp", text: SCAN_SHOWN };
      default:
        return {
          title: "Chưa điểm danh được",
          text: (problem.detail ? problem.detail + " " : "") + "Đồng chí thử lại, hoặc nhờ bí thư ghi tên."
        };
    }
  }

  self.checkinRefusal = refusal;
})();
