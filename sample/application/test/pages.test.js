import assert from "node:assert/strict";
import { test } from "node:test";
import { language } from "../src/messages.js";
import { claimList, problemPage, signedInPage } from "../src/pages.js";
import { acme, tokens } from "./fixtures.js";

const english = language("en");

test("account and user type come first and are marked", () => {
  assert.equal(
    String(claimList({ sub: "1", user_type: "external", account: { number: "C-1" } })),
    '<pre class="sample-claims"><code>{\n' +
      "<mark>  &quot;account&quot;: {\n    &quot;number&quot;: &quot;C-1&quot;\n  },</mark>" +
      "<mark>  &quot;user_type&quot;: &quot;external&quot;,</mark>" +
      "  &quot;sub&quot;: &quot;1&quot;\n" +
      "}</code></pre>",
  );
});

test("the account menu says which account this tab uses", () => {
  const page = signedIn(tokens(acme));
  assert.match(page, /<h1[^>]*>Acting for Acme &lt;S\.p\.A\.&gt;<\/h1>/);
  assert.match(page, /C-1 · Guest/);
  assert.match(page, /href="\/s\/3\/switch"/);
});

test("somebody without an account is told so", () => {
  assert.match(signedIn(tokens()), /<h1[^>]*>Acting for no customer account<\/h1>/);
});

test("names from claims are escaped everywhere", () => {
  assert.doesNotMatch(signedIn(tokens(acme)), /<b>|<S\.p\.A/);
});

test("a refused userinfo request is shown beside the tokens", () => {
  assert.match(signedIn(tokens(acme), "invalid_token: <gone>"), /invalid_token: &lt;gone&gt;/);
});

test("a problem page leads on: back with tokens, to a sign-in without", () => {
  const problem = { reason: /** @type {const} */ ("accessDenied"), code: "access_denied: <no>", slot: "3" };
  const withTokens = String(problemPage(english, { ...problem, signedIn: true }));
  const without = String(problemPage(english, { ...problem, signedIn: false }));
  assert.match(withTokens, /access_denied: &lt;no&gt;/);
  assert.match(withTokens, /href="\/s\/3\/">Back</);
  assert.match(without, /href="\/s\/3\/sign-in">Sign in</);
});

/** @param {import("../src/sessions.js").Tokens} tokens @param {import("../src/pages.js").Claims | string} [userinfo] */
function signedIn(tokens, userinfo = tokens.claims) {
  return String(signedInPage(english, { slot: "3", tokens, access: tokens.claims, userinfo }));
}
