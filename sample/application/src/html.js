const ENTITIES = /** @type {Record<string, string>} */ ({
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
});

/** Markup that may be sent as it is. Only `html` makes it, so every value on the way in was escaped. */
class Html {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/**
 * A tagged template for HTML. Values are escaped, nested templates and lists of them are not, and `null`, `undefined`
 * and `false` write nothing. Attributes must be quoted.
 *
 * @param {TemplateStringsArray} literals
 * @param {unknown[]} values
 */
export function html(literals, ...values) {
  return new Html(String.raw({ raw: literals }, ...values.map(markup)));
}

/** @param {unknown} value @returns {string} */
function markup(value) {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(markup).join("");
  if (value === null || value === undefined || value === false) return "";
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
