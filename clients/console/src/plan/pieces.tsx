/* Small parts that several pages of the plan show. */
import { useState } from "preact/hooks";
import type { Schemas } from "../api";
import type { Session } from "../lists";
import { Badge, Button, Form, Notice, TextArea } from "../parts/basics";
import { sessionState } from "../parts/naming";
import type { Acting } from "../saving";
import { count, t } from "../words";

export function StateBadge(props: { session: Session }) {
  const { session } = props;
  const state = sessionState(session.state);
  return (
    <>
      <Badge tone={state.tone}>{state.name}</Badge>
      {session.confidential && <> <Badge tone="bad">{t("Lớp mật", "Confidential")}</Badge></>}
      {session.state_reason && <span class="soft"> {session.state_reason}</span>}
    </>
  );
}

/* Asks why, then acts. */
export function ReasonForm(props: {
  acting: Acting;
  label: string;
  question: string;
  hint?: string;
  onReason: (reason: string) => void;
  onCancel: () => void;
}) {
  const [reason, set] = useState("");
  return (
    <Form acting={props.acting} label={props.label} onSubmit={() => props.onReason(reason.trim())} onCancel={props.onCancel}>
      <TextArea label={props.question} {...(props.hint ? { hint: props.hint } : {})} value={reason} onInput={set} rows={2} maxLength={500} required />
    </Form>
  );
}

/* What the server says of an allocation; it blocks nothing. */
export function Warnings(props: { warnings: readonly Schemas["ConcernView"][] }) {
  const [all, show] = useState(false);
  const { warnings } = props;
  if (warnings.length === 0) return null;
  const shown = all ? warnings : warnings.slice(0, 8);
  return (
    <Notice tone="wait" title={t(`${count(warnings.length)} điều cần xem`, `${count(warnings.length)} things to look at`)}>
      <ul>{shown.map((each, i) => <li key={i}>{each.text}</li>)}</ul>
      {shown.length < warnings.length && <Button kind="plain" onClick={() => show(true)}>{t("Xem hết", "Show all")}</Button>}
    </Notice>
  );
}
