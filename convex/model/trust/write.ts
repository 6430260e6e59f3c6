/** The one way to change what counts of a person: the rows, the views whose bytes change, and an event in one mutation. */
import {
  type CodeMethod,
  type VerificationLevel,
  type VerificationStep,
  codeMethodNames,
  levelOf,
  verificationMethods,
} from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { appendEvent } from '../events/log.js';
import { writeViews } from '../privacy/views.js';
import { dropClaim, findClaim } from './claims.js';
import { dropCode, findCode } from './codes.js';
import {
  type EvidenceRow,
  type Proof,
  activeEvidence,
  addEvidence,
  endEvidence,
  findEvidence,
  noteTold,
  renewEvidence,
} from './evidence.js';
import { dropSession, findSession } from './sessions.js';
import { type Owner, ownerOf } from './owner.js';
import { trustSource, trustViews } from './views.js';

/** Something was proved: the proof takes the place of an older one with its id. */
export async function verified(ctx: MutationCtx, owner: Owner, proof: Proof): Promise<void> {
  const before = await findEvidence(ctx, owner.accountId, proof.id);
  if (before) await end(ctx, owner, before, 'replace');
  await addEvidence(ctx, owner.accountId, proof);
  await follow(ctx, owner.handle);
  await appendEvent(ctx, 'trust.verified', owner._id, { method: proof.method });
}

/** The thing that a claim names was seen: for the first time, which proves it, or again. */
export async function seen(ctx: MutationCtx, owner: Owner, proof: Proof): Promise<void> {
  const evidence = await findEvidence(ctx, owner.accountId, proof.id);
  if (!evidence) return verified(ctx, owner, proof);
  if (await renewEvidence(ctx, evidence)) await follow(ctx, owner.handle);
}

/** Ends what is active or awaited under an id. Throws if there is nothing. */
export async function withdrawn(ctx: MutationCtx, owner: Owner, id: string): Promise<void> {
  const evidence = await findEvidence(ctx, owner.accountId, id);
  const awaited = await dropAwaited(ctx, owner.accountId, id);
  if (!evidence && !awaited) throw refusal('not_found', 'You have no such verification; it may have ended already.');
  if (!evidence) return;
  await end(ctx, owner, evidence, 'withdraw');
  await follow(ctx, owner.handle);
}

/** Deletes what is awaited under an id. False where nothing is. */
async function dropAwaited(ctx: MutationCtx, accountId: Id<'accounts'>, id: string): Promise<boolean> {
  const code = isCodeMethod(id) ? await findCode(ctx, accountId, id) : null;
  const claim = await findClaim(ctx, accountId, id);
  if (code) await dropCode(ctx, code);
  const session = id === 'document' ? await findSession(ctx, accountId) : null;
  if (claim) await dropClaim(ctx, claim);
  if (session) await dropSession(ctx, session);
  return code !== null || claim !== null || session !== null;
}

function isCodeMethod(id: string): id is CodeMethod {
  return (codeMethodNames as readonly string[]).includes(id);
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

/** False where it ended already. */
async function end(ctx: MutationCtx, owner: Owner, evidence: EvidenceRow, step: VerificationStep): Promise<boolean> {
  const state = await endEvidence(ctx, evidence, step);
  if (!state) return false;
  // Another look would bring back what was taken away.
  const claim = await findClaim(ctx, owner.accountId, evidence.id);
  if (claim) await dropClaim(ctx, claim);
  await appendEvent(ctx, 'trust.verificationEnded', owner._id, { method: evidence.method, state });
  return true;
}

/** Has the views follow. */
export async function follow(ctx: MutationCtx, handle: string): Promise<void> {
  const source = await trustSource(ctx, handle);
  if (source) await writeViews(ctx, trustViews, source);
}
