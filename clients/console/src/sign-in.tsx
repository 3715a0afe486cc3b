/* A password, and the second factor where there is one, become a sign-in. */
import { useState } from "preact/hooks";
import { signIn } from "./api";
import { me, readMe } from "./me";
import { Button, Field, Form, Notice, Page } from "./parts/basics";
import { useAct } from "./saving";
import { t } from "./words";

/* `username` is given where a sign-in has ended over what is being worked on. */
export function SignIn(props: { username?: string; hasEnded?: boolean; onSignedIn?: () => void }) {
  const [username, setUsername] = useState(props.username ?? "");
  const [password, setPassword] = useState("");
  const [otp, setOtp] = useState("");
  const [asksOtp, setAsksOtp] = useState(false);
  const [byRecovery, setByRecovery] = useState(false);
  const acting = useAct();
  const needsOtp = acting.problem?.code === "otp_required";
  const shown = needsOtp && !asksOtp ? { ...acting, problem: undefined } : acting;

  const send = async () => {
    const answer = await acting.run(t("Đăng nhập", "Sign in"), () => signIn(username.trim(), password, otp.trim()));
    if (!answer) {
      setOtp("");
      return;
    }
    if (props.username && username.trim() !== props.username) {
      location.reload(); // another person: nothing of the one before stays
      return;
    }
    const read = await readMe();
    if (read.kind !== "ok") me.value = null;
    else props.onSignedIn?.();
  };
  if (needsOtp && !asksOtp) setAsksOtp(true);

  return (
    <Page title={t("Đăng nhập", "Sign in")}>
      {props.hasEnded && (
        <Notice tone="wait" title={t("Phiên đăng nhập đã hết", "Your sign-in has ended")}>
          <p>{t("Mời đồng chí đăng nhập lại. Việc đang làm vẫn còn nguyên.", "Sign in again: what you were doing is still there.")}</p>
        </Notice>
      )}
      <Form acting={shown} label={t("Đăng nhập", "Sign in")} onSubmit={() => void send()}>
        <Field label={t("Tên đăng nhập", "Username")} value={username} onInput={(value) => { setUsername(value); setAsksOtp(false); }} autocomplete="username" required />
        <Field label={t("Mật khẩu", "Password")} type="password" value={password} onInput={setPassword} autocomplete="current-password" required />
        {asksOtp && (
          <>
            <Field
              label={byRecovery ? t("Mã khôi phục", "Recovery code") : t("Mã xác thực", "One-time code")}
              hint={byRecovery ? t("Một mã khôi phục còn chưa dùng, 10 ký tự.", "An unused recovery code, 10 characters.") : t("Mã 6 số trong ứng dụng xác thực trên điện thoại.", "The 6 digits in your authenticator app.")}
              value={otp}
              onInput={setOtp}
              inputMode={byRecovery ? "text" : "numeric"}
              autocomplete="one-time-code"
              required
            />
            <Button kind="plain" onClick={() => setByRecovery(!byRecovery)}>
              {byRecovery ? t("Dùng mã 6 số trong ứng dụng", "Use the app's 6 digits") : t("Mất điện thoại? Dùng mã khôi phục", "Lost your phone? Use a recovery code")}
            </Button>
          </>
        )}
      </Form>
      <p class="soft">
        {t("Chưa có mật khẩu, hoặc quên: mở đường dẫn trong thư mời, hoặc xem trang ", "No password yet, or forgotten: open the link of your invitation, or see ")}
        <a href="/account">{t("tài khoản", "your account")}</a>.
      </p>
    </Page>
  );
}
