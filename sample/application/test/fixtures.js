/** Tokens of somebody who acts for an account. @param {object} [account] */
export function tokens(account) {
  const claims = { sub: "ada", name: "Ada <b>Conti</b>", user_type: "external", ...(account && { account }) };
  return {
    access: `${encode({ alg: "none" })}.${encode(claims)}.`,
    refresh: "refresh",
    id: "id",
    claims,
    receivedAt: Date.now(),
    expiresAt: Date.now() + 60_000,
  };
}

/** @param {object} part */
const encode = (part) => Buffer.from(JSON.stringify(part)).toString("base64url");

export const acme = { number: "C-1", name: "Acme <S.p.A.>", type: "company", membership: "guest" };
