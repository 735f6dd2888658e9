import * as oidc from "openid-client";

/**
 * @typedef {"accessDenied" | "selectionRequired" | "signInRequired" | "signInFailed" | "signInForgotten"
 *   | "signInEnded" | "unavailable" | "notFound" | "unexpected"} Reason  Each has a text in every language.
 */

/** Why a visitor cannot go on, where the library's error alone does not say it. */
export class Failure extends Error {
  /** @param {Reason} reason @param {unknown} [cause] */
  constructor(reason, cause) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** @type {Record<string, Reason>} */
const AUTHORIZATION_ERRORS = {
  access_denied: "accessDenied",
  account_selection_required: "selectionRequired",
  interaction_required: "signInRequired",
  login_required: "signInRequired",
};

/** @param {unknown} error @returns {Reason} */
export function reasonOf(error) {
  if (error instanceof Failure) return error.reason;
  if (error instanceof oidc.AuthorizationResponseError) return AUTHORIZATION_ERRORS[error.error] ?? "signInFailed";
  if (error instanceof oidc.ResponseBodyError || error instanceof oidc.ClientError) return "signInFailed";
  if (error instanceof TypeError && error.message === "fetch failed") return "unavailable";
  if (error instanceof URIError) return "notFound";
  return "unexpected";
}

/**
 * The error code that Keycloak gave, with its description: for whoever wants to look it up.
 *
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function codeOf(error) {
  if (error instanceof Failure) return codeOf(error.cause);
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError) {
    return described(error.error, error.error_description);
  }
  if (error instanceof oidc.WWWAuthenticateChallengeError) {
    const { error: code = `HTTP ${error.status}`, error_description } = error.cause[0]?.parameters ?? {};
    return described(code, error_description);
  }
  return error instanceof oidc.ClientError ? error.code : undefined;
}

/** @param {string} code @param {string | undefined} description */
const described = (code, description) => (description ? `${code}: ${description}` : code);
