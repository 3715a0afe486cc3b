/* What every page is built of. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Problem } from "../api";
import type { Reading } from "../reading";
import type { Acting } from "../saving";
import { t } from "../words";

export type Tone = "good" | "wait" | "bad" | "plain";

export function Page(props: { title: string; lead?: ComponentChildren; actions?: ComponentChildren; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} – Điểm danh`;
    heading.current?.focus();
  }, [props.title]);
  return (
    <article class="page">
      <header class="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>{props.title}</h1>
          {props.lead && <p class="lead">{props.lead}</p>}
        </div>
        {props.actions && <div class="page-actions">{props.actions}</div>}
      </header>
      {props.children}
    </article>
  );
}

export function Section(props: { title: string; aside?: ComponentChildren; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <header class="section-head">
        <h2 id={id}>{props.title}</h2>
        {props.aside}
      </header>
      {props.children}
    </section>
  );
}

export function Notice(props: { tone: Tone; title: string; children?: ComponentChildren }) {
  return (
    <div class="notice" data-tone={props.tone} role={props.tone === "bad" ? "alert" : "status"}>
      <p class="notice-title">{props.title}</p>
      {props.children && <div>{props.children}</div>}
    </div>
  );
}

/* Whoever sends an ETag reads again what has changed, and keeps what was typed (see changing.ts). */
function ChangedMeanwhile() {
  return (
    <Notice tone="wait" title={t("Có người vừa sửa việc này", "Somebody else has just changed this")}>
      <p>{t("Trang đã đọc lại bản mới; những gì đồng chí gõ vẫn còn. Mời xem lại rồi lưu lần nữa.", "The newest has been read; what you typed is still there. Look, and save again.")}</p>
    </Notice>
  );
}

/* The server's own words come first; those of single fields stand at their fields where the page has them. */
export function ProblemNotice(props: { problem: Problem | undefined }) {
  if (!props.problem) return null;
  const { title, detail, errors, status } = props.problem;
  if (status === 412) return <ChangedMeanwhile />;
  return (
    <Notice tone="bad" title={title}>
      <p>{detail}</p>
      {errors && errors.length > 0 && (
        <ul>
          {errors.map((each) => (
            <li key={each.pointer + each.message}>{each.message}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/* What was read, or why it is not there yet; what was read before stays in sight while it is read again. */
export function Read<T>(props: { of: Reading<T>; children: (value: T) => ComponentChildren }) {
  const { value, problem, isSlow, isLoading, isOffline, again } = props.of;
  return (
    <>
      {isOffline && (
        <Notice tone="wait" title={t("Đường truyền chập chờn – máy đang tự thử lại", "The line is bad: trying again")}>
          {value !== undefined && <p>{t("Số liệu bên dưới có thể đã cũ.", "What is shown may be old.")}</p>}
          <Button kind="plain" onClick={again}>{t("Thử lại ngay", "Try now")}</Button>
        </Notice>
      )}
      {!isOffline && isSlow && <p class="progress" role="status">{t("Đang tải…", "Loading…")}</p>}
      <ProblemNotice problem={problem} />
      {value !== undefined && <div aria-busy={isLoading}>{props.children(value)}</div>}
    </>
  );
}

export function Empty(props: { children: ComponentChildren }) {
  return <p class="empty">{props.children}</p>;
}

export function Badge(props: { tone: Tone; children: ComponentChildren }) {
  return <span class="badge" data-tone={props.tone}>{props.children}</span>;
}

export function Figures(props: { children: ComponentChildren }) {
  return <dl class="figures">{props.children}</dl>;
}

export function Figure(props: { name: string; value: ComponentChildren; tone?: Tone }) {
  return (
    <div class="figure" data-tone={props.tone ?? "plain"}>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}

type ButtonProps = {
  children: ComponentChildren;
  onClick?: () => void;
  kind?: "main" | "quiet" | "plain" | "danger";
  type?: "button" | "submit";
  isBusy?: boolean;
  disabled?: boolean;
  label?: string;
  pressed?: boolean;
};

export function Button(props: ButtonProps) {
  return (
    <button
      type={props.type ?? "button"}
      class={`button ${props.kind ?? "quiet"}`}
      disabled={props.disabled}
      aria-disabled={props.isBusy}
      aria-busy={props.isBusy}
      aria-label={props.label}
      aria-pressed={props.pressed}
      onClick={props.isBusy ? undefined : props.onClick}
    >
      {props.children}
    </button>
  );
}

export function Go(props: { to: string; children: ComponentChildren; kind?: "main" | "quiet" | "plain" }) {
  return <a class={`button ${props.kind ?? "plain"}`} href={`#${props.to}`}>{props.children}</a>;
}

/* A form that is sent once; its refusal stands above its button. */
export function Form(props: { acting: Pick<Acting, "isBusy" | "problem">; label: string; onSubmit: () => void; children: ComponentChildren; onCancel?: () => void }) {
  return (
    <form
      class="form"
      noValidate={false}
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.acting.isBusy) props.onSubmit();
      }}
    >
      {props.children}
      <ProblemNotice problem={props.acting.problem} />
      <div class="form-actions">
        <Button kind="main" type="submit" isBusy={props.acting.isBusy}>
          {props.acting.isBusy ? t("Đang gửi…", "Sending…") : props.label}
        </Button>
        {props.onCancel && <Button kind="plain" onClick={props.onCancel}>{t("Thôi", "Cancel")}</Button>}
      </div>
    </form>
  );
}

type Shared = { label: string; hint?: string; error?: string | undefined; required?: boolean };

function Labelled(props: Shared & { id: string; children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      {props.hint && <p class="hint" id={`${props.id}-hint`}>{props.hint}</p>}
      {props.children}
      {props.error && <p class="error" id={`${props.id}-error`}>{props.error}</p>}
    </div>
  );
}

function described(props: Shared, id: string): string | undefined {
  return [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(" ") || undefined;
}

type FieldProps = Shared & {
  value: string;
  onInput: (value: string) => void;
  type?: "text" | "number" | "date" | "datetime-local" | "password" | "email" | "url" | "search";
  autocomplete?: string;
  inputMode?: "numeric" | "text" | "email";
  min?: number | string;
  max?: number | string;
  maxLength?: number;
};

export function Field(props: FieldProps) {
  const id = useId();
  // Preact types each kind of input by itself; which one this is, is known only here.
  const kind = { type: props.type ?? "text" } as { type: "text" };
  return (
    <Labelled {...props} id={id}>
      <input
        id={id}
        {...kind}
        value={props.value}
        required={props.required}
        autocomplete={props.autocomplete ?? "off"}
        inputMode={props.inputMode}
        min={props.min}
        max={props.max}
        maxLength={props.maxLength}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={described(props, id)}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </Labelled>
  );
}

export function TextArea(props: Shared & { value: string; onInput: (value: string) => void; rows?: number; maxLength?: number }) {
  const id = useId();
  return (
    <Labelled {...props} id={id}>
      <textarea
        id={id}
        rows={props.rows ?? 3}
        value={props.value}
        required={props.required}
        maxLength={props.maxLength}
        aria-describedby={described(props, id)}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </Labelled>
  );
}

export function Select(props: Shared & { value: string; options: readonly (readonly [string, string])[]; onInput: (value: string) => void }) {
  const id = useId();
  return (
    <Labelled {...props} id={id}>
      <select
        id={id}
        value={props.value}
        required={props.required}
        aria-describedby={described(props, id)}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      >
        {props.options.map(([value, name]) => (
          <option key={value} value={value}>{name}</option>
        ))}
      </select>
    </Labelled>
  );
}

export function Check(props: { label: string; checked: boolean; onInput: (checked: boolean) => void; disabled?: boolean }) {
  const id = useId();
  return (
    <div class="check">
      <input id={id} type="checkbox" checked={props.checked} disabled={props.disabled} onInput={(event) => props.onInput(event.currentTarget.checked)} />
      <label for={id}>{props.label}</label>
    </div>
  );
}

export function FileField(props: Shared & { accept: string; onFile: (file: File) => void; multiple?: boolean }) {
  const id = useId();
  return (
    <Labelled {...props} id={id}>
      <input
        id={id}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        aria-describedby={described(props, id)}
        onChange={(event) => {
          const input = event.currentTarget;
          for (const file of Array.from(input.files ?? [])) props.onFile(file);
          input.value = ""; // the same file may be chosen again
        }}
      />
    </Labelled>
  );
}

export function Tabs(props: { label: string; chosen: string; options: readonly (readonly [string, string])[]; onChoose: (value: string) => void }) {
  return (
    <div class="tabs" role="group" aria-label={props.label}>
      {props.options.map(([value, name]) => (
        <button key={value} type="button" aria-pressed={value === props.chosen} onClick={() => props.onChoose(value)}>{name}</button>
      ))}
    </div>
  );
}

/* What stands behind a summary, opened by who wants it. */
export function More(props: { summary: ComponentChildren; children: ComponentChildren; open?: boolean }) {
  const [isOpen, set] = useState(props.open ?? false);
  return (
    <details class="more" open={isOpen} onToggle={(event) => set(event.currentTarget.open)}>
      <summary>{props.summary}</summary>
      {isOpen && props.children}
    </details>
  );
}
