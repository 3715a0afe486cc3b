/* Every sentence the account page says by itself, and the small text rules; no DOM, no network. */
(function () {
  "use strict";

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

  function grouped(text, length) {
    return text.match(new RegExp(".{1," + length + "}", "g")) || [];
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

  self.accountWords = { grouped, machine, nextUnits, planned, preset };
})();
