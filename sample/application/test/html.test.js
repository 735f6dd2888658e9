import assert from "node:assert/strict";
import { test } from "node:test";
import { html } from "../src/html.js";

test("values are escaped, in text and in attributes", () => {
  const name = `<script>alert("x")</script> & 'y'`;
  assert.equal(
    String(html`<a title="${name}">${name}</a>`),
    '<a title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;">' +
      "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;</a>",
  );
});

test("nested templates and lists of them are kept, what is absent writes nothing", () => {
  const items = ["<1>", 2].map((item) => html`<i>${item}</i>`);
  assert.equal(String(html`<b>${items}${null}${undefined}${false}</b>`), "<b><i>&lt;1&gt;</i><i>2</i></b>");
});

test("an object that looks like markup is not taken for it", () => {
  assert.equal(String(html`${{ text: "<b>", toString: () => "<b>" }}`), "&lt;b&gt;");
});
