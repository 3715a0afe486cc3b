/* What may be written of several persons at once. */
import { useState } from "preact/hooks";
import { Button } from "../parts/basics";
import { t } from "../words";
import { Sheet } from "./sheet";
import type { Mark } from "./ticks";
import { REASONS, reasonName } from "./words";

export function BulkBar(props: { count: number; mayBePresent: boolean; onMark: (mark: Mark) => void; onAll: () => void }) {
  const [asks, ask] = useState(false);
  return (
    <div class="bulk" role="group" aria-label={t("Ghi những người đã chọn", "Write those picked")}>
      <strong>{t(`${props.count} người`, `${props.count} picked`)}</strong>
      <Button kind="plain" onClick={props.onAll}>{t("Chọn hết", "All")}</Button>
      {props.mayBePresent && <Button kind="main" disabled={props.count === 0} onClick={() => props.onMark({ kind: "present" })}>{t("Ghi có mặt", "Present")}</Button>}
      <Button disabled={props.count === 0} onClick={() => ask(true)}>{t("Ghi vắng…", "Absent…")}</Button>
      {asks && (
        <Sheet title={t(`${props.count} người vắng, lý do:`, `${props.count} absent, because:`)} onClose={() => ask(false)}>
          {REASONS.filter((each) => each !== "KH").map((each) => (
            <Button key={each} onClick={() => { ask(false); props.onMark({ kind: "absent", reason: each }); }}>{reasonName(each)}</Button>
          ))}
        </Sheet>
      )}
    </div>
  );
}
