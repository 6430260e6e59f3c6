/** Reports of places by anybody. A report of a place that the reporter may not see leaves nothing. */
import { MAX_CASE_REPORTS, type reportShape, partsOfPlace } from '@gigsy/schema';
import type * as z from 'zod';
import type { Id } from '../../../_generated/dataModel.js';
import type { MutationCtx } from '../../../_generated/server.js';
import { type Principal, actorOf, isMember } from '../../contract/principal.js';
import type { ReadModel, ViewSubject } from '../../privacy/readModel.js';
import { sharedViews, viewFor } from '../../privacy/reads.js';
import { findGoverning } from '../../profile/rows.js';
import { joinCase, reportsOf } from './cases.js';

type Report = z.output<z.ZodObject<typeof reportShape>>;
type Shown = Readonly<Record<string, unknown>> & { handle: string };
type Model = ReadModel<ViewSubject, Shown>;

/** Sections that a view shows under another name. */
const SHOWN_AS: Readonly<Record<string, string>> = { verification: 'evidence' };

/**
 * Enters a report into the case of its place. Returns the profile; null where the reporter sees no such place, which leaves
 * no row.
 */
export async function enterReport(
  ctx: MutationCtx,
  models: readonly ReadModel[],
  principal: Principal,
  { receipt, ...report }: Report & { receipt: string },
): Promise<Id<'profiles'> | null> {
  const handle = await handleShowing(ctx, models as readonly Model[], principal, report);
  const owner = handle === null ? null : await findGoverning(ctx, handle);
  if (!owner) return null;
  const { profileId, accountId } = owner;
  const { place, reason, explanation, contact } = report;
  const { _id } = await joinCase(ctx, { profileId, accountId, place, reason });
  if ((await reportsOf(ctx, _id)).length < MAX_CASE_REPORTS) {
    const reporter = actorOf(principal);
    const words = { reason, explanation, receipt, ...(contact !== undefined && { contact }) };
    await ctx.db.insert('moderationReports', { case: _id, ...words, ...(reporter && { reporter }) });
  }
  return profileId;
}

/** The handle of the person who shows this place to the reporter; null if nobody does. Reads every model, found or not. */
async function handleShowing(
  ctx: MutationCtx,
  models: readonly Model[],
  principal: Principal,
  { handle, place }: Report,
): Promise<string | null> {
  let showing: string | null = null;
  for (const model of models) {
    // Members may report what a lease would open to them.
    const view = isMember(principal)
      ? (await sharedViews(ctx, model, principal, handle))?.callers
      : await viewFor(ctx, model, principal, handle);
    if (view && shows(view, place)) showing = view.handle;
  }
  return showing;
}

function shows(view: Shown, place: string): boolean {
  if (place === 'profile') return true;
  const { section, field, item } = partsOfPlace(place);
  const content = view[SHOWN_AS[section] ?? section];
  const parts = (Array.isArray(content) ? content : [content]).filter(isFields);
  if (item !== undefined) return Array.isArray(content) && parts.some(({ id }) => id === item);
  return field === undefined ? content !== undefined : parts.some((part) => part[field] !== undefined);
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object';
}
