/**
 * Writes a new domain's files in packages/schema: documents, rows of the privacy matrix, classes of retention, events, contract and samples.
 */
import { pascalCase } from '../elements/descriptors.ts';

export function schemaFiles(domain: string): Record<string, string> {
  const folder = `packages/schema/src/${domain}`;
  return {
    [`${folder}/index.ts`]: index(domain),
    [`${folder}/document.ts`]: document(domain),
    [`${folder}/matrix.ts`]: matrix(domain),
    [`${folder}/retention.ts`]: retention(domain),
    [`${folder}/events.ts`]: events(domain),
    [`${folder}/contract.ts`]: contract(domain),
    [`${folder}/samples.ts`]: samples(domain),
  };
}

/** The index of the new files. */
export const INDEX_LINES = `export * from './contract.ts';
export * from './document.ts';
export * from './events.ts';
export * from './matrix.ts';
`;

function index(domain: string): string {
  return `/** The ${domain} domain's part of the contract. */\n${INDEX_LINES}`;
}

function document(domain: string): string {
  const name = pascalCase(domain);
  return `/** The content of a person's ${domain}, and its views. */
import * as z from 'zod';
import { handleSchema, line } from '../contract/text.ts';

/** Most items of one person: a view of them stays far below what a document may weigh. */
export const MAX_${domain.toUpperCase()}_ITEMS = 100;

export const ${domain}TitleSchema = line(120);

export const ${domain}ViewSchema = z.strictObject({
  handle: handleSchema,
  items: z.array(z.strictObject({ id: z.string(), title: z.string() })).optional(),
});
export type ${name}View = z.infer<typeof ${domain}ViewSchema>;
`;
}

function matrix(domain: string): string {
  return `/** The rows of the privacy matrix that govern the ${domain} domain. */
import { row } from '../privacy/row.ts';

export const ${domain}Matrix = {
  ${domain}: row(['platform', 'public', 'public', 'owner', 'owner'], 'public', 'Written by the owner to be shown.', { basis: 'contract', kept: ['${domain}Items'] }),
};

/** The rows that govern a view. */
export const ${domain}Rows: ReadonlySet<string> = new Set(Object.keys(${domain}Matrix));
`;
}

function retention(domain: string): string {
  return `/** The ${domain} domain's classes of stored data, and how long each is kept. */
import type { RetentionClass } from '../contract/retention.ts';

export const ${domain}Retention = {
  ${domain}Items: {
    tables: ['${domain}Items'],
    holds: "Items of the person's ${domain}.",
    periodMs: null,
    from: 'when the person adds them',
    end: 'erasure',
    held: true,
    basis: 'contract',
    reason: 'The person wants them to be seen.',
  },
  ${domain}Views: {
    tables: ['${domain}Views'],
    holds: 'Copies of the items, one for each audience.',
    periodMs: null,
    from: 'when the items change',
    end: 'cascade',
    held: false,
    basis: 'contract',
    reason: 'A read is one document.',
  },
} as const satisfies Record<string, RetentionClass>;
`;
}

function events(domain: string): string {
  return `/** Events of the ${domain} domain. */
import * as z from 'zod';
import type { EventContracts } from '../events/define.ts';

export const ${domain}Events = {
  '${domain}.added': {
    summary: 'A person added items; \`items\` are their ids.',
    subject: 'profile',
    version: 1,
    data: z.strictObject({ items: z.array(z.string()).max(100) }),
  },
} as const satisfies EventContracts;
`;
}

function contract(domain: string): string {
  return `/** Public functions of the ${domain} domain. */
import * as z from 'zod';
import { query } from '../contract/define.ts';
import { mutation } from '../contract/mutation.ts';
import { everyone, members } from '../contract/principals.ts';
import { handleSchema } from '../contract/text.ts';
import { ${domain}TitleSchema, ${domain}ViewSchema } from './document.ts';

export const ${domain}Contract = {
  get: query({
    summary: "A person's ${domain} as the caller may see it; null when there is none for this caller, whether hidden or unknown.",
    args: z.strictObject({ handle: handleSchema }),
    result: ${domain}ViewSchema.nullable(),
    http: { batch: 100 },
    callers: everyone,
    reveals: "The view of the ${domain} that the caller's audience has; to its owner everything.",
  }),
  add: mutation({
    summary: "Adds an item to the caller's own ${domain}; answers how many there are now.",
    args: z.strictObject({ title: ${domain}TitleSchema }),
    result: z.strictObject({ items: z.number() }),
    errors: ['not_found', 'too_large'],
    callers: members,
    reveals: 'Nothing about others.',
    rate: { rate: 60, periodMs: 60_000, capacity: 60 },
    audit: { subject: 'profile', changed: '\`${domain}\`' },
  }),
};
`;
}

function samples(domain: string): string {
  return `/** Samples of the ${domain} domain's functions. */
import type { FunctionSamples } from '../contract/samples.ts';
import type { ${domain}Contract } from './contract.ts';

export const ${domain}Samples: FunctionSamples<typeof ${domain}Contract> = {
  get: ({ handle }) => ({ handle }),
  add: () => ({ title: 'Notes on the engine' }),
};
`;
}
