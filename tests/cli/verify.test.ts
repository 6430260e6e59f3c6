/** `gigsy verify` and its checks: each is said apart, what was changed is seen, and another implementation agrees. */
import { verifyCredential as verifyElsewhere } from '@digitalcredentials/verifier-core';
import { afterEach, expect, test, vi } from 'vitest';
import { Unreachable, offline } from '../../packages/cli/src/verify/reach.ts';
import { verifyCredential } from '../../packages/cli/src/verify/verify.ts';
import { DAY, INDEX, issuerAt, newKey } from './credentials.ts';
import kept from './data/signed-badge.json' with { type: 'json' };
import { unseenChanges } from './tampering.ts';

afterEach(() => void vi.unstubAllGlobals());

const issuer = issuerAt('https://hub.example');
const DID = 'https://hub.example/.well-known/did.json';
const good = await issuer.badge();
const list = await issuer.statusList([INDEX - 1, INDEX + 1]);

/** Outcomes by check, of an issuer who answers so; and the sentence of the first check that is not ok. */
async function verified(document: unknown, answers: Record<string, unknown> = {}, now = Date.now()) {
  const all: Record<string, unknown> = { [DID]: issuer.document, [issuer.list]: list, ...answers };
  const reach = async (address: string) => {
    if (all[address] === undefined) throw new Unreachable('can not be reached');
    return all[address];
  };
  const checks = await verifyCredential(document, { reach, now });
  const first = checks.find(({ outcome }) => outcome !== 'ok');
  return [checks.map(({ outcome }) => outcome[0]).join(''), first?.message ?? ''] as const;
}

const former = newKey('former');
const rotated = issuerAt('https://hub.example', [newKey('new'), former]);
const signedBefore = await issuerAt('https://hub.example', [former]).badge();
const stranger = issuerAt('https://stranger.example');
const context = (address: string) => ({ ...good, '@context': [...(good as never)['@context'], address] });
const { credentialStatus: hidden, ...withoutStatus } = good as { credentialStatus?: object };
const TERM = 'https://www.w3.org/2018/credentials#credentialStatus';
const contexts = (good as unknown as { '@context': unknown[] })['@context'];
const { status, proof, achievement } = {
  status: (good as never)['credentialStatus'] as object,
  proof: (good as never)['proof'] as object,
  achievement: (good as never)['credentialSubject'] as object,
};

/** Outcomes of schema, issuer, signature, dates and status: o ok, f failed, n not checked. */
test.each<[what: string, outcomes: string, message: RegExp, document: unknown, answers?: object, now?: number]>([
  ['a badge that counts', 'ooooo', /^$/, good],
  [
    'a badge of a key that signs no more',
    'ooooo',
    /^$/,
    signedBefore,
    { [DID]: rotated.document, [issuer.list]: await rotated.statusList() },
  ],
  ['a badge of a key that the issuer has no more', 'oofon', /no key/, signedBefore],
  ['one that was revoked', 'oooof', /^It was revoked/, good, { [issuer.list]: await issuer.statusList([INDEX]) }],
  ['one that expired', 'ooofo', /^It expired at 2/, await issuer.badge(Date.now() - 3 * DAY, Date.now() - 2 * DAY)],
  ['one that is to come', 'ooofo', /^It is not valid before/, await issuer.badge(Date.now() + 2 * DAY)],
  ['another name', 'oofon', /not what the issuer signed/, { ...good, name: 'Verified saint' }],
  ['a member that no context defines', 'oofon', /do not define/, { ...good, sainthood: true }],
  [
    'a context that is unknown',
    'oonon',
    /context https:\/\/evil\.example\/ is unknown/,
    context('https://evil.example/'),
  ],
  [
    'another issuer',
    'offon',
    /key of the proof is not one of/,
    { ...good, issuer: stranger.did },
    { 'https://stranger.example/.well-known/did.json': stranger.document },
  ],
  [
    'an issuer whose document is of another',
    'ofnon',
    /is of did:web:stranger/,
    { ...good, issuer: stranger.did },
    { 'https://stranger.example/.well-known/did.json': issuer.document },
  ],
  ['an issuer without a document', 'onnon', /can not be reached/, good, { [DID]: undefined }],
  ['an issuer who answers with something else', 'ofnon', /no DID document/, good, { [DID]: [1] }],
  ['an issuer of another method', 'onnon', /only did:web/, { ...good, issuer: 'did:key:z6Mk' }],
  [
    'an issuer with a path that leads elsewhere',
    'onnon',
    /only did:web/,
    { ...good, issuer: 'did:web:hub.example@10.0.0.1' },
  ],
  ['a list that cannot be had', 'oooon', /can not be reached/, good, { [issuer.list]: undefined }],
  ['a list that is no list', 'oooon', /no status list/, good, { [issuer.list]: good }],
  [
    'a list of another issuer',
    'oooon',
    /of another issuer/,
    good,
    { [issuer.list]: { ...(await stranger.statusList()), id: issuer.list } },
  ],
  ['a list that was changed', 'oooon', /no good signature/, good, { [issuer.list]: { ...list, name: 'x' } }],
  [
    'a list from last month',
    'oooon',
    /out of date/,
    good,
    { [issuer.list]: await issuer.statusList([], Date.now() - 30 * DAY) },
  ],
  [
    'a proof of another suite',
    'oonon',
    /no single proof/,
    { ...good, proof: { ...proof, cryptosuite: 'ecdsa-rdfc-2019' } },
  ],
  ['two proofs', 'oonon', /no single proof/, { ...good, proof: [proof, proof] }],
  ['a status of another kind', 'oofon', /do not define/, { ...good, credentialStatus: { ...status, type: 'Other' } }],
  [
    'a subject that nobody is',
    'fnnnn',
    /credentialSubject/,
    { ...good, credentialSubject: { ...achievement, id: undefined, identifier: undefined } },
  ],
  ['another document', 'fnnnn', /the document|@context/, { hello: 'world' }],
  ['no document', 'fnnnn', /the document/, null],
  ['a list of documents', 'fnnnn', /the document/, [good]],
  // The same RDF, so the signature is good, and a status that nobody would find by its name.
  ['a status under its IRI', 'fnnnn', /compacted form/, { ...withoutStatus, [TERM]: hidden }],
  ['a status in a nest', 'fnnnn', /compacted form/, { ...withoutStatus, '@nest': { credentialStatus: hidden } }],
  [
    'a status under another name',
    'oonon',
    /brings itself/,
    { ...withoutStatus, '@context': [...contexts, { seal: TERM }], seal: hidden },
  ],
  ['a context within', 'fnnnn', /compacted form/, { ...good, credentialSubject: { ...achievement, '@context': {} } }],
])('%s', async (_, outcomes, message, document, answers = {}, now = Date.now()) => {
  const [found, sentence] = await verified(document, answers as never, now);
  expect([found, sentence]).toEqual([outcomes, expect.stringMatching(message)]);
});

test('without a network, the keys in a file are enough for the signature', async () => {
  const checks = await verifyCredential(good, { reach: offline, issuer: issuer.document, now: Date.now() });
  expect(checks.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok', 'not_checked']);
});

test('a badge of November 2026 can be verified for good', async () => {
  const at = Date.UTC(2027, 0, 1);
  const checks = await verifyCredential(kept.credential, { reach: offline, issuer: kept.issuer, now: at });
  expect(checks.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok', 'not_checked']);
});

/** The whole is in `npm run sweep`. */
test('a change of one byte breaks the signature', async () => {
  expect(await unseenChanges(good, { document: issuer.document, every: 8 })).toEqual([]);
}, 60_000);

test('verifier-core of the Digital Credentials Consortium agrees', async () => {
  let revoked: readonly number[] = [];
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (input: Request | string) => {
    const url = typeof input === 'string' ? input : input.url;
    asked.push(url);
    if (url === DID) return Response.json(issuer.document);
    return url === issuer.list ? Response.json(await issuer.statusList(revoked)) : new Response('{}', { status: 404 });
  });
  const said = async (credential: object) => {
    const { log = [], errors } = await verifyElsewhere({ credential, knownDIDRegistries: [] } as never);
    return errors ? errors.map(({ name }) => name) : log.map(({ id, valid }) => `${id}: ${valid}`);
  };
  const fine = ['valid_signature: true', 'revocation_status: true', 'expiration: true', 'registered_issuer: false'];
  expect(await said(good)).toEqual(fine);
  expect(await said({ ...good, name: 'Verified saint' })).toEqual(['invalid_signature']);
  revoked = [INDEX];
  expect(await said(good)).toEqual(
    fine.map((line) => line.replace('revocation_status: true', 'revocation_status: false')),
  );
  // It knows the contexts; it asks for keys, for the list and for a schema of 1EdTech, which is not answered here.
  expect(new Set(asked.filter((url) => !url.includes('/schema/')))).toEqual(new Set([DID, issuer.list]));
});
