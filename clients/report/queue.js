/*
 * Pictures that are not yet at the server: sent one at a time until each is answered, with one
 * Idempotency-Key for each. They also lie in IndexedDB, so that a page that was closed goes on.
 */
(function () {
  "use strict";

  const wire = self.officeWire;
  const backOff = self.backOff;

  const DATABASE = "report";
  const STORE = "pictures";
  const PATIENCE_MS = 180000; // a picture of 400 KB over 20 kbit/s

  const watchers = []; // each is told when anything changes
  let items = []; // {key, owner, report, name, at, blob, tried, percent, isSending}
  let owner = "";
  let isSending = false;
  let stuck = null; // why it waits: {isBusy, seconds}
  let whenDone = null; // (item, photo)
  let whenRefused = null; // (item, answer)

  function opened() {
    return new Promise((resolve) => {
      try {
        const asked = indexedDB.open(DATABASE, 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "key" });
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => resolve(null);
      } catch (error) {
        resolve(null); // refused by an in-app browser: then the page has to stay open
      }
    });
  }

  const database = typeof indexedDB === "undefined" ? Promise.resolve(null) : opened();

  /* → what was found, or null where nothing can be kept. */
  async function onDisk(mode, act) {
    const db = await database;
    if (!db) return null;
    return new Promise((resolve) => {
      try {
        const asked = act(db.transaction(STORE, mode).objectStore(STORE));
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => resolve(null);
      } catch (error) {
        resolve(null);
      }
    });
  }

  const count = () => items.length;

  function told() {
    watchers.forEach((watch) => watch());
  }

  async function add(report, blob, name) {
    const item = { key: wire.newKey(), owner, report, name, at: Date.now(), blob };
    const kept = await onDisk("readwrite", (store) => store.put(item));
    items.push(Object.assign({ tried: 0, percent: 0, isSending: false, isKept: kept !== null }, item));
    told();
    send();
  }

  function drop(item) {
    items = items.filter((each) => each !== item);
    onDisk("readwrite", (store) => store.delete(item.key));
  }

  function waits(answer, ms) {
    stuck = { isBusy: answer.kind === "refused" || answer.cause === "busy", seconds: Math.ceil(ms / 1000) };
    told();
  }

  /* fetch does not tell how far an upload has come. */
  function carrier(item) {
    return (address, init) => new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(init.method, address);
      request.timeout = PATIENCE_MS;
      Object.keys(init.headers).forEach((name) => request.setRequestHeader(name, init.headers[name]));
      request.upload.onprogress = (event) => {
        if (!event.lengthComputable) return;
        item.percent = Math.floor(100 * event.loaded / event.total);
        told();
      };
      request.onload = () => resolve({
        status: request.status,
        ok: request.status >= 200 && request.status < 300,
        headers: { get: (name) => request.getResponseHeader(name) },
        json: () => new Promise((done) => done(JSON.parse(request.responseText)))
      });
      request.onerror = request.ontimeout = () => reject(new Error("network"));
      request.send(init.body);
    });
  }

  /* Too many at once is no refusal: the same is sent again a little later. */
  const isLater = (answer) => answer.kind === "later" || answer.status === 429;

  async function sendOne(item) {
    const form = new FormData();
    form.append("file", item.blob, item.name);
    item.tried += 1;
    item.percent = 0;
    item.isSending = true;
    told();
    const answer = await wire.own("POST", "/reports/" + item.report + "/photos", form, { "Idempotency-Key": item.key }, carrier(item));
    item.isSending = false;
    return answer;
  }

  async function sendAll() {
    while (items.length && owner) {
      const item = items[0];
      const answer = await backOff.persist(() => sendOne(item), waits, isLater).result;
      stuck = null;
      if (wire.isOver(answer)) {
        owner = "";
        self.reportPage.signedOut();
        return;
      }
      drop(item);
      if (answer.kind === "ok") whenDone(item, answer.body);
      else whenRefused(item, answer);
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
      told();
    }
  }

  /* Whoever is signed in sends what he left here, and nobody else's. */
  async function begin(accountId) {
    owner = accountId;
    items = items.filter((each) => each.owner === accountId);
    if (!items.length) {
      const kept = (await onDisk("readonly", (store) => store.getAll()) || []).filter((each) => each.owner === accountId);
      items = kept.sort((one, other) => one.at - other.at)
        .map((each) => Object.assign(each, { tried: 1, percent: 0, isSending: false, isKept: true }));
    }
    told();
    send();
  }

  function cancel(item) {
    if (item.isSending) return;
    drop(item);
    told();
  }

  window.addEventListener("beforeunload", (event) => {
    if (items.every((each) => each.isKept)) return; // the rest goes on at the next sign-in
    event.preventDefault();
    event.returnValue = "";
  });

  self.reportQueue = {
    add, begin, cancel, count,
    stuck: () => stuck,
    isAllKept: () => items.every((each) => each.isKept),
    of: (report) => items.filter((each) => each.report === report),
    settle: (done, refused) => { whenDone = done; whenRefused = refused; },
    watch: (watch) => watchers.push(watch)
  };
})();
