/* The panel shown, the notice above it, the errors; and one thing done at a time. */
(function () {
  "use strict";

  const at = (id) => document.getElementById(id);
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const SLOW_MS = 700;
  let isBusy = false;

  function show(step) {
    at("page").setAttribute("data-step", step);
    all("[data-panel]").forEach((panel) => {
      panel.hidden = panel.getAttribute("data-panel") !== step;
    });
    const heading = document.querySelector("[data-panel=" + step + "] h1");
    heading.tabIndex = -1;
    document.title = heading.textContent + " – Điểm danh hội nghị";
    window.scrollTo(0, 0);
    heading.focus();
  }

  /* Never hidden: a live region must be there before it speaks. */
  function write(tone, code, title, text) {
    at("notice").setAttribute("data-tone", tone);
    at("notice").setAttribute("data-code", code);
    at("notice-title").textContent = title;
    at("notice-text").textContent = text;
  }

  function clearNotice() {
    write("", "", "", "");
  }

  function tell(tone, code, title, text) {
    write(tone, code, title, text);
    window.scrollTo(0, 0);
    at("notice").focus();
  }

  /* What was not done, in the server's words or, without an answer, in ours. */
  function refuse(answer) {
    const said = self.officeWords.refusal(answer);
    if (answer.kind === "later") tell("wait", answer.cause, said.title, said.text);
    else tell("bad", answer.problem.code, said.title, said.text);
  }

  /* `faults` is a list of [field id, sentence or ""]; the first wrong field gets the cursor. → any wrong? */
  function anyFault(faults) {
    faults.forEach((fault) => {
      at(fault[0] + "-error").textContent = fault[1];
      at(fault[0] + "-error").hidden = !fault[1];
      at(fault[0]).setAttribute("aria-invalid", String(!!fault[1]));
    });
    const first = faults.find((fault) => fault[1]);
    if (first) at(first[0]).focus();
    return !!first;
  }

  function setBusy(busy, pressed) {
    isBusy = busy;
    at("page").setAttribute("data-state", busy ? "busy" : "idle");
    all("button").forEach((button) => button.setAttribute("aria-disabled", String(busy)));
    if (!pressed.form || pressed.type !== "submit") return;
    if (busy) pressed.setAttribute("data-words", pressed.textContent);
    pressed.textContent = busy ? "Đang gửi…" : pressed.getAttribute("data-words");
  }

  /* What is pressed while another is under way is not heard. */
  async function run(act, pressed) {
    if (isBusy) return;
    clearNotice();
    setBusy(true, pressed);
    const slow = setTimeout(() => { at("progress").textContent = "Đang làm, mời chờ…"; }, SLOW_MS);
    try {
      await act();
    } finally {
      clearTimeout(slow);
      at("progress").textContent = "";
      setBusy(false, pressed);
    }
  }

  function onSubmit(id, act) {
    const button = at(id).querySelector("button:not([type])");
    at(id).noValidate = true;
    at(id).addEventListener("submit", (event) => {
      event.preventDefault();
      run(act, button);
    });
  }

  function onTap(button, act) {
    button.addEventListener("click", () => run(act, button));
  }

  function element(tag, text, className) {
    const made = document.createElement(tag);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function setShown(button, shown) {
    button.setAttribute("aria-pressed", String(shown));
    button.textContent = shown ? "Ẩn mật khẩu" : "Hiện mật khẩu";
    Array.from(button.form.querySelectorAll("[autocomplete$=password]")).forEach((input) => {
      input.type = shown ? "text" : "password";
    });
  }

  /* Nothing stays but the sign-in and the notice. */
  function reset() {
    all("form:not(#sign-in-form)").forEach((form) => form.reset());
    all("[data-shows]").forEach((button) => setShown(button, false));
    all("[data-secret]").forEach((part) => {
      if (part.tagName === "A") part.removeAttribute("href");
      else part.textContent = "";
      part.width = part.height = 0;
    });
  }

  /* execCommand works on plain http too, where navigator.clipboard is missing. */
  function copy(part, hint) {
    const selection = window.getSelection();
    selection.removeAllRanges();
    const range = document.createRange();
    range.selectNodeContents(part);
    selection.addRange(range);
    if (document.execCommand("copy")) tell("good", "copied", "Đã chép", hint || "Mời đồng chí dán vào nơi cất giữ.");
    else tell("wait", "not_copied", "Máy không cho chép", "Phần cần chép đã được chọn sẵn: mời đồng chí tự chép.");
  }

  all("[data-shows]").forEach((button) => {
    button.addEventListener("click", () => setShown(button, button.getAttribute("aria-pressed") !== "true"));
    setShown(button, false);
  });

  all("[data-copies]").forEach((button) => {
    button.addEventListener("click", () => copy(at(button.getAttribute("data-copies"))));
  });

  /* Each field gets a place for its error, and no help that spoils a name or a code. */
  all("input[id]").forEach((input) => {
    const line = element("p", "", "error");
    line.id = input.id + "-error";
    line.hidden = true;
    input.parentNode.insertBefore(line, input.nextSibling);
    const hint = input.getAttribute("aria-describedby");
    input.setAttribute("aria-describedby", line.id + (hint ? " " + hint : ""));
    input.setAttribute("autocapitalize", input.autocomplete === "organization" ? "sentences" : "off");
    input.spellcheck = false;
  });

  const step = () => at("page").getAttribute("data-step");
  const told = () => at("notice").getAttribute("data-code");

  self.officePage = {
    all, anyFault, at, clearNotice, copy, element, onSubmit, onTap, refuse, reset, run, show, step, tell, told
  };
})();
