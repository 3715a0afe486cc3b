/* A password, and the second factor where there is one, become a sign-in. */
(function () {
  "use strict";

  const page = self.officePage;
  const wire = self.officeWire;
  const at = page.at;

  let whenIn = null; // what the page does once somebody is signed in

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

  function show(username) {
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
      ["password", at("password").value ? "" : "Mời đồng chí nhập mật khẩu."],
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

  self.officeSignIn = { forget, onSignedIn, show };
})();
