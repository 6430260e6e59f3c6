/**
 * The erasure canary: a person with a mark in every field, name, file and call is erased on a running deployment, and no byte of
 * any mark is left in its data folder or its log. A partner's webhook gets news of the person, and no mark but their handles. The
 * person is deleted at Clerk, for which a server on this machine stands in.
 */
import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type Issuer, startDeployment, startIssuer } from '@gigsy/local';
import { type Gigsy, createGigsy } from '@gigsy/sdk';
import { createGigsyServer } from '@gigsy/sdk/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerkUser } from '../convex/clerk-delivery.ts';
import { png } from '../convex/png.ts';
import { textsIn } from './byte-search.ts';
import { markedPortfolio } from './canary-portfolio.ts';
import { Canary } from './canary.ts';
import { host } from './photos/host.ts';
import { Receiver } from './webhooks/receiver.ts';

const root = path.resolve(import.meta.dirname, '../..');
const SECRET = 'whsec_Z2lnc3ktdGVzdC1vbmx5LXNlY3JldA==';
/** Ends the time of grace of every account whose deletion was asked for. */
const FORGE = `
import { v } from 'convex/values';
import { internalMutation } from './_generated/server.js';
export const due = internalMutation({ args: {}, returns: v.null(), handler: async (ctx) => {
  for (const { _id, deletion } of await ctx.db.query('accounts').collect())
    if (deletion) await ctx.db.patch('accounts', _id, { deletion: { ...deletion, dueAt: 1 } });
  return null;
} });
`;
const soon = { timeout: 30_000, interval: 100 };

const canary = new Canary();
const log: string[] = [];
let dataDir: string;
let backend: string;
let issuer: Issuer;
let deployment: Deployment;
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-erasure-'));
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  // Inside the repository, where its imports lead somewhere.
  backend = mkdtempSync(path.join(root, '.cache', 'erasure-'));
  cpSync(path.join(root, 'convex'), backend, { recursive: true });
  writeFileSync(path.join(backend, 'forge.ts'), FORGE);
  issuer = await startIssuer({ dataDir: `${dataDir}-issuer`, people: [], allowedOrigins: [] });
});
afterAll(async () => {
  await deployment?.close();
  await issuer?.close();
  for (const folder of [dataDir, `${dataDir}-issuer`, backend]) rmSync(folder, { recursive: true, force: true });
});

const asPerson = (subject: string) =>
  createGigsy({ url: deployment.url, auth: { getToken: () => issuer.token(subject) } });

/** A picture whose pixels hold the mark, and whose metadata hold another. */
function picture(pixels: string, metadata: string): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, text: string) => {
    const bytes = Buffer.alloc(12 + text.length);
    bytes.writeUInt32BE(text.length);
    bytes.write(type + text, 4);
    return bytes;
  };
  return new Uint8Array(Buffer.concat([png(8, 8), chunk('tEXt', metadata), chunk('IDAT', pixels)]));
}

async function delivered(data: object): Promise<number> {
  const body = JSON.stringify({ type: 'user.updated', object: 'event', data });
  const at = Math.floor(Date.now() / 1000);
  const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`msg_1.${at}.${body}`).digest('base64');
  const headers = { 'svix-id': 'msg_1', 'svix-timestamp': String(at), 'svix-signature': `v1,${signature}` };
  return (await fetch(`${deployment.siteUrl}/v1/clerk`, { method: 'POST', body, headers })).status;
}

/** A receiver that gets the news of the deployment. */
async function subscribed(): Promise<Receiver> {
  const receiver = await Receiver.start();
  await deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
  const { operations, events } = asPerson('root');
  const { partner } = await operations.partners.create({ name: 'Southfield', origins: [] });
  const { webhook } = await events.webhooks.register({ partner, url: receiver.url });
  await events.webhooks.verify({ webhook: webhook.webhook });
  await expect.poll(async () => (await events.webhooks.list({ partner }))[0]?.state, soon).toBe('active');
  return receiver;
}

/** An address that is proved, a number whose code is awaited, and a domain that is claimed. All hold marks. */
async function verified({ trust: { verifications, claims } }: Gigsy): Promise<void> {
  const digits = `43664${randomInt(10_000_000, 99_999_999)}`;
  canary.marks.push(digits);
  await verifications.start({ method: 'email', subject: `${canary.mark()}@example.org` });
  const [message] = await verifications.outbox();
  expect(await verifications.confirm({ method: 'email', code: message!.code })).toMatchObject({ confirmed: true });
  await verifications.start({ method: 'email', subject: `${canary.mark()}@example.org` });
  await verifications.start({ method: 'phone', subject: `+${digits}` });
  await claims.start({ method: 'domain', subject: `${canary.mark()}.org` });
}

/** A person with everything that the product lets a person have. Their handles, the present one last. */
async function somebody(person: Gigsy, pictures: string, pages: string): Promise<string[]> {
  const [first, second] = [canary.mark(), canary.mark()];
  const sections = canary.sections() as { identity: { avatarUrl: string }; skills: object[] };
  sections.identity.avatarUrl = `${pictures}/${canary.mark()}`;
  const facts = { first_name: canary.mark(), username: canary.mark(), has_image: true };
  expect(await delivered(clerkUser('demo_ada', 1, { ...facts, image_url: `${pictures}/${canary.mark()}` }))).toBe(204);
  await person.profile.create({ handle: first, role: 'student', sections } as never);
  await person.profile.changeHandle({ handle: second });
  const mine = (await person.profile.mine())!;
  await expect.poll(async () => (await person.profile.mine())?.photo?.state, soon).toBe('stored');
  const removed = mine.sections.skills[0]!.id;
  await person.profile.edit({
    operations: [{ op: 'remove', section: 'skills', id: removed }],
    expected: { skills: mine.versions.skills },
  });
  await person.privacy.update({ changes: { about: 'owner' }, expected: 1 });
  await verified(person);
  // Refused: a fault must not bring what somebody entered into the log.
  await expect(person.profile.changeHandle({ handle: canary.mark() })).rejects.toThrow();
  const { address } = await person.profile.photos.begin();
  await fetch(address, { method: 'POST', body: picture(canary.mark(), canary.mark()) });
  await linkedAndFlagged(person, [first, second]);
  await markedPortfolio(person, canary, second, { siteUrl: deployment.siteUrl, admin: asPerson('root'), pages });
  await person.privacy.exports.request();
  await expect.poll(async () => (await person.privacy.exports.status()).state, soon).toBe('ready');
  const [file] = (await person.privacy.exports.download()).files;
  expect(Buffer.from(await (await fetch(file!.address)).arrayBuffer()).toString('latin1', 0, 2)).toBe('PK');
  return [first, second];
}

async function linkedAndFlagged(person: Gigsy, handles: string[]): Promise<void> {
  const admin = asPerson('root');
  const { partner } = await admin.operations.partners.create({ name: 'Northfield', origins: [] });
  const { secret } = await admin.operations.keys.issue({ partner, kind: 'secret' });
  const server = createGigsyServer({ api: deployment.siteUrl, secretKey: secret! });
  const { code } = await server.links.offer({ user: canary.mark() });
  await person.operations.links.create({ code });
  const flag = { kind: 'boolean', exposed: true, enabled: true, off: 'off' } as const;
  const rules = handles.map((handle) => ({ handles: [handle], variant: 'on' }));
  await admin.operations.flags.set({
    flag: { ...flag, name: 'new-editor', variants: ['on', 'off'], rules },
    expected: 0,
  });
}

test('no byte of an erased person is left in the data folder or the log', { timeout: 120_000 }, async () => {
  const deleted: string[] = [];
  const clerk = await host(({ method, url, headers: { authorization } }, response) => {
    if (authorization !== 'Bearer sk_test_1') return response.writeHead(401).end();
    deleted.push(`${method} ${url}`);
    return response.writeHead(200, { 'content-type': 'application/json' }).end('{"deleted":true}');
  });
  const bytes = picture(canary.mark(), canary.mark());
  const pictures = await host((_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(bytes));
  const pages = await host(({ url }, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>${url!.slice(1)}</title>`),
  );
  deployment = await startDeployment({
    functionsDir: backend,
    dataDir,
    env: {
      CLERK_JWT_ISSUER_DOMAIN: issuer.url,
      CLERK_WEBHOOK_SIGNING_SECRET: SECRET,
      CLERK_SECRET_KEY: 'sk_test_1',
      CLERK_API_URL: `http://127.0.0.1:${clerk.port}`,
      GIGSY_PHOTO_LOOPBACK: 'on',
      GIGSY_LINK_LOOPBACK: 'on',
      GIGSY_WEBHOOK_LOOPBACK: 'on',
      GIGSY_VERIFICATION_SECRET: randomBytes(32).toString('hex'),
      GIGSY_MESSAGE_OUTBOX: 'on',
    },
    log: (line) => log.push(JSON.stringify(line)),
  });
  const person = asPerson('demo_ada');
  const receiver = await subscribed();
  const handles = await somebody(person, `http://127.0.0.1:${pictures.port}`, `http://127.0.0.1:${pages.port}`);
  await expect.poll(() => receiver.received.some(({ body }) => body.includes(handles[1]!)), soon).toBe(true);
  const files = () => readdirSync(path.join(dataDir, 'files')).length;
  expect([textsIn(dataDir, canary.marks).length > canary.marks.length / 2, files()]).toEqual([true, 6]);

  await person.profile.accounts.requestDeletion();
  await deployment.run('forge:due');
  await deployment.run('profile/accounts:deletionsDue');
  await expect.poll(() => deleted, soon).toEqual(['DELETE /v1/users/demo_ada']);
  await expect.poll(() => textsIn(dataDir, canary.marks), soon).toEqual([]);
  expect(files()).toBe(0);
  expect(canary.marks.filter((mark) => log.some((line) => line.includes(mark)))).toEqual([]);
  await expect.poll(() => receiver.types.at(-1), soon).toBe('profile.erased');
  expect(receiver.types).toContain('profile.published');
  const told = canary.marks.filter((mark) => !handles.includes(mark));
  expect(told.filter((mark) => receiver.received.some(({ body }) => body.includes(mark)))).toEqual([]);
  await receiver.stop();
});
