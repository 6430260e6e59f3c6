/** The address of a status list that a running deployment gives out with a credential. */
import { vi } from 'vitest';
import type { SampleRequest } from '../../packages/schema/src/contract/samples.ts';
import { newKey } from '../cli/credentials.ts';
import type { RunningBackend } from './running-backend.ts';

/** Settings with which a deployment sends no messages and issues credentials. */
export const issuing = (...more: readonly object[]): Record<string, string> => ({
  GIGSY_VERIFICATION_SECRET: 'a secret of these tests alone, of 32 characters and more',
  GIGSY_MESSAGE_OUTBOX: 'on',
  GIGSY_CREDENTIAL_KEYS: JSON.stringify({ keys: [newKey('current'), ...more] }),
});

/** The signed document of the address that the person with this token proves by it. */
export async function credentialOf(running: RunningBackend, token: string, address: string): Promise<string> {
  const mutate = (name: string, args: object) => running.mutate(token, `trust/${name}`, args);
  await mutate('verifications:start', { method: 'email', subject: address });
  const [message] = await running.query<{ code: string }[]>(token, 'trust/verifications:outbox', {});
  await mutate('verifications:confirm', { method: 'email', code: message!.code });
  await mutate('credentials:issue', { kind: 'badge', id: 'email' });
  return vi.waitUntil(
    async () => {
      const [own] = await running.query<{ document?: string }[]>(token, 'trust/credentials:mine', {});
      return own?.document;
    },
    { timeout: 20_000, interval: 50 },
  );
}

export async function statusAddress(running: RunningBackend, token: string): Promise<SampleRequest> {
  const { credentialStatus } = JSON.parse(await credentialOf(running, token, 'pictured@example.org')) as {
    credentialStatus: { statusListCredential: string };
  };
  return { path: new URL(credentialStatus.statusListCredential).pathname };
}
