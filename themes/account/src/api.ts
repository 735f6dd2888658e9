import type { KeycloakContext } from "@keycloak/keycloak-ui-shared";
import type { TFunction } from "i18next";

/** Why the self-service API refuses (RFC 9457), in the language of the page. */
export class Problem extends Error {}

/** What to tell a person of something that failed. */
export const reason = (error: unknown, t: TFunction) =>
  error instanceof Problem ? error.message : t("foyer.noAnswer");

type Request = { method?: "POST" | "DELETE"; signal?: AbortSignal };

/** Asks the self-service API; throws a Problem if it refuses. */
export async function ask(
  { environment, keycloak }: KeycloakContext,
  path: string,
  request: Request = {},
): Promise<Response> {
  await keycloak.updateToken(5).catch(() => keycloak.login());
  const realm = `${environment.serverBaseUrl}/realms/${encodeURIComponent(environment.realm)}`;
  const response = await fetch(`${realm}/customer-accounts/${path}`, {
    ...request,
    headers: {
      Authorization: `Bearer ${keycloak.token}`,
      "Accept-Language": document.documentElement.lang,
    },
  });
  if (!response.ok) {
    throw await problem(response);
  }
  return response;
}

/** The address of the next page, of a list that has one: its path and query below the API's. */
export function next(response: Response): string | undefined {
  const link = /<[^>]*\/customer-accounts\/([^>]+)>;\s*rel="?next"?/.exec(response.headers.get("Link") ?? "");
  return link?.[1];
}

async function problem(response: Response): Promise<Problem> {
  const body: { detail?: string } = await response.json().catch(() => ({}));
  return new Problem(body.detail ?? `${response.status} ${response.statusText}`);
}
