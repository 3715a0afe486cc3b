/* Which panel comes when: the link opened, who came in and what he still has to do, the way out. */
(function () {
  "use strict";

  const page = self.officePage;
  const wire = self.officeWire;
  const entry = self.accountEntry;
  const signIn = self.officeSignIn;
  const session = self.officeSession;
  const home = self.accountHome;

  async function nextPanel() {
    const back = session.takeReturn();
    if (back) return () => page.show(back);
    const me = session.me();
    if (!me.grants.length) {
      const setup = await session.own("GET", "/setup", null);
      if (!setup) return null;
      if (setup.body.is_needed) return () => self.accountFirst.offer(setup.body.presets);
    }
    return me.must_set_up_totp ? self.accountFactor.begin : home.show;
  }

  signIn.onSignedIn(async () => {
    const next = await session.read() && await nextPanel();
    if (!next) return;
    signIn.forget();
    next();
  });

  page.onTap(page.at("sign-out"), async () => {
    const answer = await wire.signOut();
    if (answer.kind !== "ok") {
      page.refuse(answer);
      return;
    }
    session.forget();
    signIn.forget();
    signIn.show("");
    page.tell("good", "left", "Đã đăng xuất", "");
  });

  /* The fragment is cleared so that neither history nor a shared link keeps the invitation. */
  function takeInvitation() {
    const match = /^#invitation=(.+)$/.exec(location.hash);
    if (location.hash) history.replaceState(null, "", location.pathname);
    if (match) entry.invite(match[1]);
    return !!match;
  }

  window.addEventListener("hashchange", takeInvitation);
  window.addEventListener("pagehide", wire.leave);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && page.step() !== "invitation") location.reload(); // its tokens went with it
  });

  if (!takeInvitation()) signIn.show("");
})();
