/* The order of things: who is signed in, who he is in the list, and then his class; the bar of what is not yet saved. */
(function () {
  "use strict";

  const page = self.officePage;
  const wire = self.officeWire;
  const session = self.officeSession;
  const signIn = self.officeSignIn;
  const outbox = self.rosterOutbox;
  const at = page.at;

  const load = self.officeParts("/roster/", [
    "words", "office-sheet", "office-saving", "sitting", "who", "now", "roll", "numbers", "pending", "names", "hall", "receipts", "phones"
  ]);
  let returnTo = "";

  function bar() {
    at("bar").hidden = !at("unsaved").textContent && at("last").hidden;
    at("bar").setAttribute("data-saved", String(!at("unsaved").textContent));
  }

  function tellUnsaved(count, stuck) {
    const why = stuck ? self.officeParts.resending(stuck) : "";
    at("unsaved").textContent = count ? count + " việc chưa lưu" + why : "";
    bar();
  }

  /* The sign-in ended while something was being sent: it waits here. */
  function signedOut() {
    returnTo = page.step();
    signIn.show("");
    page.tell("wait", "signed_out", "Phiên đăng nhập đã hết", "Mời đồng chí đăng nhập lại. Việc chưa lưu vẫn giữ ở máy này.");
  }

  /* The phone's own back button goes one step back inside the page: leaving it would sign out. */
  function onBack() {
    if (page.step() === "sign-in" || page.step() === "opening") {
      history.back();
      return;
    }
    history.pushState("inside", "");
    if (!at("sheet").hidden) self.officeSheet.close();
    else if (page.step() === "now" || page.step() === "who") page.tell("wait", "stay", "Đồng chí muốn thoát?", "Bấm “Đăng xuất” ở cuối trang.");
    else page.run(self.rosterNow.back, at("now-leave"));
  }

  function refused(answer) {
    page.refuse(answer);
  }

  async function begin() {
    const me = session.me();
    const sitting = self.rosterSitting;
    sitting.learn(me);
    outbox.begin(me.id);
    if (sitting.now.units.length && me.member && !me.member.stated) {
      self.rosterWho.ask(enter);
      return;
    }
    await enter();
  }

  async function enter() {
    if (!await session.read()) return;
    self.rosterSitting.learn(session.me());
    if (!await self.rosterSitting.find()) return;
    self.rosterNow.show();
  }

  signIn.onSignedIn(async () => {
    if (!await session.read() || !await load()) return;
    signIn.forget();
    if (history.state !== "inside") history.pushState("inside", "");
    const back = session.takeReturn() || returnTo;
    returnTo = "";
    if (back && back !== "sign-in" && back !== "now" && self.rosterSitting.now.session) {
      outbox.begin(session.me().id);
      page.show(back);
      return;
    }
    await begin();
  });

  page.onTap(at("now-leave"), async () => {
    if (outbox.count()) {
      page.tell("wait", "unsaved", "Còn việc chưa lưu", "Mời đồng chí chờ máy gửi xong rồi đăng xuất.");
      return;
    }
    const answer = await wire.signOut();
    if (answer.kind !== "ok") {
      page.refuse(answer);
      return;
    }
    location.reload(); // no name of the list stays in this page
  });

  async function open() {
    signIn.show("");
    const left = await outbox.left();
    if (left) page.tell("wait", "left", left + " việc chưa lưu còn ở máy này", "Đăng nhập lại thì máy gửi tiếp.");
  }

  outbox.watch(tellUnsaved);
  at("sign-in-form").addEventListener("focusin", () => { load(); }, { once: true });
  window.addEventListener("popstate", onBack);
  window.addEventListener("pagehide", wire.leave);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload(); // its tokens went with it
  });

  self.rosterPage = { bar, refused, signedOut };
  open();
})();
