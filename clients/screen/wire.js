/* The screen's calls, its token, and a loop that asks again and again. */
(function () {
  "use strict";

  const BASE = "/api/v1";
  const TIMEOUT_MS = 10000;
  const TOKEN_KEY = "diemdanh.screen.token";
  let inMemory = null; // where the browser refuses storage

  function token() {
    if (inMemory) return inMemory;
    try {
      return localStorage.getItem(TOKEN_KEY);
    } catch (error) {
      return null;
    }
  }

  function keepToken(value) {
    inMemory = value;
    try {
      if (value) localStorage.setItem(TOKEN_KEY, value);
      else localStorage.removeItem(TOKEN_KEY);
    } catch (error) {
      inMemory = value;
    }
  }

  /*
   * Never rejects. → {status: 0 when nothing usable came, body: object | null, etag, cause of a failure,
   * retryAfter (seconds), sent, received: {perf, date}}.
   */
  async function call(method, path, body, headers, now) {
    const abort = typeof AbortController === "function" ? new AbortController() : null;
    const init = { method: method, credentials: "same-origin", cache: "no-store", headers: headers };
    if (abort) init.signal = abort.signal;
    if (body) {
      headers["Content-Type"] = "application/json";
      init.body = JSON.stringify(body);
    }
    let timer = null;
    const late = new Promise((resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error("timeout"));
        if (abort) abort.abort();
      }, TIMEOUT_MS);
    });
    const sent = now();
    try {
      const response = await Promise.race([fetch(BASE + path, init), late]);
      const received = now();
      const text = response.status === 304 ? "{}" : await Promise.race([response.text(), late]);
      clearTimeout(timer);
      return {
        status: response.status,
        body: JSON.parse(text),
        etag: response.headers.get("ETag"),
        cause: response.status === 503 ? "busy" : "fault",
        retryAfter: Number(response.headers.get("Retry-After")) || 0,
        sent: sent,
        received: received
      };
    } catch (error) {
      clearTimeout(timer);
      return { status: 0, body: null, etag: null, cause: "network", retryAfter: 0, sent: sent, received: now() };
    }
  }

  function bearer(extra) {
    return Object.assign({ Authorization: "Bearer " + token() }, extra);
  }

  /* `ask()` → promise of the ms to wait before the next time. → {kick(): ask now, stop()}. */
  function repeat(ask) {
    let timer = null;
    let asking = false;
    let again = false;
    let stopped = false;

    async function go() {
      clearTimeout(timer);
      if (asking) {
        again = true;
        return;
      }
      asking = true;
      again = false;
      const wait = await ask();
      asking = false;
      if (!stopped) timer = setTimeout(go, again ? 0 : wait);
    }

    go();
    return {
      kick: function () {
        if (!stopped) go();
      },
      stop: function () {
        stopped = true;
        clearTimeout(timer);
      }
    };
  }

  self.screenWire = { bearer: bearer, call: call, keepToken: keepToken, repeat: repeat, token: token };
})();
