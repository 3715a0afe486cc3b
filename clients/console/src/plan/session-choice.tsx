/* Which session a page is about: tabs, the first that is still ahead chosen at once. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type Session, useSessions } from "../lists";
import { Empty, Read, Tabs } from "../parts/basics";
import { t } from "../words";

export function ForSession(props: { conference: string; isOffered?: (session: Session) => boolean; children: (session: Session) => ComponentChildren }) {
  const sessions = useSessions(props.conference);
  const [chosen, choose] = useState("");
  return (
    <Read of={sessions}>
      {(all) => {
        const offered = props.isOffered ? all.filter(props.isOffered) : all;
        const session = offered.find((each) => each.id === chosen) ?? offered.find((each) => each.state === "planned") ?? offered[0];
        if (!session) return <Empty>{t("Chưa có lớp nào: thêm ở trang “Lớp và giờ”.", "There is no session yet: add one under “Sessions and times”.")}</Empty>;
        return (
          <>
            <Tabs label={t("Chọn lớp", "Choose a session")} chosen={session.id} options={offered.map((each) => [each.id, each.title] as const)} onChoose={choose} />
            <div key={session.id}>{props.children(session)}</div>
          </>
        );
      }}
    </Read>
  );
}
