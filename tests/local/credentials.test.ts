/** Credentials through a running deployment: issued, signed, served with their status, and revoked with what they attest. */
import { generateKeyPairSync } from 'node:crypto';
import { createGigsy } from '@gigsy/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RunningBackend } from './running-backend.ts';

const soon = { timeout: 20_000, interval: 50 };
const jwk = (kid: string) => ({ ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid });
const [current, former] = [jwk('b'), jwk('a')];
const { d: _, ...retired } = former;

let running: RunningBackend;
beforeAll(async () => {
  running = await RunningBackend.start({
    GIGSY_VERIFICATION_SECRET: 'a secret of this test alone, of 32 characters and more',
    GIGSY_MESSAGE_OUTBOX: 'on',
    GIGSY_CREDENTIAL_KEYS: JSON.stringify({ keys: [current, retired] }),
  });
});
afterAll(() => running.close());

async function person(handle: string) {
  await running.person(handle);
  const gigsy = createGigsy({ url: running.deployment.url, auth: { getToken: () => running.token(handle) } });
  const { verifications, credentials } = gigsy.trust;
  await verifications.start({ method: 'email', subject: `${handle}@example.org` });
  const [message] = await verifications.outbox();
  await verifications.confirm({ method: 'email', code: message!.code });
  return { verifications, credentials, end: () => gigsy.close() };
}

test('a badge becomes a signed document', async () => {
  const { credentials, end } = await person('ada');
  console.log(await credentials.issue({ kind: 'badge', id: 'email' }));
  await expect.poll(async () => (await credentials.mine()).map(({ state }) => state), soon).toEqual(['ready']);
  const [{ document } = { document: '' }] = await credentials.mine();
  console.log(JSON.stringify(JSON.parse(document!), null, 1));
  const { credentialStatus } = JSON.parse(document!);
  const list = await running.request('GET', { path: new URL(credentialStatus.statusListCredential).pathname });
  console.log(list, await running.request('GET', { path: '/.well-known/did.json' }));
  end();
}, 60_000);
