/**
 * Random edits through the public functions, compared with a plain model after each: rows, snapshot, views, removed items
 * and versions. Some calls come with stale versions, some at the same time, some again under their key or under another
 * call's key.
 */
import { type OwnProfile, projectProfile, sharedAudiences, upcastProfile } from '@gigsy/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { hashesOf } from '../../convex/model/profile/hashes.js';
import { itemTables } from '../../convex/model/profile/rows.js';
import { type Caller, type Deployment, deployment, key, person, refusalOf } from './deployment.ts';
import { withoutLeases } from './leased.ts';
import { Model, type Step, lists, sorted } from './edit-model.ts';

const fieldsOf: Record<string, Record<string, fc.Arbitrary<unknown>>> = {
  identity: { headline: optional('One', 'Two'), displayName: fc.constantFrom('Ada', 'Countess') },
  about: { text: optional('Some', 'More') },
  skills: { name: fc.constantFrom('Glass', 'Brass'), level: optional(1, 5), keywords: optional(['x'], ['x', 'y'], []) },
  awards: { title: fc.constantFrom('First', 'Second'), date: optional('2024', '2024-05') },
  languages: { name: fc.constantFrom('Welsh', 'Greek'), level: optional('B2', 'native') },
  links: { label: fc.constantFrom('Site', 'Blog'), url: fc.constantFrom('https://a.example', 'https://b.example') },
};
const required: Record<string, string> = { skills: 'name', awards: 'title', languages: 'name', links: 'label' };

/** A value, or null, which takes the field away. */
function optional(...values: unknown[]): fc.Arbitrary<unknown> {
  return fc.constantFrom(null, ...values);
}

const ids = 'abcdefgh'.split('');

/** A step, and whether it is aimed at something that it can be done to. */
type Drawn = Step & { aimed: boolean };

function stepOn(section: string): fc.Arbitrary<Drawn> {
  const ops = section in lists ? (['add', 'add', 'change', 'remove', 'move', 'restore'] as const) : (['set'] as const);
  return fc.record({
    op: fc.constantFrom(...ops),
    section: fc.constant(section),
    id: fc.constantFrom(...ids),
    at: fc.option(fc.nat(5), { nil: undefined }),
    fields: fc.record(fieldsOf[section]!, { requiredKeys: [] }),
    ids: fc.uniqueArray(fc.constantFrom(...ids)),
    aimed: fc.nat(19).map((chance) => chance > 0),
  });
}

const anyStep = fc.constantFrom(...Object.keys(fieldsOf)).chain(stepOn);
interface Call {
  steps: Drawn[];
  /** A whole list given to profile.update, instead of steps. */
  replaces: boolean;
  stale: boolean;
  /** `again`: the same call under the same key. `other`: the key of an earlier call. */
  keyed: 'fresh' | 'again' | 'other';
  /** Sent together with the next call, from the same versions. */
  together: boolean;
}
const anyCall: fc.Arbitrary<Call> = fc.record({
  steps: fc.array(anyStep, { minLength: 1, maxLength: 6 }),
  replaces: fc.nat(4).map((chance) => chance === 0),
  stale: fc.nat(9).map((chance) => chance === 0),
  keyed: fc.nat(9).map((chance) => (chance < 7 ? 'fresh' : chance < 9 ? 'again' : 'other')),
  together: fc.nat(3).map((chance) => chance === 0),
});

interface Request {
  name: 'edit' | 'update';
  args: Record<string, unknown>;
  steps: Step[];
  expected: Record<string, number>;
}

/** The request of a call that has read these versions. */
function requestOf({ steps: drawn, replaces, stale }: Call, versions: Record<string, number>, model: Model): Request {
  const first = drawn[0]!;
  const replaced = replaces && first.section in lists;
  const whole = replaced ? [completed({ ...first, op: 'replace' })] : aimed(drawn, model).map(completed);
  const sections = [...new Set(whole.map(({ section }) => section))];
  const expected = Object.fromEntries(sections.map((name) => [name, versions[name]! - (stale ? 1 : 0)]));
  const args = replaced
    ? { changes: { [first.section]: first.ids.map((id) => ({ ...given(whole[0]!), id })) }, expected }
    : { operations: whole.map(operationOf), expected };
  return { name: replaced ? 'update' : 'edit', args, steps: whole, expected };
}

/** Steps with ids and places that are there, except for those that are to miss. */
function aimed(drawn: Drawn[], model: Model): Step[] {
  const now = Object.fromEntries(Object.keys(lists).map((name) => [name, model.items[name]!.map(({ id }) => id)]));
  return drawn.map(({ aimed: hits, ...step }) => {
    const list = now[step.section];
    if (!hits || !list) return step;
    const gone = model.removed.filter((one) => one.section === step.section).map(({ item }) => item.id);
    const free = ids.filter((id) => !list.includes(id));
    const choices = { add: free, restore: gone.filter((id) => !list.includes(id)), set: [], replace: [] };
    const some = choices[step.op as 'add'] ?? list;
    const op = some.length > 0 ? step.op : 'add';
    const choice = some.length > 0 ? some : free;
    const id = choice[ids.indexOf(step.id) % choice.length] ?? step.id;
    const at = step.at && step.at % (list.length + (op === 'add' ? 1 : 0));
    if (op === 'add' || op === 'restore') list.push(id);
    if (op === 'remove') list.splice(list.indexOf(id), 1);
    return { ...step, op, id, at };
  });
}

/** An item has all that it must have; a place is given where one is needed. */
function completed(step: Step): Step {
  const { op, section } = step;
  if (op === 'move') return { ...step, at: step.at ?? 0 };
  if (op !== 'add' && op !== 'replace') return step;
  const must = section === 'links' ? { url: 'https://a.example' } : {};
  return { ...step, fields: { [required[section]!]: 'Given', ...must, ...step.fields } };
}

/** An item is given without fields that are null. */
function given({ fields }: Step): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function operationOf(step: Step): Record<string, unknown> {
  const { op, section, id, at, fields } = step;
  switch (op) {
    case 'set':
      return { op, section, fields };
    case 'add':
      return { op, section, item: { ...given(step), id }, ...(at !== undefined && { at }) };
    case 'change':
      return { op, section, id, fields };
    case 'move':
      return { op, section, id, to: at };
    default:
      return { op, section, id };
  }
}

interface World {
  d: Deployment;
  ada: Caller;
  member: Caller;
  model: Model;
  /** Requests that were answered, by function and key. */
  answered: Map<string, { request: Request; answer: unknown }>;
}

async function world(): Promise<World> {
  const d = deployment();
  await withoutLeases(d);
  const [ada, member] = [await person(d, 'ada'), await person(d, 'member')];
  const mine = (await ada.query(api.profile.mine, {}))!;
  const { identity, about } = mine.sections;
  const objects = { identity: { ...identity }, about: { ...about } };
  return { d, ada, member, model: new Model(objects, { ...mine.versions }), answered: new Map() };
}

function send({ ada }: World, { name, args }: Request, idempotencyKey: string): Promise<unknown> {
  return ada.mutation(api.profile[name], { ...args, idempotencyKey } as never);
}

/** The answer, or the code of the refusal. */
async function outcomeOf(call: Promise<unknown>): Promise<{ answer?: unknown; code?: string }> {
  return call.then(
    (answer) => ({ answer }),
    async () => ({ code: (await refusalOf(call)).code }),
  );
}

/** Holds an outcome to the model, which follows. */
function check(
  at: World,
  request: Request,
  idempotencyKey: string,
  outcome: { answer?: unknown; code?: string },
): void {
  const scope = `${request.name} ${idempotencyKey}`;
  const kept = at.answered.get(scope);
  if (kept) {
    const same = sorted(kept.request.args) === sorted(request.args);
    expect(outcome).toEqual(same ? { answer: kept.answer } : { code: 'idempotency_mismatch' });
    return;
  }
  const code = at.model.apply(request.steps, request.expected);
  expect(outcome.code).toBe(code);
  if (code !== undefined) return;
  expect(outcome.answer).toMatchObject({ handle: 'ada', versions: at.model.versions });
  at.answered.set(scope, { request, answer: outcome.answer });
}

async function agree({ d, ada, member, model }: World): Promise<void> {
  const mine = (await ada.query(api.profile.mine, {}))!;
  const sections = { ...mine.sections, ...model.objects, ...model.items } as OwnProfile['sections'];
  expect(mine).toEqual({ ...mine, sections, versions: model.versions });
  const stored = await d.t.run(async (ctx) => {
    const profiles = await ctx.db.query('profiles').collect();
    const { _id, userId, links } = profiles.find(({ handle }) => handle === 'ada')!;
    const rows: Record<string, unknown[]> = { links };
    for (const [section, table] of Object.entries(itemTables)) {
      const all = await ctx.db.query(table).collect();
      const own = all.filter(({ profileId }) => profileId === _id).sort((a, b) => a.order - b.order);
      rows[section] = own.map(({ _id: _, _creationTime, profileId, order, ...item }) => item);
    }
    return { rows, user: (await ctx.db.get('users', userId))! };
  });
  for (const section of Object.keys(lists)) expect(stored.rows[section]).toEqual(model.items[section]);
  expect(stored.user.profile).toMatchObject(mine);
  expect(stored.user.hashes).toEqual(await hashesOf(upcastProfile(stored.user.profile)));
  for (const audience of sharedAudiences) {
    const viewer = audience === 'public' ? (d.t as unknown as Caller) : member;
    expect(await viewer.query(api.profile.get, { handle: 'ada' })).toEqual(projectProfile(mine, audience));
  }
  const removed = await ada.query(api.profile.removed, {});
  expect(removed.map(({ section, item }) => ({ section, item }))).toEqual(model.removed);
}

/** How many calls of each outcome there were, so that the test cannot pass by refusals alone. */
const seen = new Map<string, number>();

test('edits of every kind, stale, repeated and at the same time, leave what a plain model has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCall, { minLength: 4, maxLength: 10 }), async (calls) => {
      const at = await world();
      let last: { request: Request; idempotencyKey: string } | undefined;
      for (let index = 0; index < calls.length; index += 1) {
        const group = calls[index]!.together ? calls.slice(index, index + 2) : [calls[index]!];
        index += group.length - 1;
        const versions = { ...at.model.versions };
        const requests = group.map((call) => {
          const fresh = { request: requestOf(call, versions, at.model), idempotencyKey: key() };
          if (!last || call.keyed === 'fresh') return fresh;
          return call.keyed === 'again' ? last : { ...fresh, idempotencyKey: last.idempotencyKey };
        });
        const outcomes = await Promise.all(
          requests.map(({ request, idempotencyKey }) => outcomeOf(send(at, request, idempotencyKey))),
        );
        for (const [place, { request, idempotencyKey }] of requests.entries()) {
          const { code = at.answered.has(`${request.name} ${idempotencyKey}`) ? 'repeated' : 'written' } =
            outcomes[place]!;
          seen.set(code, (seen.get(code) ?? 0) + 1);
          check(at, request, idempotencyKey, outcomes[place]!);
        }
        last = requests.at(-1);
        await agree(at);
      }
    }),
    { numRuns: 60 },
  );
  const kinds = ['written', 'repeated', 'version_conflict', 'invalid_argument', 'idempotency_mismatch'];
  expect(kinds.filter((kind) => (seen.get(kind) ?? 0) < 5)).toEqual([]);
}, 240_000);
