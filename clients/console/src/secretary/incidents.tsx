/* What goes wrong: told at once, so that the district office sees it. */
import { useState } from "preact/hooks";
import { api, ask } from "../api";
import { tell } from "../parts/asking";
import { Badge, Empty, Form, Read, Section, TextArea } from "../parts/basics";
import { useRead } from "../reading";
import { useAct } from "../saving";
import { moment, t } from "../words";
import { SittingPage, type Sitting } from "./sitting-page";

function Incidents(props: Sitting) {
  const [text, setText] = useState("");
  const acting = useAct();
  const { session, unit } = props;
  const told = useRead(
    (signal) => ask((inTime) => api.GET("/api/v1/incidents", { signal: inTime, params: { query: { conference_id: session.conference_id, unit_id: unit.id, limit: 50 } } }), signal),
    [session.conference_id, unit.id],
  );
  const send = async () => {
    const done = await acting.run(t("Báo vấn đề phát sinh", "Report a problem"), (key) =>
      ask((signal) =>
        api.POST("/api/v1/incidents", {
          signal,
          params: { header: { "idempotency-key": key } },
          body: { conference_id: session.conference_id, session_id: session.id, unit_id: unit.id, bridge_point_id: null, text: text.trim() },
        }),
      ),
    );
    if (!done) return;
    setText("");
    told.again();
    tell(t("Đã báo Ban Tuyên giáo", "The district office has been told"));
  };
  return (
    <>
      <Section title={t("Báo một việc", "Report one")}>
        <Form acting={acting} label={t("Gửi", "Send")} onSubmit={() => void send()}>
          <TextArea
            label={t("Việc gì, ở đâu", "What, and where")}
            hint={t("Ban Tuyên giáo thấy ngay. Không ghi chuyện riêng của từng người.", "The district office sees it at once. Nothing private about persons.")}
            value={text}
            onInput={setText}
            rows={4}
            maxLength={1000}
            required
          />
        </Form>
      </Section>
      <Section title={t("Đã báo", "Reported")}>
        <Read of={told}>
          {(value) =>
            value.items.length === 0 ? (
              <Empty>{t("Chưa có việc nào.", "Nothing so far.")}</Empty>
            ) : (
              <ul class="cards">
                {value.items.map((each) => (
                  <li key={each.id} class="card">
                    <p class="card-title">{each.text}</p>
                    <p class="soft">{moment(each.reported_at)}{each.reported_by ? ` · ${each.reported_by}` : ""}</p>
                    {each.resolved_at ? (
                      <p><Badge tone="good">{t("Đã xử lý", "Resolved")}</Badge> {each.resolution}</p>
                    ) : (
                      <Badge tone="wait">{t("Chờ xử lý", "Open")}</Badge>
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Read>
      </Section>
    </>
  );
}

export default function IncidentsPage() {
  return <SittingPage title={t("Vấn đề phát sinh", "Problems")}>{(sitting) => <Incidents {...sitting} />}</SittingPage>;
}
