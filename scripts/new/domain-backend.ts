/** Writes a new domain's files in convex: tables, model and functions, with their test. */
import { pascalCase } from '../elements/descriptors.ts';

export function backendFiles(domain: string): Record<string, string> {
  return {
    [`convex/tables/${domain}.ts`]: tables(domain),
    [`convex/model/${domain}/views.ts`]: views(domain),
    [`convex/model/${domain}/read.ts`]: read(domain),
    [`convex/model/${domain}/write.ts`]: write(domain),
    [`convex/${domain}.ts`]: functions(domain),
    [`tests/convex/${domain}.test.ts`]: test(domain),
  };
}

function tables(domain: string): string {
  const view = `${pascalCase(domain)}View`;
  return `/** The ${domain} domain's tables. model/${domain}/write.ts writes them, and nothing else does. */
import { type ${view}, ${domain}ViewSchema } from '@gigsy/schema';
import { defineTable } from 'convex/server';
import { v } from 'convex/values';
import { viewTable } from './privacy.js';

export const ${domain}Tables = {
  /** One row an item. */
  ${domain}Items: defineTable({ profileId: v.id('profiles'), title: v.string() }).index('by_profile', ['profileId']),

  /** The part of a person's items that an audience sees. */
  ${domain}Views: viewTable<${view}>(${domain}ViewSchema),
};
`;
}

function views(domain: string): string {
  const view = `${pascalCase(domain)}View`;
  return `/** The read model of the ${domain} domain. */
import { type Governing, MAX_${domain.toUpperCase()}_ITEMS, type ${view}, ${domain}Rows, ${domain}ViewSchema, project } from '@gigsy/schema';
import type { Doc } from '../../_generated/dataModel.js';
import { type ViewSubject, defineReadModel } from '../privacy/readModel.js';
import { findGoverning, handlesAfter } from '../profile/rows.js';

interface Viewed extends ViewSubject, Required<Governing> {
  handle: string;
  items: Doc<'${domain}Items'>[];
}

export const ${domain}Views = defineReadModel<Viewed, ${view}>({
  table: '${domain}Views',
  shape: ${domain}ViewSchema,
  rows: ${domain}Rows,
  projection: 1,
  handlesAfter,
  async load(ctx, handle) {
    const governing = await findGoverning(ctx, handle);
    if (!governing) return null;
    const items = await ctx.db
      .query('${domain}Items')
      .withIndex('by_profile', (range) => range.eq('profileId', governing.profileId))
      .take(MAX_${domain.toUpperCase()}_ITEMS);
    return { ...governing, items };
  },
  document({ items, ...governing }) {
    return { ...governing, sections: { ${domain}: items.map(({ _id: id, title }) => ({ id, title })) } };
  },
  project(document, audience, rows) {
    const shown = project(document, audience, rows);
    return shown && { handle: document.handle, ...(shown.${domain} ? { items: shown.${domain} as ${view}['items'] } : {}) };
  },
});
`;
}

function read(domain: string): string {
  const view = `${pascalCase(domain)}View`;
  return `/** Reads of the ${domain} domain: a stored view for the public and members, the whole for its owner. */
import type { ${view} } from '@gigsy/schema';
import type { QueryCtx } from '../../_generated/server.js';
import { type Principal, isMember } from '../contract/principal.js';
import { findView, projected } from '../privacy/views.js';
import { ${domain}Views } from './views.js';

/** The part that \`principal\` may see under \`handle\`; null if they may see nothing. */
export async function viewFor(ctx: QueryCtx, principal: Principal, handle: string): Promise<${view} | null> {
  if (isMember(principal) && principal.account.handle === handle) {
    const subject = await ${domain}Views.load(ctx, handle);
    return subject && projected(${domain}Views, subject, 'owner');
  }
  const asMember = isMember(principal) || (principal.kind === 'viewer' && principal.shown.includes(handle));
  return (await findView(ctx, ${domain}Views, handle, asMember ? 'platform' : 'public'))?.body ?? null;
}
`;
}

function write(domain: string): string {
  return `/** The one way to write the ${domain} domain: the row, the views and the event in one mutation. */
import { MAX_${domain.toUpperCase()}_ITEMS } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { type Principal, isMember } from '../contract/principal.js';
import { appendEvent } from '../events/log.js';
import { writeViews } from '../privacy/views.js';
import { ${domain}Views } from './views.js';

export async function addItem(
  ctx: MutationCtx,
  principal: Principal,
  title: string,
): Promise<{ profileId: Id<'profiles'>; items: number }> {
  const handle = isMember(principal) ? principal.account.handle : undefined;
  const held = handle === undefined ? null : await ${domain}Views.load(ctx, handle);
  if (!held) throw refusal('not_found', 'You have no profile yet; create one first.');
  if (held.items.length >= MAX_${domain.toUpperCase()}_ITEMS)
    throw refusal('too_large', \`There are \${held.items.length} items already; remove one first.\`);
  const { profileId } = held;
  const id = await ctx.db.insert('${domain}Items', { profileId, title });
  await writeViews(ctx, ${domain}Views, (await ${domain}Views.load(ctx, held.handle))!);
  await appendEvent(ctx, '${domain}.added', profileId, { items: [id] });
  return { profileId, items: held.items.length + 1 };
}
`;
}

function functions(domain: string): string {
  return `/** Public functions of the ${domain} domain. */
import { contract } from '@gigsy/schema';
import { implementMutation, implementQuery } from './model/door/implement.js';
import { viewFor } from './model/${domain}/read.js';
import { addItem } from './model/${domain}/write.js';

export const get = implementQuery(contract.${domain}.get, (ctx, { principal, args: { handle } }) =>
  viewFor(ctx, principal, handle),
);

export const add = implementMutation(contract.${domain}.add, async (ctx, { principal, args: { title } }) => {
  const { profileId, items } = await addItem(ctx, principal, title);
  return { answer: { items }, audit: { subject: profileId, changed: ['${domain}'] } };
});
`;
}

function test(domain: string): string {
  return `/** The ${domain} domain: its audiences see new items, and an event names them. */
import { beforeEach, expect, test } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, deployment, key, person } from './deployment.ts';

let d: Deployment;
let ada: Caller;
beforeEach(async () => {
  d = deployment();
  ada = await person(d, 'ada', { role: 'mentor' });
});

const add = (title: string) => ada.mutation(api.${domain}.add, { title, idempotencyKey: key() });
const seen = (by: Pick<Caller, 'query'> = d.t) => by.query(api.${domain}.get, { handle: 'ada' });

test('an item is seen by everybody whom its owner admits', async () => {
  expect(await add('Notes')).toEqual({ items: 1 });
  const whole = { handle: 'ada', items: [{ id: expect.any(String), title: 'Notes' }] };
  expect([await seen(), await seen(ada)]).toEqual([whole, whole]);
  const changes = { ${domain}: 'owner' as const };
  await ada.mutation(api.privacy.update, { changes, expected: 1, idempotencyKey: key() });
  expect([await seen(), await seen(ada)]).toEqual([{ handle: 'ada' }, whole]);
});

test('a hidden ${domain} and an unknown person look alike', async () => {
  await add('Notes');
  const changes = { profile: 'owner' as const };
  await ada.mutation(api.privacy.update, { changes, expected: 1, idempotencyKey: key() });
  expect(await seen()).toBe(null);
  expect(await d.t.query(api.${domain}.get, { handle: 'nobody' })).toBe(null);
});

test('an event tells of it, without its title', async () => {
  await add('Notes');
  const [item] = (await seen())!.items!;
  const events = await d.t.run((ctx) => ctx.db.query('events').collect());
  expect(events.at(-1)).toMatchObject({ type: '${domain}.added', data: { items: [item!.id] } });
  expect(JSON.stringify(events.map(({ data }) => data))).not.toContain('Notes');
});
`;
}
