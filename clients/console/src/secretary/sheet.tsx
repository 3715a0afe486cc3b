/* A sheet over the page with what may be done to one name; closing it gives the focus back. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Button } from "../parts/basics";
import { t } from "../words";

export function Sheet(props: { title: string; text?: string; onClose: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current!;
    const before = document.activeElement as HTMLElement | null;
    shown.showModal();
    return () => {
      shown.close();
      before?.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="asking sheet"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <h2 id={id}>{props.title}</h2>
      {props.text && <p>{props.text}</p>}
      <div class="answers">{props.children}</div>
      <Button kind="plain" onClick={props.onClose}>{t("Đóng", "Close")}</Button>
    </dialog>
  );
}

/* One answer of several, or another one in one's own words. */
export function Reasons(props: { reasons: readonly string[]; onReason: (reason: string) => void }) {
  const own = useRef<HTMLInputElement>(null);
  return (
    <>
      {props.reasons.map((each) => (
        <Button key={each} onClick={() => props.onReason(each)}>{each}</Button>
      ))}
      <form
        class="own-reason"
        onSubmit={(event) => {
          event.preventDefault();
          const reason = own.current?.value.trim();
          if (reason) props.onReason(reason);
        }}
      >
        <label>
          {t("Hoặc ghi lý do khác", "Or in your own words")}
          <input ref={own} maxLength={300} required autocomplete="off" />
        </label>
        <Button type="submit">{t("Lấy lý do này", "Take this reason")}</Button>
      </form>
    </>
  );
}
