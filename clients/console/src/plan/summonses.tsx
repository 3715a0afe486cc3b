/* The summons of each unit as it was published, and what is printed for the halls. */
import { useState } from "preact/hooks";
import { api, ask, type Outcome, type Schemas, whole } from "../api";
import type { Params } from "../entry";
import { useSessions } from "../lists";
import { Badge, Empty, Field, Go, Notice, Page, Read, Section } from "../parts/basics";
import { CopyText, Download } from "../parts/files";
import { Table } from "../parts/table";
import { useRead } from "../reading";
import { count, moment, t } from "../words";

function Text(props: { unit: string; conference: string }) {
  const summons = useRead(
    async (signal) => {
      const path = { unit_id: props.unit, conference_id: props.conference };
      const outcome = await ask((inTime) => api.GET("/api/v1/units/{unit_id}/summons/{conference_id}", { signal: inTime, params: { path } }), signal);
      return outcome as Outcome<Schemas["SummonsView"]>; // without a format it is never the document
    },
    [props.unit, props.conference],
  );
  return (
    <Read of={summons}>
      {(read) => {
        const newest = read.units[0];
        return (
          <>
            {newest && <p class="soft">{t(`Bản ${newest.version}, phát lúc ${moment(newest.published_at)}`, `Version ${newest.version}, published ${moment(newest.published_at)}`)}</p>}
            {read.units.some((each) => each.is_outdated) && (
              <Notice tone="wait" title={t("Đã có thay đổi từ khi phát", "Something changed since it was published")}>
                <p>{t("Mời phát lại ở trang “Phân bổ lớp”.", "Publish again under “Allocation”.")}</p>
              </Notice>
            )}
            <CopyText label={t("Nội dung giấy triệu tập", "Text of the summons")} text={read.text} rows={14} />
            <Download path={`/api/v1/units/${props.unit}/summons/${props.conference}?format=docx`} name="giay-trieu-tap.docx">{t("Tải bản Word", "As a document")}</Download>
          </>
        );
      }}
    </Read>
  );
}

function Papers(props: { conference: string }) {
  const sessions = useSessions(props.conference);
  return (
    <Section title={t("In cho hội trường", "To print for the halls")}>
      <p>{t("Danh sách có tên để đối chiếu; phiếu ký tên là dòng trống, mỗi điểm cầu một tờ.", "A roster bears names; a signing sheet has blank lines, one sheet a point.")}</p>
      <Read of={sessions}>
        {(all) =>
          all.length === 0 ? (
            <Empty>{t("Chưa có lớp nào.", "There is no session yet.")}</Empty>
          ) : (
            <Table
              caption={t("Theo lớp", "By session")}
              rows={all}
              rowKey={(each) => each.id}
              columns={[
                { head: t("Lớp", "Session"), cell: (each) => each.title },
                { head: t("Danh sách", "Roster"), cell: (each) => <Download path={`/api/v1/sessions/${each.id}/roster?format=docx`} name={`danh-sach-${each.form}-${each.ordinal}.docx`}>{t("Tải danh sách", "Roster")}</Download> },
                { head: t("Phiếu ký tên", "Signing sheet"), cell: (each) => <Download path={`/api/v1/sessions/${each.id}/signing-sheet`} name={`phieu-ky-ten-${each.form}-${each.ordinal}.docx`}>{t("Tải phiếu ký tên", "Signing sheet")}</Download> },
              ]}
            />
          )
        }
      </Read>
    </Section>
  );
}

export default function Summonses(props: { params: Params }) {
  const conference = props.params.conference!;
  const [query, type] = useState("");
  const [opened, open] = useState("");
  const units = useRead(
    (signal) =>
      whole((query, inTime) => api.GET("/api/v1/conferences/{conference_id}/allocation", { signal: inTime, params: { path: { conference_id: conference }, query } }), signal),
    [conference],
  );
  const asked = query.trim().toLocaleLowerCase("vi");
  return (
    <Page
      title={t("Giấy triệu tập", "Summonses")}
      lead={t("Bí thư tự xem giấy của đơn vị mình. Ở đây xem lại, chép gửi, hoặc tải bản Word.", "Secretaries see their own. Here to look, copy, or take as a document.")}
      actions={<Go to={`/conferences/${conference}/allocation`}>{t("Phân bổ, phát giấy", "Allocate, publish")}</Go>}
    >
      <Papers conference={conference} />
      <Section title={t("Theo đơn vị", "By unit")}>
        <Field label={t("Tìm đơn vị", "Find a unit")} type="search" value={query} onInput={type} />
        <Read of={units}>
          {(all) => {
            const found = all.filter((each) => each.unit_name.toLocaleLowerCase("vi").includes(asked));
            return (
              <>
                {found.length === 0 && <Empty>{t("Không có đơn vị nào có người được triệu tập ở đây.", "No unit with convened members here.")}</Empty>}
                <ul class="folds">
                  {found.slice(0, 60).map((each) => (
                    <li key={each.unit_id}>
                      <button type="button" class="fold" aria-expanded={opened === each.unit_id} onClick={() => open(opened === each.unit_id ? "" : each.unit_id)}>
                        {each.unit_name} <span class="soft">{t(`${count(each.convened)} người`, `${count(each.convened)} members`)}</span>
                        {each.unallocated > 0 && <Badge tone="wait">{t(`${count(each.unallocated)} chưa xếp`, `${count(each.unallocated)} to place`)}</Badge>}
                      </button>
                      {opened === each.unit_id && <Text unit={each.unit_id} conference={conference} />}
                    </li>
                  ))}
                </ul>
                {found.length > 60 && <p class="soft">{t(`Còn ${count(found.length - 60)} đơn vị: gõ tên để tìm.`, `${count(found.length - 60)} more: type a name.`)}</p>}
              </>
            );
          }}
        </Read>
      </Section>
    </Page>
  );
}
