export { createClient } from "./client";
export { body, page, type Page } from "./answer";
export { Problem, reason } from "./problem";
export { type Place, usePages } from "./usePages";
