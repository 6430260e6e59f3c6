/** The one way to change what counts of a person: the rows, the views whose bytes change, and an event in one mutation. */
import { type VerificationLevel, type VerificationStep, levelOf, verificationMethods } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { appendEvent } from '../events/log.js';
import { writeViews } from '../privacy/views.js';
import { type CodeRow, dropCode, findCode } from './codes.js';
import { type EvidenceRow, activeEvidence, addEvidence, endEvidence, findEvidence, noteTold } from './evidence.js';
import { trustSource, trustViews } from './views.js';

type Owner = Pick<Doc<'profiles'>, '_id' | 'accountId' | 'handle'>;

/** A code was read where it was sent: the proof takes the place of an older one of its method. */
export async function verified(ctx: MutationCtx, owner: Owner, { method, subject }: CodeRow): Promise<void> {
  const before = await findEvidence(ctx, owner.accountId, method);
  if (before) await end(ctx, owner, before, 'replace');
  await addEvidence(ctx, owner.accountId, { method, subject });
  await follow(ctx, owner.handle);
  await appendEvent(ctx, 'trust.verified', owner._id, { method });
}

/** Ends what is active or awaited under an id. Throws if there is nothing. */
export async function withdrawn(ctx: MutationCtx, owner: Owner, id: string): Promise<void> {
  const evidence = await findEvidence(ctx, owner.accountId, id);
  const code = Object.hasOwn(verificationMethods, id)
    ? await findCode(ctx, owner.accountId, id as keyof typeof verificationMethods)
    : null;
  if (!evidence && !code) throw refusal('not_found', 'You have no such verification; it may have ended already.');
  if (code) await dropCode(ctx, code);
  if (!evidence) return;
  await end(ctx, owner, evidence, 'withdraw');
  await follow(ctx, owner.handle);
}

/** Ends evidence by a step of nobody's own. Returns the profile; null where it ended already, or nobody has it any more. */
export async function ended(
  ctx: MutationCtx,
  evidence: EvidenceRow,
  step: Extract<VerificationStep, 'expire' | 'revoke'>,
): Promise<Id<'profiles'> | null> {
  const owner = await ownerOf(ctx, evidence);
  if (!owner || !(await end(ctx, owner, evidence, step))) return null;
  await follow(ctx, owner.handle);
  return owner._id;
}

/** Tells that evidence ends soon, once. */
export async function told(ctx: MutationCtx, evidence: EvidenceRow): Promise<void> {
  const owner = await ownerOf(ctx, evidence);
  if (owner && (await noteTold(ctx, evidence)))
    await appendEvent(ctx, 'trust.verificationEnding', owner._id, { method: evidence.method });
}

/** The level of all active evidence of a person, hidden evidence too. */
export async function ownLevel(ctx: MutationCtx, accountId: Id<'accounts'>): Promise<VerificationLevel> {
  return levelOf((await activeEvidence(ctx, accountId)).map(({ method }) => verificationMethods[method]));
}

/** The profile of a row's account; null where there is no profile any more. */
export async function ownerOf(ctx: MutationCtx, { accountId }: Pick<EvidenceRow, 'accountId'>): Promise<Owner | null> {
  const account = await ctx.db.get('accounts', accountId);
  const source = account?.handle === undefined ? null : await trustSource(ctx, account.handle);
  return source && { _id: source.profileId, accountId, handle: source.handle };
}

/** False where it ended already. */
async function end(ctx: MutationCtx, owner: Owner, evidence: EvidenceRow, step: VerificationStep): Promise<boolean> {
  const state = await endEvidence(ctx, evidence, step);
  if (!state) return false;
  await appendEvent(ctx, 'trust.verificationEnded', owner._id, { method: evidence.method, state });
  return true;
}

/** Has the views follow. */
export async function follow(ctx: MutationCtx, handle: string): Promise<void> {
  const source = await trustSource(ctx, handle);
  if (source) await writeViews(ctx, trustViews, source);
}
