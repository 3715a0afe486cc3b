/* The ways in: an invitation becomes a password, a password becomes a sign-in. */
(function () {
  "use strict";

  const page = self.accountPage;
  const wire = self.accountWire;
  const at = page.at;

  let invitation = ""; // the token of the link, only here since the address bar was cleared
  let wasLost = false; // an answer to it was lost: it may have been taken
  let whenIn = null; // what the page does once somebody is signed in

  const MISSING = "Mời đồng chí nhập mật khẩu.";
  const DIFFERENT = "Hai lần nhập chưa giống nhau.";

  /* The sentences of a new password that is typed twice; its strength is the server's to judge. */
  function twice(first, second) {
    const typed = at(first).value;
    return [
      [first, typed ? "" : MISSING],
      [second, !typed || at(second).value === typed ? "" : DIFFERENT]
    ];
  }

  /* ---- invitation ---- */

  function invite(token) {
    invitation = token;
    wasLost = false;
    page.clearNotice();
    page.show("invitation");
  }

  page.onSubmit("invitation-form", async () => {
    if (page.anyFault(twice("invitation-password", "invitation-again"))) return;
    const answer = await wire.call("POST", "/auth/invitations/redeem", {
      token: invitation,
      password: at("invitation-password").value
    });
    if (answer.kind !== "ok") {
      page.refuse(answer);
      if (answer.kind === "later") wasLost = true;
      else if (wasLost && answer.problem.code === "invitation_refused") {
        at("notice-text").textContent += " Nếu lần gửi trước đã tới máy chủ thì mật khẩu đã đặt xong: mời thử đăng nhập.";
      }
      return;
    }
    invitation = "";
    page.reset();
    showSignIn(answer.body.username);
    page.tell("good", "redeemed", "Đã đặt mật khẩu", "Mời đồng chí đăng nhập bằng tên “" + answer.body.username + "” và mật khẩu vừa chọn.");
  });

  page.onTap(at("invitation-leave"), () => showSignIn(""));

  /* ---- sign-in ---- */

  function setOtp(asked, byRecovery) {
    at("otp-row").hidden = !asked;
    at("otp").setAttribute("inputmode", byRecovery ? "text" : "numeric");
    at("otp-hint").textContent = byRecovery
      ? "Một mã khôi phục còn chưa dùng, 10 ký tự."
      : "Mã 6 số trong ứng dụng xác thực trên điện thoại.";
    at("otp-kind").setAttribute("aria-pressed", String(byRecovery));
    at("otp-kind").textContent = byRecovery ? "Dùng mã 6 số trong ứng dụng" : "Mất điện thoại? Dùng mã khôi phục";
    at("otp").value = "";
  }

  function showSignIn(username) {
    if (username) at("username").value = username;
    setOtp(false, false);
    page.show("sign-in");
  }

  page.onTap(at("otp-kind"), () => {
    setOtp(true, at("otp-kind").getAttribute("aria-pressed") !== "true");
    at("otp").focus();
  });

  /* Another username may have no second factor: it is asked anew. */
  at("username").addEventListener("input", () => setOtp(false, false));

  function signInFaults() {
    const otpMissing = !at("otp-row").hidden && !at("otp").value.trim();
    return [
      ["username", at("username").value.trim() ? "" : "Mời đồng chí nhập tên đăng nhập."],
      ["password", at("password").value ? "" : MISSING],
      ["otp", otpMissing ? "Mời đồng chí nhập mã xác thực." : ""]
    ];
  }

  page.onSubmit("sign-in-form", async () => {
    if (page.anyFault(signInFaults())) return;
    const answer = await wire.signIn(at("username").value.trim(), at("password").value, at("otp").value.trim());
    if (answer.kind === "ok") {
      await whenIn();
      return;
    }
    page.refuse(answer);
    const code = answer.kind === "refused" ? answer.problem.code : "";
    if (code === "otp_required") {
      at("notice").setAttribute("data-tone", "wait");
      setOtp(true, false);
      at("otp").focus();
    }
    if (code === "otp_wrong") at("otp").value = "";
  });

  /* What was typed to get in stays until the page has shown who is in. */
  function forget() {
    at("sign-in-form").reset();
    setOtp(false, false);
  }

  function onSignedIn(act) {
    whenIn = act;
  }

  self.accountEntry = { forget, invite, onSignedIn, showSignIn, twice };
})();
