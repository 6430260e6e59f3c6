/**
 * The closed list of error codes that leave the backend or the SDK. Codes are stable: partners switch on them.
 */

/** Every code, with the HTTP status a problem document (RFC 9457) carries for it. */
export const errorStatus = {
  /** Arguments were refused; `fields` lists every faulty one. */
  invalid_argument: 400,
  /** The call needs a signed-in person. */
  unauthenticated: 401,
  /** A partner's key is malformed, unknown or revoked; all look the same. */
  invalid_key: 401,
  /** The caller is known and may not do this. */
  forbidden: 403,
  /** A publishable key came from a page outside its partner's origins, or a secret key came from a page. */
  origin_not_allowed: 403,
  /** The resource does not exist, or this caller may not see it. */
  not_found: 404,
  /** The route exists, the method does not. */
  method_not_allowed: 405,
  /** The section was changed since it was read; `conflicts` names the section, its version and what differs. */
  version_conflict: 409,
  /** The handle cannot be had: taken, reserved, retired and confusable with such a one all look the same. */
  handle_unavailable: 409,
  /** The person changed the handle less than 30 days ago; `retryAfterMs` says when it can change again. */
  handle_cooling_down: 409,
  /** The person already has a profile. */
  profile_exists: 409,
  /** The idempotency key was used before, for a request with other content. */
  idempotency_mismatch: 422,
  /** A list or the whole profile is larger than allowed. */
  too_large: 413,
  /** Too many calls; `retryAfterMs` says when to come back. */
  rate_limited: 429,
  /** The answer cannot be had in the format that was asked for. */
  not_implemented: 501,
  /** A fault on Gigsy's side; carries no detail. */
  internal: 500,
  /** The deployment lacks a setting that this needs; its operator must make it. */
  not_configured: 503,
  /** Client side: no connection to the deployment. */
  offline: 0,
  /** Client side: the deployment did not answer in time. */
  timeout: 0,
  /** Client side: the caller's AbortSignal fired. */
  aborted: 0,
  /** Client side: the deployment answered something this client does not understand. */
  bad_response: 0,
} as const;

export type ErrorCode = keyof typeof errorStatus;
export const errorCodes = /* @__PURE__ */ Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]];
