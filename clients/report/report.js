/* The order of things: who is signed in, then what he may write; the way back, and out. */
(function () {
  "use strict";

  const page = self.officePage;
  const wire = self.officeWire;
  const session = self.officeSession;
  const signIn = self.officeSignIn;
  const at = page.at;

  const load = self.officeParts("/report/", ["office-sheet", "office-saving", "words", "shrinking", "queue", "sitting", "photos", "texts", "share", "paper", "board", "home"]);
  let returnTo = "";
  let lastId = "";

  /* The sign-in ended while a picture was being sent: it waits at this phone. */
  function signedOut() {
    returnTo = page.step();
    signIn.show("");
    page.tell("wait", "signed_out", "Phiên đăng nhập đã hết", "Mời đồng chí đăng nhập lại. Ảnh chưa gửi và nội dung đã gõ vẫn còn.");
  }

  /* The phone's own back button goes one step back inside the page: leaving it would sign out. */
  function onBack() {
    if (page.step() === "sign-in" || page.step() === "opening") {
      history.back();
      return;
    }
    history.pushState("inside", "");
    if (!at("sheet").hidden) self.officeSheet.close();
    else if (page.step() === "home") page.tell("wait", "stay", "Đồng chí muốn thoát?", "Bấm “Đăng xuất” ở cuối trang.");
    else page.run(self.reportHome.back, at("home-leave"));
  }

  signIn.onSignedIn(async () => {
    if (!await session.read() || !await load()) return;
    signIn.forget();
    if (history.state !== "inside") history.pushState("inside", "");
    const me = session.me();
    const back = session.takeReturn() || returnTo;
    returnTo = "";
    self.reportQueue.begin(me.id);
    const isSame = lastId === me.id;
    lastId = me.id;
    if (isSame && back && back !== "sign-in" && back !== "home") {
      page.show(back);
      return;
    }
    self.reportPaper.forget();
    self.reportSitting.learn(me);
    await self.reportHome.open();
  });

  page.onTap(at("home-leave"), async () => {
    if (self.reportQueue.count() || self.reportTexts.isChanged()) {
      page.tell("wait", "unsaved", "Còn ảnh hoặc nội dung chưa gửi", "Mời đồng chí chờ gửi xong, lưu nội dung rồi đăng xuất.");
      return;
    }
    const answer = await wire.signOut();
    if (answer.kind !== "ok") {
      page.refuse(answer);
      return;
    }
    location.reload();
  });

  at("sign-in-form").addEventListener("focusin", () => { load(); }, { once: true });
  window.addEventListener("popstate", onBack);
  window.addEventListener("pagehide", wire.leave);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload(); // its tokens went with it
  });

  self.reportPage = { signedOut };
  signIn.show("");
})();
