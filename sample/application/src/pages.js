import { accountMenu } from "./account-menu.js";
import { html } from "./html.js";
import { page } from "./layout.js";

/**
 * @typedef {import("./messages.js").Language} Language
 * @typedef {Record<string, unknown>} Claims
 */

/** The claims that this sample is about. */
const OUR_CLAIMS = ["account", "user_type"];

/** @param {Language} language @param {{slot: string}} state */
export function signedOutPage(language, { slot }) {
  const { text } = language;
  const main = html`
    <section class="pf-v6-c-page__main-section sample-message">
      <h1 class="pf-v6-c-title pf-m-4xl">${text("welcomeTitle")}</h1>
      <p>${text("welcomeText")}</p>
      <p class="sample-actions">
        <a class="pf-v6-c-button pf-m-primary pf-m-display-lg" href="/s/${slot}/sign-in">${text("signIn")}</a>
        <a class="pf-v6-c-button pf-m-link" href="/s/${slot}/sign-in?prompt=none">${text("signInSilently")}</a>
      </p>
      <p class="sample-hint">${text("signInSilentlyHint")}</p>
    </section>
  `;
  return page(language, text("welcomeTitle"), { main });
}

/**
 * @param {Language} language
 * @param {{slot: string, tokens: import("./sessions.js").Tokens, access: Claims, userinfo: Claims | string}} state
 *   `userinfo` is the code of the refusal where Keycloak gave no claims.
 */
export function signedInPage(language, { slot, tokens, access, userinfo }) {
  const { text, time } = language;
  const { claims } = tokens;
  const account = /** @type {import("./account-menu.js").Account | undefined} */ (claims.account);
  const person = String(claims.name ?? claims.preferred_username ?? claims.sub);
  const title = account ? text("actingFor", { account: account.name }) : text("actingForNobody");
  const main = html`
    <section class="pf-v6-c-page__main-section sample-summary">
      <div>
        <h1 class="pf-v6-c-title pf-m-2xl">${title}</h1>
        <p>${text("signedInAs", { name: person })}</p>
        <p class="sample-hint">
          ${text("tokensReceived", { received: time(tokens.receivedAt), expires: time(tokens.expiresAt) })}
        </p>
      </div>
      <form method="post" action="/s/${slot}/refresh">
        <button class="pf-v6-c-button pf-m-secondary" type="submit">${text("refreshTokens")}</button>
      </form>
    </section>
    <section class="pf-v6-c-page__main-section sample-cards">
      ${card(text("accessToken"), claimList(access))} ${card(text("idToken"), claimList(claims))}
      ${card(
        text("userinfo"),
        typeof userinfo === "string" ? html`${text("userinfoRefused")} <code>${userinfo}</code>` : claimList(userinfo),
      )}
    </section>
  `;
  return page(language, title, {
    main,
    menu: accountMenu(text, { slot, account, person, userType: claims.user_type }),
  });
}

/**
 * @param {Language} language
 * @param {{reason: import("./failures.js").Reason, code?: string, slot: string, signedIn: boolean}} state
 */
export function problemPage(language, { reason, code, slot, signedIn }) {
  const { text } = language;
  const main = html`
    <section class="pf-v6-c-page__main-section sample-message">
      <h1 class="pf-v6-c-title pf-m-4xl">${text(`${reason}Title`)}</h1>
      <p>${text(`${reason}Text`)}</p>
      ${code && html`<p class="sample-hint"><code>${code}</code></p>`}
      <p class="sample-actions">
        ${
          signedIn
            ? html`<a class="pf-v6-c-button pf-m-primary" href="/s/${slot}/">${text("back")}</a>`
            : html`<a class="pf-v6-c-button pf-m-primary" href="/s/${slot}/sign-in">${text("signIn")}</a>`
        }
      </p>
    </section>
  `;
  return page(language, text(`${reason}Title`), { main });
}

/** Claims as JSON, those that this sample is about first and marked. @param {Claims} claims */
export function claimList(claims) {
  const ours = OUR_CLAIMS.filter((name) => name in claims);
  const names = [...ours, ...Object.keys(claims).filter((name) => !ours.includes(name))];
  const members = names.map((name, index) => {
    const indented = JSON.stringify({ [name]: claims[name] }, null, 2).slice("{\n".length, -"\n}".length);
    const member = index < names.length - 1 ? `${indented},` : indented;
    return index < ours.length ? html`<mark>${member}</mark>` : `${member}\n`;
  });
  return html`<pre class="sample-claims"><code>${["{\n", ...members, "}"]}</code></pre>`;
}

/** @param {string} title @param {unknown} body */
const card = (title, body) => html`
  <article class="pf-v6-c-card">
    <div class="pf-v6-c-card__title"><h2 class="pf-v6-c-card__title-text">${title}</h2></div>
    <div class="pf-v6-c-card__body">${body}</div>
  </article>
`;
