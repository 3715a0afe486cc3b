/* Files that only a sign-in may fetch: they go where the browser keeps downloads. */
import { useState } from "preact/hooks";
import { carried, type Problem } from "../api";
import { t } from "../words";
import { Button, ProblemNotice } from "./basics";

export function keep(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/* `path` begins with /api/v1; the file bears the server's name for it, or `name`. */
export function Download(props: { path: string; name: string; children: string }) {
  const [state, set] = useState<{ isBusy: boolean; problem?: Problem; isCut?: boolean }>({ isBusy: false });
  const fetchIt = async () => {
    set({ isBusy: true });
    try {
      const answer = await carried(props.path);
      if (answer.ok) {
        keep(await answer.blob(), props.name);
        set({ isBusy: false });
      } else if (answer.status < 500) {
        set({ isBusy: false, problem: (await answer.json()) as Problem });
      } else set({ isBusy: false, isCut: true });
    } catch {
      set({ isBusy: false, isCut: true });
    }
  };
  return (
    <>
      <Button isBusy={state.isBusy} onClick={() => void fetchIt()}>
        {state.isBusy ? t("Đang tải…", "Fetching…") : props.children}
      </Button>
      <ProblemNotice problem={state.problem} />
      {state.isCut && <p class="error" role="alert">{t("Chưa tải được, mời đồng chí bấm lại.", "It did not come through: press again.")}</p>}
    </>
  );
}

export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // plain http, or an old browser: the text stands selected on the page
  }
}

export function CopyText(props: { label: string; text: string; rows?: number }) {
  const [state, set] = useState<"" | "done" | "by-hand">("");
  return (
    <div class="copy-text">
      <textarea readOnly rows={props.rows ?? 6} aria-label={props.label} value={props.text} onFocus={(event) => event.currentTarget.select()} />
      <Button onClick={() => void copied(props.text).then((done) => set(done ? "done" : "by-hand"))}>
        {state === "done" ? t("Đã chép", "Copied") : t("Chép", "Copy")}
      </Button>
      {state === "by-hand" && <p class="hint">{t("Máy này không chép hộ được: chạm vào ô chữ rồi chọn Sao chép.", "Select the text and copy it by hand.")}</p>}
    </div>
  );
}
