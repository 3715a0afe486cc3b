/* The class that is on, the unit that is looked at, its roll and its rows as the server last told them. */
(function () {
  "use strict";

  const session = self.officeSession;
  const words = self.rosterWords;

  const MOST_ROWS = 800; // a district's whole list is looked at unit by unit
  const NEWEST = 2; // the next quarter's conference may be planned while this one is held
  const DECIDING = ["secretary", "district_admin", "district_staff"];
  const SCHOOL = /truong hoc|^chi bo truong/;

  const now = {
    me: null,
    units: [], // where one decides: {id, name}
    sessions: [],
    session: null,
    unit: null, // {id, name}: one's own unit, or one of its cells
    roll: null,
    tree: {}, // units below, by id
    rows: null // of `unit` in `session`
  };

  const path = () => "/sessions/" + now.session.id;
  const rollPath = (unit) => path() + "/units/" + unit.id + "/roll";

  function learn(me) {
    now.me = me;
    now.units = [];
    me.grants.filter((each) => DECIDING.indexOf(each.role) >= 0).forEach((each) => {
      if (!now.units.some((unit) => unit.id === each.unit_id)) now.units.push({ id: each.unit_id, name: each.unit_name });
    });
    if (!now.units.some((unit) => now.unit && unit.id === now.unit.id)) now.unit = now.units[0] || null;
  }

  async function get(where) {
    const answer = await session.own("GET", where, null);
    return answer && answer.body;
  }

  async function all(where, onCount) {
    const items = [];
    let cursor = "";
    do {
      const found = await get(where + (where.indexOf("?") < 0 ? "?" : "&") + "limit=100" + (cursor ? "&cursor=" + encodeURIComponent(cursor) : ""));
      if (!found) return null;
      items.push.apply(items, found.items);
      cursor = found.next_cursor;
      if (onCount) onCount(items.length);
    } while (cursor);
    return items;
  }

  function isSchool(unitId) {
    const unit = now.tree[unitId];
    return !!unit && (SCHOOL.test(words.fold(unit.bloc || "")) || SCHOOL.test(words.fold(unit.name)));
  }

  /* Those that are on come first, then the nearest to now. */
  function inOrder(sessions) {
    const rank = { open: 0, rehearsing: 1, closed: 2, planned: 2, locked: 3, postponed: 4, cancelled: 5 };
    const away = (each) => {
      const when = each.starts_at || each.opened_at;
      return when ? Math.abs(Date.parse(when) - Date.now()) : Infinity;
    };
    return sessions.slice().sort((one, other) => rank[one.state] - rank[other.state] || away(one) - away(other) || one.ordinal - other.ordinal);
  }

  /* Whose names are told apart by their units: → whether the units below one's own are known. */
  async function readTree() {
    if (now.tree[now.unit.id]) return true;
    const tree = await get("/units/" + now.unit.id + "/tree");
    if (!tree) return false;
    tree.items.forEach((each) => { now.tree[each.id] = each; });
    return true;
  }

  /* Of several that are open, the one that convenes most of mine: a commune has cells in both forms. */
  async function readOpen(open) {
    let most = null;
    for (let i = 0; i < open.length; i += 1) {
      now.session = open[i];
      if (!await readRoll()) return false;
      now.session.convened = now.roll.total.convened;
      if (!most || now.session.convened > most.session.convened) most = { session: now.session, roll: now.roll };
    }
    Object.assign(now, most);
    return true;
  }

  /* → whether it could be read. My class is the open one with most of mine, else the first with any. */
  async function find() {
    const conferences = await get("/conferences?limit=" + NEWEST);
    if (!conferences) return false;
    if (!conferences.items.length || !now.unit) return true;
    const lists = await Promise.all(conferences.items.map((each) => all("/sessions?conference_id=" + each.id)));
    if (!lists.every((each) => each) || !await readTree()) return false;
    const found = [].concat.apply([], lists);
    now.sessions = inOrder(found.filter((each) => each.state !== "cancelled"));
    const wanted = now.session ? now.session.id : location.hash.replace("#session=", ""); // another page has led here
    const kept = now.sessions.find((each) => each.id === wanted);
    const open = now.sessions.filter((each) => each.state === "open").slice(0, 4);
    if (!kept && open.length > 1) {
      if (!await readOpen(open)) return false;
      if (now.roll.total.convened > 0) return true;
    }
    const likely = kept ? [kept] : now.sessions.slice(0, 4);
    for (let i = 0; i < likely.length; i += 1) {
      now.session = likely[i];
      if (!await readRoll()) return false;
      if (now.roll.total.convened > 0) return true;
    }
    if (now.sessions.length && !kept) await choose(now.sessions[0].id, now.unit);
    return true;
  }

  async function readRoll() {
    const wanted = now.unit;
    const roll = await get(rollPath(wanted));
    if (!roll || wanted !== now.unit) return false;
    now.roll = roll;
    now.session.state = roll.state;
    return true;
  }

  /* Told by nobody's tap, so it complains of nothing. */
  async function refreshQuietly() {
    const wanted = now.unit;
    const was = now.session;
    if (!wanted || !was) return false;
    const answer = await self.officeWire.own("GET", rollPath(wanted), null);
    if (answer.kind !== "ok" || wanted !== now.unit || was !== now.session) return false;
    now.roll = answer.body;
    now.session.state = answer.body.state;
    return true;
  }

  async function choose(sessionId, unit) {
    now.session = now.sessions.find((each) => each.id === sessionId);
    now.unit = unit;
    now.rows = null;
    return readRoll();
  }

  const isTooLarge = () => now.roll.total.convened > MOST_ROWS;

  async function readRows(onCount) {
    const rows = await all(rollPath(now.unit) + "/rows", onCount);
    if (!rows) return false;
    rows.forEach((each) => { each.folded = words.fold(each.full_name); });
    now.rows = rows;
    return true;
  }

  const row = (memberId) => (now.rows || []).find((each) => each.member_id === memberId);
  const unitName = (unitId) => {
    const found = now.tree[unitId] || (now.roll && now.roll.units.find((each) => each.unit_id === unitId));
    return found ? found.name : "";
  };

  function forget() {
    Object.assign(now, { me: null, units: [], sessions: [], session: null, unit: null, roll: null, tree: {}, rows: null });
  }

  self.rosterSitting = { all, choose, find, forget, get, isSchool, isTooLarge, learn, now, path, readRoll, readRows, readTree, refreshQuietly, row, unitName };
})();
