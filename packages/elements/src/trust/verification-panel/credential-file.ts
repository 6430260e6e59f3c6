/** The credential of a piece of evidence: asked for, and awaited until it is signed. */
import type { Gigsy } from '@gigsy/sdk';

/** Longest wait for the signature, in milliseconds: it is made in one, as a rule. */
const LONGEST_MS = 20_000;

/** The signed document as JSON; undefined where it takes longer. Rejects where the deployment refuses. */
export async function credentialOf(
  { trust: { credentials } }: Gigsy,
  evidence: string,
  longest = LONGEST_MS,
): Promise<string | undefined> {
  const { id, kind } = await credentials.issue({ kind: 'badge', id: evidence });
  const ended = new AbortController();
  const { signal } = ended;
  const timer = setTimeout(() => ended.abort(), longest);
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => resolve(undefined));
      credentials.watchMine(
        {},
        {
          signal,
          error: reject,
          next: (own) => {
            const found = own.find((each) => each.kind === kind && each.id === id);
            if (found?.document !== undefined) resolve(found.document);
          },
        },
      );
    });
  } finally {
    clearTimeout(timer);
    ended.abort();
  }
}
