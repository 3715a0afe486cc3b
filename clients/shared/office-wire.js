/* Calls, and the tokens of the sign-in, which live in this page alone. */
(function () {
  "use strict";

  const BASE = "/api/v1";
  const TIMEOUT_MS = 15000;

  let tokens = null; // {access, refresh}

  function inTime(promise) {
    return Promise.race([promise, new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error("timeout")), TIMEOUT_MS);
    })]);
  }

  /*
   * Never rejects. `body`: an object (as JSON), URLSearchParams, what `carry` sends instead of fetch, or null.
   * → {kind: "ok", body, etag} | {kind: "refused", status, problem, retryAfter (seconds or 0)}
   * | {kind: "later", cause: "network" | "busy" | "fault", retryAfter}; a hotel's HTML page is no network.
   */
  async function call(method, path, body, headers, carry) {
    const init = { method, credentials: "same-origin", cache: "no-store", headers: headers || {} };
    init.headers["Accept-Language"] = "vi"; // whatever the browser speaks
    if (body instanceof URLSearchParams) {
      init.headers["Content-Type"] = "application/x-www-form-urlencoded";
      init.body = body.toString();
    } else if (carry) {
      init.body = body;
    } else if (body) {
      init.headers["Content-Type"] = "application/json";
      init.body = JSON.stringify(body);
    }
    try {
      const response = await (carry ? carry(BASE + path, init) : inTime(fetch(BASE + path, init)));
      const status = response.status;
      if (status === 204) return { kind: "ok", body: null };
      const retryAfter = Number(response.headers.get("Retry-After")) || 0;
      if (status >= 500 || status === 408) return { kind: "later", cause: status === 503 ? "busy" : "fault", retryAfter };
      const form = /\/vnd|^image/.test(response.headers.get("Content-Type")) ? "blob" : "json";
      const value = await inTime(response[form]());
      return response.ok ? { kind: "ok", body: value, etag: response.headers.get("ETag") } : { kind: "refused", status, problem: value, retryAfter };
    } catch (error) {
      return { kind: "later", cause: "network", retryAfter: 0 };
    }
  }

  async function issue(form) {
    const answer = await call("POST", "/auth/token", new URLSearchParams(form));
    if (answer.kind === "ok") {
      tokens = { access: answer.body.access_token, refresh: answer.body.refresh_token };
    }
    return answer;
  }

  function signIn(username, password, otp) {
    const form = { grant_type: "password", username, password };
    if (otp) form.otp = otp;
    return issue(form);
  }

  function renew() {
    return issue({ grant_type: "refresh_token", refresh_token: tokens.refresh });
  }

  function carried(method, path, body, headers, carry) {
    return call(method, path, body, Object.assign({ Authorization: "Bearer " + tokens.access }, headers), carry);
  }

  function isOver(answer) {
    return answer.kind === "refused" && answer.status === 401;
  }

  /* A `call` of whoever is signed in; `isOver` of its answer tells that he has to sign in again. */
  async function own(...asked) {
    if (!tokens) return { kind: "refused", status: 401, problem: {} };
    let answer = await carried(...asked);
    if (isOver(answer)) {
      answer = await renew(); // an access token lives ten minutes
      if (answer.kind === "ok") answer = await carried(...asked);
    }
    if (isOver(answer)) tokens = null;
    return answer;
  }

  async function signOut() {
    const answer = await call("POST", "/auth/revoke", new URLSearchParams({ token: tokens.refresh }));
    if (answer.kind === "ok") tokens = null;
    return answer;
  }

  /* The page goes, and its tokens with it: the server ends the sign-in. */
  function leave() {
    if (!tokens) return;
    navigator.sendBeacon(BASE + "/auth/revoke", new URLSearchParams({ token: tokens.refresh }));
    tokens = null;
  }

  /* A key for a request that may be sent twice; crypto.randomUUID does not exist on plain http. */
  function newKey() {
    const bytes = new Uint8Array(16);
    crypto.getRandomValues(bytes);
    return Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
  }

  self.officeWire = { call, isOver, leave, newKey, own, signIn, signOut };
})();
