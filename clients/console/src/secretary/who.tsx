/* Asked once: which member the account's owner is, so that nobody ticks himself. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { readMe } from "../me";
import { confirmed } from "../parts/asking";
import { Button, Empty, Field, Page, ProblemNotice, Read } from "../parts/basics";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { t } from "../words";
import { below, ownUnits } from "./sitting";
import { finds } from "./words";

type Member = Schemas["ListedMember"];

const SHOWN_AT_MOST = 20;

export function Who() {
  const [query, setQuery] = useState("");
  const acting = useAct();
  const [unit] = ownUnits();
  const asked = query.trim().length >= 2 ? query.trim() : "";
  const tree = useRead((signal) => ask((inTime) => api.GET("/api/v1/units/{unit_id}/tree", { signal: inTime, params: { path: { unit_id: unit?.id ?? "" } } }), signal), [unit?.id]);
  const members = useRead(
    (signal) =>
      ask(
        (inTime) =>
          api.GET("/api/v1/units/{unit_id}/members", {
            signal: inTime,
            params: { path: { unit_id: unit?.id ?? "" }, query: { scope: "tree", limit: 100, ...(asked ? { q: asked } : {}) } },
          }),
        signal,
      ),
    [unit?.id, asked],
  );
  if (tree.value && below.value.length === 0) below.value = tree.value.items;
  const unitName = (id: string) => tree.value?.items.find((each) => each.id === id)?.name ?? "";

  const say = async (member: Member | null) => {
    const yes = await confirmed({
      title: member ? t(`Đồng chí là ${member.full_name}?`, `Are you ${member.full_name}?`) : t("Không có tên trong danh sách?", "Not on the list?"),
      text: member
        ? t(`${unitName(member.unit_id)}. Chọn rồi thì chỉ người quản lý tài khoản sửa được.`, `${unitName(member.unit_id)}. Only whoever manages your account can change it later.`)
        : t("Dùng cho người không phải đảng viên của đơn vị này.", "For those who are no members of this unit."),
      yes: member ? t("Đúng là tôi", "Yes, that is me") : t("Đúng, tôi không có tên", "Right, I am not"),
    });
    if (!yes) return;
    const done = await acting.run(t("Cho biết đồng chí là ai", "Say who you are"), () =>
      ask((signal) => api.PUT("/api/v1/me/member", { signal, body: { member_id: member?.id ?? null } })),
    );
    if (done) await readMe();
  };

  return (
    <Page title={t("Đồng chí là ai?", "Who are you?")} lead={t("Hỏi một lần: không ai tự ghi, tự xác nhận cho mình.", "Asked once: nobody ticks or confirms himself.")}>
      <Field label={t("Tìm tên mình, không cần dấu", "Find your name, without marks")} type="search" value={query} onInput={setQuery} />
      <ProblemNotice problem={acting.problem} />
      <Read of={members}>
        {(found) => {
          const fitting = found.items.filter((each) => finds(query, each));
          return (
            <>
              <ul class="rows">
                {fitting.slice(0, SHOWN_AT_MOST).map((each) => (
                  <li key={each.id}>
                    <button type="button" class="row" disabled={acting.isBusy} onClick={() => void say(each)}>
                      <strong>{each.full_name}</strong>
                      <span>{unitName(each.unit_id)}</span>
                    </button>
                  </li>
                ))}
              </ul>
              {fitting.length > SHOWN_AT_MOST && <p class="hint">{t("Còn nhiều người nữa: gõ thêm chữ của tên.", "There are more: type more of the name.")}</p>}
              {fitting.length === 0 && <Empty>{t("Không thấy tên nào như vậy.", "No such name.")}</Empty>}
            </>
          );
        }}
      </Read>
      <Button onClick={() => void say(null)} isBusy={acting.isBusy}>{t("Tôi không có tên trong danh sách", "I am not on the list")}</Button>
    </Page>
  );
}
