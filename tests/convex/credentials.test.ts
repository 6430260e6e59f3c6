/** Credentials: of what counts, for its owner alone, and revoked in the transaction that ends what they attest. */
import {
  type CredentialState,
  type CredentialStep,
  STATUS_BITS,
  credentialStateAfter,
  credentialTransitions,
  isSet,
  routes,
} from '@gigsy/schema';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import type { MutationCtx } from '../../convex/_generated/server.js';
import type { Store } from '../../convex/model/contract/store.js';
import { stores } from '../../convex/model/stores.js';
import {
  type Caller,
  type Deployment,
  SITE,
  deployment,
  key,
  person,
  photosTaken,
  refusalOf,
  signing,
} from './deployment.ts';
import { withoutLaterWork } from './later-work.ts';
import { proved } from './verifying.ts';

const { credentials, verifications } = api.trust;
type Erase = Exclude<Store['erase'], string>;
const DAY_MS = 24 * 60 * 60_000;

let d: Deployment;
let ada: Caller;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 4, 1, 12) });
  withoutLaterWork();
  d = deployment();
  ada = await person(d, 'ada');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const issue = (by: Caller, id = 'email') =>
  by.mutation(credentials.issue, { kind: 'badge', id, idempotencyKey: key() });
const mine = (by: Caller) => by.query(credentials.mine, {});
const withdraw = (by: Caller) => by.mutation(verifications.withdraw, { id: 'email', idempotencyKey: key() });

interface Document {
  id: string;
  credentialSubject: { id: string };
  credentialStatus: { statusListCredential: string; statusListIndex: string };
  proof: { verificationMethod: string };
}

/** The document of the person's badge, which is issued if it is not. */
async function badgeOf(by: Caller): Promise<Document> {
  await issue(by);
  await photosTaken(d);
  const [{ document } = {}] = await mine(by);
  return JSON.parse(document!) as Document;
}

/** Whether the list that the deployment serves says that the credential is revoked. */
async function isRevoked({ credentialStatus }: Document): Promise<boolean> {
  const response = await d.t.fetch(new URL(credentialStatus.statusListCredential).pathname);
  const { credentialSubject } = (await response.json()) as { credentialSubject: { encodedList: string } };
  const bits = atob(credentialSubject.encodedList.slice(1).replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(bits, (sign) => sign.charCodeAt(0));
  return isSet(bytes, Number(credentialStatus.statusListIndex));
}

const evidence = () => d.t.run(async (ctx) => (await ctx.db.query('trustEvidence').first())!._id);

test('a badge that counts becomes one document, for its owner alone', async () => {
  expect(await refusalOf(issue(ada))).toMatchObject({ code: 'not_found' });
  await proved(d, ada, 'kestrel@example.org');
  expect(await issue(ada)).toEqual({ kind: 'badge', id: 'email', state: 'signing' });
  expect(await mine(ada)).toEqual([{ kind: 'badge', id: 'email', state: 'signing' }]);
  const document = await badgeOf(ada);
  expect(document).toMatchObject({
    issuer: { id: 'did:web:example.convex.site' },
    validFrom: '2031-05-01T00:00:00Z',
    validUntil: '2032-04-30T23:59:59Z',
    credentialSubject: { id: `${SITE}/v1/profiles/ada` },
    proof: { verificationMethod: 'did:web:example.convex.site#new' },
  });
  expect(JSON.stringify(document)).not.toContain('kestrel');
  expect(await issue(ada)).toEqual({ kind: 'badge', id: 'email', state: 'ready' });
  expect((await badgeOf(ada)).id).toBe(document.id);
  expect(await mine(await person(d, 'ben'))).toEqual([]);
  expect(await isRevoked(document)).toBe(false);
});

test('a document that was lost while it was signed is signed when the person asks again', async () => {
  await proved(d, ada, 'ada@example.org');
  signing.lost = true;
  await issue(ada);
  await photosTaken(d);
  expect(await mine(ada)).toMatchObject([{ state: 'signing' }]);
  signing.lost = false;
  expect(await badgeOf(ada)).toMatchObject({ proof: {} });
});

test.each([undefined, '', '{"keys":[]}', '{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"a b","x":"A"}]}', '[]'])(
  'with the keys %j nothing is issued',
  async (keys) => {
    await proved(d, ada, 'ada@example.org');
    vi.stubEnv('GIGSY_CREDENTIAL_KEYS', keys);
    expect(await refusalOf(issue(ada))).toMatchObject({ code: 'not_configured', message: /GIGSY_CREDENTIAL_KEYS/ });
    expect((await d.t.fetch(routes.trust.issuer.path)).status).toBe(503);
    expect(await mine(ada)).toEqual([]);
  },
);

test.each<[end: string, act: () => Promise<unknown>]>([
  ['its owner takes it back', () => withdraw(ada)],
  ['a newer proof replaces it', () => proved(d, ada, 'new@example.org')],
  [
    'it expires',
    async () => {
      vi.setSystemTime(Date.now() + 366 * DAY_MS);
      await d.t.mutation(internal.trust.verifications.expire, { evidence: await evidence() });
    },
  ],
  [
    'an operator revokes it',
    async () => d.t.mutation(internal.trust.verifications.revoke, { evidence: await evidence() }),
  ],
  [
    'its owner is erased',
    () =>
      d.t.run(async (ctx) => {
        const account = (await ctx.db.query('accounts').first())!;
        const store = stores.find(({ table }) => table === 'trustCredentials')!;
        return (store.erase as Erase)(ctx as MutationCtx, { account, profileId: undefined, handles: [] }, 10);
      }),
  ],
])('where %s, its credential is revoked with it, and never counts again', async (_, act) => {
  await proved(d, ada, 'ada@example.org');
  const before = await badgeOf(ada);
  expect(await isRevoked(before)).toBe(false);
  await act();
  expect([await isRevoked(before), await mine(ada)]).toEqual([true, []]);
  await proved(d, ada, 'other@example.org');
  const after = await badgeOf(ada);
  expect([await isRevoked(before), await isRevoked(after), after.id === before.id]).toEqual([true, false, false]);
});

test('a list that was changed while it was signed is signed again, and is kept for a day', async () => {
  await proved(d, ada, 'ada@example.org');
  const { credentialStatus } = await badgeOf(ada);
  const { pathname } = new URL(credentialStatus.statusListCredential);
  const list = await d.t.run(async (ctx) => (await ctx.db.query('trustStatusLists').first())!);
  await withdraw(ada);
  const stale = { list: list._id, bits: list.bits, document: '{"stale":true}' };
  expect(await d.t.mutation(internal.trust.credentials.keepList, stale)).toBe(false);
  const etagOf = async (headers: HeadersInit = {}) => {
    const { status, headers: answered } = await d.t.fetch(pathname, { headers });
    return [status, answered.get('ETag'), answered.get('Content-Type')] as const;
  };
  const [, etag] = await etagOf();
  vi.setSystemTime(Date.now() + DAY_MS / 2);
  expect((await etagOf({ 'If-None-Match': etag! }))[0]).toBe(304);
  vi.setSystemTime(Date.now() + DAY_MS);
  const [status, renewed, type] = await etagOf({ 'If-None-Match': etag! });
  expect([status, renewed === etag, type]).toEqual([200, false, 'application/vc']);
});

test('keys that sign no more stay in the DID document, without their private part', async () => {
  const response = await d.t.fetch(routes.trust.issuer.path);
  const text = await response.text();
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'application/did+json']);
  const { id, assertionMethod } = JSON.parse(text) as { id: string; assertionMethod: string[] };
  expect(assertionMethod).toEqual([`${id}#new`, `${id}#old`]);
  expect(text).not.toContain('B'.repeat(10));
});

test.each(['', 'x', '0'.repeat(32), '../..', `${'0'.repeat(32)}/1`])('%j names no list', async (name) => {
  expect((await d.t.fetch(`${routes.trust.status.path}${name}`)).status).toBe(404);
});

test('places are drawn over the whole list, in no order', async () => {
  const places: number[] = [];
  for (let round = 0; round < 24; round += 1) {
    await proved(d, ada, `ada-${round}@example.org`);
    places.push(Number((await badgeOf(ada)).credentialStatus.statusListIndex));
    vi.setSystemTime(Date.now() + DAY_MS);
  }
  expect(new Set(places).size).toBe(24);
  expect(places.every((place) => place >= 0 && place < STATUS_BITS)).toBe(true);
  const rises = places.filter((place, index) => index > 0 && place > places[index - 1]!).length;
  expect(rises > 3 && rises < 20).toBe(true);
  expect([Math.min(...places) < STATUS_BITS / 4, Math.max(...places) > (STATUS_BITS * 3) / 4]).toEqual([true, true]);
}, 60_000);

/** Steps by the functions that make them, in any order and by two people, beside the table of states. */
test('credentials reach the states of the table, by its steps alone', async () => {
  const walked = new Set<string>();
  const act = fc.constantFrom('prove', 'issue', 'issue', 'sign', 'sign', 'withdraw');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('ada', 'ben'), act), { maxLength: 24, size: 'max' }),
      async (steps) => {
        d = deployment();
        const people: Record<string, Caller> = { ada: await person(d, 'ada'), ben: await person(d, 'ben') };
        const model = new Model(walked);
        for (const [name, made] of steps) {
          vi.setSystemTime(Date.now() + DAY_MS / 4);
          await acts[made](people[name]!, name);
          model.take(name, made);
          await mustAgree(people, model);
        }
      },
    ),
    { numRuns: 25, seed: 44 },
  );
  const table = Object.entries(credentialTransitions).flatMap(([from, steps]) =>
    Object.entries(steps).map(([by, to]) => `${from} ${by} ${to}`),
  );
  expect([...walked].sort()).toEqual(table.sort());
}, 60_000);

type Act = 'prove' | 'issue' | 'sign' | 'withdraw';

/** A refusal is none of the model's concern: the states tell what came of it. */
const asked = (by: Caller, lost: boolean) => {
  signing.lost = lost;
  return issue(by).then(
    () => photosTaken(d),
    () => undefined,
  );
};
const acts: Readonly<Record<Act, (by: Caller, name: string) => Promise<unknown>>> = {
  prove: (by, name) => proved(d, by, `${name}@example.org`),
  issue: (by) => asked(by, true),
  sign: (by) => asked(by, false),
  withdraw: (by) => withdraw(by).catch(() => undefined),
};

class Model {
  readonly states = new Map<string, CredentialState>();
  readonly #proved = new Set<string>();
  readonly #walked: Set<string>;
  revoked = 0;

  constructor(walked: Set<string>) {
    this.#walked = walked;
  }

  take(name: string, act: Act): void {
    if (act === 'prove' || act === 'withdraw') {
      this.#step(name, 'revoke');
      if (act === 'prove') this.#proved.add(name);
      else this.#proved.delete(name);
    } else if (this.#proved.has(name)) {
      this.#step(name, 'issue');
      if (act === 'sign') this.#step(name, 'sign');
    }
  }

  #step(name: string, step: CredentialStep): void {
    const from = this.states.get(name) ?? 'none';
    const to = credentialStateAfter(from, step);
    if (to === undefined) return;
    this.#walked.add(`${from} ${step} ${to}`);
    if (to === 'revoked') this.revoked += 1;
    this.states.set(name, to === 'revoked' ? 'none' : to);
  }
}

async function mustAgree(people: Readonly<Record<string, Caller>>, { states, revoked }: Model): Promise<void> {
  for (const [name, state] of states)
    expect((await mine(people[name]!)).map((one) => one.state)).toEqual(state === 'none' ? [] : [state]);
  const lists = await d.t.run((ctx) => ctx.db.query('trustStatusLists').collect());
  const set = lists.flatMap(({ bits }) => [...new Uint8Array(bits)].filter((byte) => byte !== 0));
  expect(set.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)).toBe(revoked);
}
