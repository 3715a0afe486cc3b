/* Every sentence the account page says by itself, and the small text rules; no DOM, no network. */
(function () {
  "use strict";

  const HANOI_AHEAD_MS = 7 * 3600 * 1000; // Asia/Ho_Chi_Minh has had no daylight saving since 1975

  const ROLES = {
    district_admin: "Quản trị của Ban Tuyên giáo",
    district_staff: "Cán bộ Ban Tuyên giáo",
    technician: "Kỹ thuật",
    viewer: "Theo dõi",
    secretary: "Bí thư",
    operator: "Người trực điểm cầu"
  };
  const DISTRICT_ROLES = ["district_admin", "district_staff"];

  const BROWSERS = [
    [/Zalo/i, "Zalo"],
    [/coc_coc/i, "Cốc Cốc"],
    [/SamsungBrowser/, "Samsung Internet"],
    [/Edg/, "Edge"],
    [/Firefox|FxiOS/, "Firefox"],
    [/Chrome|CriOS/, "Chrome"],
    [/Safari/, "Safari"]
  ];
  const MACHINES = [
    [/Android/, "điện thoại Android"],
    [/iPhone/, "iPhone"],
    [/iPad/, "iPad"],
    [/Windows/, "máy tính Windows"],
    [/Mac OS X|Macintosh/, "máy Mac"],
    [/Linux/, "máy tính Linux"]
  ];

  function found(list, text) {
    const match = list.find((each) => each[0].test(text));
    return match ? match[1] : "";
  }

  /* "Chrome trên điện thoại Android"; what is no browser keeps the name it gives itself. */
  function machine(userAgent) {
    const browser = found(BROWSERS, userAgent);
    const kind = found(MACHINES, userAgent);
    if (browser && kind) return browser + " trên " + kind;
    return browser || (userAgent ? userAgent.slice(0, 60) : "Không rõ máy nào");
  }

  function two(number) {
    return String(number).padStart(2, "0");
  }

  function clockTime(instant) {
    const at = Date.parse(String(instant).replace(/(\.\d{3})\d+/, "$1"));
    if (isNaN(at)) return "";
    const there = new Date(at + HANOI_AHEAD_MS);
    return two(there.getUTCHours()) + ":" + two(there.getUTCMinutes()) + " ngày " + two(there.getUTCDate()) + "/" +
      two(there.getUTCMonth() + 1) + "/" + there.getUTCFullYear();
  }

  /* "2022-03-15" → "15/03/2022" */
  function day(date) {
    return date.split("-").reverse().join("/");
  }

  function grouped(text, length) {
    return text.match(new RegExp(".{1," + length + "}", "g")) || [];
  }

  function role(grant) {
    return (ROLES[grant.role] || grant.role) + (grant.deputy ? " (làm thay)" : "");
  }

  function place(grant) {
    return grant.unit_name + (grant.valid_until ? ", đến hết ngày " + day(grant.valid_until) : "");
  }

  function preset(plan) {
    return "“" + plan.title + "”. Mẫu mang sẵn " + plan.unit_count + " đơn vị; " + plan.line_session_count + " lớp đường truyền ở " +
      plan.line_point_count + " điểm cầu; " + plan.meet_session_count + " lớp Google Meet ở " +
      plan.meet_point_count + " điểm cầu." + (plan.note ? " " + plan.note : "");
  }

  function planned(conference) {
    if (!conference) return "Chưa có hội nghị nào.";
    return "Đã có " + conference.units_added + " đơn vị, " + conference.point_count + " điểm cầu, " +
      conference.session_count + " lớp của “" + conference.title + "”.";
  }

  function nextUnits(conference) {
    return conference
      ? "Xem lại đơn vị, điểm cầu, lớp của mẫu cho đúng với đơn vị mình; nhập danh sách đảng viên."
      : "Thêm các chi bộ, đảng bộ trực thuộc; nhập danh sách đảng viên.";
  }

  const DELAYS = {
    busy: ["Máy chủ đang bận", "Mời đồng chí chờ ít giây rồi bấm lại."],
    fault: ["Máy chủ đang trục trặc", "Mời đồng chí bấm lại sau ít phút."],
    network: ["Không có mạng, hoặc máy chủ không trả lời", "Khi có mạng, mời đồng chí bấm lại."]
  };

  /* What to say of an answer that is not ok: {title, text}. The server's own words come first. */
  function refusal(answer) {
    if (answer.kind === "later") {
      const said = DELAYS[answer.cause];
      return { title: said[0], text: "Những gì đồng chí đã gõ vẫn còn nguyên. " + said[1] };
    }
    const problem = answer.problem;
    const fields = (problem.errors || []).map((each) => each.message);
    return { title: problem.title, text: [problem.detail].concat(fields).join(" ") };
  }

  const isDistrict = (grant) => DISTRICT_ROLES.indexOf(grant.role) >= 0;

  self.accountWords = { clockTime, grouped, isDistrict, machine, nextUnits, place, planned, preset, refusal, role };
})();
