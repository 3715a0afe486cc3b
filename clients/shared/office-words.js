/* Roles, times and refusals in words; no DOM, no network. */
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

  function role(grant) {
    return (ROLES[grant.role] || grant.role) + (grant.deputy ? " (làm thay)" : "");
  }

  function place(grant) {
    return grant.unit_name + (grant.valid_until ? ", đến hết ngày " + day(grant.valid_until) : "");
  }

  const DELAYS = {
    busy: ["Máy chủ đang đông", "Mời đồng chí chờ ít giây rồi bấm lại."],
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

  const isDistrict = (grant) => /^district_/.test(grant.role);

  self.officeWords = { clockTime, isDistrict, place, refusal, role };
})();
