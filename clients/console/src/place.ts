/* Where the page is: the part of the address behind #, "/sessions/…/live"; no server sees it. */
import { signal } from "@preact/signals";

export const place = signal(read());

function read(): string {
  return location.hash.slice(1) || "/";
}

window.addEventListener("hashchange", () => {
  place.value = read();
  window.scrollTo(0, 0);
});

export function go(path: string): void {
  location.hash = path;
}

/* "/sessions/:session/live" fits "/sessions/42/live" → {session: "42"}; null where it does not fit. */
export function fit(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.split("?")[0]!.split("/");
  if (wanted.length !== given.length) return null;
  const found: Record<string, string> = {};
  for (const [i, piece] of wanted.entries()) {
    const value = given[i]!;
    if (piece.startsWith(":")) found[piece.slice(1)] = decodeURIComponent(value);
    else if (piece !== value) return null;
  }
  return found;
}
