/* Whose phone this is: "not me", letting go of the phone, and the secretary's enrolment slip. */
(function () {
  "use strict";

  const CODE_LENGTH = 10;

  /* Crockford's alphabet: a letter that looks like a digit is that digit. → {code} or {error}. */
  function readSlip(typed) {
    const bare = typed.toUpperCase().replace(/[\s.\-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
    if (!bare) return { error: "Đồng chí chưa nhập mã." };
    if (!/^[0-9A-Z]+$/.test(bare)) return { error: "Mã chỉ gồm chữ không dấu và số, như in trên phiếu." };
    if (bare.length !== CODE_LENGTH) return { error: "Mã có 10 chữ và số, đồng chí nhập " + bare.length + "." };
    return { code: bare };
  }

  function refusal(problem) {
    switch (problem.code) {
      case "slip_invalid":
        return { title: "Phiếu này không dùng được", text: "Phiếu đã dùng, đã hết hạn, hoặc mã chưa đúng. Đồng chí so lại từng chữ, hoặc xin bí thư phiếu mới." };
      case "phone_taken":
        return { title: "Máy này đang gắn với đồng chí khác", text: "Muốn gắn lại: quét mã trên màn hình, bấm «Không phải tôi», chọn «Máy này nay là của tôi», rồi dùng phiếu." };
      case "too_many_attempts":
        return { title: "Đồng chí đã thử quá nhiều lần", text: "Mời đồng chí chờ rồi thử lại." };
      default:
        return { title: "Chưa gắn được máy", text: (problem.detail ? problem.detail + " " : "") + "Đồng chí thử lại, hoặc báo bí thư." };
    }
  }

  /*
   * The page gives: page, isBusy(), deliver(mine, send), begin(), call(method, path, body),
   * toConfirm(), toCode(), toName(kind), toOwnName(), whose(), helpsLeft(), asksLast4(), remember(device).
   */
  function create(host) {
    const page = host.page;
    const at = page.at;

    function tap(id, act) {
      at(id).addEventListener("click", () => {
        if (host.isBusy()) return;
        page.clearNotice();
        act();
      });
    }

    function refuse(answer, words) {
      page.setState("refused");
      page.notify("bad", answer.problem.code || String(answer.status), words);
      if (answer.retryAfter) {
        page.countDown("Chờ ", answer.retryAfter * 1000, () => {
          at("notice-text").textContent = "Đồng chí có thể thử lại bây giờ.";
        });
      }
      at("notice").focus();
    }

    function ask() {
      const left = host.helpsLeft();
      at("other-whose").textContent = host.whose();
      at("other-help").hidden = left < 1;
      at("other-left").textContent = page.helpsLeft(left) || "Máy này đã hết lượt điểm danh hộ ở lớp này.";
      at("other-forgot").hidden = !host.asksLast4();
      page.show("other");
    }

    async function release() {
      const mine = host.begin();
      const answer = await host.deliver(mine, () => host.call("DELETE", "/devices/current", null));
      if (!answer) return;
      if (answer.kind === "ok" || answer.status === 404) {
        host.toOwnName();
        return;
      }
      refuse(answer, refusal(answer.problem));
    }

    async function enrol(code, typed) {
      const mine = host.begin();
      if (!typed) page.show("enrolling");
      const answer = await host.deliver(mine, () => host.call("POST", "/devices/enrol", { code: code }));
      if (!answer) return;
      if (answer.kind === "ok") {
        at("slip").value = "";
        at("enrolled-name").textContent = answer.body.full_name;
        at("enrolled-unit").textContent = answer.body.unit_name;
        host.remember({ known: true, initials: self.checkinWords.initials(answer.body.full_name), asks_last4: false });
        page.show("enrolled");
        return;
      }
      if (!typed) page.show("slip");
      refuse(answer, refusal(answer.problem));
    }

    tap("other-help", () => host.toName("assisted"));
    tap("other-forgot", () => host.toName("named"));
    tap("other-mine", () => {
      at("release-whose").textContent = host.whose();
      page.show("release");
    });
    tap("other-back", host.toConfirm);
    tap("release-yes", release);
    tap("release-no", ask);
    tap("slip-back", host.toCode);
    tap("enrolled-code", host.toCode);
    at("slip-form").addEventListener("submit", (event) => {
      event.preventDefault();
      if (host.isBusy()) return;
      const slip = readSlip(at("slip").value);
      page.fieldError("slip", slip.error || "");
      if (slip.error) at("slip").focus();
      else enrol(slip.code, true);
    });

    return {
      ask: ask,
      enrol: (code) => enrol(readSlip(code).code || code, false),
      typeSlip: function () {
        page.fieldError("slip", "");
        page.show("slip");
        at("slip").focus();
      }
    };
  }

  self.checkinPhone = { create: create, readSlip: readSlip };
})();
