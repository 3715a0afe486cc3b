/*
 * What was done and is not yet at the server: sent in order, one at a time, until it is answered.
 * Every piece keeps its Idempotency-Key. Pieces without free text also lie in IndexedDB, as ids alone.
 */
(function () {
  "use strict";

  const wire = self.officeWire;
  const backOff = self.backOff;

  const DATABASE = "roster";
  const STORE = "outbox";
  const FREE_TEXT = /"(note|text|full_name)":"|"reason":"[^"]{3}/; // may hold a name: never written to disk
  const MOST_TOGETHER = 100;

  const handlers = {}; // by kind: {done(body, item), refused(answer, item)}
  const watchers = [];
  let items = []; // {key, owner, kind, method, path, body, weight, tried}
  let owner = ""; // the account that is signed in
  let isSending = false;
  let stuck = null; // why it waits: {isBusy, seconds}
  let underway = null;

  /* ---- on disk ---- */

  function opened() {
    return new Promise((resolve) => {
      try {
        const asked = indexedDB.open(DATABASE, 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "key" });
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => resolve(null);
      } catch (error) {
        resolve(null); // refused by an in-app browser: everything works, but for a reload
      }
    });
  }

  const database = typeof indexedDB === "undefined" ? Promise.resolve(null) : opened();

  async function onDisk(mode, act) {
    const db = await database;
    if (!db) return [];
    return new Promise((resolve) => {
      const asked = act(db.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve([]);
    });
  }

  function keep(item) {
    if (FREE_TEXT.test(JSON.stringify(item.body))) return;
    const kept = { key: item.key, owner: item.owner, kind: item.kind, method: item.method, path: item.path, body: item.body, weight: item.weight, at: item.at };
    onDisk("readwrite", (store) => store.put(kept));
  }

  function drop(item) {
    items = items.filter((each) => each !== item);
    onDisk("readwrite", (store) => store.delete(item.key));
  }

  /* ---- what the page sees ---- */

  const count = () => items.reduce((sum, each) => sum + each.weight, 0);

  function told() {
    watchers.forEach((watch) => watch(count(), stuck));
  }

  /* A mark joins marks of the same place that wait and were never sent. → whether it did. */
  function joins(kind, path, body) {
    const last = items[items.length - 1];
    if (kind !== "tick" || !last || last.kind !== "tick" || last.tried || last.path !== path) return false;
    if (last.body.unit_id !== body.unit_id || last.body.marks.length >= MOST_TOGETHER) return false;
    const member = body.marks[0].member_ids[0];
    if (last.body.marks.some((each) => each.member_ids[0] === member)) return false;
    last.body.marks.push(body.marks[0]);
    last.weight += 1;
    keep(last);
    return true;
  }

  /* `weight` is how many things a person did in it. */
  function add(kind, method, path, body, weight) {
    if (!joins(kind, path, body)) {
      const item = { key: wire.newKey(), owner, kind, method, path, body, weight: weight || 1, tried: 0, at: Date.now() };
      items.push(item);
      keep(item);
    }
    told();
    send();
  }

  /* Takes one mark back that was never sent. → whether it could. */
  function takeBack(memberId) {
    const item = items[items.length - 1];
    if (!item || item.kind !== "tick" || item.tried) return false;
    const left = item.body.marks.filter((each) => each.member_ids[0] !== memberId);
    if (left.length === item.body.marks.length) return false;
    if (!left.length) {
      drop(item);
    } else {
      item.body.marks = left;
      item.weight = left.length;
      keep(item);
    }
    told();
    return true;
  }

  /* ---- sending ---- */

  /* Too many at once is no refusal: the same is sent again a little later. */
  const isLater = (answer) => answer.kind === "later" || answer.status === 429;

  function waits(answer, ms) {
    stuck = { isBusy: answer.kind === "refused" || answer.cause === "busy", seconds: Math.ceil(ms / 1000) };
    told();
  }

  function settle(answer, item) {
    const handler = handlers[item.kind] || {};
    if (answer.kind === "ok" && handler.done) handler.done(answer.body, item);
    if (answer.kind === "refused") (handler.refused || self.rosterPage.refused)(answer, item);
  }

  async function sendAll() {
    while (items.length && owner) {
      const item = items[0];
      underway = backOff.persist(() => {
        item.tried += 1;
        return wire.own(item.method, item.path, item.body, { "Idempotency-Key": item.key });
      }, waits, isLater);
      const answer = await underway.result;
      stuck = null;
      if (!answer) continue; // stopped: whoever is signed in by now goes on
      if (wire.isOver(answer)) {
        owner = "";
        self.rosterPage.signedOut();
        return;
      }
      drop(item);
      settle(answer, item);
      told();
    }
  }

  async function send() {
    if (isSending || !owner) return;
    isSending = true;
    try {
      await sendAll();
    } finally {
      isSending = false;
    }
  }

  /* Whoever is signed in sends what he left here, and nobody else's. */
  async function begin(accountId) {
    owner = accountId;
    if (!items.length) {
      const kept = (await onDisk("readonly", (store) => store.getAll())).filter((each) => each.owner === accountId);
      items = kept.sort((one, other) => one.at - other.at).map((each) => Object.assign({ tried: 1 }, each));
    }
    items = items.filter((each) => each.owner === accountId);
    told();
    send();
  }

  /* How much lies here of anybody, before anybody is signed in. */
  async function left() {
    return (await onDisk("readonly", (store) => store.getAll())).reduce((sum, each) => sum + each.weight, 0);
  }

  /* Waits until all of it is answered, or the line is found to be cut. */
  function drained() {
    return new Promise((resolve) => {
      const look = () => {
        if (!items.length || stuck || !owner) resolve();
        else setTimeout(look, 50);
      };
      look();
    });
  }

  window.addEventListener("beforeunload", (event) => {
    if (!items.length) return;
    event.preventDefault();
    event.returnValue = "";
  });

  self.rosterOutbox = {
    add, begin, count, drained, left, takeBack,
    end: function () {
      owner = "";
      if (underway) underway.stop();
    },
    on: (kind, done, refused) => { handlers[kind] = { done, refused }; },
    watch: (watch) => watchers.push(watch)
  };
})();
