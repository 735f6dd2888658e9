import assert from "node:assert/strict";
import { test } from "node:test";
import { MESSAGES, language } from "../src/messages.js";

const placeholders = (/** @type {string} */ text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

test("every language has every text, with the same values in it", () => {
  const english = Object.entries(MESSAGES.en ?? {});
  for (const [locale, messages] of Object.entries(MESSAGES)) {
    assert.deepEqual(Object.keys(messages).sort(), english.map(([key]) => key).sort(), locale);
    for (const [key, text] of english) {
      assert.deepEqual(placeholders(messages[/** @type {"back"} */ (key)]), placeholders(text), `${locale}: ${key}`);
    }
  }
});

test("values are put into the text", () => {
  assert.equal(language("it").text("signedInAs", { name: "Ada $& Conti" }), "Accesso come Ada $& Conti");
});
