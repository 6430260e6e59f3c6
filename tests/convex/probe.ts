/**
 * Everything that a viewer can obtain of a person: the answer of every function and route of the contract to every kind
 * of caller of the viewer's class, refusals included, with the work that each cost. Two worlds that differ only in
 * fields that the viewer may not see must give the same text.
 */
import { contract, listFunctions, listRoutes, routes, type SharedAudience } from '@gigsy/schema';
import { makeFunctionReference } from 'convex/server';
import { vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, SITE, deployment, key, person, photosTaken } from './deployment.ts';
import { ORIGIN, asViewer, linked, partnerOf, session } from './partner.ts';
import { type SampleRequest, type SampleSubject, nothingKnown } from '../../packages/schema/src/contract/samples.ts';
import { functionSamples, routeSamples } from '../../packages/schema/src/samples.ts';

export interface World {
  d: Deployment;
  callers: Record<SharedAudience, Record<string, Caller>>;
  /** The viewers' keys and sessions, made before the person. */
  held: Omit<SampleSubject, 'handle' | 'photos' | 'etag' | 'link' | 'lease' | 'given'>;
}

/**
 * A deployment with viewers of both classes and a partner. Made before the person, so that it does not depend on them.
 */
export async function world(): Promise<World> {
  sameChance();
  const d = deployment();
  const partner = await partnerOf(d);
  const { secret } = await partner.issue('secret');
  const viewer = await person(d, 'viewer');
  await linked(partner, secret, viewer, 'u-viewer');
  const spent = (await partner.issue('publishable', 1)).name;
  await d.t.fetch(`/v1/profiles/viewer?key=${spent}`, { headers: { Origin: ORIGIN } });
  // So that both ways are among the paths: members read by leases, and administrators as before there were any.
  await d.t.mutation(internal.privacy.leases.setCohort, { cohort: 'staff', required: false });
  return {
    d,
    callers: {
      public: {
        anonymous: d.t as unknown as Caller,
        newcomer: d.as('user_new'),
        organisation: asViewer(d, await session(partner, secret, 'organisation')),
      },
      platform: {
        member: viewer,
        administrator: partner.admin,
        named: asViewer(d, await session(partner, secret, { user: 'u-viewer' }, ['ada'])),
      },
    },
    held: {
      ...nothingKnown,
      site: SITE,
      origin: ORIGIN,
      partner: partner.partner,
      publishable: (await partner.issue('publishable')).name,
      spent,
      secret,
    },
  };
}

/** A present viewer's memory: addresses of pictures and the entity tag. */
export async function remembered(
  { d, callers }: World,
  audience: SharedAudience,
  handle: string,
): Promise<Pick<SampleSubject, 'photos' | 'etag'>> {
  const views = await Promise.all(
    [d.t as unknown as Caller, ...(audience === 'platform' ? [callers.platform.administrator!] : [])].map((caller) =>
      caller.query(api.profile.get, { handle }),
    ),
  );
  return {
    photos: views.flatMap((view) => view?.identity?.avatarUrl ?? []).map((address) => address.replace(SITE, '')),
    etag: (await d.t.fetch(`/v1/profiles/${handle}`)).headers.get('etag') ?? '"none"',
  };
}

/** The viewer holds a lease on every field of a profile, by a row: `privacy.access.open` would name those of the moment. */
export function leasedTo(
  { d }: World,
  subjects: { viewer: string; owner: string },
  fields: string[],
): Promise<{ lease: string }> {
  return d.t.run(async (ctx) => {
    const [accounts, profiles] = [await ctx.db.query('accounts').collect(), await ctx.db.query('profiles').collect()];
    const idOf = (handle: string) => accounts.find((account) => account.handle === handle)!._id;
    const { _id: profileId, handle } = profiles.find((row) => row.handle === subjects.owner)!;
    const people = { viewer: idOf(subjects.viewer), owner: idOf(subjects.owner) };
    const row = { ...people, profileId, handle, purpose: 'hiring' as const, fields, endsAt: Date.UTC(2032, 1, 1) };
    return { lease: await ctx.db.insert('accessLeases', row) };
  });
}

/** Functions that tell administrators of every change or person, hidden ones too: the closed list of docs/privacy.md. */
export const told: ReadonlySet<string> = new Set([
  'privacy.audit.status',
  'privacy.audit.page',
  'events.consumers.status',
  'events.sources.list',
  'privacy.holds.place',
  'privacy.holds.list',
]);

/** One line for each question, answer and cost; `except` functions with these names. */
export async function everythingSeen(
  { d, callers, held }: World,
  audience: SharedAudience,
  about: Pick<SampleSubject, 'handle' | 'photos' | 'etag'> & { lease?: string },
  except: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  // Links and leases are named by ids that cannot be guessed: the handle stands for a wrong one.
  const { handle } = about;
  const subject = { ...held, link: handle, lease: handle, given: handle, ...about };
  const lines: string[] = [];
  const asked = listFunctions(contract).filter(({ name }) => !except.has(name));
  for (const [kind, caller] of Object.entries(callers[audience])) {
    for (const fn of asked) {
      lines.push(await line(`${kind} ${fn.name}`, () => answerOf(caller, fn, subject)));
      await scheduledWork(d, fn.name);
    }
  }
  for (const {
    name,
    contract: { method },
  } of listRoutes(routes)) {
    for (const question of routeSamples.get(name)!(subject)) {
      lines.push(
        await line(`${method} ${question.path} ${JSON.stringify(question.headers ?? {})}`, () =>
          responseTo(d, method, question),
        ),
      );
    }
  }
  return lines;
}

/** Mutations whose success schedules work at once. The work would be counted for the questions after. */
const SCHEDULING: ReadonlySet<string> = new Set([
  'operations.cutover.move',
  'privacy.exports.request',
  'privacy.grants.add',
  'privacy.relations.ask',
  'trust.endorsements.requests.ask',
  'trust.verifications.start',
  'trust.credentials.issue',
]);

async function scheduledWork(d: Deployment, asked: string): Promise<void> {
  if (SCHEDULING.has(asked)) await photosTaken(d);
}

async function answerOf(
  caller: Caller,
  { name, path, contract: { kind } }: ReturnType<typeof listFunctions>[number],
  subject: SampleSubject,
): Promise<unknown> {
  const args = functionSamples.get(name)!(subject);
  try {
    return kind === 'query'
      ? await caller.query(makeFunctionReference<'query'>(path), args)
      : await caller.mutation(makeFunctionReference<'mutation'>(path), { ...args, idempotencyKey: key() });
  } catch (refused) {
    const { data } = refused as { data?: unknown };
    if (data === undefined) throw refused;
    return { refused: data };
  }
}

async function responseTo(
  { t }: Deployment,
  method: string,
  { path, headers = {}, body }: SampleRequest,
): Promise<unknown> {
  const response = await t.fetch(path, {
    method,
    headers,
    redirect: 'manual',
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return [
    response.status,
    [...response.headers],
    text.replace(/("token":"[\w-]+\.)([\w-]+)\.[\w-]+"/, (_, start: string) => `${start}…"`),
  ];
}

async function line(question: string, ask: () => Promise<unknown>): Promise<string> {
  const { answer, work } = await costing(ask);
  return `${question} -> ${JSON.stringify(answer)} by ${work}`.replace(CHANCE, '…');
}

/**
 * Values that no two calls share: ids of rows, which Convex draws by chance and convex-test counts, keys, codes and uploads,
 * times of rows, those of the viewer's own disclosures among them, sizes of archives that hold these, names of requests.
 */
const CHANCE =
  /(?<="request":")\w+|(?<="token":")[0-9a-f]{48}|(?<="receipt":")[0-9a-f]{32}|\d{10,}[A-Za-z]\w*|(?<=(?:uploads|exports|files)\/)[0-9a-f]{32}|(?<="(?:id|upload)":")[0-9a-f]{16}|(?<="size":)\d+|(?<="disclosures":\[\{"at":)[\d.]+|(?:pk|sk|lc|src)_[0-9a-f]{16,}|whsec_[\w+/]{43}=|"(?:createdAt|openedAt|askedAt|endsAt|expiresAt)":[\d.]+|test-key-\d+/g;

/** Convex draws anew for each call; so that two worlds can be compared, both draw the same here. */
function sameChance(): void {
  let state = 1;
  vi.spyOn(crypto, 'getRandomValues').mockImplementation(((array: Uint8Array) => {
    for (let index = 0; index < array.length; index += 1) {
      state = (state * 48_271) % 2_147_483_647;
      array[index] = state;
    }
    return array;
  }) as typeof crypto.getRandomValues);
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
}

type Syscalls = Record<string, (op: string, ...rest: unknown[]) => unknown>;

/**
 * The syscalls that a call makes, in order, with the index range that each reads and whether it found something: the work that
 * the time of an answer depends on, measured without a clock, and so on a busy machine too.
 */
export async function costing<T>(ask: () => Promise<T>): Promise<{ answer: T; work: string }> {
  const runtime = globalThis as unknown as { Convex: Syscalls };
  const { Convex: real } = runtime;
  const work: string[] = [];
  const counted =
    (name: string) =>
    (op: string, ...rest: unknown[]) => {
      const result = real[name]!(op, ...rest);
      const what = `${op}${rangeOf(op, rest)}`;
      const at = work.push(what) - 1;
      const note = (found: unknown) => {
        work[at] = `${what}:${isNothing(found) ? 'nothing' : 'something'}`;
      };
      if (result instanceof Promise) void result.then(note, () => {});
      else note(result);
      return result;
    };
  runtime.Convex = {
    syscall: counted('syscall'),
    asyncSyscall: counted('asyncSyscall'),
    jsSyscall: counted('jsSyscall'),
  };
  try {
    return { answer: await ask(), work: work.join('; ') };
  } finally {
    runtime.Convex = real;
  }
}

/** The index and the range of a query, values included. */
function rangeOf(op: string, [given]: unknown[]): string {
  if (op !== '1.0/queryStream' && op !== '1.0/queryPage') return '';
  const { source } = (JSON.parse(given as string) as { query: { source: Record<string, unknown> } }).query;
  return ` ${String(source.indexName ?? source.tableName)} ${JSON.stringify(source.range ?? null)}`;
}

function isNothing(found: unknown): boolean {
  return (
    found === null ||
    found === undefined ||
    found === 'null' ||
    (typeof found === 'string' && /^\{"(value":null|done":true)/.test(found))
  );
}
