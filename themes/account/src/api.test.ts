import type { KeycloakContext } from "@keycloak/keycloak-ui-shared";
import { afterEach, expect, test, vi } from "vitest";
import { ask, next, Problem } from "./api";

const context = {
  environment: { serverBaseUrl: "https://id.example", realm: "a b" },
  keycloak: { token: "T", updateToken: () => Promise.resolve(true) },
} as unknown as KeycloakContext;

afterEach(() => vi.unstubAllGlobals());

test("asks with the token of the person, in the language of the page", async () => {
  document.documentElement.lang = "it";
  const fetched = answer(new Response("[]"));

  await ask(context, "accounts");

  expect(fetched).toHaveBeenCalledWith("https://id.example/realms/a%20b/customer-accounts/accounts", {
    headers: { Authorization: "Bearer T", "Accept-Language": "it" },
  });
});

test("tells what the server says is wrong", async () => {
  answer(Response.json({ title: "Last owner", detail: "Stay" }, { status: 409 }));

  await expect(ask(context, "x")).rejects.toThrow(new Problem("Stay"));
});

test("tells the status of a proxy that answers for the server", async () => {
  answer(new Response("<html>", { status: 502, statusText: "Bad Gateway" }));

  await expect(ask(context, "x")).rejects.toThrow("502 Bad Gateway");
});

test("knows the next page by its link", () => {
  const link = '<https://id.example/realms/r/customer-accounts/accounts?search=a&cursor=b>; rel="next"';

  expect(next(new Response("", { headers: { Link: link } }))).toBe("accounts?search=a&cursor=b");
  expect(next(new Response(""))).toBeUndefined();
});

function answer(response: Response) {
  const fetched = vi.fn(() => Promise.resolve(response));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}
