/**
 * Claims: a domain or a page that a person says is theirs. It is looked at until what only its owner could have put there is
 * seen, and again each week from then on.
 */
import * as z from 'zod';
import { fault } from '../../contract/field-code.ts';
import { days, hours } from '../../contract/retention.ts';
import { isEmail, isSafeUrl, itemIdSchema } from '../../contract/text.ts';
import { type CheckMethod, checkMethodNames } from './levels.ts';

/** The part of the platform's URL that this file needs. It is the same in browsers, Node and Convex. */
declare const URL: {
  new (value: string): { hostname: string; href: string; hash: string };
  canParse(value: string): boolean;
};

/** Time that a claim waits until it is seen, in milliseconds. */
export const CLAIM_MS = days(7);
/** Most claims of a person, those whose evidence is active among them. */
export const MAX_CLAIMS = 10;
/** Time from a look to the next, in milliseconds: of a claim that waits, of evidence, and of evidence that was not seen last time. */
export const CLAIM_LOOKS = { waiting: hours(6), seen: days(7), missed: days(1) } as const;

/** Most characters of a domain's name (RFC 1035, section 2.3.4, without the last dot). */
export const MAX_DOMAIN = 253;
const MAX_LINK = 2048;

/** The place of the record in the domain's name system, before the domain (RFC 8552: names with an underscore are no hosts). */
export const CLAIM_RECORD = '_gigsy-verification';
/** The path of the file that stands for the record (RFC 8615). */
export const CLAIM_FILE = '/.well-known/gigsy-verification.txt';
/** The beginning of the line that the record or file holds; the token of the person and domain follows. */
export const CLAIM_PREFIX = 'gigsy-verification=';

/** Why a look found nothing. The owner alone reads it. `other_token`: there is a line, of somebody else or of another domain. */
export const claimFaults = ['not_shown', 'other_token', 'unreachable'] as const;
export type ClaimFault = (typeof claimFaults)[number];

const checkMethodSchema = z.enum(checkMethodNames, `must be one of ${checkMethodNames.join(', ')}`);

/** A claim as its owner sees it. Times are Unix milliseconds. */
export const ownClaimSchema = z.strictObject({
  id: itemIdSchema,
  method: checkMethodSchema,
  subject: z.string(),
  /** The text to put there: the line of the record or file, or the address to link back to. Absent where the deployment cannot tell. */
  expected: z.string().optional(),
  /** True from the person's wish for a look until its outcome. */
  looking: z.boolean(),
  /** The outcome of the last look; absent before the first one, and where it was seen. */
  fault: z.enum(claimFaults).optional(),
  lookedAt: z.number().optional(),
  /** When a claim that was never seen ends; absent while its evidence is active. */
  expiresAt: z.number().optional(),
});
export type OwnClaim = z.infer<typeof ownClaimSchema>;

interface Form {
  readonly normal: (subject: string) => string | undefined;
  readonly fault: string;
}

const forms: Readonly<Record<CheckMethod, Form>> = {
  domain: { normal: normalDomain, fault: 'must be the name of a domain, such as example.org' },
  link: { normal: normalPage, fault: 'must be an http:// or https:// address' },
};

/** In ASCII (UTS 46), lower case, without a dot at the end. */
function normalDomain(subject: string): string | undefined {
  const name = subject.trim().normalize('NFC').replace(/\.$/, '');
  // The right side of an address is a domain's name. Numbers of hosts end in a digit, which no name does.
  if (!isEmail(`a@${name}`) || !URL.canParse(`https://${name}`)) return undefined;
  const { hostname } = new URL(`https://${name}`);
  return hostname.includes('.') && hostname.length <= MAX_DOMAIN ? hostname : undefined;
}

/** Without the part after #, which no host is asked for. */
function normalPage(subject: string): string | undefined {
  if (!isSafeUrl(subject.trim())) return undefined;
  const url = new URL(subject.trim());
  url.hash = '';
  return url.href.length <= MAX_LINK ? url.href : undefined;
}

/** The stored form of what is claimed; undefined for text that is no such thing. */
export function normalClaim(method: CheckMethod, subject: string): string | undefined {
  return forms[method].normal(subject);
}

/** The arguments of `trust.claims.start`, without the idempotency key. */
export const claimSchema = z
  .strictObject({
    method: checkMethodSchema,
    subject: z.string('must be text').max(MAX_LINK, `must have at most ${MAX_LINK} characters`),
  })
  .superRefine(({ method, subject }, ctx) => {
    if (normalClaim(method, subject) === undefined)
      ctx.addIssue({ code: 'custom', path: ['subject'], ...fault(forms[method].fault, 'invalid_format') });
  });
