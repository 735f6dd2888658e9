import { html } from "./html.js";

/** @typedef {import("./messages.js").Language} Language */

/**
 * A whole document: the bar at the top, with the account menu if somebody is signed in, and the page's own part.
 *
 * @param {Language} language
 * @param {string} title
 * @param {{main: unknown, menu?: unknown}} parts
 */
export function page({ locale, text }, title, { main, menu }) {
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${text("appName")}</title>
        <link rel="icon" href="/logo.svg" />
        <link rel="stylesheet" href="/patternfly/patternfly.min.css" />
        <link rel="stylesheet" href="/sample.css" />
      </head>
      <body>
        <div class="pf-v6-c-page">
          <header class="pf-v6-c-masthead pf-m-display-inline">
            <div class="pf-v6-c-masthead__main">
              <div class="pf-v6-c-masthead__brand">
                <a class="pf-v6-c-masthead__logo sample-brand" href="/">
                  <img src="/logo.svg" alt="" width="32" height="32" />
                  <span>${text("appName")}</span>
                  <span class="sample-hint sample-wide">${text("appKind")}</span>
                </a>
              </div>
            </div>
            <div class="pf-v6-c-masthead__content sample-masthead-end">${menu}</div>
          </header>
          <div class="pf-v6-c-page__main-container pf-m-fill" tabindex="-1">
            <main class="pf-v6-c-page__main">${main}</main>
          </div>
        </div>
      </body>
    </html>`;
}
