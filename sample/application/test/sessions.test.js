import assert from "node:assert/strict";
import { test } from "node:test";
import { Session, Sessions, isSlotName } from "../src/sessions.js";
import { tokens } from "./fixtures.js";

test("each slot keeps its own tokens", () => {
  const session = new Session();
  const [first, second] = [tokens({ name: "Acme" }), tokens({ name: "Bianchi" })];
  session.keep("1", first);
  session.keep("2", second);
  assert.equal(session.tokens("1"), first);
  assert.equal(session.tokens("2"), second);
  session.forget("1");
  assert.equal(session.tokens("1"), undefined);
  assert.equal(session.tokens("2"), second);
});

test("a new slot is one that no tab has used", () => {
  const session = new Session();
  session.keep("7", tokens());
  assert.deepEqual([session.newSlot(), session.newSlot()], ["8", "9"]);
});

test("the slot unused for longest goes when there are too many", () => {
  const session = new Session();
  for (let slot = 1; slot <= 20; slot++) session.keep(String(slot), tokens());
  session.keep("1", tokens());
  session.keep("21", tokens());
  assert.notEqual(session.tokens("1"), undefined);
  assert.equal(session.tokens("2"), undefined);
});

test("a sign-in is taken once, by its own state", () => {
  const session = new Session();
  const signIn = { slot: "1", state: "s", nonce: "n", verifier: "v" };
  session.begin(signIn);
  assert.equal(session.take("other"), undefined);
  assert.equal(session.take("s"), signIn);
  assert.equal(session.take("s"), undefined);
});

test("a renewed session is found by its new id only", () => {
  const sessions = new Sessions();
  const session = sessions.open();
  const before = session.id;
  sessions.renew(session);
  assert.equal(sessions.find(before), undefined);
  assert.equal(sessions.find(session.id), session);
});

test("the number of sessions is limited", () => {
  const sessions = new Sessions(2);
  const [oldest, ...others] = [sessions.open(), sessions.open(), sessions.open()];
  assert.equal(sessions.find(oldest?.id), undefined);
  for (const session of others) assert.equal(sessions.find(session.id), session);
});

test("slot names are small positive numbers", () => {
  assert.deepEqual(["1", "42", "999999"].filter(isSlotName), ["1", "42", "999999"]);
  assert.deepEqual(["0", "01", "-1", "1000000", "1.5", "a", "", "__proto__"].filter(isSlotName), []);
});
