/* The language of the page, and how figures, days and times are written in it. */
import { signal } from "@preact/signals";

export type Language = "vi" | "en";

const KEPT_AS = "diemdanh-language";
const HANOI = "Asia/Ho_Chi_Minh";

function kept(): Language {
  try {
    return localStorage.getItem(KEPT_AS) === "en" ? "en" : "vi";
  } catch {
    return "vi"; // a browser that keeps nothing
  }
}

export const language = signal<Language>(kept());

export function speak(chosen: Language): void {
  language.value = chosen;
  document.documentElement.lang = chosen;
  try {
    localStorage.setItem(KEPT_AS, chosen);
  } catch {
    // Then it is Vietnamese again next time.
  }
}

/* Both languages stand where they are read: t("Lưu", "Save"). */
export function t(vi: string, en: string): string {
  return language.value === "vi" ? vi : en;
}

export function count(value: number): string {
  return value.toLocaleString(language.value === "vi" ? "vi-VN" : "en-GB");
}

/* A share as the reports write it: two decimals, and a dash where there is nothing to share. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "–";
  const shown = ((part / whole) * 100).toLocaleString(language.value === "vi" ? "vi-VN" : "en-GB", {
    maximumFractionDigits: 2,
  });
  return `${shown} %`;
}

function pieces(instant: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("vi-VN", { timeZone: HANOI, ...options }).format(new Date(instant));
}

/* "07:30" */
export function clock(instant: string): string {
  return pieces(instant, { hour: "2-digit", minute: "2-digit", hour12: false });
}

/* "15/03/2022", of an instant or of a day "2022-03-15" */
export function day(value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return value.split("-").reverse().join("/");
  return pieces(value, { day: "2-digit", month: "2-digit", year: "numeric" });
}

export function moment(instant: string): string {
  return `${clock(instant)} ${t("ngày", "on")} ${day(instant)}`;
}

/* What <input type="datetime-local"> holds → an instant; its value is always Hanoi's time. */
export function instantOf(local: string): string {
  return new Date(`${local}:00+07:00`).toISOString();
}

export function localOf(instant: string): string {
  const there = new Date(Date.parse(instant) + 7 * 3600 * 1000); // no daylight saving since 1975
  return there.toISOString().slice(0, 16);
}
