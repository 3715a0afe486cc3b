/*
 * Lets the page open without network. It keeps the page's own files and nothing else: what the API
 * answers is never stored. The server writes the release (a hash of all files) and their list, so a
 * new release is another script, and replaces the one before.
 */
(function () {
  "use strict";

  const RELEASE = "@release@";
  const FILES = ["@files@"];
  const CACHE = "dd-" + RELEASE;

  async function keep() {
    const cache = await caches.open(CACHE);
    await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
    await self.skipWaiting();
  }

  async function takeOver() {
    const names = await caches.keys();
    const older = names.filter((name) => name.indexOf("dd-") === 0 && name !== CACHE);
    await Promise.all(older.map((name) => caches.delete(name)));
    await self.clients.claim();
  }

  async function answer(request, path) {
    const cache = await caches.open(CACHE);
    return (await cache.match(path)) || fetch(request);
  }

  self.addEventListener("install", (event) => event.waitUntil(keep()));
  self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
  self.addEventListener("fetch", (event) => {
    const url = new URL(event.request.url);
    const isOurs = url.origin === self.location.origin && event.request.method === "GET";
    // By path alone: Zalo adds a query of its own to the addresses it opens.
    if (isOurs && FILES.indexOf(url.pathname) >= 0) event.respondWith(answer(event.request, url.pathname));
  });
})();
