/* Bars that are read on the wall, printed, and told to who cannot see them. */
import { count, percent, t } from "../words";

export type Bar = { key: string; name: string; part: number; whole: number };

const WIDTH = 720;
const ROW = 44;

export function Bars(props: { caption: string; bars: readonly Bar[]; unit: string }) {
  const height = Math.max(1, props.bars.length) * ROW;
  const told = props.bars.map((each) => `${each.name}: ${count(each.part)}/${count(each.whole)} (${percent(each.part, each.whole)})`).join("; ");
  return (
    <figure class="bars">
      <figcaption>{props.caption}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={`${props.caption}. ${told}`}>
        {props.bars.map((each, i) => {
          const share = each.whole ? each.part / each.whole : 0;
          const y = i * ROW;
          return (
            <g key={each.key}>
              <text x="0" y={y + 15} class="bars-name">{each.name}</text>
              <text x={WIDTH} y={y + 15} text-anchor="end" class="bars-figure">{`${count(each.part)}/${count(each.whole)} · ${percent(each.part, each.whole)}`}</text>
              <rect x="0" y={y + 22} width={WIDTH} height="14" rx="4" class="bars-whole" />
              {share > 0 && <rect x="0" y={y + 22} width={WIDTH * share} height="14" rx="4" class="bars-part" />}
            </g>
          );
        })}
      </svg>
      <p class="soft">{props.unit}{t(". Phần đậm: có mặt.", ". Dark: present.")}</p>
    </figure>
  );
}
