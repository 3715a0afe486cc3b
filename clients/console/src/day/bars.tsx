/* Bars that are read on the wall and printed; what they show stands beside them in words. */
import { count, percent, t } from "../words";

export type Bar = { key: string; name: string; part: number; whole: number };

export function Bars(props: { caption: string; bars: readonly Bar[]; unit: string }) {
  return (
    <figure class="bars">
      <figcaption>{props.caption}</figcaption>
      <ul>
        {props.bars.map((each) => (
          <li key={each.key}>
            <span class="bars-name">{each.name}</span>
            <span class="bars-figure">{`${count(each.part)}/${count(each.whole)} · ${percent(each.part, each.whole)}`}</span>
            <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="4" class="bars-whole" />
              <rect width={each.whole ? Math.min(100, (each.part / each.whole) * 100) : 0} height="4" class="bars-part" />
            </svg>
          </li>
        ))}
      </ul>
      <p class="soft">{props.unit}{t(". Phần đậm: có mặt.", ". Dark: present.")}</p>
    </figure>
  );
}
