/**
 * Events that course providers, marketplaces and badge issuers send for portfolios. A correction carries the whole record as
 * it is now, and a revocation names the record, so that the latest by `time` says all. Amounts of money have no place here.
 */
import * as z from 'zod';
import { fault } from '../contract/field-code.ts';
import { line, link, partialDate, prose, resourceUrl } from '../contract/text.ts';
import type { InboundContracts } from '../events/inbound.ts';
import { personNamed } from '../events/inbox.ts';

/** An id that the sender gives: 1 to 200 characters of one line. */
const foreignId = line(200);

function list<T extends z.ZodType>(item: T, most: number) {
  return z
    .array(item, 'must be a list')
    .max(most, `must have at most ${most} entries`)
    .refine((items) => new Set(items).size === items.length, fault('must not name an entry twice', 'not_unique'));
}

const organisation = z.strictObject({ id: foreignId.optional(), name: line(200), url: link.optional() });

/**
 * `person`: who had the gig done, as subjects of events name people, if they have an account. Both may then review each other. It is
 * shown to nobody.
 */
const client = organisation.extend({
  person: z
    .string('must be text')
    .refine((text) => personNamed(text) !== undefined, fault('must be handle: or user: and a name', 'invalid_format'))
    .optional(),
});

/** Fields of every record. Its own id is the same through all corrections. */
const record = {
  record: foreignId,
  skills: list(line(80), 50).optional(),
  evidence: list(link, 20).optional(),
};

export const courseRecordSchema = z.strictObject({
  ...record,
  course: z.strictObject({ id: foreignId, name: line(200), url: link.optional() }),
  issuer: organisation,
  completedOn: partialDate,
  expiresOn: partialDate.optional(),
  credential: z.strictObject({ id: foreignId, url: link.optional() }).optional(),
});

export const gigRecordSchema = z.strictObject({
  ...record,
  gig: z.strictObject({ id: foreignId, title: line(200), url: link.optional() }),
  issuer: organisation,
  client: client.optional(),
  startedOn: partialDate.optional(),
  completedOn: partialDate,
  summary: prose(2000).optional(),
});

export const badgeRecordSchema = z.strictObject({
  ...record,
  badge: z.strictObject({
    id: foreignId,
    name: line(200),
    description: prose(1000).optional(),
    criteria: link.optional(),
    image: resourceUrl.optional(),
  }),
  issuer: organisation,
  awardedOn: partialDate,
  expiresOn: partialDate.optional(),
});

/** The data of an event that tells of a record, and not of its end. */
export type PortfolioRecord =
  z.infer<typeof courseRecordSchema> | z.infer<typeof gigRecordSchema> | z.infer<typeof badgeRecordSchema>;

const revocation = z.strictObject({ record: foreignId, reason: line(200).optional() });

export const portfolioInbound = {
  'course.completed': { summary: 'A person completed a course.', versions: [{ data: courseRecordSchema }] },
  'course.corrected': {
    summary: 'A completed course was recorded wrongly; the data are the whole record as it is now.',
    versions: [{ data: courseRecordSchema }],
  },
  'course.revoked': { summary: 'A completed course counts no longer.', versions: [{ data: revocation }] },
  'gig.completed': { summary: 'A person completed a gig.', versions: [{ data: gigRecordSchema }] },
  'gig.corrected': {
    summary: 'A completed gig was recorded wrongly; the data are the whole record as it is now.',
    versions: [{ data: gigRecordSchema }],
  },
  'gig.revoked': { summary: 'A completed gig counts no longer.', versions: [{ data: revocation }] },
  'badge.awarded': { summary: 'A person was awarded a badge.', versions: [{ data: badgeRecordSchema }] },
  'badge.corrected': {
    summary: 'An awarded badge was recorded wrongly; the data are the whole record as it is now.',
    versions: [{ data: badgeRecordSchema }],
  },
  'badge.revoked': { summary: 'An awarded badge counts no longer.', versions: [{ data: revocation }] },
} as const satisfies InboundContracts;

export type PortfolioInboundType = keyof typeof portfolioInbound;
