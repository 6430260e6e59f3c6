/**
 * Public functions of the operations domain: partners, keys, flags and the cutover, for administrators; links to partners,
 * for people.
 */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { everyone, members } from '../contract/principals.ts';
import { cutoverStatusSchema, moveArgsSchema, readCohorts, readPhases } from './cutover.ts';
import {
  MAX_FLAGS,
  evaluatedFlagSchema,
  flagNameSchema,
  flagSchema,
  listedFlagSchema,
  targetingKeySchema,
} from './flags.ts';
import {
  MAX_GRACE_MS,
  MAX_KEYS,
  MAX_PER_MINUTE,
  PARTNER_PAGE,
  idSchema,
  keyKinds,
  keyNameSchema,
  keySchema,
  originsSchema,
  partnerNameSchema,
  partnerSchema,
} from './partners.ts';
import { MAX_LINKS, linkCodeSchema, partnerLinkSchema } from './sessions.ts';

const administrative = {
  callers: ['admin'],
  reveals: "Partners' names, sites and keys, to administrators. Never a secret that was shown before.",
  rate: { rate: 60, periodMs: 60_000, capacity: 60 },
} as const;

const onKeys = {
  ...administrative,
  audit: { subject: 'partner', changed: 'the keys that were made or ended' },
} as const;

/** A new key. The secret is in the first answer alone: a repeated request gets null. */
const issued = z.strictObject({ key: keySchema, secret: z.string().nullable() });

const partners = {
  create: mutation({
    ...administrative,
    audit: { subject: 'partner', changed: 'the fields that were given' },
    summary: 'Enters a partner organisation with the origins of the sites that may show its widgets.',
    args: z.strictObject({ name: partnerNameSchema, origins: originsSchema }),
    result: z.strictObject({ partner: z.string() }),
  }),
  update: mutation({
    ...administrative,
    audit: { subject: 'partner', changed: 'the fields that were given' },
    summary: "Changes a partner's name or its origins; pages on origins that are no longer there are refused at once.",
    args: z.strictObject({
      partner: idSchema,
      name: partnerNameSchema.optional(),
      origins: originsSchema.optional(),
    }),
    result: partnerSchema,
    errors: ['not_found'],
  }),
  list: query({
    callers: administrative.callers,
    reveals: administrative.reveals,
    summary: `Partners, newest first, ${PARTNER_PAGE} at a time: give the last one's createdAt as \`before\` for the next.`,
    args: z.strictObject({ before: z.number('must be a time in Unix milliseconds').optional() }),
    result: z.array(partnerSchema),
  }),
};

const keys = {
  issue: mutation({
    ...onKeys,
    summary: `Issues a key to a partner, which may hold ${MAX_KEYS}. A secret is shown in this answer and never again.`,
    args: z.strictObject({
      partner: idSchema,
      kind: z.enum(keyKinds, 'must be publishable or secret'),
      perMinute: z.int('must be a whole number').min(1).max(MAX_PER_MINUTE).optional(),
    }),
    result: issued,
    errors: ['not_found', 'too_large'],
    shownOnce: ['secret'],
  }),
  list: query({
    callers: administrative.callers,
    reveals: administrative.reveals,
    summary: "A partner's keys, oldest first.",
    args: z.strictObject({ partner: idSchema }),
    result: z.array(keySchema),
    errors: ['not_found'],
  }),
  rotate: mutation({
    ...onKeys,
    summary:
      'Replaces a key by a new one of the same kind and quota. The old one works for `graceMs` more, then no longer.',
    args: z.strictObject({
      key: keyNameSchema,
      graceMs: z.int('must be a whole number').min(0).max(MAX_GRACE_MS),
    }),
    result: issued,
    errors: ['not_found', 'too_large'],
    shownOnce: ['secret'],
  }),
  revoke: mutation({
    ...onKeys,
    summary: 'Ends a key, and every session minted with it, at once.',
    args: z.strictObject({ key: keyNameSchema }),
    result: z.strictObject({ key: z.string() }),
    errors: ['not_found'],
  }),
};

const personal = {
  callers: members,
  rate: { rate: 20, periodMs: 60_000, capacity: 20 },
  audit: { subject: 'partner', changed: 'nothing: the row names the partner and the person' },
} as const;

const links = {
  preview: query({
    callers: members,
    summary:
      'The partner that asks to be linked by this code, to be shown before the person answers; null when the code is unknown, used or over.',
    args: z.strictObject({ code: linkCodeSchema }),
    result: z.strictObject({ name: z.string(), origins: z.array(z.string()) }).nullable(),
    reveals: "The partner's name and sites.",
  }),
  create: mutation({
    ...personal,
    summary: `Allows the partner that made the code to name the caller in its embed sessions. A person may have ${MAX_LINKS} links.`,
    args: z.strictObject({ code: linkCodeSchema }),
    result: partnerLinkSchema,
    errors: ['not_found', 'too_large'],
    reveals: "The partner's name and sites.",
  }),
  list: query({
    callers: members,
    summary: "The caller's links: which partners may name them, and as whom.",
    args: z.strictObject({}),
    result: z.array(partnerLinkSchema),
    reveals: "Nothing about others; names and sites of the caller's partners.",
  }),
  revoke: mutation({
    ...personal,
    summary: "Ends one of the caller's links, and every session that the partner has opened by it, at once.",
    args: z.strictObject({ link: idSchema }),
    result: z.strictObject({ link: z.string() }),
    errors: ['not_found'],
    reveals: 'Nothing about others.',
  }),
};

const steering = {
  callers: ['admin'],
  rate: { rate: 60, periodMs: 60_000, capacity: 60 },
} as const;

const onFlags = {
  ...steering,
  audit: { subject: 'flag', changed: 'the fields that differ' },
  reveals: 'Nothing about others.',
} as const;

/** The version that was read; 0 for a flag that is not there yet. */
const expected = z.int('must be a whole number').min(0);

const flags = {
  list: query({
    callers: steering.callers,
    summary: `All flags, by name: at most ${MAX_FLAGS}. Those that begin with a domain are the product's own.`,
    args: z.strictObject({}),
    result: z.array(listedFlagSchema),
    reveals: 'The handles and accounts that administrators named in rules.',
  }),
  set: mutation({
    ...onFlags,
    summary: 'Makes a flag, or changes it whole from the version that was read. `enabled: false` is its kill switch.',
    args: z.strictObject({ flag: flagSchema, expected }),
    result: z.strictObject({ name: z.string(), version: z.number() }),
    errors: ['version_conflict', 'too_large'],
  }),
  remove: mutation({
    ...onFlags,
    audit: { subject: 'flag', changed: 'the name of the flag' },
    summary: 'Removes a flag. Clients then get the default value in their own code.',
    args: z.strictObject({ name: flagNameSchema, expected }),
    result: z.strictObject({ name: z.string() }),
    errors: ['not_found', 'version_conflict'],
  }),
  evaluate: query({
    callers: everyone,
    summary:
      'The variants that the caller gets of all exposed flags. A person with an account is targeted by it; everybody else by `targetingKey` alone.',
    args: z.strictObject({ targetingKey: targetingKeySchema.optional() }),
    result: z.array(evaluatedFlagSchema),
    reveals: 'Nothing about others: rules on other people cannot be told from rules that are not there.',
  }),
};

const cutover = {
  status: query({
    callers: steering.callers,
    summary: `How far profile reads have moved from the snapshot to the rows, for each of the cohorts ${readCohorts.join(', ')}, and what stands against the next step.`,
    args: z.strictObject({}),
    result: cutoverStatusSchema,
    reveals: 'How many profiles a cohort has, hidden ones included, and names of the parts that differ; no content.',
  }),
  move: mutation({
    ...steering,
    audit: { subject: 'flag', changed: 'the cohort and its phase' },
    summary: `Moves a cohort one phase forward or any number back (${readPhases.join(', ')}). A step forward is refused while its proof is missing; nothing leads back from the last phase.`,
    args: moveArgsSchema,
    result: z.strictObject({ cohort: z.enum(readCohorts), phase: z.enum(readPhases) }),
    errors: ['version_conflict', 'not_ready'],
    reveals: 'Nothing about others.',
  }),
};

export const operationsContract = { partners, keys, links, flags, cutover };
