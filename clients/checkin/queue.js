/*
 * What waits on the phone for a line: check-ins in IndexedDB, sent together when the line is back.
 * Of persons it keeps only whether a member is bound to this phone, and the initials. Where the
 * browser refuses IndexedDB (private mode, some in-app browsers) every call answers "nothing here".
 */
(function () {
  "use strict";

  const wire = self.checkinWire;
  const backOff = self.backOff;
  const words = self.checkinWords;
  const OPEN_PATIENCE_MS = 2000; // a browser that refuses storage may never answer at all
  const MOST_AT_ONCE = 50;
  const BUSY_ELSEWHERE_MS = 5000;

  let opening = null;
  let tries = 0;
  let notBefore = 0; // by performance.now: the server is busy, and no visit to the page hurries it
  let waitsFor = "network";
  let timer = null;
  let running = false;
  let inHand = null; // the check-in that the page itself is sending
  let tell = () => {};
  const answers = {}; // to check-ins that this page sent from the queue

  /* → promise of the database, or of null. */
  function database() {
    if (opening) return opening;
    opening = new Promise((resolve) => {
      setTimeout(resolve, OPEN_PATIENCE_MS, null);
      try {
        const request = indexedDB.open("dd", 1);
        request.onupgradeneeded = () => {
          request.result.createObjectStore("waiting", { keyPath: "id" });
          request.result.createObjectStore("facts", { keyPath: "name" });
        };
        request.onsuccess = () => {
          request.result.onclose = () => { opening = null; };
          resolve(request.result);
        };
        request.onerror = () => resolve(null);
      } catch (error) {
        resolve(null);
      }
    });
    return opening;
  }

  /* Does one thing in one store; → promise of its result, or of `otherwise` where there is none. */
  async function stored(store, mode, act, otherwise) {
    const db = await database();
    if (!db) return otherwise;
    return new Promise((resolve) => {
      try {
        const transaction = db.transaction(store, mode);
        const request = act(transaction.objectStore(store));
        transaction.oncomplete = () => resolve(request.result === undefined ? otherwise : request.result);
        transaction.onerror = transaction.onabort = () => resolve(otherwise);
      } catch (error) {
        resolve(otherwise);
      }
    });
  }

  /* → promise of true where the check-in will outlive this page. */
  async function put(item) {
    inHand = item.id;
    return (await stored("waiting", "readwrite", (store) => store.put(item), null)) !== null;
  }

  function remove(id) {
    if (inHand === id) inHand = null;
    return stored("waiting", "readwrite", (store) => store.delete(id), null);
  }

  /* The page has turned to another scan: what it was sending is sent with the rest. */
  function letGo() {
    if (inHand === null) return;
    inHand = null;
    flush();
  }

  const all = () => stored("waiting", "readonly", (store) => store.getAll(), []);
  const waiting = async () => (await all()).filter((item) => !item.isDone);
  const works = async () => (await database()) !== null;
  const phone = () => stored("facts", "readonly", (store) => store.get("phone"), null);

  /* `told`: the notice has been read here; what does not know of it leaves it as it was. */
  async function rememberPhone(device) {
    const before = device.told === undefined ? await phone() : device;
    const told = Boolean(before && before.told);
    const fact = { name: "phone", known: device.known, initials: device.initials, asks_last4: device.asks_last4, told: told };
    return stored("facts", "readwrite", (store) => (device.known ? store.put(fact) : store.delete("phone")), null);
  }

  /* Sends check-ins as one list. → an answer as wire.call gives it, body.items in the same order. */
  function post(items) {
    return wire.call("POST", "/check-ins/batch", { items: items });
  }

  /* Sends one scan that has no ticket. → an answer like that of POST /check-ins. */
  async function postOne(item) {
    const answer = await post([item]);
    return answer.kind === "ok" ? single(answer.body.items[0]) : answer;
  }

  function single(given) {
    if (given.receipt) return { kind: "ok", body: given.receipt };
    const problem = given.problem;
    const retryAfter = problem.retry_after_seconds || 0;
    if (problem.status >= 500) return { kind: "later", cause: "busy", retryAfter: retryAfter };
    return { kind: "refused", status: problem.status, problem: problem, retryAfter: retryAfter };
  }

  /* Two pages of one browser do not send at once; without locks the id still counts once. */
  function alone(work) {
    if (!navigator.locks) return work();
    return navigator.locks.request("dd-send", { ifAvailable: true }, (lock) => (lock ? work() : BUSY_ELSEWHERE_MS));
  }

  /* Answered, and to be shown by whichever page is seen next; of a receipt nothing is stored. */
  function settle(item, answer) {
    answers[item.id] = answer;
    const problem = answer.kind === "refused" ? answer.problem : null;
    const done = { id: item.id, isDone: true, who: { kind: item.who.kind }, problem: problem };
    return stored("waiting", "readwrite", (store) => store.put(done), null);
  }

  async function announce() {
    if (document.visibilityState !== "visible") return;
    const outcomes = [];
    for (const item of (await all()).filter((each) => each.isDone)) {
      const answer = answers[item.id] || (item.problem ? { kind: "refused", problem: item.problem }
        : await wire.call("GET", "/check-ins/" + item.id, null));
      if (answer.kind === "later") continue;
      await remove(item.id);
      outcomes.push({ item: item, answer: answer });
    }
    if (outcomes.length) tell(outcomes);
  }

  /* Sends what waits. → milliseconds until the next try, 0 when nothing is left. */
  async function sendAll() {
    const items = (await waiting()).filter((item) => item.id !== inHand).slice(0, MOST_AT_ONCE);
    if (!items.length) return 0;
    let answer = await post(items);
    let sent = items;
    if (answer.kind === "refused" && answer.status !== 429 && items.length > 1) {
      sent = items.slice(0, 1); // one that is malformed must not hold its neighbours
      answer = await post(sent);
    }
    if (answer.kind === "later" || answer.status === 429) {
      tries += 1;
      waitsFor = answer.cause || "busy";
      const ms = backOff.waitMs(answer, tries);
      if (waitsFor !== "network") notBefore = performance.now() + ms - 50; // timers may be a little early
      return ms;
    }
    tries = notBefore = 0;
    const outcomes = sent.map((item, i) => ({
      item: item,
      answer: answer.kind === "ok" ? single(answer.body.items[i]) : answer
    })).filter((each) => each.answer.kind !== "later");
    for (const each of outcomes) await settle(each.item, each.answer);
    return outcomes.length < items.length ? backOff.waitMs({ retryAfter: 0, cause: "busy" }, 1) : 0;
  }

  async function flush() {
    if (running || performance.now() < notBefore) return;
    clearTimeout(timer);
    running = true;
    let ms = 0;
    try {
      ms = await alone(sendAll);
      await announce();
    } finally {
      running = false;
    }
    if (ms > 0) timer = setTimeout(flush, ms);
  }

  /* `onSent([{item, answer}])` is told what became of check-ins that an earlier page left behind. */
  function start(onSent) {
    tell = onSent;
    window.addEventListener("online", () => setTimeout(flush, Math.random() * 1500));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") flush();
    });
    return flush();
  }

  /* ---- the sentences ---- */

  /* When a check-in was made, by its own id (RFC 9562): for reading only, the server judges the code. */
  function madeAt(id) {
    const at = new Date(parseInt(id.replace(/-/g, "").slice(0, 12), 16));
    return words.clockTime(at.toISOString()).slice(0, 5);
  }

  function refusal(problem) {
    switch (problem.code) {
      case "session_not_open":
        return "mã không thuộc lượt điểm danh nào. Đồng chí quét mã đang hiện, hoặc nhờ bí thư ghi tên.";
      case "session_locked":
        return "lớp đã khóa danh sách. Đồng chí nhờ bí thư ghi tên.";
      case "phone_unknown":
      case "code_stale":
      case "ticket_invalid":
        return "lúc quét, máy này chưa gắn với đồng chí nào. Đồng chí nhờ bí thư ghi tên.";
      default: {
        const said = self.checkinRefusal(problem, false);
        return said.title + ". " + said.text;
      }
    }
  }

  /* What became of check-ins that waited: {tone, code, title, text}. */
  function outcome(outcomes) {
    const refused = outcomes.filter((each) => each.answer.kind === "refused");
    const lines = outcomes.map((each) => "Lượt lúc " + madeAt(each.item.id) +
      (each.answer.kind === "ok" ? ": " + words.receipt(each.answer.body).title + "." : " không được nhận: " + refusal(each.answer.problem)));
    return {
      tone: refused.length ? "bad" : "wait",
      code: refused.length ? refused[0].answer.problem.code || "refused" : "sent",
      title: refused.length ? "Lượt quét lúc chưa có sóng" : "Đã gửi lượt quét lúc chưa có sóng",
      text: lines.join(" ")
    };
  }

  function held(items) {
    const times = "Máy đang giữ lượt điểm danh lúc " + items.map((item) => madeAt(item.id)).join(", ");
    return waitsFor === "network"
      ? { title: "Chưa có sóng – máy sẽ tự gửi lại", text: times + ". Đồng chí có thể đóng trang; khi có sóng, mở lại trang này là máy gửi." }
      : { title: "Máy chủ đang đông – máy sẽ tự gửi lại", text: times + ". Đồng chí giữ nguyên trang này." };
  }

  self.checkinQueue = {
    flush: flush,
    held: held,
    letGo: letGo,
    outcome: outcome,
    phone: phone,
    postOne: postOne,
    put: put,
    rememberPhone: rememberPhone,
    remove: remove,
    start: start,
    waiting: waiting,
    works: works
  };
})();
