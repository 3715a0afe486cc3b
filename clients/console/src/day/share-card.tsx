/* The interim figures as a text and as a picture, for the groups. */
import { useEffect, useState } from "preact/hooks";
import { api, ask, carried } from "../api";
import { useSessions } from "../lists";
import { Badge, More, Read, Section, Select } from "../parts/basics";
import { CopyText, Download } from "../parts/files";
import { useRead } from "../reading";
import { t } from "../words";

function Picture(props: { path: string; text: string }) {
  const [url, set] = useState("");
  useEffect(() => {
    const end = new AbortController();
    let made = "";
    set("");
    void carried(props.path, { signal: end.signal })
      .then((answer) => (answer.ok ? answer.blob() : null))
      .then((blob) => blob && !end.signal.aborted && set((made = URL.createObjectURL(blob))))
      .catch(() => undefined);
    return () => {
      end.abort();
      URL.revokeObjectURL(made);
    };
  }, [props.path]);
  return url ? <img class="sheet-picture" src={url} alt={props.text} /> : <p class="soft">{t("Đang vẽ hình…", "Drawing…")}</p>;
}

function Card(props: { conference: string; session: string }) {
  const query = props.session ? { session_id: props.session } : {};
  const card = useRead(
    (signal) => ask((own) => api.GET("/api/v1/conferences/{conference_id}/share-card", { signal: own, params: { path: { conference_id: props.conference }, query } }), signal),
    [props.conference, props.session],
  );
  const picture = `/api/v1/conferences/${props.conference}/share-card.png${props.session ? `?session_id=${props.session}` : ""}`;
  return (
    <Read of={card}>
      {(found) => (
        <>
          {found.is_provisional && <p><Badge tone="wait">{t("số liệu bước đầu", "interim figures")}</Badge></p>}
          <CopyText label={t("Số liệu để gửi nhóm", "Figures for the groups")} text={found.text} />
          <Picture path={picture} text={found.text} />
          <Download path={picture} name="so-lieu.png">{t("Tải hình", "Picture")}</Download>
        </>
      )}
    </Read>
  );
}

export function ShareCard(props: { conference: string }) {
  const [session, setSession] = useState("");
  const sessions = useSessions(props.conference);
  return (
    <Section title={t("Gửi nhóm", "For the groups")}>
      <More summary={t("Lời và hình số liệu bước đầu", "Text and picture of the interim figures")}>
        <Select
          label={t("Lớp nào", "Which session")}
          value={session}
          onInput={setSession}
          options={[["", t("Các lớp đã tổ chức", "All held so far")], ...(sessions.value ?? []).map((each) => [each.id, each.title] as const)]}
        />
        <Card conference={props.conference} session={session} />
      </More>
    </Section>
  );
}
