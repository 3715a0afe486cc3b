/* What the phone page says while it waits and on a receipt, and the small text rules; no DOM, no network. */
(function () {
  "use strict";

  const HANOI_AHEAD_MS = 7 * 3600 * 1000; // Asia/Ho_Chi_Minh has had no daylight saving since 1975

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

  const initials = (name) => name.split(/\s+/).filter((each) => each).map((each) => each[0].toUpperCase() + ".").join("");

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

  /* Why nothing has come back yet, for an answer of kind "later". */
  function delay(cause, tries, isKept) {
    if (cause === "busy") {
      const hall = tries >= 4 ? " Nếu chờ lâu, đồng chí nhờ bí thư ghi tên." : "";
      return { title: "Máy chủ đang đông – máy sẽ tự gửi lại", text: "Đồng chí giữ nguyên trang này, không cần nhập lại." + hall };
    }
    const help = isKept ? " Máy đã giữ lượt này: đồng chí có thể đóng trang, khi có sóng mở lại là máy gửi." : tries >= 4 ? " Nếu chờ lâu, đồng chí nhờ bí thư ghi tên." : " Đồng chí cứ để mở trang này.";
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
    if (answer.evidence === "assisted" && !answer.already_recorded) more.push("Điểm danh hộ: bí thư sẽ đối chiếu trong hội trường.");
    return { title: pending ? done + ", chờ bí thư xác nhận" : done, more: more.join(" ") };
  }

  self.checkinWords = {
    clockTime: clockTime,
    delay: delay,
    duration: duration,
    groupDigits: groupDigits,
    initials: initials,
    last4Error: last4Error,
    readCode: readCode,
    receipt: receipt,
    windowName: (kind) => WINDOWS[kind] || ""
  };
})();
