/* What every point of the conference is checked for before the day. */
import { api, ask, newKey, type Schemas } from "../api";
import { useChange, useDraft } from "../changing";
import { tell } from "../parts/asking";
import { Button, Empty, Field, ProblemNotice, Section, Select } from "../parts/basics";
import { type Form, formName, FORMS } from "../parts/naming";
import type { Reading } from "../reading";
import { t } from "../words";
import type { Conference } from "./readings";

type Item = Schemas["PreparationItem"];

const LINE_TEST = "line_test"; // answered by the newest line test
const MOST = 50;
const BOTH = "both";

const formsOf = (chosen: string): Form[] => (chosen === BOTH ? [...FORMS] : [chosen as Form]);

function ItemFields(props: { item: Item; number: number; onChange: (part: Partial<Item>) => void; onUp: (() => void) | undefined; onRemove: () => void }) {
  const { item, number, onChange } = props;
  const isLineTest = item.key === LINE_TEST;
  return (
    <div class="group">
      <Field
        label={t(`Mục ${number}`, `Item ${number}`)}
        {...(isLineTest ? { hint: t("Lấy theo lần test đường truyền mới nhất của điểm cầu.", "Answered by the point's newest line test.") } : {})}
        value={item.text}
        onInput={(text) => onChange({ text })}
        maxLength={200}
        required
      />
      <div class="fields">
        {!isLineTest && (
          <Select
            label={t(`Trả lời mục ${number}`, `Answer to item ${number}`)}
            value={item.kind}
            options={[["done", t("xong hay chưa", "done or not")], ["tested", t("đạt hay không đạt", "passed or failed")]]}
            onInput={(kind) => onChange({ kind: kind as Item["kind"] })}
          />
        )}
        <Select
          label={t(`Điểm cầu nào, mục ${number}`, `Which points, item ${number}`)}
          value={item.forms.length === 1 ? item.forms[0]! : BOTH}
          options={[[BOTH, t("Mọi điểm cầu", "All points")], ...FORMS.map((form) => [form, formName(form)] as const)]}
          onInput={(chosen) => onChange({ forms: formsOf(chosen) })}
        />
      </div>
      <div class="row-actions">
        {props.onUp && <Button kind="plain" label={t(`Đưa lên: mục ${number}`, `Up: item ${number}`)} onClick={props.onUp}>{t("Đưa lên", "Up")}</Button>}
        <Button kind="plain" label={t(`Bỏ mục này: mục ${number}`, `Take it away: item ${number}`)} onClick={props.onRemove}>{t("Bỏ mục này", "Take it away")}</Button>
      </div>
    </div>
  );
}

export function Checklist(props: { conference: Conference; reading: Reading<Conference> }) {
  const { conference } = props;
  const draft = useDraft({ items: conference.preparation_items });
  const acting = useChange(props.reading);
  const { items } = draft.value;
  const put = draft.set("items");
  const change = (key: string, part: Partial<Item>) => put(items.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const up = (place: number) => put([...items.slice(0, place - 1), items[place]!, items[place - 1]!, ...items.slice(place + 1)]);
  const add = () => put([...items, { key: `item_${newKey().slice(0, 12)}`, text: "", kind: "done", forms: [...FORMS] }]);
  const send = async () => {
    const saved = await acting.run(t("Lưu mục chuẩn bị", "Save the checklist"), (match) =>
      ask((signal) =>
        api.PATCH("/api/v1/conferences/{conference_id}", {
          signal,
          params: { path: { conference_id: conference.id }, header: match },
          body: { preparation_items: items.map((each) => ({ ...each, text: each.text.trim() })) },
        }),
      ),
    );
    if (saved) tell(t("Đã lưu mục chuẩn bị.", "The checklist was saved."));
  };
  return (
    <Section title={t("Mục chuẩn bị của các điểm cầu", "What each point is checked for")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!acting.isBusy) void send();
        }}
      >
        <p class="soft">{t("Mỗi điểm cầu được kiểm tra theo danh sách này. Bỏ một mục thì những gì đã đánh dấu ở mục đó không hiện nữa.", "Each point goes through this list. What was marked on an item that is taken away is no longer shown.")}</p>
        {items.length === 0 && <Empty>{t("Chưa có mục nào: điểm cầu nào cũng coi như sẵn sàng.", "There is none: every point counts as ready.")}</Empty>}
        {items.map((item, i) => (
          <ItemFields
            key={item.key}
            item={item}
            number={i + 1}
            onChange={(part) => change(item.key, part)}
            onUp={i > 0 ? () => up(i) : undefined}
            onRemove={() => put(items.filter((each) => each.key !== item.key))}
          />
        ))}
        <ProblemNotice problem={acting.problem} />
        <div class="form-actions">
          {items.length < MOST && <Button onClick={add}>{t("Thêm mục", "Add an item")}</Button>}
          {items.every((each) => each.key !== LINE_TEST) && (
            <Button onClick={() => put([...items, { key: LINE_TEST, text: "Kiểm tra đường truyền", kind: "tested", forms: [...FORMS] }])}>{t("Thêm mục test đường truyền", "Add the line test")}</Button>
          )}
          {draft.changes().items && <Button kind="main" type="submit" isBusy={acting.isBusy}>{acting.isBusy ? t("Đang gửi…", "Sending…") : t("Lưu mục chuẩn bị", "Save the checklist")}</Button>}
        </div>
      </form>
    </Section>
  );
}
