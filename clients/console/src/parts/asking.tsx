/* A question over the page before what cannot be undone, and a word with "undo" after what can. */
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../words";
import { Button } from "./basics";

type Question = { title: string; text: string; yes: string; isDanger: boolean; answer: (yes: boolean) => void };

const question = signal<Question | null>(null);

export function confirmed(asked: { title: string; text: string; yes: string; isDanger?: boolean }): Promise<boolean> {
  return new Promise((resolve) => {
    question.value = {
      isDanger: false,
      ...asked,
      answer: (yes) => {
        question.value = null;
        resolve(yes);
      },
    };
  });
}

export function Asking() {
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = question.value;
  useEffect(() => {
    if (asked) dialog.current?.showModal();
    else dialog.current?.close();
  }, [asked]);
  return (
    <dialog
      ref={dialog}
      class="asking"
      aria-labelledby="asking-title"
      onCancel={(event) => {
        event.preventDefault();
        asked?.answer(false);
      }}
    >
      {asked && (
        <>
          <h2 id="asking-title">{asked.title}</h2>
          <p>{asked.text}</p>
          <div class="form-actions">
            <Button kind={asked.isDanger ? "danger" : "main"} onClick={() => asked.answer(true)}>{asked.yes}</Button>
            <Button kind="plain" onClick={() => asked.answer(false)}>{t("Thôi", "Cancel")}</Button>
          </div>
        </>
      )}
    </dialog>
  );
}

type Told = { text: string; undo: (() => void) | undefined };

const told = signal<Told | null>(null);
const SHOWN_MS = 8000;
let timer = 0;

/* Says what was done; `undo` takes it back. */
export function tell(text: string, undo?: () => void): void {
  clearTimeout(timer);
  told.value = { text, undo };
  timer = window.setTimeout(() => (told.value = null), SHOWN_MS);
}

export function Telling() {
  const said = told.value;
  return (
    <div class="telling" role="status" aria-live="polite">
      {said && (
        <p>
          <span>{said.text}</span>
          {said.undo && (
            <button
              type="button"
              onClick={() => {
                told.value = null;
                said.undo?.();
              }}
            >
              {t("Hoàn tác", "Undo")}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
