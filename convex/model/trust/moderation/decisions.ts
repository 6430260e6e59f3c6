/** Decisions against reported places, taken back and appealed. The places that are withheld follow from those in force. */
import { APPEAL_MS, type AppealOutcome, MAX_IN_FORCE, SHOWN_STATEMENTS, type actShape } from '@gigsy/schema';
import type * as z from 'zod';
import type { Id } from '../../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../../_generated/server.js';
import { refusal } from '../../contract/errors.js';
import { changeStatus } from '../../profile/write.js';
import { withhold } from '../../profile/writeWithheld.js';
import { type CaseRow, type LivingCase, findCase, stepCase } from './cases.js';

type Act = z.output<z.ZodObject<typeof actShape>>;
type Staff = Id<'accounts'>;

/** Decides against a place. Throws unless this moderator has taken the case. */
export async function act(ctx: MutationCtx, row: LivingCase, by: Staff, given: Act): Promise<void> {
  if (row.state === 'inReview' && row.assignee !== by)
    throw refusal('account_state', 'Another moderator has this case; take it first.');
  if (row.accountId === by) throw refusal('forbidden', 'Nobody decides on their own profile.');
  if ((await inForce(ctx, row.accountId)).length >= MAX_IN_FORCE)
    throw refusal(
      'too_large',
      `${MAX_IN_FORCE} decisions are in force against this profile; withhold the whole profile.`,
    );
  if (given.measure === 'suspend') await checkActive(ctx, row.accountId);
  const { measure, ground, rule, explanation, place = row.place } = given;
  const at = Date.now();
  const decision = { measure, place, ground, rule, explanation, by, at, inForce: true };
  await stepCase(ctx, row, 'act', { decision, appealUntil: at + APPEAL_MS });
  await follow(ctx, row.accountId, measure);
}

/** A suspension that is taken back leaves the account active, so it must have been. */
async function checkActive(ctx: MutationCtx, accountId: Id<'accounts'>): Promise<void> {
  if ((await ctx.db.get('accounts', accountId))?.status !== 'active')
    throw refusal('account_state', 'Only an active account can be suspended.');
}

/** Takes a decision back. */
export async function restore(ctx: MutationCtx, row: LivingCase): Promise<void> {
  const { decision } = row;
  if (!decision?.inForce) throw refusal('account_state', 'No decision of this case is in force.');
  await stepCase(ctx, row, 'restore', { decision: { ...decision, inForce: false }, appealUntil: undefined });
  await follow(ctx, row.accountId, decision.measure);
}

/** The owner objects, once. Throws where the case is another person's, or its time is over. */
export async function appeal(ctx: MutationCtx, owner: Id<'accounts'>, id: string, text: string): Promise<LivingCase> {
  const row = await findCase(ctx, id);
  if (row?.accountId !== owner || !row.decision)
    throw refusal('not_found', 'There is no such decision against your profile.');
  if ((row.appealUntil ?? 0) <= Date.now())
    throw refusal('account_state', 'The time for an appeal is over, or there was one already.');
  await stepCase(ctx, row, 'appeal', { appeal: { text, at: Date.now() }, appealUntil: undefined, assignee: undefined });
  return (await findCase(ctx, id)) as LivingCase;
}

/** Decides an appeal. Throws for the moderator who made the decision. */
export async function decideAppeal(
  ctx: MutationCtx,
  row: LivingCase,
  by: Staff,
  { outcome, explanation }: { outcome: AppealOutcome; explanation: string },
): Promise<void> {
  const { appeal: made, decision } = row;
  if (!made || made.outcome || !decision)
    throw refusal('account_state', 'No appeal of this case waits for a decision.');
  if (decision.by === by || row.accountId === by)
    throw refusal('forbidden', 'Another moderator than the one who decided has to decide the appeal.');
  const decided = { ...made, outcome, explanation, decidedAt: Date.now() };
  if (outcome === 'upheld') return stepCase(ctx, row, 'uphold', { appeal: decided });
  await stepCase(ctx, row, 'overturn', { appeal: decided, decision: { ...decision, inForce: false } });
  return follow(ctx, row.accountId, decision.measure);
}

/** The cases whose decision against this person is in force. */
function inForce(ctx: QueryCtx | MutationCtx, accountId: Id<'accounts'>): Promise<CaseRow[]> {
  return ctx.db
    .query('moderationCases')
    .withIndex('by_force', (range) => range.eq('accountId', accountId).eq('decision.inForce', true))
    .take(MAX_IN_FORCE);
}

/** Cases with a statement to this person, newest first. */
export function decidedAgainst(ctx: QueryCtx, accountId: Id<'accounts'>): Promise<CaseRow[]> {
  return ctx.db
    .query('moderationCases')
    .withIndex('by_account', (range) => range.eq('accountId', accountId).gt('decision.at', 0))
    .order('desc')
    .take(SHOWN_STATEMENTS);
}

/** Has the profile or the account follow the decisions that are in force now. */
async function follow(ctx: MutationCtx, accountId: Id<'accounts'>, measure: Act['measure']): Promise<void> {
  const decisions = (await inForce(ctx, accountId)).map(({ decision }) => decision!);
  if (measure === 'withhold') {
    const places = decisions.filter(({ measure: made }) => made === 'withhold').map(({ place }) => place);
    return withhold(ctx, accountId, places);
  }
  const account = await ctx.db.get('accounts', accountId);
  if (!account || account.status === 'deleted') return;
  const suspended = decisions.some(({ measure: made }) => made === 'suspend');
  // The person alone calls off a deletion that they asked for.
  if (suspended) await changeStatus(ctx, account, 'suspended');
  else if (account.status === 'suspended')
    await changeStatus(ctx, account, account.deletion ? 'deactivated' : 'active');
}
