/* The screens of a bridge point: a pairing code for a new one, and those that are paired. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import type { Point } from "../lists";
import { confirmed, tell } from "../parts/asking";
import { Button, Empty, Notice, ProblemNotice, Read, Section } from "../parts/basics";
import { Table } from "../parts/table";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { clock, moment, t } from "../words";

const LOOK_SECONDS = 3; // while a code waits to be typed

/* Read aloud over the telephone: in two groups of four. */
function spoken(code: string): string {
  return code.length === 8 ? `${code.slice(0, 4)} ${code.slice(4)}` : code;
}

function Pairing(props: { made: Schemas["NewScreen"] }) {
  const { made } = props;
  return (
    <div class="pairing">
      <p>{t("Trên máy của hội trường, mở địa chỉ", "On the hall's computer, open")}</p>
      <p class="pairing-address">{made.page_url}</p>
      <p>{t("rồi gõ mã ghép màn hình", "and type the pairing code")}</p>
      <p class="pairing-code">{spoken(made.pairing_code)}</p>
      <p>{t(`Dùng một lần, đến ${clock(made.expires_at)}. Ghép xong thì hiện ở bảng dưới.`, `Once, until ${clock(made.expires_at)}. Once paired, it is listed below.`)}</p>
    </div>
  );
}

export function Screens(props: { point: Point }) {
  const { point } = props;
  const [made, make] = useState<Schemas["NewScreen"] | null>(null);
  const acting = useAct();
  const screens = useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/points/{point_id}/screens", { signal: inTime, params: { path: { point_id: point.id } } }), signal),
    [point.id],
    made ? LOOK_SECONDS : 0,
  );
  const isPaired = made !== null && (screens.value?.items.some((each) => each.id === made.id && each.paired_at) ?? false);
  const pair = async () => {
    const added = await acting.run(t(`Xin mã ghép màn hình, ${point.name}`, `Ask for a pairing code, ${point.name}`), () =>
      ask((signal) => api.POST("/api/v1/points/{point_id}/screens", { signal, params: { path: { point_id: point.id } } })),
    );
    if (!added) return;
    make(added.value);
    screens.again();
  };
  const revoke = async (screen: Schemas["ScreenView"]) => {
    const yes = await confirmed({
      title: t("Thu hồi màn hình này?", "Revoke this screen?"),
      text: screen.paired_at
        ? t("Màn hình tắt mã ngay, và mã ở điểm cầu này đổi luôn: các màn hình khác của điểm cầu tự hiện mã mới. Muốn dùng lại máy đó thì ghép lại.", "It stops at once, and the codes of this point change with it: its other screens show the new ones by themselves. To use that computer again, pair it anew.")
        : t("Mã ghép chưa dùng này sẽ không dùng được nữa.", "The unused pairing code will be worth nothing."),
      yes: t("Thu hồi", "Revoke"),
      isDanger: true,
    });
    if (!yes) return;
    const gone = await acting.run(t(`Thu hồi màn hình, ${point.name}`, `Revoke a screen, ${point.name}`), () =>
      ask((signal) => api.DELETE("/api/v1/screens/{screen_id}", { signal, params: { path: { screen_id: screen.id } } })),
    );
    if (!gone) return;
    if (made?.id === screen.id) make(null);
    screens.again();
    tell(t("Đã thu hồi màn hình.", "The screen was revoked."));
  };
  return (
    <Section title={t("Màn hình", "Screens")} aside={<Button kind="main" isBusy={acting.isBusy} onClick={() => void pair()}>{t("Lấy mã ghép màn hình", "Pairing code")}</Button>}>
      <ProblemNotice problem={acting.problem} />
      {made && !isPaired && <Pairing made={made} />}
      {isPaired && <Notice tone="good" title={t("Màn hình đã ghép xong", "The screen is paired")} />}
      <Read of={screens}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty>{t("Chưa có màn hình nào. Lấy mã rồi đọc cho người trực; ghép được từ hôm trước.", "There is none yet: get a code and read it to the operator, the day before if you like.")}</Empty>
          ) : (
            <Table
              caption={t("Màn hình của điểm cầu này", "Screens of this point")}
              rows={page.items}
              rowKey={(each) => each.id}
              tone={(each) => (each.paired_at ? "plain" : "wait")}
              columns={[
                { head: t("Màn hình", "Screen"), cell: (each) => (each.paired_at ? t("Đã ghép", "Paired") : t("Chờ gõ mã", "Waiting for its code")) },
                { head: t("Ghép lúc", "Paired at"), cell: (each) => (each.paired_at ? moment(each.paired_at) : "–") },
                { head: t("Xin mã lúc", "Asked at"), cell: (each) => moment(each.created_at) },
                { head: t("Thu hồi", "Revoke"), cell: (each) => <Button onClick={() => void revoke(each)}>{t("Thu hồi", "Revoke")}</Button> },
              ]}
            />
          )
        }
      </Read>
    </Section>
  );
}
