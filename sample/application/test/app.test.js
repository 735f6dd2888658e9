import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ResponseBodyError } from "openid-client";
import { createApp } from "../src/app.js";
import { acme, tokens } from "./fixtures.js";

/** A provider without a network: the code is the name of the account that was chosen. */
const keycloak = {
  origin: "http://localhost:8080",
  authorize: async (/** @type {string} */ slot, /** @type {object} */ options) => ({
    url: new URL(`http://localhost:8080/auth?${new URLSearchParams({ state: `state-${slot}`, ...clean(options) })}`),
    signIn: { slot, state: `state-${slot}`, nonce: "", verifier: "" },
  }),
  redeem: async (/** @type {string} */ callback) =>
    tokens({ ...acme, name: new URL(callback, "http://x").searchParams.get("code") }),
  refresh: async () => {
    const cause = { error: "invalid_grant", error_description: "No longer a member" };
    throw new ResponseBodyError("", { cause, response: new Response(null, { status: 400 }) });
  },
  userinfo: async () => ({ sub: "ada" }),
  signOutUrl: async () => new URL("http://localhost:8080/logout"),
};

/** @type {import("node:http").Server} */
let server;
let base = "";

before(async () => {
  const provider = /** @type {import("../src/provider.js").Provider} */ (/** @type {unknown} */ (keycloak));
  server = createApp(provider).listen(0, "localhost");
  await new Promise((listening) => server.once("listening", listening));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  base = `http://localhost:${address.port}`;
});

after(() => {
  server.close();
  server.closeAllConnections();
});

test("two tabs hold different accounts", async () => {
  const browser = new Browser();
  await signIn(browser, "1", "Acme");
  const second = await browser.get("/s/new");
  assert.equal(second.headers.get("location"), "/s/2/sign-in?prompt=select_account");
  await signIn(browser, "2", "Bianchi");
  assert.match(await browser.text("/s/1/"), /Acting for Acme/);
  assert.match(await browser.text("/s/2/"), /Acting for Bianchi/);
});

test("the request asks in the visitor's language, and for the switch when it is one", async () => {
  const browser = new Browser({ "accept-language": "it-IT,it;q=0.9" });
  assert.match(await browser.text("/s/1/"), /<html lang="it">/);
  const location = new URL((await browser.get("/s/1/switch")).headers.get("location") ?? "");
  assert.equal(location.searchParams.get("locale"), "it");
  assert.equal(location.searchParams.get("action"), "switch-account");
});

test("the session gets another id at sign-in", async () => {
  const browser = new Browser();
  await browser.get("/s/1/");
  const before = browser.cookie;
  await signIn(browser, "1", "Acme");
  assert.notEqual(browser.cookie, before);
});

test("an answer that this browser did not ask for is refused", async () => {
  const browser = new Browser();
  const answer = await browser.get("/callback?state=state-1&code=Acme");
  assert.equal(answer.status, 400);
  assert.match(await answer.text(), /This sign-in is over/);
});

test("when the refresh is refused the tab is signed out and says why", async () => {
  const browser = new Browser();
  await signIn(browser, "1", "Acme");
  const answer = await browser.post("/s/1/refresh");
  assert.equal(answer.status, 400);
  assert.match(await answer.text(), /invalid_grant: No longer a member/);
  assert.match(await browser.text("/s/1/"), /Try without being asked/);
});

test("signing out ends all tabs and goes on to Keycloak", async () => {
  const browser = new Browser();
  await signIn(browser, "1", "Acme");
  await signIn(browser, "2", "Bianchi");
  const answer = await browser.post("/s/1/sign-out");
  assert.equal(answer.headers.get("location"), "http://localhost:8080/logout");
  assert.match(await browser.text("/s/2/"), /Try without being asked/);
});

test("a form on another site cannot act in the visitor's name", async () => {
  const browser = new Browser({ "sec-fetch-site": "cross-site" });
  assert.equal((await browser.post("/s/1/sign-out")).status, 403);
});

test("what does not exist is not found", async () => {
  const browser = new Browser();
  for (const path of ["/s/0/", "/s/x/", "/s/%", "/other"]) assert.equal((await browser.get(path)).status, 404, path);
});

/** @param {Browser} browser @param {string} slot @param {string} account */
async function signIn(browser, slot, account) {
  await browser.get(`/s/${slot}/sign-in`);
  const answer = await browser.get(`/callback?state=state-${slot}&code=${account}`);
  assert.equal(answer.headers.get("location"), `/s/${slot}/`);
}

/** @param {object} options */
const clean = (options) => Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

/** Keeps the cookie, follows no redirect. */
class Browser {
  cookie = "";

  /** @param {Record<string, string>} [headers] */
  constructor(headers = {}) {
    this.headers = headers;
  }

  /** @param {string} path */
  get = (path) => this.#send(path, "GET");

  /** @param {string} path */
  post = (path) => this.#send(path, "POST");

  /** @param {string} path */
  text = async (path) => (await this.get(path)).text();

  /** @param {string} path @param {string} method */
  async #send(path, method) {
    const headers = { ...this.headers, cookie: this.cookie };
    const answer = await fetch(base + path, { method, headers, redirect: "manual" });
    this.cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? this.cookie;
    return answer;
  }
}
