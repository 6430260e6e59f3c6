/** Credentials through a running deployment: signed for real, verified over HTTP, revoked with what they attest, and erased. */
import { createGigsy } from '@gigsy/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reaching } from '../../packages/cli/src/verify/reach.ts';
import { verifyCredential } from '../../packages/cli/src/verify/verify.ts';
import { newKey } from '../cli/credentials.ts';
import { RunningBackend } from './running-backend.ts';
import { credentialOf, issuing } from './status-address.ts';

const { d: _, ...retired } = newKey('retired');

let running: RunningBackend;
beforeAll(async () => {
  running = await RunningBackend.start(issuing(retired));
});
afterAll(() => running.close());

async function verified(document: string): Promise<string[]> {
  const checks = await verifyCredential(JSON.parse(document), { reach: reaching(true), now: Date.now() });
  return checks.map(({ name, outcome }) => `${name} ${outcome}`);
}

test('a badge is downloaded, verified by anybody, and revoked when its owner takes it back', async () => {
  const document = await credentialOf(running, await running.person('ada'), 'kestrel@example.org');
  const gigsy = createGigsy({ url: running.deployment.url, auth: { getToken: () => running.token('ada') } });
  const { verifications, credentials } = gigsy.trust;
  expect(await credentials.issue({ kind: 'badge', id: 'email' })).toMatchObject({ state: 'ready' });
  expect(document).not.toContain('kestrel');
  const all = ['schema ok', 'issuer ok', 'signature ok', 'dates ok', 'status ok'];
  expect(await verified(document)).toEqual(all);
  expect(await verified(document.replace('Verified e-mail', 'Verified  e-mail'))).toContain('signature failed');

  await verifications.withdraw({ id: 'email' });
  expect(await verified(document)).toEqual([...all.slice(0, -1), 'status failed']);
  expect(await credentials.mine()).toEqual([]);
  gigsy.close();
}, 60_000);
