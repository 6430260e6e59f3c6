/** Every change of one byte of a signed document, and whether a verifier sees it. */
import type { Check } from '../../packages/cli/src/verify/check.ts';
import { verifyCredential } from '../../packages/cli/src/verify/verify.ts';

/**
 * Positions at which a change went unseen. At each, the byte gets three other values: of its neighbour in ASCII, of its other
 * case, and of its last bit and its highest one together. A document that is no JSON any more, or no UTF-8, is broken as well.
 */
export async function unseenChanges(
  signed: object,
  { document, every = 1 }: { document: unknown; every?: number },
): Promise<string[]> {
  const bytes = new TextEncoder().encode(JSON.stringify(signed));
  const unseen: string[] = [];
  for (let at = 0; at < bytes.length; at += every)
    for (const mask of every === 1 ? [0x01, 0x20, 0x81] : [0x01]) {
      const changed = new Uint8Array(bytes);
      changed[at]! ^= mask;
      if (await isGood(changed, document))
        unseen.push(`${at}: ${new TextDecoder().decode(changed.slice(at - 20, at + 20))}`);
    }
  return unseen;
}

async function isGood(bytes: Uint8Array, issuer: unknown): Promise<boolean> {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
  const nowhere = () => Promise.reject(new Error('Nothing is fetched here.'));
  const checks = await verifyCredential(document, { reach: nowhere, issuer, now: Date.now() });
  return ['schema', 'issuer', 'signature'].every((name) => outcomeOf(checks, name) === 'ok');
}

function outcomeOf(checks: readonly Check[], name: string): string | undefined {
  return checks.find((check) => check.name === name)?.outcome;
}
