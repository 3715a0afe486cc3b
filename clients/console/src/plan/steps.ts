/* What of the preparation is done: asked of the API, told in sentences. */
import { api, ask, type Outcome, type Schemas, whole } from "../api";
import { type Point, pointsOf, type Session, sessionsOf } from "../lists";
import { isAdmin } from "../me";
import { count, moment, t } from "../words";
import { readScreenCounts } from "./readings";

export type Step = {
  key: string;
  of: "office" | "conference";
  state: "done" | "part" | "todo";
  isOptional?: boolean;
  title: () => string;
  told: () => string;
  link: () => string;
  to: string;
};

type Known = {
  units: number;
  hasMoreUnits: boolean;
  members: number;
  secretaries: number;
  invited: number;
  letterhead: Schemas["LetterheadView"];
};

type Planned = {
  conference: Schemas["ConferenceView"];
  points: Point[];
  sessions: Session[];
  unplaced: number;
  loads: Schemas["SessionLoad"][];
  readiness: Schemas["PointReadiness"][];
  published: Schemas["Published"];
  screens: Schemas["PointScreens"][];
};

async function all<T extends readonly Promise<Outcome<unknown>>[]>(asked: T): Promise<Outcome<{ -readonly [K in keyof T]: Awaited<T[K]> extends Outcome<infer V> ? V : never }>> {
  const outcomes = await Promise.all(asked);
  for (const outcome of outcomes) if (outcome.kind !== "ok") return outcome;
  return { kind: "ok", value: outcomes.map((each) => (each as { value: unknown }).value) as never, etag: null };
}

async function readOffice(organiser: string, signal: AbortSignal): Promise<Outcome<Known>> {
  const path = { unit_id: organiser };
  const outcome = await all([
    ask((inTime) => api.GET("/api/v1/units", { signal: inTime, params: { query: { parent_id: organiser, limit: 100 } } }), signal),
    ask((inTime) => api.GET("/api/v1/units/{unit_id}/figures", { signal: inTime, params: { path, query: { limit: 1 } } }), signal),
    ask((inTime) => api.GET("/api/v1/accounts", { signal: inTime, params: { query: { limit: 100 } } }), signal),
    ask((inTime) => api.GET("/api/v1/units/{unit_id}/letterhead", { signal: inTime, params: { path } }), signal),
  ] as const);
  if (outcome.kind !== "ok") return outcome;
  const [units, figures, accounts, letterhead] = outcome.value;
  const secretaries = accounts.items.filter((each) => each.grants.some((grant) => grant.role === "secretary"));
  return {
    kind: "ok",
    etag: null,
    value: {
      units: units.items.length,
      hasMoreUnits: Boolean(units.next_cursor),
      members: figures.total.total,
      secretaries: secretaries.length,
      invited: secretaries.filter((each) => !each.has_password).length,
      letterhead,
    },
  };
}

async function readPlan(conference: string, signal: AbortSignal): Promise<Outcome<Planned>> {
  const path = { conference_id: conference };
  const outcome = await all([
    ask((inTime) => api.GET("/api/v1/conferences/{conference_id}", { signal: inTime, params: { path } }), signal),
    pointsOf(conference, signal),
    sessionsOf(conference, signal),
    ask((inTime) => api.GET("/api/v1/conferences/{conference_id}/unplaced-units", { signal: inTime, params: { path, query: { limit: 100 } } }), signal),
    ask((inTime) => api.GET("/api/v1/conferences/{conference_id}/allocation/loads", { signal: inTime, params: { path } }), signal),
    whole((query, inTime) => api.GET("/api/v1/conferences/{conference_id}/preparation", { signal: inTime, params: { path, query: { ...query, only_missing: false } } }), signal),
    ask((inTime) => api.GET("/api/v1/conferences/{conference_id}/allocation/publication", { signal: inTime, params: { path } }), signal),
    readScreenCounts(conference, signal),
  ] as const);
  if (outcome.kind !== "ok") return outcome;
  const [read, points, sessions, unplaced, loads, readiness, published, screens] = outcome.value;
  return { kind: "ok", etag: null, value: { conference: read, points, sessions, unplaced: unplaced.items.length, loads: loads.items, readiness, published, screens } };
}

function officeSteps(known: Known): Step[] {
  const some = known.hasMoreUnits ? `${count(known.units)}+` : count(known.units);
  return [
    {
      key: "units", of: "office", state: known.units > 0 ? "done" : "todo",
      title: () => t("Đơn vị", "Units"),
      told: () => (known.units > 0 ? t(`${some} chi, đảng bộ trực thuộc.`, `${some} direct units.`) : t("Chưa có chi, đảng bộ nào.", "There is none yet.")),
      link: () => t("Xem, thêm đơn vị", "See, add units"), to: "/units",
    },
    {
      key: "members", of: "office", state: known.members > 0 ? "done" : "todo",
      title: () => t("Danh sách đảng viên", "Members"),
      told: () => (known.members > 0 ? t(`${count(known.members)} đảng viên.`, `${count(known.members)} members.`) : t("Chưa có ai. Nhập từ tệp Excel sẵn có.", "Nobody yet: import the office's own file.")),
      link: () => t("Nhập danh sách", "Import"), to: "/import",
    },
    {
      key: "accounts", of: "office", state: known.secretaries === 0 ? "todo" : known.invited > 0 ? "part" : "done",
      title: () => t("Tài khoản bí thư", "Secretaries' accounts"),
      told: () =>
        known.secretaries === 0
          ? t("Chưa mời bí thư nào.", "No secretary is invited yet.")
          : t(`${count(known.secretaries)} bí thư có tài khoản`, `${count(known.secretaries)} secretaries`) + (known.invited > 0 ? t(`, ${count(known.invited)} người chưa mở lời mời.`, `, ${count(known.invited)} have not opened the invitation.`) : "."),
      link: () => (isAdmin() ? t("Mời tài khoản", "Invite") : t("Xem tài khoản", "See accounts")), to: "/accounts",
    },
    {
      key: "letterhead", of: "office", state: known.letterhead.own.length > 0 ? "done" : "todo", isOptional: true,
      title: () => t("Thể thức văn bản", "Letterhead"),
      told: () => (known.letterhead.own.length > 0 ? t("Đã ghi phần riêng của đơn vị.", "The office's own is stated.") : t(`Đang theo mẫu chung: ${known.letterhead.issuing_name}.`, `As usual: ${known.letterhead.issuing_name}.`)),
      link: () => t("Xem, sửa", "See, change"), to: "/letterhead",
    },
  ];
}

function planSteps(known: Planned): Step[] {
  const base = `/conferences/${known.conference.id}`;
  const live = known.sessions.filter((each) => each.state !== "cancelled");
  const timed = live.filter((each) => each.starts_at).length;
  const seated = known.loads.reduce((sum, load) => sum + load.members, 0);
  const tested = known.readiness.filter((point) => !point.missing.some((each) => each.key === "line_test")).length;
  const paired = known.screens.filter((point) => point.paired_count > 0).length;
  const ready = known.readiness.filter((point) => point.missing_count === 0).length;
  return [
    {
      key: "about", of: "conference", state: known.conference.topics.length > 0 ? "done" : "todo",
      title: () => t("Nội dung, quy định, nhóm Zalo", "Topics, regulations, groups"),
      told: () => t(`${count(known.conference.topics.length)} chuyên đề, ${count(known.conference.regulations.length)} quy định, ${count(known.conference.groups.length)} nhóm.`, `${count(known.conference.topics.length)} topics, ${count(known.conference.regulations.length)} regulations, ${count(known.conference.groups.length)} groups.`),
      link: () => t("Sửa nội dung", "Change"), to: `${base}/about`,
    },
    {
      key: "points", of: "conference", state: known.points.length === 0 ? "todo" : known.unplaced > 0 ? "part" : "done",
      title: () => t("Điểm cầu", "Bridge points"),
      told: () =>
        known.points.length === 0
          ? t("Chưa có điểm cầu nào.", "There is none yet.")
          : t(`${count(known.points.length)} điểm cầu`, `${count(known.points.length)} points`) + (known.unplaced > 0 ? t(`, ${count(known.unplaced)} đơn vị chưa có điểm cầu.`, `, ${count(known.unplaced)} units have none.`) : "."),
      link: () => t("Điểm cầu, màn hình", "Points and screens"), to: `${base}/points`,
    },
    {
      key: "times", of: "conference", state: live.length === 0 ? "todo" : timed < live.length ? "part" : "done",
      title: () => t("Lớp và giờ", "Sessions and times"),
      told: () => (live.length === 0 ? t("Chưa có lớp nào.", "There is none yet.") : t(`${count(live.length)} lớp, ${count(timed)} lớp đã có giờ.`, `${count(live.length)} sessions, ${count(timed)} with a time.`)),
      link: () => t("Định giờ", "Set times"), to: `${base}/times`,
    },
    {
      key: "allocation", of: "conference", state: known.published.published_at ? "done" : seated > 0 ? "part" : "todo",
      title: () => t("Phân bổ, giấy triệu tập", "Allocation, summonses"),
      told: () =>
        (seated > 0 ? t(`${count(seated)} đảng viên đã có lớp. `, `${count(seated)} members have a session. `) : "") +
        (known.published.published_at
          ? t(`Đã phát giấy cho ${count(known.published.units_count)} đơn vị, lần cuối ${moment(known.published.published_at)}.`, `Published for ${count(known.published.units_count)} units, last ${moment(known.published.published_at)}.`)
          : t("Chưa phát giấy triệu tập.", "No summons is published yet.")),
      link: () => t("Phân bổ", "Allocate"), to: `${base}/allocation`,
    },
    {
      key: "screens", of: "conference", state: known.points.length > 0 && paired === known.points.length ? "done" : paired > 0 ? "part" : "todo",
      title: () => t("Màn hình điểm cầu", "Screens"),
      told: () => t(`${count(paired)}/${count(known.points.length)} điểm cầu đã ghép màn hình.`, `${count(paired)} of ${count(known.points.length)} points have a screen.`),
      link: () => t("Ghép màn hình", "Pair screens"), to: `${base}/points`,
    },
    {
      key: "lines", of: "conference", state: known.points.length > 0 && tested === known.points.length ? "done" : tested > 0 ? "part" : "todo",
      title: () => t("Test đường truyền", "Line tests"),
      told: () => t(`${count(tested)}/${count(known.points.length)} điểm cầu đã đạt; ${count(ready)} điểm cầu sẵn sàng mọi mục.`, `${count(tested)} of ${count(known.points.length)} passed; ${count(ready)} are ready in all.`),
      link: () => t("Kiểm tra", "Check"), to: `${base}/preparation`,
    },
  ];
}

export async function readSteps(organiser: string, conference: string, signal: AbortSignal): Promise<Outcome<Step[]>> {
  const office = await readOffice(organiser, signal);
  if (office.kind !== "ok") return office;
  const steps = officeSteps(office.value);
  const planned: Step = {
    key: "conference", of: "conference", state: conference ? "done" : "todo",
    title: () => t("Hội nghị", "Conference"),
    told: () => (conference ? t("Đã lập.", "It is made.") : t("Chưa có hội nghị: làm như quý trước, từ mẫu, hoặc từ đầu.", "There is none: as last quarter, from a plan, or from nothing.")),
    link: () => (conference ? t("Lập thêm hội nghị", "Make another") : t("Lập hội nghị", "Make one")), to: "/new-conference",
  };
  if (!conference) return { ...office, value: [...steps, planned] };
  const plan = await readPlan(conference, signal);
  return plan.kind === "ok" ? { ...plan, value: [...steps, planned, ...planSteps(plan.value)] } : plan;
}
