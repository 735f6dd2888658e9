import type { paths } from "@foyer/shared/self-service";
import { afterEach, expect, test, vi } from "vitest";
import { body, page } from "./answer";
import { createClient } from "./client";
import { Problem } from "./problem";

const accounts = "/realms/{realm}/customer-accounts/accounts";
const params = { path: { realm: "a b" } };
const signedIn = { token: "T", updateToken: () => Promise.resolve(true), login: () => Promise.resolve() };
const client = (keycloak = signedIn) => createClient<paths>("https://id.example", keycloak);

afterEach(() => vi.unstubAllGlobals());

test("asks with the token of the person, in the language of the page", async () => {
  document.documentElement.lang = "it";
  const fetched = answer(new Response("[]"));

  await client().GET(accounts, { params: { ...params, query: { search: "a&b" } } });

  const request = fetched.mock.lastCall?.[0];
  expect(request?.url).toBe("https://id.example/realms/a%20b/customer-accounts/accounts?search=a%26b");
  expect(Object.fromEntries(request?.headers ?? [])).toEqual({ authorization: "Bearer T", "accept-language": "it" });
});

test("asks with the new token where the old one has ended", async () => {
  const fetched = answer(new Response("[]"));
  const keycloak = {
    ...signedIn,
    updateToken: () => {
      keycloak.token = "new";
      return Promise.resolve(true);
    },
  };

  await client(keycloak).GET(accounts, { params });

  expect(fetched.mock.lastCall?.[0].headers.get("Authorization")).toBe("Bearer new");
});

test("has who is not signed in any more sign in, and does not ask before", async () => {
  const fetched = answer(new Response("[]"));
  const login = new Promise<"left for the page of the sign-in">((resolve) => {
    const keycloak = {
      ...signedIn,
      updateToken: () => Promise.reject(new Error("No session")),
      login: () => {
        resolve("left for the page of the sign-in");
        return new Promise<void>(() => {});
      },
    };
    void client(keycloak).GET(accounts, { params });
  });

  expect(await login).toBe("left for the page of the sign-in");
  expect(fetched).not.toHaveBeenCalled();
});

test("tells what the server says is wrong", async () => {
  const problem = { type: "urn:x", title: "Not valid", detail: "Too long", status: 400, pointer: "/name" };
  answer(Response.json(problem, { status: 400, headers: { "Content-Type": "application/problem+json" } }));

  const refused = client().GET(accounts, { params });

  await expect(refused).rejects.toBeInstanceOf(Problem);
  await expect(refused).rejects.toMatchObject({ message: "Too long", type: "urn:x", status: 400, pointer: "/name" });
});

test("tells the status of a proxy that answers for the server", async () => {
  answer(new Response("<html>", { status: 502, statusText: "Bad Gateway" }));

  await expect(client().GET(accounts, { params })).rejects.toMatchObject({ message: "502 Bad Gateway", status: 502 });
});

test("gives up when it is told to", async () => {
  const abort = new AbortController();
  vi.stubGlobal("fetch", async (request: Request) => {
    abort.abort();
    request.signal.throwIfAborted();
    return Response.json([]);
  });

  const asked = client().GET(accounts, { params, signal: abort.signal });

  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
});

test("reads an answer, and takes none for a failure", async () => {
  answer(Response.json([{ id: "a" }]));
  expect(body(await client().GET(accounts, { params }))).toEqual([{ id: "a" }]);

  answer(new Response(""));
  const empty = await client().GET(accounts, { params });
  expect(() => body(empty)).toThrow("No content");
});

test.each([
  ['<https://id.example/accounts?search=a&cursor=b%3D>; rel="next"', "b="],
  ["<accounts?cursor=b>; title=more; rel=next", "b"],
  ['<accounts?cursor=a>; rel="prev", <accounts?cursor=b>; rel="next"', "b"],
  ['<accounts?cursor=a>; rel="prev"', undefined],
  [undefined, undefined],
])("knows the next page by its link: %s", async (link, cursor) => {
  answer(Response.json([], { headers: link ? { Link: link } : {} }));

  expect(page(await client().GET(accounts, { params }))).toEqual({ items: [], next: cursor });
});

test("takes only what the document knows", () => {
  const asks = () => [
    // @ts-expect-error: no such path
    client().GET("/realms/{realm}/customer-accounts/account", { params }),
    // @ts-expect-error: no such parameter
    client().GET(accounts, { params: { ...params, query: { serch: "a" } } }),
    // @ts-expect-error: a parameter is missing
    client().GET(accounts, {}),
  ];
  expect(asks).toBeTypeOf("function");
});

function answer(response: Response) {
  const fetched = vi.fn<(request: Request) => Promise<Response>>(() => Promise.resolve(response));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}
