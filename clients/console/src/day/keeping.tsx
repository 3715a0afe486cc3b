/* How long what is kept, what was taken away, and taking away now what is over its time. */
import { useState } from "preact/hooks";
import { api, ask, type Schemas } from "../api";
import { confirmed, tell } from "../parts/asking";
import { Button, Empty, Notice, Page, ProblemNotice, Read, Section } from "../parts/basics";
import { Table } from "../parts/table";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { count, day, moment, t } from "../words";
import { PagedRead, usePaged } from "./readings";

export default function KeepingPage() {
  const acting = useAct();
  const [run, setRun] = useState<Schemas["PurgeRun"] | null>(null);
  const table = useRead((signal) => ask((own) => api.GET("/api/v1/retention", { signal: own }), signal), []);
  const done = usePaged<Schemas["PurgeView"]>((query, signal) => api.GET("/api/v1/purges", { signal, params: { query } }), []);
  const names = new Map((table.value?.items ?? []).map((each) => [each.kind, each.name]));
  const purge = async (dry_run: boolean) => {
    if (!dry_run) {
      const yes = await confirmed({ title: t("Dọn dữ liệu quá hạn?", "Take away what is over its time?"), text: t("Máy vẫn tự dọn mỗi ngày một lần. Đã dọn thì không lấy lại được.", "The program does so once a day by itself; it cannot be taken back."), yes: t("Dọn ngay", "Take away"), isDanger: true });
      if (!yes) return;
    }
    const answer = await acting.run(dry_run ? t("Đếm dữ liệu quá hạn", "Count") : t("Dọn dữ liệu quá hạn", "Purge"), () => ask(() => api.POST("/api/v1/purges", { body: { dry_run } })));
    if (!answer) return;
    setRun(answer.value);
    if (!dry_run) tell(t("Đã dọn.", "Done."));
    done.again();
  };
  return (
    <Page title={t("Thời hạn lưu dữ liệu", "Retention")} lead={t("Hết hạn thì máy tự xóa mỗi ngày.", "What is over its time goes by itself, once a day.")}>
      <Section title={t("Lưu bao lâu", "How long")}>
        <Read of={table}>
          {({ items }) => (
            <Table
              caption={t("Theo quy định của hệ thống", "As the program keeps it")}
              rows={items}
              rowKey={(each) => each.kind}
              columns={[
                { head: t("Dữ liệu", "Data"), cell: (each) => each.name },
                { head: t("Số ngày", "Days"), isNumber: true, cell: (each) => count(each.days) },
                { head: t("Tính từ", "Since"), cell: (each) => each.since },
                { head: t("Làm gì", "What goes"), cell: (each) => each.what },
                { head: t("Vì sao", "Why"), cell: (each) => each.why },
              ]}
            />
          )}
        </Read>
      </Section>
      <Section title={t("Dọn dữ liệu quá hạn", "Purges")}>
        <ProblemNotice problem={acting.problem} />
        {run && (
          <Notice tone="plain" title={run.is_dry_run ? t("Nếu dọn bây giờ", "If it were done now") : t("Đã dọn", "Done")}>
            <ul>{run.items.filter((each) => each.removed > 0).map((each) => <li key={each.kind}>{names.get(each.kind) ?? each.kind}: {count(each.removed)}</li>)}</ul>
            {run.items.every((each) => each.removed === 0) && <p>{t("Không có gì quá hạn.", "Nothing is over its time.")}</p>}
          </Notice>
        )}
        <div class="row-actions">
          <Button isBusy={acting.isBusy} onClick={() => void purge(true)}>{t("Đếm thử, chưa xóa", "Count only")}</Button>
          <Button isBusy={acting.isBusy} onClick={() => void purge(false)}>{t("Dọn ngay", "Take away now")}</Button>
        </div>
        <PagedRead of={done}>
          {(items) =>
            items.length === 0 ? (
              <Empty>{t("Chưa dọn lần nào.", "Nothing has been taken away yet.")}</Empty>
            ) : (
              <Table
                caption={t("Các lần đã dọn", "What was taken away")}
                rows={items}
                rowKey={(each) => each.id}
                columns={[
                  { head: t("Lúc", "At"), cell: (each) => moment(each.purged_at) },
                  { head: t("Dữ liệu", "Data"), cell: (each) => names.get(each.kind) ?? each.kind },
                  { head: t("Cũ hơn ngày", "Older than"), cell: (each) => day(each.cutoff_at) },
                  { head: t("Số mục", "Items"), isNumber: true, cell: (each) => count(each.removed) },
                ]}
              />
            )
          }
        </PagedRead>
      </Section>
    </Page>
  );
}
