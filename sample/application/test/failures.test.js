import assert from "node:assert/strict";
import { test } from "node:test";
import { AuthorizationResponseError, ResponseBodyError } from "openid-client";
import { Failure, codeOf, reasonOf } from "../src/failures.js";

/** @param {string} error @param {string} [description] */
const refused = (error, description) =>
  new AuthorizationResponseError("", {
    cause: new URLSearchParams({ error, ...(description && { error_description: description }) }),
  });

test("errors of the sign-in have a text of their own, others a general one", () => {
  assert.equal(reasonOf(refused("access_denied")), "accessDenied");
  assert.equal(reasonOf(refused("account_selection_required")), "selectionRequired");
  assert.equal(reasonOf(refused("login_required")), "signInRequired");
  assert.equal(reasonOf(refused("temporarily_unavailable")), "signInFailed");
  assert.equal(reasonOf(new TypeError("fetch failed")), "unavailable");
  assert.equal(reasonOf(new TypeError("x is not a function")), "unexpected");
});

test("the code that Keycloak gave is kept, with its description", () => {
  const response = new Response(null, { status: 400 });
  const cause = { error: "invalid_grant", error_description: "Session not active" };
  assert.equal(codeOf(refused("access_denied")), "access_denied");
  assert.equal(codeOf(refused("server_error", "No mail")), "server_error: No mail");
  assert.equal(
    codeOf(new Failure("signInEnded", new ResponseBodyError("", { cause, response }))),
    "invalid_grant: Session not active",
  );
  assert.equal(codeOf(new Error("secret")), undefined);
});
