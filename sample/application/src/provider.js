import { decodeJwt } from "jose";
import * as oidc from "openid-client";
import { Failure } from "./failures.js";

/** @typedef {import("./sessions.js").Tokens} Tokens */

/** Keycloak as this application sees it: an OpenID Connect provider that also knows accounts. */
export class Provider {
  #settings;
  /** @type {Promise<oidc.Configuration> | undefined} */
  #configuration;

  /** @param {{issuer: string, clientId: string, clientSecret: string, baseUrl: string}} settings */
  constructor(settings) {
    this.#settings = settings;
  }

  get origin() {
    return new URL(this.#settings.issuer).origin;
  }

  /**
   * An authorization request.
   *
   * @param {string} slot
   * @param {{locale: string, prompt?: string, action?: string}} options  `prompt=select_account` asks for the account
   *   again; the action `switch-account` does so on a running session, without a password.
   */
  async authorize(slot, { locale, prompt, action }) {
    const signIn = {
      slot,
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const url = oidc.buildAuthorizationUrl(await this.#discovered(), {
      redirect_uri: `${this.#settings.baseUrl}/callback`,
      scope: "openid",
      state: signIn.state,
      nonce: signIn.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(signIn.verifier),
      code_challenge_method: "S256",
      ui_locales: locale,
      ...(prompt && { prompt }),
      ...(action && { kc_action: action }),
    });
    return { url, signIn };
  }

  /**
   * @param {string} callback  Path and query that Keycloak sent the browser to.
   * @param {import("./sessions.js").SignIn} signIn
   */
  async redeem(callback, signIn) {
    const answer = await oidc.authorizationCodeGrant(
      await this.#discovered(),
      new URL(callback, this.#settings.baseUrl),
      {
        expectedState: signIn.state,
        expectedNonce: signIn.nonce,
        pkceCodeVerifier: signIn.verifier,
        idTokenExpected: true,
      },
    );
    return toTokens(answer);
  }

  /** @param {Tokens} tokens */
  async refresh(tokens) {
    return toTokens(await oidc.refreshTokenGrant(await this.#discovered(), tokens.refresh ?? ""), tokens);
  }

  /** @param {Tokens} tokens */
  async userinfo(tokens) {
    return oidc.fetchUserInfo(await this.#discovered(), tokens.access, String(tokens.claims.sub));
  }

  /** Where a sign-out at Keycloak begins. @param {Tokens} tokens @param {string} locale */
  async signOutUrl(tokens, locale) {
    return oidc.buildEndSessionUrl(await this.#discovered(), {
      id_token_hint: tokens.id,
      post_logout_redirect_uri: `${this.#settings.baseUrl}/`,
      ui_locales: locale,
    });
  }

  /** Keycloak may start later than this application: a discovery that failed is tried again. */
  async #discovered() {
    this.#configuration ??= this.#discover();
    try {
      return await this.#configuration;
    } catch (error) {
      this.#configuration = undefined;
      throw new Failure("unavailable", error);
    }
  }

  #discover() {
    const { issuer, clientId, clientSecret } = this.#settings;
    const execute = [oidc.enableNonRepudiationChecks];
    if (issuer.startsWith("http://localhost")) execute.push(oidc.allowInsecureRequests);
    return oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute });
  }
}

/**
 * The claims inside an access token. They are meant for the APIs that an application calls, not for the application: this
 * one reads them because it is there to show them.
 *
 * @param {Tokens} tokens
 */
export const accessTokenClaims = (tokens) => decodeJwt(tokens.access);

/**
 * @param {oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers} answer
 * @param {Tokens} [before]  A refresh may leave out what has not changed.
 * @returns {Tokens}
 */
function toTokens(answer, before) {
  const receivedAt = Date.now();
  return {
    access: answer.access_token,
    refresh: answer.refresh_token ?? before?.refresh,
    id: answer.id_token ?? before?.id ?? "",
    claims: answer.claims() ?? before?.claims ?? {},
    receivedAt,
    expiresAt: receivedAt + (answer.expires_in ?? 0) * 1000,
  };
}
