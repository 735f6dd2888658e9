import { act, renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Page } from "./answer";
import { type Place, usePages } from "./usePages";

type Item = { id: string };
const pageOf = (ids: string, next?: string): Page<Item> => ({ items: [...ids].map((id) => ({ id })), next });

const open = (load: (place: Place) => Promise<Page<Item>>) => {
  const { result, rerender, unmount } = renderHook(usePages<Item>, { initialProps: load });
  const shown = () => result.current.items?.map(({ id }) => id).join("");
  return { result, rerender, unmount, shown };
};
const letters = ({ cursor }: Place) => Promise.resolve(cursor ? pageOf("cd") : pageOf("ab", "2"));

test("pages come when they are asked for", async () => {
  const { result, shown } = open(letters);
  expect(shown()).toBeUndefined();
  await waitFor(() => expect(shown()).toBe("ab"));

  act(() => result.current.more?.());

  await waitFor(() => expect(shown()).toBe("abcd"));
  expect(result.current.more).toBeUndefined();
});

test("another list takes the place of all pages", async () => {
  const { result, rerender, shown } = open(letters);
  await waitFor(() => expect(shown()).toBe("ab"));
  act(() => result.current.more?.());
  await waitFor(() => expect(shown()).toBe("abcd"));

  rerender(() => Promise.resolve(pageOf("x", "y")));

  expect(shown()).toBe("abcd");
  await waitFor(() => expect(shown()).toBe("x"));
});

test("the cursor of one list is never used in another", async () => {
  const { result, rerender, shown } = open(letters);
  await waitFor(() => expect(shown()).toBe("ab"));

  rerender(() => new Promise(() => {}));

  expect(result.current.more).toBeUndefined();
});

test("what is there stays when more of it fails", async () => {
  const { result, shown } = open((place) => (place.cursor ? Promise.reject(new Error("Gone")) : letters(place)));
  await waitFor(() => expect(shown()).toBe("ab"));

  act(() => result.current.more?.());

  await waitFor(() => expect(result.current.error).toEqual(new Error("Gone")));
  expect(shown()).toBe("ab");
});

test("what is removed is gone", async () => {
  const { result, shown } = open(letters);
  await waitFor(() => expect(shown()).toBe("ab"));

  act(() => result.current.remove("a"));

  expect(shown()).toBe("b");
});

test("who leaves the page is not waited for", () => {
  const signals: AbortSignal[] = [];
  const { unmount } = open(({ signal }) => {
    signals.push(signal);
    return new Promise(() => {});
  });

  unmount();

  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});
