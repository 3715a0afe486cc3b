/* What is typed into a form about a thing that others may change meanwhile. */
import { useState } from "preact/hooks";

export type Draft<T extends object> = {
  value: T;
  set: <Field extends keyof T>(field: Field) => (value: T[Field]) => void;
  /* Only what was touched here: what somebody else changed meanwhile stays his. */
  changes: () => Partial<T>;
};

export function useDraft<T extends object>(initial: T): Draft<T> {
  const [first] = useState(initial);
  const [value, put] = useState(initial);
  return {
    value,
    set: (field) => (given) => put((before) => ({ ...before, [field]: given })),
    changes: () => {
      const touched = (Object.keys(value) as (keyof T)[]).filter((field) => JSON.stringify(value[field]) !== JSON.stringify(first[field]));
      return Object.fromEntries(touched.map((field) => [field, value[field]])) as Partial<T>;
    },
  };
}

/* A list is typed as lines. */
export function linesOf(text: string): string[] {
  return text.split("\n").map((each) => each.trim()).filter(Boolean);
}

export function orNull(text: string): string | null {
  return text.trim() || null;
}
