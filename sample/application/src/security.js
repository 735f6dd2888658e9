/**
 * Nothing but this application's own files, no script at all, and forms that lead to this application or, for the
 * sign-out, on to Keycloak.
 *
 * @param {string} keycloak  Its origin.
 * @returns {import("express").RequestHandler}
 */
export function securityHeaders(keycloak) {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `form-action 'self' ${keycloak}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return (_request, response, next) => {
    response.set({
      "Content-Security-Policy": policy,
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
    });
    next();
  };
}

/** Refuses forms that another site sends in the visitor's name. @type {import("express").RequestHandler} */
export function sameOriginPosts(request, response, next) {
  const from = request.headers["sec-fetch-site"] ?? "same-origin";
  if (request.method === "POST" && from !== "same-origin") {
    response.sendStatus(403);
    return;
  }
  next();
}
