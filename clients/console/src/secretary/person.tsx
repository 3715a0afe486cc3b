/* One name of the roll: its number, where it stands, how that is known, and whether it is saved. */
import { Badge } from "../parts/basics";
import { t } from "../words";
import type { Shown } from "./reading-rows";
import { standing } from "./words";

export function Person(props: { row: Shown; head: string; picked: boolean | undefined; onTap: () => void }) {
  const { row } = props;
  const said = standing(row);
  return (
    <>
      {props.head && <li class="people-head"><h2>{props.head}</h2></li>}
      <li>
        <button type="button" class="person" data-tone={said.tone} aria-pressed={props.picked} onClick={props.onTap}>
          <span class="person-number">{row.row_number ?? ""}</span>
          <span class="person-name">
            <strong>{row.full_name}</strong>
            {!row.is_expected && <span>{t("Không thuộc lớp này", "Not of this session")}</span>}
            {row.is_contradicted && <span class="clash">{t("Ghi tay và máy nói khác nhau", "Tick and phone disagree")}</span>}
          </span>
          <span class="person-state">
            <Badge tone={said.tone}>{said.word}</Badge>
            {said.more && <span>{said.more}</span>}
            {row.isUnsaved && <span class="unsaved">{t("chưa lưu", "not saved")}</span>}
          </span>
        </button>
      </li>
    </>
  );
}
