/**
 * Takes the outcomes of identity checks from the inbox. They count from the deployment's own provider alone, and for the check
 * that they name: one that comes again, late, or after another outcome changes nothing.
 */
import type { TrustInboundType } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { type InboundMapper, refusedEvent } from '../events/mapper.js';
import { findSource, sourceById } from '../events/sources.js';
import { findEvidence } from './evidence.js';
import { ownerOf } from './owner.js';
import { dropSession, findSession, isWaiting, noteOutcome } from './sessions.js';
import { identityRoute } from './settings.js';
import { STAND_IN } from './standIn.js';
import { ended, verified } from './write.js';

export const trustMapper: InboundMapper = {
  domain: 'trust',
  async apply(ctx, { type, data, accountId, sourceId }) {
    if (!(await isProvider(ctx, sourceId))) throw refusedEvent('unknown_subject');
    // The inbox has checked the data against the schema of the type.
    await settle(ctx, accountId, type as TrustInboundType, (data as { check: string }).check);
  },
};

async function settle(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  type: TrustInboundType,
  reference: string,
): Promise<void> {
  const evidence = await findEvidence(ctx, accountId, 'document');
  if (evidence?.reference === reference) {
    if (type === 'identity.revoked') await ended(ctx, evidence, 'revoke');
    return;
  }
  const session = await findSession(ctx, accountId);
  const owner = await ownerOf(ctx, { accountId });
  if (!owner || session?.reference !== reference || !isWaiting(session)) return;
  if (type !== 'identity.verified') return noteOutcome(ctx, session, type === 'identity.lapsed' ? 'lapsed' : 'failed');
  await dropSession(ctx, session);
  await verified(ctx, owner, { id: 'document', method: 'document', provider: session.provider, reference });
}

/** Whether the source is that of the deployment's provider, or of its stand-in. */
async function isProvider(ctx: MutationCtx, sourceId: Id<'eventSources'>): Promise<boolean> {
  const route = identityRoute();
  if (route === 'standIn') return (await sourceById(ctx, sourceId)).address === STAND_IN;
  return (await findSource(ctx, route.source))?._id === sourceId;
}
