/* Every sentence about a report; no DOM, no network. */
(function () {
  "use strict";

  const words = self.officeWords;

  const STATES = {
    draft: ["wait", "Đang soạn, chưa gửi"],
    submitted: ["good", "Đã gửi, chờ cấp trên xem"],
    returned: ["bad", "Bị trả lại để sửa"],
    accepted: ["good", "Đã được chấp nhận"]
  };

  const VERSIONS = { interim: "Báo cáo bước đầu", final: "Bản chính thức", addendum: "Bản bổ sung" };

  const MAIL = {
    waiting: "Thư đang chờ gửi.",
    sending: "Thư đang gửi.",
    sent: "Thư đã gửi đi.",
    uncertain: "Chưa rõ thư đã đi hay chưa: mời hỏi lại nơi nhận.",
    dead: "Thư không gửi được: mời gửi qua mail công vụ."
  };

  /* 3500 → "3.500" */
  function number(value) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
  }

  const percent = (value) => (value === null ? "–" : String(value).replace(".", ",") + " %");

  /* "60 = 40 có mặt + 15 vắng + 5 chưa có thông tin", part by part. */
  function identity(figures) {
    const parts = [
      number(figures.present) + " có mặt",
      number(figures.excused + figures.unexcused) + " vắng"
    ];
    if (figures.pending) parts.push(number(figures.pending) + " chờ xác nhận");
    if (figures.unknown) parts.push(number(figures.unknown) + " chưa có thông tin");
    return [number(figures.convened) + " ="].concat(parts.map((each, place) => (place ? "+ " : "") + each));
  }

  function more(report) {
    const figures = report.figures;
    const parts = [];
    if (figures.late) parts.push(figures.late + " đến muộn");
    if (figures.left_early) parts.push(figures.left_early + " về sớm");
    if (figures.other_session) parts.push(figures.other_session + " dự ở lớp khác");
    if (figures.on_duty) parts.push(figures.on_duty + " làm nhiệm vụ");
    if (figures.unexcused) parts.push(figures.unexcused + " vắng không lý do");
    if (figures.made_up + figures.retold) parts.push((figures.made_up + figures.retold) + " đã học bù");
    if (report.guests) parts.push(report.guests + " khách");
    if (report.head_count !== null) parts.push("đếm được " + report.head_count + " người trong hội trường");
    return "Tỷ lệ có mặt " + percent(figures.rate_percent) + (parts.length ? ". Trong đó: " + parts.join(", ") + "." : ".");
  }

  const kind = (name) => (name === "quick" ? "Báo cáo nhanh" : "Báo cáo kết quả");

  function state(report) {
    const said = STATES[report.state];
    const due = report.due_at ? ". Hạn " + words.clockTime(report.due_at) : "";
    return report.is_late ? ["bad", said[1] + due + ": đã quá hạn"] : [said[0], said[1] + due];
  }

  /* One line of the board: [tone, what it says]. */
  function owed(unit) {
    const figures = number(unit.present) + "/" + number(unit.convened) + " có mặt" + (unit.unknown ? ", " + number(unit.unknown) + " chưa rõ" : "");
    const said = unit.state ? STATES[unit.state] : ["", "Chưa làm"];
    const late = unit.is_late ? "Chậm · " : "";
    return [unit.is_late ? "bad" : said[0], late + said[1] + " · " + figures];
  }

  self.reportWords = {
    identity, kind, mail: (name) => MAIL[name] || "", more, number, owed, state, stateName: (name) => STATES[name], version: (name) => VERSIONS[name]
  };
})();
