/** What a client's call comes to. */
type Answer<T> = { data?: T; response: Response };

/** A part of a list, and the cursor of the next one if there is one. */
export type Page<T> = { items: T[]; next: string | undefined };

export function body<T>({ data, response }: Answer<T>): T {
  if (data === undefined) throw new Error(`No content from ${response.url}`);
  return data;
}

export const page = <T>(answer: Answer<T[]>): Page<T> => ({ items: body(answer), next: nextCursor(answer.response) });

/** From the link to the next page (RFC 8288). */
function nextCursor({ headers }: Response): string | undefined {
  const link = /<([^>]*)>[^,]*;\s*rel="?next\b/.exec(headers.get("Link") ?? "")?.[1];
  return (link && new URL(link, location.href).searchParams.get("cursor")) ?? undefined;
}
