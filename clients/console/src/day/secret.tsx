/* A secret that is shown this once. */
import { Notice } from "../parts/basics";
import { CopyText } from "../parts/files";
import { t } from "../words";

export function Secret(props: { title: string; lines: string }) {
  return (
    <Notice tone="good" title={props.title}>
      <p>{t("Chỉ hiện lần này. Chép giao tận tay người quản lý phần mềm, không gửi vào nhóm.", "Shown this once: hand it to whoever runs that program.")}</p>
      <CopyText label={props.title} text={props.lines} rows={3} />
    </Notice>
  );
}
