/** Rows of the trust domain that samples name, made by the functions that make them for people. */
import { vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import type { SampleSubject } from '../../packages/schema/src/contract/samples.ts';
import { type Caller, type Deployment, key } from './deployment.ts';
import { endorsementsFor } from './endorsing.ts';
import { casesFor } from './moderating.ts';
import { gigFor } from './reviewing.ts';
import { claimed, codeSent } from './verifying.ts';

type Named = 'proof' | 'claim' | 'endorsement' | 'request' | 'invitation' | 'gig' | 'moderated';

/** The rows that the function takes as Ada's, or as an administrator's; empty texts for the others. */
export async function trustFor(
  d: Deployment,
  ada: Caller,
  admin: Caller,
  name: string,
): Promise<Pick<SampleSubject, Named>> {
  const isOf = (part: string) => name.startsWith(`trust.${part}`);
  if (isOf('documents.')) await standIn(ada, name);
  return {
    proof: isOf('') ? await codeSent(d, ada, 'kestrel@example.org') : '',
    claim: name === 'trust.claims.check' ? await claimed(ada, 'kestrel.org') : '',
    ...(isOf('endorsements.') ? await endorsementsFor(d, ada, name) : { endorsement: '', request: '', invitation: '' }),
    gig: isOf('reviews.') ? await gigFor(d, name) : '',
    moderated: isOf('moderation.') ? await casesFor(d, ada, admin, name) : '',
  };
}

/** Has the stand-in play the provider of checks, on a deployment of this machine; with a check to play on. */
async function standIn(ada: Caller, name: string): Promise<void> {
  vi.stubEnv('GIGSY_IDENTITY_STANDIN', 'on');
  vi.stubEnv('CONVEX_SITE_URL', 'http://127.0.0.1:3211');
  if (name.endsWith('.play')) await ada.mutation(api.trust.documents.start, { idempotencyKey: key() });
}
