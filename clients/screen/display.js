/* What the hall sees: one picture of the view, the counts, the notes. */
(function () {
  "use strict";

  const at = (id) => document.getElementById(id);
  const body = document.body;
  let drawn = ""; // what the canvas holds: step, digits and room

  const MESSAGES = {
    starting: ["Đang kết nối máy chủ…", ""],
    cut: ["Mất kết nối máy chủ", "Chưa có mã. Đang thử nối lại…"],
    resync: ["Đang lấy lại giờ máy chủ…", "Máy vừa ngủ hoặc vừa đổi giờ, mã sẽ hiện lại ngay."],
    closed: ["Chưa mở lớp", "Mã tự hiện khi lớp mở điểm danh."],
    paused: ["Chưa đến lượt điểm danh", "Mã tự hiện khi lượt điểm danh bắt đầu."],
    waiting: ["Chờ mã mới…", ""],
    exhausted: ["Hết mã – mất kết nối máy chủ", "Đang thử nối lại… Trong lúc chờ, mời đồng chí nhờ bí thư ghi tên."]
  };

  function say(id, text) {
    if (at(id).textContent !== text) at(id).textContent = text;
  }

  function note(id, text) {
    say(id, text);
    at(id).hidden = !text;
  }

  function span(ms) {
    const seconds = Math.round(Math.abs(ms) / 1000);
    if (seconds < 60) return seconds + " giây";
    if (seconds < 3600) return Math.floor(seconds / 60) + " phút" + (seconds % 60 ? " " + (seconds % 60) + " giây" : "");
    if (seconds < 86400) return Math.floor(seconds / 3600) + " giờ " + Math.floor(seconds % 3600 / 60) + " phút";
    return Math.floor(seconds / 86400) + " ngày";
  }

  function showPairing(sentence) {
    body.setAttribute("data-state", "pairing");
    at("display").hidden = true;
    at("pairing").hidden = false;
    at("pairing-notice").textContent = sentence;
    at("pairing-code").focus();
  }

  function showDisplay() {
    at("pairing").hidden = true;
    at("display").hidden = false;
  }

  function showPlace(answer) {
    say("session", answer.session ? answer.session.title : "");
    say("point", answer.point.name);
    say("domain", answer.domain);
    say("typed-address", answer.domain + "/d");
    document.title = "Màn hình điểm cầu – " + answer.point.name;
  }

  /* The style sheet sets the largest size; fonts and doors of three digits may need less. */
  function fitDigits() {
    const line = at("digits");
    line.style.fontSize = "";
    if (line.scrollWidth <= line.clientWidth) return;
    const size = parseFloat(getComputedStyle(line).fontSize);
    line.style.fontSize = Math.floor(size * line.clientWidth / line.scrollWidth) + "px";
  }

  function drawCode(code) {
    const frame = at("qr").parentNode.getBoundingClientRect();
    const room = Math.floor(Math.min(frame.width, frame.height));
    const key = [code.step, code.digits, room, window.innerWidth, window.devicePixelRatio].join(" ");
    if (key === drawn) return;
    fitDigits();
    self.screenQr.draw(at("qr"), code.qr, room);
    drawn = key;
  }

  function linkNote(facts) {
    const state = facts.view.state;
    if (!facts.cut || state === "cut" || state === "exhausted") return "";
    const why = facts.busy ? "Máy chủ đang đông" : "Mất kết nối máy chủ";
    if (state !== "code") return why + " – đang thử nối lại";
    return why + " – còn mã cho " + Math.max(1, Math.round(facts.view.remaining / 60000)) + " phút nữa";
  }

  /* `facts` = {view, door, stepMs, cut, busy, clockOff (ms the PC is ahead)}. */
  function render(facts) {
    const view = facts.view;
    const code = view.code;
    const message = MESSAGES[view.state] || ["", ""];
    body.setAttribute("data-state", view.state);
    body.setAttribute("data-link", facts.cut ? "cut" : "ok");
    body.setAttribute("data-clock", facts.clockOff ? "off" : "ok");
    at("display").setAttribute("data-step", code ? String(code.step) : "");
    say("message-title", message[0]);
    say("message-text", message[1]);
    at("message").hidden = !message[0];
    at("qr").hidden = !code;
    at("code-block").hidden = !code;
    say("door", code ? facts.door : "");
    say("number", code ? code.digits.slice(0, 3) + " " + code.digits.slice(3) : "");
    if (code) {
      say("seconds", String(Math.ceil(view.left / 1000)));
      at("bar").style.transform = "scaleX(" + Math.min(1, view.left / facts.stepMs).toFixed(3) + ")";
      drawCode(code);
    } else if (drawn) {
      at("qr").width = at("qr").height = 0; // no code may linger in the canvas
      drawn = "";
    }
    note("link-note", linkNote(facts));
    note("clock-note", facts.clockOff
      ? "Đồng hồ máy này " + (facts.clockOff > 0 ? "nhanh " : "chậm ") + span(facts.clockOff) + ". Mã vẫn đúng vì theo giờ máy chủ." : "");
  }

  function showCounts(counts) {
    say("present", counts ? String(counts.present) : "–");
    say("pending", counts ? String(counts.pending) : "–");
  }

  self.screenDisplay = {
    markCounts: (fresh) => at("counts").setAttribute("data-fresh", fresh ? "yes" : "no"),
    render: render,
    showCounts: showCounts,
    showDisplay: showDisplay,
    showPairing: showPairing,
    showPlace: showPlace
  };
})();
