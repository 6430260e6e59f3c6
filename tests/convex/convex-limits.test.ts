/**
 * Convex's limits (docs.convex.dev/production/state/limits) over the whole schema, with the largest data that the contract allows. The
 * data come from the contract: a new field, table or function joins by itself, and one without a bound fails.
 */
import {
  MAX_ENDORSED_SKILLS,
  MAX_EVENT,
  MAX_FAULTS,
  MAX_PORTFOLIO_BYTES,
  MAX_PORTFOLIO_RECORDS,
  MAX_RECOMMENDATION,
  MAX_REVIEW_TEXT,
  MAX_PROFILE_BYTES,
  type Role,
  SCHEMA_VERSION,
  type Sections,
  canonicalJson,
  contract,
  listFunctions,
  listSections,
  mentoringFormats,
  ownProfileSchema,
  portfolioSections,
  readPhases,
  roleSections,
  sectionNames,
  sectionsSchema,
  strengthFacts,
  strengthOf,
} from '@gigsy/schema';
import * as contractExports from '@gigsy/schema';
import { type GenericValidator, type Value, getConvexSize, getDocumentSize } from 'convex/values';
import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { itemSections, itemTables } from '../../convex/model/profile/rows.js';
import schema from '../../convex/schema.js';
import { convexValidator } from '../../convex/tables/contract.js';
import { deployment, key, person } from './deployment.ts';
import { heaviest, largest, longestMatch } from './largest.ts';
import { putPhase } from './phase.ts';

const MIB = 1 << 20;
const limits = { bytes: MIB, fields: 1024, nesting: 16, items: 8192, indexes: 32, indexFields: 16, name: 64 };
const transaction = { bytesRead: 16 * MIB, bytesWritten: 16 * MIB, documentsRead: 32_000, documentsWritten: 16_000 };
const CALL_BYTES = 16 * MIB;

/** The sections with as many of their largest items as the bound of a whole profile allows, and none left out. */
function heaviestSections(): Sections {
  const whole = largest(sectionsSchema) as Sections;
  // A format or an id may not occur twice.
  whole.mentoring.formats = [...mentoringFormats];
  const bytes = (value: unknown) => new TextEncoder().encode(canonicalJson(value)).length;
  const kept = Object.fromEntries(
    sectionNames.map((name) => [name, Array.isArray(whole[name]) ? [] : whole[name]]),
  ) as unknown as Record<string, unknown[]>;
  let left = MAX_PROFILE_BYTES - bytes(kept);
  for (const name of sectionNames) {
    const list = whole[name];
    if (!Array.isArray(list)) continue;
    for (const [at, each] of list.entries()) {
      const item = { ...each, id: String(at).padStart(each.id.length, 'x') };
      const weight = bytes(item) + 1;
      if (weight > left) break;
      left -= weight;
      kept[name]!.push(item);
    }
  }
  return kept as unknown as Sections;
}
const heavy = heaviestSections();

/** The contract's schemas by their Convex form, so that a part of a table is known for the schema that it was made of. */
const schemas = new Map<string, z.ZodType>();
const jsonOf = (validator: GenericValidator) => JSON.stringify((validator as unknown as { json: unknown }).json);
const exported = Object.values<unknown>(contractExports).filter((one) => one instanceof z.ZodObject);
for (const found of [...Object.values(listSections).map(({ item }) => item), ...exported] as z.ZodType[])
  schemas.set(jsonOf(convexValidator(found)), found);

const owner = largest(ownProfileSchema.omit({ sections: true })) as Record<string, Value>;
const { versions, settings, ...seen } = owner;
/** Parts that hold a whole profile or follow from one. The weight of the profile bounds them, and not their fields. */
const wholes: Record<string, unknown> = {
  'users.profile': { ...owner, sections: heavy, schemaVersion: SCHEMA_VERSION },
  'profileViews.body': { ...seen, ...heavy },
  'profileStrengths.strength': heaviest((Object.keys(roleSections) as Role[]).map((of) => strengthOf(of, {})) as never),
  'profileStrengths.facts': heaviest(
    (Object.keys(roleSections) as Role[]).map((of) => strengthFacts(of, heavy)) as never,
  ),
  'portfolioViews.body': 'x'.repeat(MAX_PORTFOLIO_BYTES),
  'portfolioRecords.data': 'x'.repeat(MAX_EVENT),
  'inboxEvents.data': 'x'.repeat(MAX_EVENT),
  'inboxQuarantine.faults': Array.from({ length: MAX_FAULTS }, () => {
    return { path: 'x'.repeat(60), message: 'x'.repeat(200), code: 'not_an_option' };
  }),
  // Of a call that changes a profile: the answer holds names, versions and ids.
  'idempotencyKeys.result': largest(contract.profile.edit.result.extend({ ids: z.array(z.string().max(40)).max(100) })),
};

/** Longest texts that are not of the contract, by table and field or by the field alone: hashes, ids of providers, names that the code gives. */
const texts: Record<string, number> = {
  ...{ handle: 40, handles: 40, skeleton: 80, leadsTo: 40, formerHandles: 40, reached: 40, origins: 2048 },
  ...{
    hash: 43,
    codeHash: 43,
    tokenHash: 43,
    requestHash: 43,
    profileHash: 43,
    whole: 43,
    parts: 43,
    etag: 43,
    policy: 43,
  },
  ...{ previous: 43, head: 43, commitment: 43, salt: 43, token: 32, public: 32, platform: 32, owner: 32 },
  ...{ subject: 255, user: 255, principal: 300, function: 64, action: 64, consumer: 64, table: 64, stage: 64 },
  ...{ 'purges.of': 64, 'purgeReports.purged': 64 },
  ...{ key: 100, note: 1000, displayName: 120, type: 64, day: 10, refused: 64, changed: 64, fields: 64 },
  ...{ sections: 64, keys: 64, cursor: 1000, picture: 2048, source: 2048, provided: 2048, itemId: 40 },
  ...{ 'partners.name': 200, 'partnerKeys.name': 100, 'flags.name': 100, variants: 100, off: 100 },
  ...{ language: 35, categories: 64, 'consents.controller.name': 200, contact: 200, jurisdiction: 200 },
  ...{ 'importedParts.section': 64, 'importedParts.item': 40, 'importFetches.login': 39 },
  ...{
    'webhooks.url': 2048,
    'eventSources.name': 20,
    'eventSources.label': 80,
    'eventSources.address': 500,
    secret: 50,
  },
  ...{ traceId: 32, spanId: 16, parentId: 16, 'traceSpans.name': 64, 'traceSpans.event': 64, outcome: 64 },
  ...Object.fromEntries(portfolioSections.map((section) => [`portfolios.order.${section}`, 40])),
  ...{ 'portfolioRecords.id': 22, 'portfolioRecords.record': 200, 'portfolioRecords.event': 200 },
  ...{ 'inboxEvents.id': 200, 'inboxQuarantine.id': 200, traceparent: 55, text: 16_384 },
  ...{ 'portfolioContributions.id': 16, upload: 16, digest: 44 },
  ...{ reader: 43, reference: 200, 'trustEvidence.id': 40, tokenHash: 43, 'trustEndorsementRequests.note': 500 },
  ...Object.fromEntries(
    ['trustEndorsements.shown', 'trustEndorsements.offered', 'trustEndorsementVersions.content'].flatMap((version) => [
      [`${version}.text`, MAX_RECOMMENDATION],
      [`${version}.by.name`, 120],
      [`${version}.by.headline`, 200],
      [`${version}.skills.id`, 40],
      [`${version}.skills.name`, 80],
    ]),
  ),
  ...{
    'trustEndorsements.id': 20,
    'trustEndorsementRequests.skills.id': 40,
    'trustEndorsementRequests.skills.name': 80,
  },
  ...{ 'trustVotes.shownAt.section': 40, 'trustVotes.shownAt.item': 40 },
  ...{ 'trustVotes.givenAt.section': 40, 'trustVotes.givenAt.item': 40 },
  ...{ 'trustGigs.name': 16, 'trustGigs.entry': 22, 'trustGigs.title': 200, 'trustGigs.completedOn': 10 },
  ...{ 'trustReviews.id': 16, 'trustReviews.text': MAX_REVIEW_TEXT, 'trustReviews.reply': MAX_REVIEW_TEXT },
  ...{
    reader: 43,
    reference: 200,
    'trustEvidence.id': 40,
    'trustClaims.id': 40,
    'trustClaims.subject': 2048,
    'trustSessions.url': 2048,
  },
  ...{ withheld: 64, place: 64, rule: 200, explanation: 8_000, receipt: 32, reason: 4_000 },
  ...{ 'moderationReports.contact': 254, 'moderationCases.appeal.text': 8_000, 'moderationNotes.text': 4_000 },
  ...{ 'trustCredentials.item': 40, 'trustCredentials.id': 45, 'trustCredentials.document': 16_384 },
  ...{ 'trustStatusLists.name': 32, 'trustStatusLists.signed.document': 65_536 },
  ...{ 'readDifferences.parts': 64, 'driftFindings.sections': 64 },
};
/** Most entries of lists and records that the code makes. */
const counts: Record<string, number> = {
  ...{ parts: 40, bytes: 40, sections: 40, keys: 60, changed: 60, fields: 60, pending: 25, erased: 100, edits: 40 },
  ...{ completeness: 101, timeToComplete: 100, entries: 1000, origins: 50, handles: 100, variants: 50, rules: 50 },
  ...{ withheld: 100, reasons: 8, secrets: 2, 'eventTraces.events': 100, skills: MAX_ENDORSED_SKILLS },
  ...Object.fromEntries(portfolioSections.map((section) => [`portfolios.order.${section}`, MAX_PORTFOLIO_RECORDS])),
  ...{ purged: 60, categories: 20, formerHandles: 12, changes: 200, items: 200 },
};

function boundOf(given: Record<string, number>, path: string): number {
  const field = path.split('.').at(-1)!;
  const bound = given[path] ?? given[field];
  if (bound === undefined) throw new Error(`${path} has no bound: name one that the code holds.`);
  return bound;
}

/** The largest value that a part of a table can hold. */
function largestOf(validator: GenericValidator, path: string): unknown {
  if (wholes[path] !== undefined) return wholes[path];
  const known = validator.kind === 'object' ? schemas.get(jsonOf(validator)) : undefined;
  if (known) return largest(known, path);
  switch (validator.kind) {
    case 'string':
      return '漢'.repeat(boundOf(texts, path));
    case 'id':
      return 'x'.repeat(40);
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'literal':
      return validator.value;
    case 'array':
      return Array.from({ length: boundOf(counts, path) }, () => largestOf(validator.element, path));
    case 'record':
      return Object.fromEntries(
        Array.from({ length: boundOf(counts, path) }, (_, n) => [`name${n}`, largestOf(validator.value, path)]),
      );
    case 'object':
      return Object.fromEntries(
        Object.entries(validator.fields as Record<string, GenericValidator>).map(([name, field]) => [
          name,
          largestOf(field, `${path}.${name}`),
        ]),
      );
    case 'union':
      return heaviest(validator.members.map((member) => largestOf(member, path) as never));
    case 'any':
      throw new Error(`${path} may be anything, and has no bound.`);
    default:
      return 1.5;
  }
}

const itemOfTable = new Map(itemSections.map((section) => [itemTables[section] as string, listSections[section].item]));

/** The largest document of a table. */
function documentOf(table: string, validator: GenericValidator): Record<string, Value> {
  const item = itemOfTable.get(table);
  const own = { _id: 'x'.repeat(40), _creationTime: 1.5 };
  // Sections on the profile's row are of the contract's own schemas, links are a list of such.
  if (item) return { ...own, ...(largest(item, table) as object), profileId: 'x'.repeat(40), order: 1.5 };
  const { fields } = validator as unknown as { fields?: Record<string, GenericValidator> };
  const rest = table === 'profiles' ? omitting(fields!, ['links', 'settings', 'versions']) : undefined;
  const made = rest
    ? {
        ...(largestOf({ ...validator, fields: rest } as never, table) as object),
        links: heavy.links,
        settings,
        versions,
      }
    : (largestOf(validator, table) as object);
  return { ...own, ...made };
}

function omitting<T extends object>(fields: T, names: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name))) as Partial<T>;
}

/** Each object and list in a value, with its depth. */
function* insides(value: unknown, depth = 1): Generator<[inside: object, depth: number]> {
  if (typeof value !== 'object' || value === null) return;
  yield [value, depth];
  for (const member of Object.values(value)) yield* insides(member, depth + 1);
}

const tables = Object.entries(schema.tables);

describe.each(tables)('the table %s', (table, definition) => {
  const { validator } = definition;

  test('has documents within the limits when all its fields are as large as allowed', () => {
    const document = documentOf(table, validator);
    expect(getDocumentSize(document as never)).toBeLessThan(limits.bytes);
    for (const [inside, depth] of insides(document)) {
      expect(depth).toBeLessThanOrEqual(limits.nesting);
      if (Array.isArray(inside)) expect(inside.length).toBeLessThanOrEqual(limits.items);
      else expect(Object.keys(inside).length).toBeLessThanOrEqual(limits.fields);
    }
  });

  test('has names, indexes and fields of indexes within the limits', () => {
    const indexes = definition[' indexes']();
    expect(indexes.length).toBeLessThanOrEqual(limits.indexes);
    for (const { indexDescriptor, fields } of indexes) {
      expect(indexDescriptor).toMatch(/^[A-Za-z]\w{0,63}$/);
      expect(fields.length).toBeLessThanOrEqual(limits.indexFields);
    }
    expect(table).toMatch(/^[A-Za-z]\w{0,63}$/);
    for (const name of Object.keys(documentOf(table, validator)))
      expect(name.replace(/^_(id|creationTime)$/, 'own')).toMatch(/^[A-Za-z]\w{0,63}$/);
  });
});

describe('calls', () => {
  test.each(listFunctions(contract).map(({ name, contract: declared }) => [name, declared] as const))(
    'of %s have arguments within the limit',
    (name, { args }) => {
      const size = getConvexSize(largest(args, name) as never);
      expect(size).toBeGreaterThan(0);
      expect(size).toBeLessThan(CALL_BYTES);
    },
  );

  test.each(readPhases)('of the heaviest profile stay within the limits of a transaction in %s', async (phase) => {
    const d = deployment();
    const ada = await person(d, 'ada', { sections: heavy });
    await putPhase(d, phase);
    const [skill] = heavy.skills;
    const calls = [
      [api.profile.update, { changes: { about: { text: 'Short' } }, expected: { about: 1 } }],
      [api.profile.edit, { operations: [{ op: 'remove', section: 'skills', id: skill!.id }], expected: { skills: 1 } }],
      [api.privacy.update, { changes: { about: 'owner' }, expected: 1 }],
      [api.profile.changeHandle, { handle: 'countess' }],
      [api.profile.accounts.deactivate, {}],
      [api.profile.accounts.restore, {}],
    ] as const;
    for (const [fn, args] of calls) {
      const metrics = await ada.mutation(async (ctx) => {
        const answer = await ctx.runMutation(fn as never, { ...args, idempotencyKey: key() } as never);
        expect(answer).not.toHaveProperty('refused');
        return ctx.meta.getTransactionMetrics();
      });
      for (const [measure, most] of Object.entries(transaction))
        expect(metrics[measure as keyof typeof transaction].used).toBeLessThan(most);
    }
    const own = await ada.query(api.profile.mine, {});
    expect(getConvexSize(own as never)).toBeLessThan(CALL_BYTES);
  });
});

describe('a schema without a bound', () => {
  test.each([
    ['text', z.strictObject({ name: z.string() })],
    ['text of a form of any length', z.strictObject({ name: z.string().regex(/^[a-z]+$/) })],
    ['a list', z.strictObject({ names: z.array(z.string().max(5)) })],
    ['a record', z.record(z.string().max(5), z.number())],
    ['anything', z.strictObject({ value: z.unknown() })],
  ])('is found: %s', (_, unbounded) => expect(() => largest(unbounded)).toThrow());

  test('has the length of its pattern where that is all', () => {
    const patterns = [
      '^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$',
      '^[A-Z]{2}$',
      '^(pk_[0-9a-f]{32}|sk_[0-9a-f]{16})$',
      '^a?b*$',
    ];
    expect(patterns.map(longestMatch)).toEqual([40, 2, 35, Infinity]);
  });

  test('is none of the bounds by name that no table has', () => {
    expect(() => largestOf(convexValidator(z.strictObject({ unheard: z.string() })), 'table')).toThrow(/unheard/);
  });
});
