/** Asks and contacts as samples name them. */
import type { SampleSubject } from '../../packages/schema/src/contract/samples.ts';
import { api } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, key, person, photosTaken } from './deployment.ts';

/** An ask of Ada's or to her, as the function wants it, and a contact of hers. */
export async function relatedTo(
  d: Deployment,
  ada: Caller,
  asking: string,
): Promise<Pick<SampleSubject, 'ask' | 'relation'>> {
  const { relations } = api.privacy;
  const others = [await person(d, 'wren'), await person(d, 'lark')];
  const askAda = async (caller: Caller) => {
    const { ask } = await caller.mutation(relations.ask, { kind: 'contact', handle: 'ada', idempotencyKey: key() });
    await photosTaken(d);
    return ask;
  };
  const accepted = await askAda(others[0]!);
  const { relation } = await ada.mutation(relations.accept, { ask: accepted, idempotencyKey: key() });
  if (asking !== 'privacy.relations.withdraw') return { ask: await askAda(others[1]!), relation };
  const own = await ada.mutation(relations.ask, { kind: 'contact', handle: 'lark', idempotencyKey: key() });
  return { ask: own.ask, relation };
}
