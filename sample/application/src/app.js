import { fileURLToPath } from "node:url";
import express from "express";
import { ResponseBodyError } from "openid-client";
import { Failure, codeOf, reasonOf } from "./failures.js";
import { language } from "./messages.js";
import { problemPage, signedInPage, signedOutPage } from "./pages.js";
import { accessTokenClaims } from "./provider.js";
import { sameOriginPosts, securityHeaders } from "./security.js";
import { Sessions, isSlotName } from "./sessions.js";

const COOKIE = "sample_session";
const PATTERNFLY = fileURLToPath(new URL(".", import.meta.resolve("@patternfly/patternfly/package.json")));
const PUBLIC = fileURLToPath(new URL("../public", import.meta.url));

/** @typedef {import("./sessions.js").Session} Session */

/**
 * The application. `/s/<slot>/` is a tab: every slot has its own tokens, so two tabs can act for different accounts.
 *
 * @param {import("./provider.js").Provider} provider
 */
export function createApp(provider) {
  const sessions = new Sessions();
  const app = express();
  app.disable("x-powered-by");
  app.use(securityHeaders(provider.origin), sameOriginPosts);
  app.use((request, response, next) => {
    const id = request.headers.cookie?.match(/(?:^|; )sample_session=([\w-]+)/)?.[1];
    const session = sessions.find(id) ?? sessions.open();
    if (session.id !== id) sendCookie(response, session);
    response.locals.session = session;
    response.locals.language = language(request.acceptsLanguages("en", "it") || "en");
    response.locals.slot = "1";
    next();
  });
  app.use("/patternfly", express.static(PATTERNFLY, { maxAge: "1d" }));
  app.use(express.static(PUBLIC));

  app.param("slot", (_request, response, next, slot) => {
    response.locals.slot = slot;
    next(isSlotName(slot) ? undefined : "route");
  });

  app.get("/", (_request, response) => response.redirect("/s/1/"));

  app.get("/s/new", (_request, response) => {
    const { session } = context(response);
    response.redirect(`/s/${session.newSlot()}/sign-in?prompt=select_account`);
  });

  app.get("/s/:slot/", async (_request, response) => {
    const { session, slot, language } = context(response);
    if (!session.tokens(slot)) {
      response.send(String(signedOutPage(language, { slot })));
      return;
    }
    const tokens = await freshTokens(session, slot);
    const userinfo = await provider.userinfo(tokens).catch(refusal);
    response.send(String(signedInPage(language, { slot, tokens, access: accessTokenClaims(tokens), userinfo })));
  });

  app.get("/s/:slot/sign-in", async (request, response) => {
    const prompt = ["none", "select_account"].find((known) => known === request.query.prompt);
    await redirectToSignIn(response, { prompt });
  });

  app.get("/s/:slot/switch", (_request, response) => redirectToSignIn(response, { action: "switch-account" }));

  app.get("/callback", async (request, response) => {
    const { session } = context(response);
    const signIn = session.take(String(request.query.state));
    if (!signIn) throw new Failure("signInForgotten");
    response.locals.slot = signIn.slot;
    session.keep(signIn.slot, await provider.redeem(request.originalUrl, signIn));
    sendCookie(response, sessions.renew(session));
    response.redirect(`/s/${signIn.slot}/`);
  });

  app.post("/s/:slot/refresh", async (_request, response) => {
    const { session, slot } = context(response);
    await refresh(session, slot);
    response.redirect(303, `/s/${slot}/`);
  });

  // Keycloak ends the sign-in of the whole browser, so every tab of this application is signed out with it.
  app.post("/s/:slot/sign-out", async (_request, response) => {
    const { session, slot, language } = context(response);
    const tokens = session.tokens(slot);
    sessions.close(session);
    response.redirect(303, tokens ? String(await provider.signOutUrl(tokens, language.locale)) : "/");
  });

  app.use((_request, response) => {
    sendProblem(response, "notFound");
  });

  app.use(answerError);

  /** @param {express.Response} response @param {{prompt?: string, action?: string}} options */
  async function redirectToSignIn(response, options) {
    const { session, slot, language } = context(response);
    const { url, signIn } = await provider.authorize(slot, { locale: language.locale, ...options });
    session.begin(signIn);
    response.redirect(String(url));
  }

  /** @param {Session} session @param {string} slot */
  async function freshTokens(session, slot) {
    const tokens = session.tokens(slot);
    return tokens && tokens.expiresAt > Date.now() ? tokens : refresh(session, slot);
  }

  /** @param {Session} session @param {string} slot */
  async function refresh(session, slot) {
    const tokens = session.tokens(slot);
    if (!tokens) throw new Failure("signInEnded");
    try {
      const refreshed = await provider.refresh(tokens);
      session.keep(slot, refreshed);
      return refreshed;
    } catch (error) {
      if (!(error instanceof ResponseBodyError)) throw error;
      session.forget(slot);
      throw new Failure("signInEnded", error);
    }
  }

  return app;
}

/** @typedef {{session: Session, language: import("./messages.js").Language, slot: string}} Context */

/** @param {express.Response} response */
const context = (response) => /** @type {Context} */ (response.locals);

/** @param {express.Response} response @param {Session} session */
function sendCookie(response, session) {
  response.cookie(COOKIE, session.id, { httpOnly: true, sameSite: "lax" });
}

/**
 * Express knows an error handler by its four parameters.
 *
 * @param {unknown} error
 * @param {express.Request} _request
 * @param {express.Response} response
 * @param {express.NextFunction} _next
 */
function answerError(error, _request, response, _next) {
  const reason = reasonOf(error);
  if (reason === "unexpected") console.error(error);
  sendProblem(response, reason, codeOf(error));
}

/** @type {Partial<Record<import("./failures.js").Reason, number>>} */
const STATUS = { notFound: 404, unavailable: 502, unexpected: 500 };

/**
 * @param {express.Response} response
 * @param {import("./failures.js").Reason} reason
 * @param {string} [code]
 */
function sendProblem(response, reason, code) {
  const { session, language, slot } = context(response);
  const signedIn = session.tokens(slot) !== undefined;
  response.status(STATUS[reason] ?? 400).send(String(problemPage(language, { reason, code, slot, signedIn })));
}

/** What userinfo answers once an account is not open any more: a code to show. @param {unknown} error */
function refusal(error) {
  const code = codeOf(error);
  if (code === undefined) throw error;
  return code;
}
