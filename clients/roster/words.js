/* Every sentence of the secretary's page, and how names are found; no DOM, no network. */
(function () {
  "use strict";

  const REASONS = [
    ["OM", "Ốm"],
    ["CT", "Công tác"],
    ["NV", "Trực, nhiệm vụ đột xuất"],
    ["TS", "Thai sản"],
    ["VR", "Việc riêng có phép"],
    ["XA", "Đi làm ăn xa"],
    ["HT", "Đi học"],
    ["KT", "Sự cố kỹ thuật"],
    ["KH", "Lý do khác"],
    ["KL", "Không lý do"]
  ];

  const PRESENCE = {
    full: "Có mặt",
    late: "Đến muộn",
    left_early: "Về sớm",
    pending: "Chờ xác nhận",
    excused: "Vắng",
    unexcused: "Vắng không lý do",
    unknown: "Chưa rõ"
  };

  const EVIDENCE = {
    qr: "Quét mã bằng máy đã gắn",
    digits: "Nhập số bằng máy đã gắn",
    first: "Tự khai, đúng 4 số thẻ",
    claimed: "Tự gõ tên trên máy của mình, chưa đối chiếu",
    assisted: "Người khác gõ tên hộ trên máy họ",
    late: "Mã gửi muộn, vì lúc đó máy không có mạng",
    stream: "Mã hiện trong phòng Meet chung",
    client: "Phần mềm khác gửi sang",
    roster: "Ghi tay theo danh sách",
    paper: "Chép từ danh sách giấy"
  };

  const SHORT = {
    qr: "quét mã",
    digits: "nhập số",
    first: "khai đúng 4 số thẻ",
    claimed: "tự gõ tên",
    assisted: "người khác gõ hộ",
    late: "mã gửi muộn",
    stream: "mã trong phòng Meet",
    client: "phần mềm khác gửi"
  };

  const STATES = {
    planned: "Chưa mở",
    postponed: "Đã hoãn",
    rehearsing: "Đang diễn tập",
    open: "Đang mở",
    closed: "Đã kết thúc, còn ghi được",
    locked: "Đã khóa danh sách",
    cancelled: "Đã hủy"
  };

  /* What may be written in a class that is not on. */
  const EARLY = {
    planned: "Chưa mở lớp: chỉ ghi được người vắng đã biết trước. Mở lớp rồi mới ghi có mặt.",
    rehearsing: "Đang diễn tập: không ghi được gì. Chờ mở lớp.",
    postponed: "Lớp đã hoãn: không ghi được gì.",
    locked: "Danh sách đã khóa. Cần sửa, đồng chí báo Ban Tuyên giáo kèm tờ danh sách giấy."
  };

  /* "Điểu Ông" and "dieu ong" fold alike. */
  function fold(text) {
    return String(text).normalize("NFD").replace(/[\u0300-\u036f]/g, "")
      .replace(/[đĐ]/g, "d").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
  }

  /* A number finds its row; words find every name with words that begin like them. */
  function finds(query, row) {
    const asked = fold(query);
    if (!asked) return true;
    if (/^[0-9]+$/.test(asked)) return String(row.row_number) === asked;
    const inside = " " + row.folded;
    return asked.split(" ").every((word) => inside.indexOf(" " + word) >= 0);
  }

  function clock(instant) {
    return self.officeWords.clockTime(instant).slice(0, 5);
  }

  function lateness(seconds) {
    const minutes = Math.round(seconds / 60);
    return minutes < 60 ? Math.max(1, minutes) + " phút" : Math.floor(minutes / 60) + " giờ " + minutes % 60 + " phút";
  }

  function reasonName(code) {
    const found = REASONS.find((each) => each[0] === code);
    return found ? found[1] : code;
  }

  /* What stands beside a name: [tone, word, how it is known]. */
  function standing(row) {
    const mark = row.mark;
    if (mark && mark.kind === "absent") {
      return ["bad", mark.reason === "KL" ? "Vắng không lý do" : "Vắng", mark.reason === "KL" ? "" : reasonName(mark.reason).toLowerCase()];
    }
    if (mark) {
      return ["good", PRESENCE[row.presence] || "Có mặt", mark.departed_at ? "về lúc " + clock(mark.departed_at) : "ghi tay"];
    }
    if (row.presence === "unknown") return ["", PRESENCE.unknown, ""];
    if (row.presence === "excused") return ["", PRESENCE.excused, "giảm sinh hoạt"];
    if (row.presence === "pending") return ["wait", PRESENCE.pending, SHORT[(row.pending[0] || row).evidence] || ""];
    const seen = row.first_arrived_at ? " " + clock(row.first_arrived_at) : "";
    return ["good", PRESENCE[row.presence], (SHORT[row.evidence] || "") + seen];
  }

  function evidence(found) {
    let text = EVIDENCE[found.evidence] || "";
    if (typeof found.late_seconds === "number") text += ", muộn " + lateness(found.late_seconds);
    return text;
  }


  /* A head count beside what is recorded: [tone, sentence]. */
  function difference(count) {
    const counted = "Đếm được " + count.persons + " người" + (count.guests ? ", trong đó " + count.guests + " khách" : "") + ". ";
    if (!count.difference) return ["good", counted + "Khớp với số đã ghi có mặt."];
    const more = Math.abs(count.difference);
    return count.difference > 0
      ? ["wait", counted + "Nhiều hơn số đã ghi " + more + " người: còn " + more + " người trong hội trường chưa được ghi."]
      : ["bad", counted + "Ít hơn số đã ghi " + more + " người: có " + more + " người được ghi mà không thấy trong hội trường."];
  }

  /* "Số 17, Chi bộ thôn 3: không có số này". */
  function skipped(each, name, unitName) {
    const who = name || (each.row_number ? "Số " + each.row_number + (unitName ? ", " + unitName : "") : "Một đồng chí");
    return who + ": " + each.detail;
  }

  function sessionLine(session) {
    const when = session.starts_at || session.opened_at;
    return (STATES[session.state] || "") + " · " + (when ? self.officeWords.clockTime(when) : session.date_hint || "chưa có giờ");
  }

  const CAME = { full: true, late: true, left_early: true };

  self.rosterWords = {
    CAME, REASONS, difference, early: (state) => EARLY[state] || "", evidence, finds, fold, lateness, reasonName, sessionLine, skipped, standing, state: (name) => STATES[name] || ""
  };
})();
