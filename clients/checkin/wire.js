/* Talking to the server: one call, and the check-in's id. */
(function () {
  "use strict";

  const BASE = "/api/v1";
  const TIMEOUT_MS = 15000;

  /* UUIDv7 (RFC 9562): crypto.randomUUID does not exist on plain http. */
  function newId() {
    const bytes = new Uint8Array(16);
    crypto.getRandomValues(bytes);
    let ms = Date.now();
    for (let i = 5; i >= 0; i -= 1) {
      bytes[i] = ms % 256;
      ms = Math.floor(ms / 256);
    }
    bytes[6] = 0x70 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  function timedFetch(url, init) {
    const abort = typeof AbortController === "function" ? new AbortController() : null;
    if (abort) init.signal = abort.signal;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error("timeout"));
        if (abort) abort.abort();
      }, TIMEOUT_MS);
      fetch(url, init).then((response) => response.text().then((text) => {
        clearTimeout(timer);
        resolve({ response: response, text: text });
      })).catch((error) => {
        clearTimeout(timer);
        reject(error);
      });
    });
  }

  function parsed(text) {
    try {
      const value = JSON.parse(text);
      return value !== null && typeof value === "object" ? value : null;
    } catch (error) {
      return null;
    }
  }

  function secondsToWait(response, problem) {
    const header = Number(response.headers.get("Retry-After"));
    if (header > 0) return header;
    return problem && problem.retry_after_seconds > 0 ? problem.retry_after_seconds : 0;
  }

  /*
   * Never rejects. → {kind: "ok", body} | {kind: "refused", status, problem, retryAfter (seconds, 0 = none)}
   * | {kind: "later", cause: "network" | "busy" | "fault", retryAfter}.
   * A hotel's or a carrier's HTML page in place of JSON counts as no network.
   */
  async function call(method, path, body, headers) {
    const init = { method: method, credentials: "same-origin", cache: "no-store", headers: headers || {} };
    if (body !== null) {
      init.headers["Content-Type"] = "application/json";
      init.body = JSON.stringify(body);
    }
    let came;
    try {
      came = await timedFetch(BASE + path, init);
    } catch (error) {
      return { kind: "later", cause: "network", retryAfter: 0 };
    }
    const status = came.response.status;
    const value = parsed(came.text);
    if (status >= 500 || status === 408) {
      const retryAfter = secondsToWait(came.response, value);
      return { kind: "later", cause: status === 503 ? "busy" : "fault", retryAfter: retryAfter };
    }
    if (status === 204) return { kind: "ok", body: null };
    if (!value) return { kind: "later", cause: "network", retryAfter: 0 };
    if (came.response.ok) return { kind: "ok", body: value };
    return { kind: "refused", status: status, problem: value, retryAfter: secondsToWait(came.response, value) };
  }

  self.checkinWire = { call: call, newId: newId };
})();
