/* What several pages of the day and the office read page after page. */
import { useState } from "preact/hooks";
import { ask, type Listed, type SendPage } from "../api";
import { Button, Read } from "../parts/basics";
import { type Reading, useRead } from "../reading";
import { useAct } from "../saving";
import { t } from "../words";
import type { ComponentChildren } from "preact";

type Paged<T> = { reading: Reading<Listed<T>>; items: T[]; hasMore: boolean; isBusy: boolean; more: () => void; again: () => void };

/* A long list: its first page at once, and the next ones when they are asked for. */
export function usePaged<T>(send: SendPage<T>, about: readonly unknown[]): Paged<T> {
  const reading = useRead((signal) => ask((own) => send({ limit: 50 }, own), signal), about);
  const [rest, set] = useState<{ of: Listed<T>; items: T[]; next: string | null } | null>(null);
  const acting = useAct();
  const first = reading.value;
  const current = rest && rest.of === first ? rest : null;
  const next = current ? current.next : (first?.next_cursor ?? null);
  const more = async () => {
    if (!first || !next) return;
    const answer = await acting.run(t("Xem thêm", "Read more"), () => ask((own) => send({ limit: 50, cursor: next }, own)));
    if (!answer) return;
    set({ of: first, items: [...(current?.items ?? []), ...answer.value.items], next: answer.value.next_cursor ?? null });
  };
  return {
    reading,
    items: [...(first?.items ?? []), ...(current?.items ?? [])],
    hasMore: next !== null,
    isBusy: acting.isBusy,
    more: () => void more(),
    again: reading.again,
  };
}

export function PagedRead<T>(props: { of: Paged<T>; children: (items: T[]) => ComponentChildren }) {
  return (
    <Read of={props.of.reading}>
      {() => (
        <>
          {props.children(props.of.items)}
          {props.of.hasMore && (
            <Button isBusy={props.of.isBusy} onClick={props.of.more}>{t("Xem thêm", "Show more")}</Button>
          )}
        </>
      )}
    </Read>
  );
}

/* Names as they are typed on any keyboard: "dieu" finds "Điểu". */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
}

export function fits(query: string, ...texts: readonly (string | null | undefined)[]): boolean {
  const wanted = plain(query.trim());
  return !wanted || texts.some((text) => plain(text ?? "").includes(wanted));
}
