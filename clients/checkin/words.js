/* Every sentence the phone page says about an answer, and the small text rules; no DOM, no network. */
(function () {
  "use strict";

  const HANOI_AHEAD_MS = 7 * 3600 * 1000; // Asia/Ho_Chi_Minh has had no daylight saving since 1975

  const SCAN_SHOWN = "Mời đồng chí quét mã đang hiện trên màn hình, hoặc nhập dãy số đang hiện.";
  const ASK_SECRETARY = "Đồng chí nhờ bí thư ghi tên.";

  const WINDOWS = {
    opening: "Đầu giờ",
    after_break: "Sau giải lao",
    closing: "Cuối giờ",
    unannounced: "Đột xuất",
    rehearsal: "Diễn tập"
  };

  function duration(seconds) {
    const whole = Math.max(1, Math.round(seconds));
    if (whole < 60) return whole + " giây";
    const minutes = Math.floor(whole / 60);
    if (minutes < 10) return minutes + " phút" + (whole % 60 ? " " + (whole % 60) + " giây" : "");
    if (minutes < 60) return minutes + " phút";
    const hours = Math.floor(minutes / 60);
    if (hours < 24) return hours + " giờ" + (minutes % 60 ? " " + (minutes % 60) + " phút" : "");
    return Math.floor(hours / 24) + " ngày";
  }

  function clockTime(instant) {
    const at = Date.parse(String(instant).replace(/(\.\d{3})\d+/, "$1"));
    if (isNaN(at)) return "";
    const there = new Date(at + HANOI_AHEAD_MS);
    const two = (n) => String(n).padStart(2, "0");
    return two(there.getUTCHours()) + ":" + two(there.getUTCMinutes()) + " ngày " +
      two(there.getUTCDate()) + "/" + two(there.getUTCMonth() + 1) + "/" + there.getUTCFullYear();
  }

  /* "Điểu Ông" and "dieu ong" fold alike. */
  function fold(text) {
    return String(text).normalize("NFD").replace(/[\u0300-\u036f]/g, "")
      .replace(/[đĐ]/g, "d").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
  }

  function matches(query, text) {
    const inside = " " + fold(text);
    return fold(query).split(" ").every((word) => inside.indexOf(" " + word) >= 0);
  }

  /* Groups typed digits as the screen shows them: 07 482 913; a three-digit door makes nine. */
  function groupDigits(digits) {
    const door = digits.length > 8 ? digits.length - 6 : 2;
    return [digits.slice(0, door), digits.slice(door, door + 3), digits.slice(door + 3)]
      .filter((part) => part).join(" ");
  }

  /* → {door, digits}, or {error: sentence}. Only ASCII digits: the server refuses any other. */
  function readCode(typed) {
    const bare = typed.replace(/[\s.\-]/g, "");
    if (!bare) return { error: "Đồng chí chưa nhập mã." };
    if (!/^[0-9]+$/.test(bare)) return { error: "Mã chỉ gồm chữ số, ví dụ 07 482 913." };
    if (bare.length < 8) {
      return { error: "Mã có 8 chữ số, đồng chí mới nhập " + bare.length + ". Nhập cả hai số đứng đầu." };
    }
    if (bare.length > 10) return { error: "Mã có 8 chữ số, đồng chí đã nhập " + bare.length + "." };
    return { door: bare.slice(0, -6), digits: bare.slice(-6) };
  }

  function last4Error(text, required) {
    if (!text && !required) return "";
    if (/^[0-9]{4}$/.test(text)) return "";
    return required ? "Nhập đủ 4 số cuối thẻ đảng viên." : "Nhập đủ 4 số, hoặc để trống nếu không nhớ.";
  }

  /* What a refusal says: {title, text}. `typed` tells a typed code from a scanned one. */
  function refusal(problem, typed) {
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
        return { title: "Đồng chí đã thử quá nhiều lần", text: "Mời đồng chí chờ rồi thử lại, hoặc nhờ bí thư ghi tên." };
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

  /* Why nothing has come back yet, for an answer of kind "later". */
  function delay(cause, tries) {
    const help = tries >= 4 ? " Nếu chờ lâu, đồng chí nhờ bí thư ghi tên." : " Đồng chí cứ để mở trang này.";
    if (cause === "busy") return { title: "Máy chủ đang bận – máy sẽ tự gửi lại", text: "Nhiều người đang điểm danh cùng lúc." + help };
    if (cause === "fault") return { title: "Máy chủ đang trục trặc – máy sẽ tự gửi lại", text: "Không cần nhập lại." + help };
    return { title: "Chưa có sóng – máy sẽ tự gửi lại", text: "Không cần nhập lại." + help };
  }

  /* The receipt's heading and, where something needs saying, a sentence under it. */
  function receipt(answer) {
    if (answer.is_rehearsal) {
      return { title: "Diễn tập – chưa tính", more: "Máy của đồng chí dùng được. Hôm họp chính thức mời đồng chí điểm danh lại." };
    }
    const pending = answer.standing === "pending";
    const done = answer.already_recorded ? "Đồng chí đã có ghi nhận" : "Đã ghi nhận";
    const more = [];
    if (answer.already_recorded) more.push("Lần này không tính thêm.");
    if (pending && typeof answer.late_seconds === "number") more.push("Mã quét muộn " + duration(answer.late_seconds) + ", nên chờ bí thư xác nhận.");
    if (answer.evidence === "claimed" && !answer.already_recorded) more.push("Bí thư sẽ đối chiếu tên trong hội trường. Đồng chí không cần làm gì thêm.");
    return { title: pending ? done + ", chờ bí thư xác nhận" : done, more: more.join(" ") };
  }

  self.checkinWords = {
    clockTime: clockTime,
    delay: delay,
    duration: duration,
    fold: fold,
    groupDigits: groupDigits,
    last4Error: last4Error,
    matches: matches,
    readCode: readCode,
    receipt: receipt,
    refusal: refusal,
    windowName: (kind) => WINDOWS[kind] || ""
  };
})();
