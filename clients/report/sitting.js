/* Whose reports these are: the units of the account, the conferences, and the report that is open. */
(function () {
  "use strict";

  const session = self.officeSession;

  const NEWEST = 2; // the next quarter's conference may be planned while this one is held
  const WRITES = "secretary";
  const DECIDES = ["secretary", "district_admin", "district_staff"];
  const ROLES = ["district_admin", "district_staff", WRITES, "viewer", "technician"]; // who may most comes first
  const HELD = ["open", "closed", "locked"];

  const now = {
    units: [], // {id, name, role}
    unit: null,
    conferences: [],
    sessions: [],
    reports: [], // of `unit`
    report: null, // the one that is open
    etag: ""
  };

  function learn(me) {
    const rank = (each) => ROLES.indexOf(each.role);
    const wanted = me.grants.filter((each) => rank(each) >= 0).sort((one, other) => rank(one) - rank(other));
    now.units = wanted.map((each) => ({ id: each.unit_id, name: each.unit_name, role: each.role }))
      .filter((each, place, all) => all.findIndex((other) => other.id === each.id) === place);
    now.unit = now.units[0] || null;
  }

  async function get(where) {
    const answer = await session.own("GET", where, null);
    return answer && answer.body;
  }

  async function all(where) {
    const items = [];
    let cursor = "";
    do {
      const found = await get(where + "&limit=100" + (cursor ? "&cursor=" + encodeURIComponent(cursor) : ""));
      if (!found) return null;
      items.push.apply(items, found.items);
      cursor = found.next_cursor;
    } while (cursor);
    return items;
  }

  /* → whether everything that may be reported on was read. */
  async function find() {
    const found = await get("/conferences?limit=" + NEWEST);
    if (!found) return false;
    now.conferences = found.items;
    const lists = await Promise.all(found.items.map((each) => all("/sessions?conference_id=" + each.id)));
    if (!lists.every((each) => each)) return false;
    now.sessions = [].concat.apply([], lists);
    return readReports();
  }

  async function readReports() {
    now.reports = [];
    if (!now.unit || now.unit.role !== WRITES) return true;
    const found = await get("/reports?limit=100&unit_id=" + now.unit.id);
    if (!found) return false;
    now.reports = found.items.filter((each) => each.unit_id === now.unit.id);
    return true;
  }

  function keep(answer) {
    now.report = answer.body;
    now.etag = answer.etag || "";
  }

  /* → whether it could be opened. */
  async function read(reportId) {
    const answer = await session.own("GET", "/reports/" + reportId, null);
    if (answer) keep(answer);
    return !!answer;
  }

  /* There is one report of a kind, so that whoever asks twice gets the same. */
  async function begin(asked) {
    const known = now.reports.find((each) => each.kind === asked.kind &&
      (asked.session_id ? each.session_id === asked.session_id : each.conference_id === asked.conference_id));
    if (known) return read(known.id);
    const answer = await session.own("POST", "/reports", Object.assign({ unit_id: now.unit.id }, asked));
    if (!answer) return false;
    return read(answer.body.id);
  }

  /* A change of the open report. → whether it was made. */
  async function change(method, what, body, headers) {
    const answer = await session.own(method, "/reports/" + now.report.id + what, body, headers);
    if (answer) keep(answer);
    return !!answer;
  }

  /* Told by nobody's tap, so it complains of nothing. → whether it was read. */
  async function refreshQuietly() {
    const wanted = now.report;
    const answer = await self.officeWire.own("GET", "/reports/" + wanted.id, null);
    if (answer.kind !== "ok" || now.report !== wanted) return false;
    keep(answer);
    return true;
  }

  const isOwn = () => now.unit.role === WRITES && now.report.unit_id === now.unit.id;
  const mayWrite = () => now.unit.role === WRITES;
  const mayDecide = () => !isOwn() && DECIDES.indexOf(now.unit.role) >= 0;
  const isHeld = (each) => HELD.indexOf(each.state) >= 0;

  /* Of a confidential class there are no pictures and no messages. */
  function isSecret(conferenceId, sessionId) {
    return now.sessions.some((each) => each.confidential && each.conference_id === conferenceId && (!sessionId || each.id === sessionId));
  }

  self.reportSitting = { all, begin, change, find, get, isHeld, isSecret, learn, mayDecide, mayWrite, now, read, readReports, refreshQuietly };
})();
