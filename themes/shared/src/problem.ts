import type { ProblemRepresentation } from "@foyer/shared/self-service";

/** Why an API refuses (RFC 9457), in the language of the page. */
export class Problem extends Error {
  constructor(
    text: string,
    readonly status: number,
    readonly type: string | undefined,
    readonly pointer: string | undefined,
  ) {
    super(text);
  }
}

/** What a refusal says. One that a proxy has sent for the server says its status only. */
export async function problemOf(response: Response): Promise<Problem> {
  const { status, statusText } = response;
  const { detail, type, pointer }: Partial<ProblemRepresentation> = await response.json().catch(() => ({}));
  return new Problem(detail ?? `${status} ${statusText}`, status, type, pointer);
}

/** What to tell a person of something that failed. */
export const reason = (error: unknown, t: (key: string) => string) =>
  error instanceof Problem ? error.message : t("foyer.noAnswer");
