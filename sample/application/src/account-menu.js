import { html } from "./html.js";

/**
 * @typedef {object} Account  What this sample reads of the claim `account`.
 * @property {string} number
 * @property {string} name
 * @property {"company" | "individual"} type
 * @property {"owner" | "contact" | "guest"} membership
 * @property {boolean} [agency]
 */

/**
 * The button in the top bar that says which account this tab uses, and its menu. The browser opens and closes it
 * (popover): no script is needed.
 *
 * @param {import("./messages.js").Language["text"]} text
 * @param {{slot: string, account: Account | undefined, person: string, userType: unknown}} state
 */
export function accountMenu(text, { slot, account, person, userType }) {
  return html`
    <button
      class="pf-v6-c-menu-toggle sample-toggle"
      type="button"
      popovertarget="account-menu"
      aria-description="${text("accountMenu")}"
    >
      <span class="pf-v6-c-menu-toggle__text">
        <span class="sample-toggle-name">${account?.name ?? text("noAccount")}</span>
        <span class="sample-toggle-detail">
          ${account ? html`${account.number} · ${text(`membership_${account.membership}`)}` : person}
        </span>
      </span>
      <span class="pf-v6-c-menu-toggle__controls">
        <span class="pf-v6-c-menu-toggle__toggle-icon">
          <svg class="pf-v6-svg" fill="currentColor" viewBox="0 0 20 20" aria-hidden="true" width="1em" height="1em">
            <path
              d="m17.65 8.76-6.674 5.72a1.496 1.496 0 0 1-.976.365c-.347 0-.694-.122-.978-.366l-6.673-5.72A1 1 0 0 1 3 7h14a1 1 0 0 1 .65 1.76Z"
            />
          </svg>
        </span>
      </span>
    </button>
    <nav id="account-menu" class="sample-menu" popover aria-label="${text("accountMenu")}">
      <div class="pf-v6-c-menu">
        <div class="sample-menu-current">
          <strong>${account?.name ?? text("noAccount")}</strong>
          ${account && html`<span>${account.number}</span>`}
          <span class="sample-labels">
            ${
              account &&
              html`${label(text(`membership_${account.membership}`))} ${label(text(`type_${account.type}`))}
              ${account.agency && label(text("agency"))}`
            }
            ${userType === "internal" && label(text("staff"))}
          </span>
          <span class="sample-hint">${person}</span>
        </div>
        <ul class="pf-v6-c-menu__list">
          <li class="pf-v6-c-menu__list-item">
            <a class="pf-v6-c-menu__item" href="/s/${slot}/switch">${itemText(text("useAnotherAccount"))}</a>
          </li>
          <li class="pf-v6-c-menu__list-item">
            <a class="pf-v6-c-menu__item" href="/s/new" target="_blank">${itemText(text("secondTab"))}</a>
          </li>
          <li class="pf-v6-c-menu__list-item sample-menu-last">
            <form method="post" action="/s/${slot}/sign-out">
              <button class="pf-v6-c-menu__item" type="submit">${itemText(text("signOut"))}</button>
            </form>
          </li>
        </ul>
      </div>
    </nav>
  `;
}

/** @param {string} text */
const itemText = (text) =>
  html`<span class="pf-v6-c-menu__item-main"><span class="pf-v6-c-menu__item-text">${text}</span></span>`;

/** @param {string} text */
const label = (text) =>
  html`<span class="pf-v6-c-label pf-m-outline pf-m-compact"
    ><span class="pf-v6-c-label__content"><span class="pf-v6-c-label__text">${text}</span></span></span
  >`;
