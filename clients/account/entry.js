/* The first way in: an invitation becomes a password. */
(function () {
  "use strict";

  const page = self.officePage;
  const wire = self.officeWire;
  const signIn = self.officeSignIn;
  const at = page.at;

  let invitation = ""; // the token of the link, only here since the address bar was cleared
  let wasLost = false; // an answer to it was lost: it may have been taken

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
    signIn.show(answer.body.username);
    page.tell("good", "redeemed", "Đã đặt mật khẩu", "Mời đồng chí đăng nhập bằng tên “" + answer.body.username + "” và mật khẩu vừa chọn.");
  });

  page.onTap(at("invitation-leave"), () => signIn.show(""));

  self.accountEntry = { invite, twice };
})();
