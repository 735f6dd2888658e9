import { useEffect, useState } from "react";
import type { Page } from "./answer";

/** Where a page begins: at the beginning of the list without a cursor. */
export type Place = { cursor: string | undefined; signal: AbortSignal };

type Load<T> = (place: Place) => Promise<Page<T>>;

/**
 * A list that comes page by page: what there is of it so far, and what went wrong last. It is begun anew with another
 * `load`, and stays as it is until that has answered.
 */
export function usePages<T extends { id: string }>(load: Load<T>) {
  const [shown, setShown] = useState<Page<T> & { load: Load<T> }>();
  const [error, setError] = useState<unknown>();
  const [asked, setAsked] = useState<{ load: Load<T>; cursor: string }>();
  const cursor = asked?.load === load ? asked.cursor : undefined;

  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    load({ cursor, signal })
      .then(({ items, next }) => {
        if (signal.aborted) return;
        setShown((before) => ({ load, items: cursor && before ? [...before.items, ...items] : items, next }));
        setError(undefined);
      })
      .catch((cause: unknown) => {
        if (!signal.aborted) setError(cause);
      });
    return () => abort.abort();
  }, [load, cursor]);

  const next = shown?.load === load ? shown.next : undefined;
  return {
    items: shown?.items,
    error,
    /** Asks for the next page, if there is one. */
    more: next === undefined ? undefined : () => setAsked({ load, cursor: next }),
    remove: (id: string) =>
      setShown((before) => before && { ...before, items: before.items.filter((item) => item.id !== id) }),
  };
}
