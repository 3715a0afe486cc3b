/* One's own account: who one is, the password, the sign-ins. */
(function () {
  "use strict";

  const words = self.accountWords;
  const office = self.officeWords;
  const page = self.officePage;
  const session = self.officeSession;
  const at = page.at;

  function card(title, lines) {
    const item = page.element("li", "");
    item.appendChild(page.element("b", title));
    lines.forEach((line) => item.appendChild(page.element("span", line)));
    return item;
  }

  function show() {
    const me = session.me();
    at("home-name").textContent = "Chào đồng chí " + me.display_name;
    at("home-grants").textContent = "";
    me.grants.forEach((each) => at("home-grants").appendChild(card(office.role(each), [office.place(each)])));
    at("home-no-grants").hidden = me.grants.length > 0;
    at("factor-state").textContent = me.has_totp ? "Đang bật" : me.must_set_up_totp ? "Bắt buộc, chưa cài" : "Chưa bật";
    at("factor-state").setAttribute("data-tone", me.has_totp ? "good" : me.must_set_up_totp ? "bad" : "");
    page.show("home");
  }

  /* Nothing typed and no secret stays behind. */
  async function goHome() {
    if (!await session.read()) return;
    page.reset();
    show();
  }

  page.all("[data-home]").forEach((button) => page.onTap(button, goHome));

  /* ---- password ---- */

  page.onTap(at("to-password"), () => page.show("password"));

  page.onSubmit("change-form", async () => {
    const old = ["old-password", at("old-password").value ? "" : "Mời đồng chí nhập mật khẩu hiện nay."];
    if (page.anyFault([old].concat(self.accountEntry.twice("new-password", "new-again")))) return;
    const answer = await session.own("PUT", "/me/password", {
      password: at("old-password").value,
      new_password: at("new-password").value
    });
    if (!answer) return;
    page.reset();
    show();
    page.tell("good", "password_changed", "Đã đổi mật khẩu", "Các máy khác đã bị đăng xuất; máy này vẫn đăng nhập.");
  });

  /* ---- sign-ins ---- */

  function signInCard(each) {
    const machine = words.machine(each.user_agent);
    const item = card(machine, [
      "Đăng nhập lúc " + office.clockTime(each.began_at),
      "Dùng gần nhất lúc " + office.clockTime(each.last_seen_at)
    ]);
    if (each.is_current) {
      item.appendChild(page.element("strong", "Máy này"));
      return item;
    }
    const button = page.element("button", "Kết thúc", "quiet");
    button.setAttribute("aria-label", "Kết thúc đăng nhập ở " + machine);
    page.onTap(button, async () => {
      if (!await session.own("DELETE", "/me/sign-ins/" + each.id, null)) return;
      item.parentNode.removeChild(item);
      page.tell("good", "sign_in_ended", "Đã kết thúc", "Máy đó phải đăng nhập lại.");
    });
    item.appendChild(button);
    return item;
  }

  page.onTap(at("to-sign-ins"), async () => {
    const answer = await session.own("GET", "/me/sign-ins?limit=100", null);
    if (!answer) return;
    at("sign-ins-list").textContent = "";
    answer.body.items.forEach((each) => at("sign-ins-list").appendChild(signInCard(each)));
    page.show("sign-ins");
  });

  self.accountHome = { show };
})();
