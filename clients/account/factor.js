/* The second factor: begun by the password, scanned, confirmed; its recovery codes are shown once. */
(function () {
  "use strict";

  const words = self.accountWords;
  const page = self.officePage;
  const session = self.officeSession;
  const at = page.at;

  const LARGEST_QR = 280;

  async function open() {
    if (!await session.read()) return;
    const me = session.me();
    at("factor-compulsory").hidden = !me.grants.some(self.officeWords.isDistrict);
    if (me.has_totp) page.show("factor");
    else begin();
  }

  function begin() {
    at("begin-compulsory").hidden = !session.me().must_set_up_totp;
    at("begin-otp-row").hidden = !session.me().has_totp;
    page.show("factor-begin");
  }

  function missing(id) {
    return [id, at(id).value.trim() ? "" : "Mời đồng chí nhập mã."];
  }

  function offer(secret) {
    at("factor-secret").textContent = words.grouped(secret.secret, 4).join(" ");
    at("factor-link").href = secret.uri;
    page.show("factor-scan");
    self.screenQr.draw(at("factor-qr"), secret.qr, Math.min(LARGEST_QR, at("page").clientWidth - 40));
  }

  function showCodes(codes) {
    page.reset();
    codes.forEach((code) => at("codes-list").appendChild(page.element("li", words.grouped(code, 5).join("-"))));
    at("codes-domain").textContent = location.host;
    page.show("codes");
  }

  page.onTap(at("to-factor"), open);
  page.onTap(at("begun-factor"), open);
  page.onTap(at("factor-move"), begin);
  at("codes-print").addEventListener("click", () => window.print());

  page.onSubmit("begin-form", async () => {
    const isMove = session.me().has_totp;
    const password = at("begin-password").value;
    const faults = [["begin-password", password ? "" : "Mời đồng chí nhập mật khẩu."]];
    if (page.anyFault(isMove ? faults.concat([missing("begin-otp")]) : faults)) return;
    const body = isMove ? { password: password, otp: at("begin-otp").value.trim() } : { password: password };
    const answer = await session.own("POST", "/me/totp", body);
    if (!answer) return;
    page.reset();
    offer(answer.body);
  });

  page.onSubmit("confirm-form", async () => {
    if (page.anyFault([missing("confirm-otp")])) return;
    const answer = await session.own("POST", "/me/totp/confirm", { otp: at("confirm-otp").value.trim() });
    if (answer) {
      showCodes(answer.body.recovery_codes);
      page.tell("good", "totp_on", "Đã bật xác thực hai bước", "Các máy khác đã bị đăng xuất.");
      return;
    }
    // On though the answer was lost: its codes are lost with it, and new ones can be had.
    if (page.told() !== "totp_off" || !await session.read() || !session.me().has_totp) return;
    page.reset();
    page.show("factor");
    page.tell("wait", "codes_lost", "Xác thực hai bước đã bật", "Câu trả lời trước bị mất trên đường. Mời đồng chí lấy mã khôi phục mới.");
  });

  page.onSubmit("renew-form", async () => {
    if (page.anyFault([missing("renew-otp")])) return;
    const answer = await session.own("POST", "/me/recovery-codes", { otp: at("renew-otp").value.trim() });
    if (answer) showCodes(answer.body.recovery_codes);
  });

  self.accountFactor = { begin };
})();
