import type Keycloak from "keycloak-js";
import createFetchClient, { type FetchOptions, type FetchResponse } from "openapi-fetch";
import type { FilterKeys, HttpMethod, MediaType, PathsWithMethod } from "openapi-typescript-helpers";
import { problemOf } from "./problem";

type Api<Paths> = Record<keyof Paths, Record<string, object>>;
type Options<Operations, Method> = FetchOptions<FilterKeys<Operations, Method>>;

/** As in openapi-fetch, but what the document does not know, a misspelt parameter for one, does not compile. */
type Client<Paths extends Api<Paths>> = {
  [Method in HttpMethod as Uppercase<Method>]: <Path extends PathsWithMethod<Paths, Method>>(
    path: Path,
    options: Options<Paths[Path], Method>,
  ) => Promise<FetchResponse<Paths[Path][Method], Options<Paths[Path], Method>, MediaType>>;
};

/** An API, called with the token of the person and in the language of the page. What it refuses is thrown as a Problem. */
export function createClient<Paths extends Api<Paths>>(
  baseUrl: string,
  keycloak: Pick<Keycloak, "login" | "token" | "updateToken">,
): Client<Paths> {
  const client = createFetchClient<Paths>({ baseUrl });
  client.use({
    async onRequest({ request }) {
      await keycloak.updateToken(5).catch(() => keycloak.login());
      request.headers.set("Authorization", `Bearer ${keycloak.token}`);
      request.headers.set("Accept-Language", document.documentElement.lang);
    },
    async onResponse({ response }) {
      if (!response.ok) throw await problemOf(response);
    },
  });
  return client;
}
