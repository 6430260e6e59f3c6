/// <reference types="vite/client" />
/** The audit log: the rows of each mutation, by the contract and by the deployed code. */
import { type NamedFunction, contract, listFunctions } from '@gigsy/schema';
import { makeFunctionReference } from 'convex/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SampleSubject } from '../../packages/schema/src/contract/samples.ts';
import { functionSamples } from '../../packages/schema/src/samples.ts';
import { api, internal } from '../../convex/_generated/api.js';
import type { Id } from '../../convex/_generated/dataModel.js';
import { SITE, deployment, key, person, photosTaken, refusalOf, type Caller, type Deployment } from './deployment.ts';
import { ownPart } from './contributing.ts';
import { delivering } from './delivering.ts';
import { withoutLaterWork } from './later-work.ts';
import { png } from './png.ts';
import { relatedTo } from './related.ts';
import { faultySent, leasedBoth, removableFlag, toBeEnded } from './sample-rows.ts';
import { trustFor } from './trust-rows.ts';
import { claimed, evidenceOf, proved } from './verifying.ts';
import { ORIGIN, linked, partnerOf, type Partner } from './partner.ts';

let d: Deployment;
let ada: Caller;
let partner: Partner;
let secret: { name: string; secret: string };

beforeEach(async () => {
  // Consumers of the log must not run while an upload is stored.
  withoutLaterWork();
  d = deployment();
  ada = await person(d, 'ada');
  partner = await partnerOf(d);
  secret = await partner.issue('secret');
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Without disclosures, which scheduled work writes beside the call: disclosures.test.ts has them. */
const auditLog = async () =>
  (await d.t.run((ctx) => ctx.db.query('auditLog').collect())).filter(({ action }) => action !== 'privacy.disclosed');

async function rowsOf(call: () => Promise<unknown>) {
  const before = (await auditLog()).length;
  await call();
  return (await auditLog()).slice(before).map(({ _id, _creationTime, commitTs, ...row }) => row);
}

async function idOf(subject: string): Promise<string> {
  const accounts = await d.t.run((ctx) => ctx.db.query('accounts').collect());
  return accounts.find((account) => account.subject === subject)!._id;
}

describe.each(
  listFunctions(contract)
    .filter(({ contract: { kind } }) => kind === 'mutation')
    .map((fn) => [fn.name, fn] as const),
)('%s', (_, fn) => {
  /** Everything that a sample may name is there. */
  async function about(): Promise<SampleSubject> {
    const link = await linked(partner, secret.secret, ada, 'u-1');
    const ending = await toBeEnded(ada);
    const { consent } = await ada.mutation(api.privacy.consents.give, {
      ...{ source: 'github', notice: 1, language: 'en' },
      idempotencyKey: key(),
    });
    const upload = await uploaded();
    await first[fn.name]?.(upload);
    const trust = await trustFor(d, ada, partner.admin, fn.name);
    const hold = fn.name === 'privacy.holds.lift' ? (await held()).hold : '';
    const relations = fn.name.startsWith('privacy.relations.')
      ? await relatedTo(d, ada, fn.name)
      : { ask: '', relation: '' };
    const leases = fn.name.startsWith('privacy.access.') ? await leasedBoth(d, ada) : { lease: '', given: '' };
    const sent = fn.name.startsWith('events.') ? await faultySent(d) : { source: '', quarantined: '' };
    const publishable = (await partner.issue('publishable')).name;
    await removableFlag(partner.admin);
    const offer = await partner.post('/v1/embed-links', secret.secret, { user: 'u-2' });
    return {
      handle: 'kestrel',
      photos: [],
      etag: '',
      site: SITE,
      origin: ORIGIN,
      partner: partner.partner,
      key: publishable,
      code: ((await offer.json()) as { code: string }).code,
      link,
      ...ending,
      consent,
      ...leases,
      ...relations,
      ...trust,
      ...sent,
      ...(fn.name.startsWith('events.') ? await delivering(d, partner) : { webhook: '', letter: '' }),
      hold,
      upload,
      file: fn.name.startsWith('portfolio.') ? await ownPart(ada, fn.name) : '',
      media: [],
      publishable,
      spent: publishable,
      secret: secret.secret,
    };
  }

  /** A legal hold on Ada. */
  function held(): Promise<{ hold: string }> {
    const of = { handle: 'ada' };
    return partner.admin.mutation(api.privacy.holds.place, { of, reason: 'safety', idempotencyKey: key() });
  }

  /** Calls that must come before. */
  const first: Record<string, (upload: string) => Promise<unknown>> = {
    'profile.accounts.restore': () => ada.mutation(api.profile.accounts.deactivate, { idempotencyKey: key() }),
    'profile.accounts.cancelDeletion': () =>
      ada.mutation(api.profile.accounts.requestDeletion, { idempotencyKey: key() }),
    'privacy.holds.place': () => person(d, 'kestrel'),
    'trust.credentials.issue': () => proved(d, ada, 'ada@example.org'),
    'privacy.exports.download': requested,
    'privacy.exports.cancel': requested,
    'profile.photos.remove': (storageId) =>
      ada.mutation(api.profile.photos.finish, { storageId, idempotencyKey: key() }),
  };

  /** Has an export of ada's made. */
  async function requested(): Promise<void> {
    await ada.mutation(api.privacy.exports.request, { idempotencyKey: key() });
    await photosTaken(d);
  }

  /** The id of a picture that ada has uploaded and not finished. */
  async function uploaded(): Promise<string> {
    const { address } = await ada.mutation(api.profile.photos.begin, { idempotencyKey: key() });
    const response = await d.t.fetch(new URL(address).pathname, { method: 'POST', body: png(8, 8) });
    return ((await response.json()) as { storageId: string }).storageId;
  }

  /** The caller who can make the sample's call, and their subject at the identity provider. */
  function callerOf({ contract: { callers } }: NamedFunction): [Caller, string] {
    if (callers.includes('newcomer') && !callers.includes('anonymous')) return [d.as('user_new'), 'user_new'];
    return callers.includes('student') ? [ada, 'user_ada'] : [partner.admin, 'user_root'];
  }

  test('leaves exactly one row for a call that changes something, and none for its repetition', async () => {
    const subject = await about();
    const [caller, who] = callerOf(fn);
    const args = { ...functionSamples.get(fn.name)!(subject), idempotencyKey: key() };
    const call = () => caller.mutation(makeFunctionReference<'mutation'>(fn.path), args);
    const rows = await rowsOf(call);
    expect(rows).toEqual([
      expect.objectContaining({
        actor: await idOf(who),
        action: fn.name,
        subject: { kind: fn.contract.audit!.subject, id: expect.any(String) },
        changed: expect.any(Array),
      }),
    ]);
    expect(rows[0]).not.toHaveProperty('refused');
    expect(JSON.stringify(rows)).not.toContain(subject.handle);
    expect(await rowsOf(call)).toEqual([]);
  });

  /** Mutations that find nothing to change when they are made again. */
  const unchanged: ReadonlySet<string> = new Set([
    'privacy.grants.add',
    'privacy.relations.ask',
    'privacy.consents.give',
    'trust.endorsements.requests.ask',
    'trust.endorsements.open',
    'trust.moderation.dismiss',
    'trust.credentials.issue',
  ]);

  test('made again under another key leaves a row if it succeeds or is denied access, and none for another refusal', async () => {
    const sample = functionSamples.get(fn.name)!(await about());
    const [caller, who] = callerOf(fn);
    const call = () =>
      caller.mutation(makeFunctionReference<'mutation'>(fn.path), { ...sample, idempotencyKey: key() });
    await call();
    let code: string | undefined;
    const rows = await rowsOf(async () => {
      code = await call().then(
        () => undefined,
        async (refused: unknown) => (await refusalOf(Promise.reject(refused as Error))).code,
      );
    });
    const denied = code === 'not_found' || code === 'forbidden';
    const leaves = denied || (code === undefined && !unchanged.has(fn.name));
    expect([code, rows.map(({ action, refused }) => [action, refused])]).toEqual([
      code,
      leaves ? [[fn.name, code]] : [],
    ]);
    if (denied) expect(rows[0]!.actor).toBe(await idOf(who));
  });
});

describe('a mutation of an operator, a partner or the clock leaves exactly one row, and none where nothing changes', () => {
  const { accounts, clerk } = internal.profile;
  const { keys } = internal.operations;
  const grant = { subject: 'user_new', role: 'mentor' } as const;
  const suspend = { subject: 'user_ada', status: 'suspended' } as const;
  let lease = '';
  const mint = async () => (await partner.post('/v1/embed-sessions', secret.secret, { viewer: 'organisation' })).status;

  let scheduled: Id<'privacySchedules'> | undefined;
  let over: Id<'consents'> | undefined;
  let evidence: Id<'trustEvidence'> | undefined;
  let claim: Id<'trustClaims'> | undefined;
  const proof = async (expiresAt?: number) => void (evidence = await evidenceOf(d, ada, expiresAt));
  const calls: Record<
    string,
    { before?: () => Promise<unknown>; call: () => Promise<unknown>; subject: () => unknown; again?: number }
  > = {
    'profile.accounts.grantRole': {
      call: () => d.t.mutation(accounts.grantRole, grant),
      subject: async () => ({ kind: 'account', id: await idOf('user_new') }),
    },
    'profile.accounts.setStatus': {
      call: () => d.t.mutation(accounts.setStatus, suspend),
      subject: async () => ({ kind: 'account', id: await idOf('user_ada') }),
    },
    'profile.accounts.deletionDue': {
      before: async () => {
        const deletion = { requestedAt: 1, dueAt: 2, before: 'active' } as const;
        const account = (await idOf('user_ada')) as never;
        await d.t.run((ctx) => ctx.db.patch('accounts', account, { deletion }));
      },
      call: async () => d.t.mutation(accounts.deletionDue, { account: (await idOf('user_ada')) as never }),
      subject: async () => ({ kind: 'account', id: await idOf('user_ada') }),
    },
    'profile.clerk.follow': {
      call: () => {
        const facts = { picture: 'https://img.clerk.com/a' };
        return d.t.mutation(clerk.follow, { user: { subject: 'user_ada', updatedAt: 1, facts } });
      },
      subject: async () => ({ kind: 'account', id: await idOf('user_ada') }),
    },
    'profile.clerk.followDeletion': {
      call: () => d.t.mutation(clerk.followDeletion, { subject: 'user_ada' }),
      subject: async () => ({ kind: 'account', id: await idOf('user_ada') }),
    },
    'privacy.schedule.apply': {
      before: async () => {
        const at = Date.now() + 3_600_000;
        await ada.mutation(api.privacy.schedule.add, { at, changes: { about: 'owner' }, idempotencyKey: key() });
        const [row] = await d.t.run((ctx) => ctx.db.query('privacySchedules').collect());
        scheduled = row!._id;
      },
      call: () => d.t.mutation(internal.privacy.schedule.apply, { scheduled: scheduled! }),
      subject: async () => {
        const [profile] = await d.t.run((ctx) => ctx.db.query('profiles').collect());
        return { kind: 'profile', id: profile!._id };
      },
    },
    'privacy.consents.expire': {
      before: async () => {
        await ada.mutation(api.privacy.consents.give, {
          source: 'github',
          notice: 1,
          language: 'en',
          idempotencyKey: key(),
        });
        over = await d.t.run(async (ctx) => {
          const row = (await ctx.db.query('consents').first())!;
          await ctx.db.patch(row._id, { expiresAt: Date.now() - 1 });
          return row._id;
        });
      },
      call: () => d.t.mutation(internal.privacy.consents.expire, { consent: over! }),
      subject: () => ({ kind: 'profile', id: expect.any(String) }),
    },
    'trust.verifications.revoke': {
      before: () => proof(),
      call: () => d.t.mutation(internal.trust.verifications.revoke, { evidence: evidence! }),
      subject: () => ({ kind: 'profile', id: expect.any(String) }),
    },
    'trust.verifications.expire': {
      before: () => proof(Date.now() - 1),
      call: () => d.t.mutation(internal.trust.verifications.expire, { evidence: evidence! }),
      subject: () => ({ kind: 'profile', id: expect.any(String) }),
    },
    'trust.claims.settle': {
      before: async () => {
        await claimed(ada, 'kestrel.org');
        claim = (await d.t.run((ctx) => ctx.db.query('trustClaims').first()))!._id;
      },
      call: () => d.t.mutation(internal.trust.claims.settle, { claim: claim!, fault: null }),
      subject: () => ({ kind: 'profile', id: expect.any(String) }),
      again: 1,
    },
    'privacy.leases.setCohort': {
      call: () => d.t.mutation(internal.privacy.leases.setCohort, { cohort: 'staff', required: false }),
      subject: () => ({ kind: 'flag', id: expect.any(String) }),
    },
    'operations.keys.end': {
      call: () => d.t.mutation(keys.end, { key: secret.name }),
      subject: () => ({ kind: 'partner', id: partner.partner }),
    },
    'privacy.access.end': {
      before: async () => void ({ lease } = await leasedBoth(d, ada)),
      call: () => d.t.mutation(internal.privacy.access.end, { lease: lease as never }),
      subject: () => ({ kind: 'profile', id: expect.any(String) }),
    },
    'operations.sessions.mint': { call: mint, subject: () => ({ kind: 'partner', id: partner.partner }), again: 1 },
  };

  test.each(Object.keys(calls))('%s', async (action) => {
    const { before, call, subject, again = 0 } = calls[action]!;
    await before?.();
    const rows = await rowsOf(call);
    expect(rows).toMatchObject([{ actor: null, action, subject: await subject() }]);
    expect(await rowsOf(call)).toHaveLength(again);
  });

  test('each that is declared is called here, under its own name', async () => {
    const sources = import.meta.glob<string>('../../convex/*/*.ts', { query: '?raw', import: 'default' });
    const declared = await Promise.all(
      Object.entries(sources).map(async ([file, load]) => {
        const module = file.replace('../../convex/', '').replace('.ts', '').replaceAll('/', '.');
        const text = await load();
        return [...text.matchAll(/export const (\w+) = auditedMutation\(\s*\{\s*action: '([\w.]+)'/g)].map(
          ([, name, action]) => [`${module}.${name}`, action],
        );
      }),
    );
    expect(
      declared
        .flat()
        .map(([, action]) => action)
        .sort(),
    ).toEqual(Object.keys(calls).sort());
    for (const [name, action] of declared.flat()) expect(action).toBe(name);
  });
});

test('a call that finds nothing to change leaves no row', async () => {
  const same = {
    changes: { identity: { headline: 'Builds things' } },
    expected: { identity: 1 },
    idempotencyKey: key(),
  };
  expect(await rowsOf(() => ada.mutation(api.profile.update, same))).toEqual([]);
});
