/* One's own record: read it, ask for a correction, move to a new phone, let go of this one. */
(function () {
  "use strict";

  const words = self.checkinWords;
  const wire = self.checkinWire;
  const told = self.ownTold;
  const backOff = self.backOff;
  const queue = self.checkinQueue; // only for what the check-in page remembers of this phone
  const at = (id) => document.getElementById(id);
  let isBusy = false;
  let askId = null; // of the request being sent: again the same after a lost answer
  let askKind = "";
  let again = null;
  let offering = null;

  /* `retry` is offered by a button, `afterMs` from now. */
  function notify(tone, said, retry, afterMs) {
    at("notice").setAttribute("data-tone", tone);
    at("notice-title").textContent = said.title;
    at("notice-text").textContent = said.text;
    again = retry || null;
    clearTimeout(offering);
    at("notice-retry").hidden = true;
    if (again) offering = setTimeout(() => { at("notice-retry").hidden = false; }, afterMs || 0);
    if (!tone) return;
    window.scrollTo(0, 0);
    at("notice").focus();
  }

  /* → the answer's body, or undefined after saying why there is none. */
  async function ask(method, path, body, headers, retry) {
    if (isBusy) return undefined;
    isBusy = true;
    at("page").setAttribute("data-state", "busy");
    const answer = await wire.call(method, path, body, headers);
    isBusy = false;
    at("page").setAttribute("data-state", "idle");
    if (answer.kind === "ok") {
      notify("", { title: "", text: "" });
      return answer.body;
    }
    if (answer.kind === "refused") notify("bad", told.refusal(answer.problem));
    else notify("wait", told.delay(answer.cause), retry, backOff.waitMs(answer, 1));
    return undefined;
  }

  function lines(list, sentences) {
    list.textContent = "";
    sentences.forEach((each) => {
      list.appendChild(document.createElement("li")).textContent = each;
    });
  }

  function paragraph(box, text, style) {
    const line = box.appendChild(document.createElement("p"));
    line.textContent = text;
    if (style) line.className = style;
  }

  function showSession(session) {
    const box = document.createElement("div");
    box.className = "session";
    box.setAttribute("data-presence", session.presence || "");
    paragraph(box, session.title, "title");
    paragraph(box, [session.starts_at ? words.clockTime(session.starts_at) : "", told.presence(session.presence)]
      .filter((each) => each).join(" – "));
    const seen = session.windows.map(told.windowLine);
    if (session.mark) seen.push(told.markLine(session.mark));
    const list = box.appendChild(document.createElement("ul"));
    list.className = "lines";
    lines(list, seen);
    list.hidden = !seen.length;
    at("sessions").appendChild(box);
  }

  function show(record) {
    const member = record.member;
    at("opening").hidden = true;
    at("record").hidden = false;
    at("name").textContent = member.full_name;
    at("unit").textContent = member.unit_name;
    at("status").textContent = told.status(member.status);
    at("card").textContent = told.cardEnding(member.card_ending);
    at("phone").textContent = "gắn ngày " + told.dayOf(record.phone.bound_at) + ", " + told.origin(record.phone.origin);
    at("sessions").textContent = "";
    record.sessions.forEach(showSession);
    if (!record.sessions.length) paragraph(at("sessions"), "Chưa có lớp nào.");
    lines(at("views"), told.viewLines(record.views));
    at("views-none").hidden = record.views.length > 0;
    lines(at("requests"), record.requests.map(told.requestLine));
    at("privacy").textContent = record.notice.text;
  }

  async function open() {
    const record = await ask("GET", "/devices/current/record", null, {}, open);
    at("opening").hidden = true;
    if (!record) return;
    queue.rememberPhone({ known: true, initials: words.initials(record.member.full_name), asks_last4: false });
    show(record);
  }

  function fieldError(sentence) {
    at("ask-error").textContent = sentence;
    at("ask-error").hidden = !sentence;
  }

  async function request(kind) {
    const text = at("ask").value.trim();
    fieldError(text.length >= 5 ? "" : kind === "erasure" ? "Đồng chí ghi vì sao xin xóa tên." : "Đồng chí ghi điều cần sửa.");
    if (text.length < 5) {
      at("ask").focus();
      return;
    }
    if (kind !== askKind || !askId) askId = wire.newId();
    askKind = kind;
    const sent = await ask("POST", "/devices/current/data-requests", { kind: kind, text: text }, { "Idempotency-Key": askId });
    if (sent === undefined) return;
    askId = null;
    at("ask").value = "";
    await open();
    notify("wait", { title: "Đã gửi đề nghị", text: "Câu trả lời sẽ hiện ở mục «Đề nghị sửa» của trang này." });
  }

  at("ask-form").addEventListener("submit", (event) => {
    event.preventDefault();
    request("correction");
  });

  at("ask-erasure").addEventListener("click", () => { request("erasure"); });

  at("ask").addEventListener("input", () => { askId = null; });

  at("move-start").addEventListener("click", async () => {
    const slip = await ask("POST", "/devices/current/slip", null);
    if (slip === undefined) return;
    at("move-address").textContent = location.host + "/d";
    at("move-code").textContent = slip.code;
    at("move-until").textContent = "Mã dùng một lần, đến " + words.clockTime(slip.expires_at) + ".";
    at("move-before").hidden = true;
    at("move-after").hidden = false;
  });

  function askRelease(isAsked) {
    at("release-sure").hidden = !isAsked;
    at("release-start").hidden = isAsked;
  }

  at("release-start").addEventListener("click", () => askRelease(true));
  at("release-no").addEventListener("click", () => askRelease(false));
  at("release-yes").addEventListener("click", async () => {
    if ((await ask("DELETE", "/devices/current", null)) === undefined) return;
    at("record").hidden = true;
    queue.rememberPhone({ known: false });
    notify("wait", { title: "Đã gỡ máy này", text: "Máy này không còn gắn với đồng chí nào." });
  });

  at("notice-retry").addEventListener("click", () => {
    if (again) again();
  });

  open();
})();
