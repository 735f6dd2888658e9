import { randomBytes } from "node:crypto";

const SLOTS = 20;
const OPEN_SIGN_INS = 20;

/**
 * @typedef {object} SignIn  An authorization request that has not been answered yet.
 * @property {string} slot
 * @property {string} state
 * @property {string} nonce
 * @property {string} verifier
 *
 * @typedef {object} Tokens
 * @property {string} access
 * @property {string | undefined} refresh
 * @property {string} id
 * @property {Record<string, unknown>} claims  The verified claims of the ID token.
 * @property {number} receivedAt  Epoch milliseconds.
 * @property {number} expiresAt  Of the access token, epoch milliseconds.
 */

const newId = () => randomBytes(32).toString("base64url");

/** Whether a path segment can name a slot. @param {string} name */
export const isSlotName = (name) => /^[1-9]\d{0,5}$/.test(name);

/**
 * What the server keeps for one browser. Its slots are the tabs: each holds its own tokens, and so its own account,
 * while the cookie is the same for all.
 */
export class Session {
  /** @type {Map<string, Tokens>} */
  #slots = new Map();
  /** @type {Map<string, SignIn>} */
  #signIns = new Map();
  #lastSlot = 1;

  id = newId();

  /** A slot that no tab of this browser has used. */
  newSlot() {
    return String(++this.#lastSlot);
  }

  /** @param {string} slot */
  tokens(slot) {
    return this.#slots.get(slot);
  }

  /** @param {string} slot @param {Tokens} tokens */
  keep(slot, tokens) {
    this.#lastSlot = Math.max(this.#lastSlot, Number(slot));
    this.#slots.delete(slot);
    this.#slots.set(slot, tokens);
    dropOldest(this.#slots, SLOTS);
  }

  /** @param {string} slot */
  forget(slot) {
    this.#slots.delete(slot);
  }

  /** @param {SignIn} signIn */
  begin(signIn) {
    this.#signIns.set(signIn.state, signIn);
    dropOldest(this.#signIns, OPEN_SIGN_INS);
  }

  /** The sign-in this state belongs to, once. @param {string} state */
  take(state) {
    const signIn = this.#signIns.get(state);
    this.#signIns.delete(state);
    return signIn;
  }
}

/** The sessions of all browsers, in memory: they end with the process, and the oldest goes when there are too many. */
export class Sessions {
  /** @type {Map<string, Session>} */
  #sessions = new Map();
  #limit;

  constructor(limit = 1000) {
    this.#limit = limit;
  }

  /** @param {string | undefined} id */
  find(id) {
    return id === undefined ? undefined : this.#sessions.get(id);
  }

  open() {
    return this.#add(new Session());
  }

  /**
   * Gives a session another id. Done at sign-in, so that an id somebody planted before is worth nothing.
   *
   * @param {Session} session
   */
  renew(session) {
    this.close(session);
    session.id = newId();
    return this.#add(session);
  }

  /** @param {Session} session */
  close(session) {
    this.#sessions.delete(session.id);
  }

  /** @param {Session} session */
  #add(session) {
    this.#sessions.set(session.id, session);
    dropOldest(this.#sessions, this.#limit);
    return session;
  }
}

/** @param {Map<string, unknown>} entries @param {number} limit */
function dropOldest(entries, limit) {
  for (const key of entries.keys()) {
    if (entries.size <= limit) return;
    entries.delete(key);
  }
}
