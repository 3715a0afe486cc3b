/* Whose account is open: his calls, and what happens when his sign-in ends. */
(function () {
  "use strict";

  const page = self.officePage;
  const wire = self.officeWire;
  const signIn = self.officeSignIn;

  let me = null; // who is signed in, or was until the sign-in ended
  let returnTo = ""; // the panel with what was being typed when it ended

  /* → the answer, or null when it was refused: that has been told then. */
  async function own(method, path, body, headers) {
    const answer = await wire.own(method, path, body, headers);
    if (answer.kind === "ok") return answer;
    if (!wire.isOver(answer)) {
      page.refuse(answer);
      return null;
    }
    returnTo = page.step();
    signIn.show(me ? me.username : "");
    page.tell("wait", "signed_out", "Phiên đăng nhập đã hết", "Mời đồng chí đăng nhập lại. Những gì đã gõ vẫn còn nguyên.");
    return null;
  }

  /* → whether it was read. Whatever another person had typed before is gone then. */
  async function read() {
    const answer = await own("GET", "/me", null);
    if (!answer) return false;
    if (me && me.id !== answer.body.id) forget();
    me = answer.body;
    page.all("[data-username]").forEach((each) => {
      if (each.tagName === "INPUT") each.defaultValue = me.username;
      else each.textContent = me.username;
    });
    return true;
  }

  function forget() {
    me = null;
    returnTo = "";
    page.reset();
  }

  /* The panel to go back to, once. */
  function takeReturn() {
    const panel = returnTo;
    returnTo = "";
    return panel === "sign-in" || panel === "home" ? "" : panel;
  }

  self.officeSession = { forget, me: () => me, own, read, takeReturn };
})();
