/**
 * Reconciliation: compares the copies of profiles in pages. The walk `changed` goes along the log, the walk `all` through
 * every profile, every open finding and every table that could hold rows of no profile.
 */
import { type DriftWalk, isPublicEvent } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { eventsAfter } from '../events/log.js';
import type { ReadModel } from '../privacy/readModel.js';
import { ownerOfViewsAfter } from '../privacy/views.js';
import { compareProfile } from './compare.js';
import { openFindingsAfter, settleFindings } from './drift.js';
import { findProfileById, itemSections } from './rows.js';
import { ownerOfItemsAfter, profilePage } from './rowsCopies.js';
import { ownerOfHandlesAfter } from './rowsHandles.js';
import { FINDINGS, PROFILES, type Progress, finishPass, noteProgress, walkOf } from './walks.js';
import { addHashes } from './writeSnapshot.js';

/** Events, profiles or owners that one page looks at. */
const PAGE = 25;
/**
 * A page ends after the comparison that brings it over one of these. The largest profile adds less than 2 MiB and 1,000
 * documents, and a transaction may read 16 MiB and 32,000.
 */
const MOST_BYTES = 6 * 1024 * 1024;
const MOST_DOCUMENTS = 12_000;

interface Step {
  stage: string;
  cursor: string | null;
  ids: Id<'profiles'>[];
  isDone: boolean;
}

/**
 * Goes on with a walk by one page, which either looks for profiles or compares those that were found: the end of the log
 * changes with every write, so the transaction that reads it must be short. `chain` is the number that `takeOver` gave. True
 * if the chain has more to do, false if the pass is over or another chain has taken the walk over.
 */
export async function reconcilePage(
  ctx: MutationCtx,
  walk: DriftWalk,
  chain: number,
  models: readonly ReadModel[],
): Promise<boolean> {
  const state = await walkOf(ctx, walk);
  if (!state || state.chain !== chain) return false;
  const next = await (state.pending.length > 0 || state.isLast
    ? compared(ctx, state, models)
    : looked(ctx, state, models));
  if (next.isLast && next.pending.length === 0) {
    await finishPass(ctx, state, { ...next, cursor: walk === 'changed' ? next.cursor : null });
    return false;
  }
  await noteProgress(ctx, state, next);
  return true;
}

/** The walk after a look for further profiles. */
async function looked(ctx: MutationCtx, state: Doc<'driftWalks'>, models: readonly ReadModel[]): Promise<Progress> {
  const { checked, found: findings } = state;
  const { ids: pending, isDone: isLast, ...place } = await nextStep(ctx, state, models);
  return { ...place, pending, isLast, checked, found: findings };
}

/** The walk after the comparison of as many of its profiles as one transaction takes. */
async function compared(ctx: MutationCtx, state: Doc<'driftWalks'>, models: readonly ReadModel[]): Promise<Progress> {
  const { stage, cursor, pending, isLast } = state;
  const done = await compareSome(ctx, pending, models);
  const counts = { checked: state.checked + done.checked, found: state.found + done.found };
  return { stage, cursor, isLast, pending: pending.slice(done.checked), ...counts };
}

async function compareSome(
  ctx: MutationCtx,
  ids: readonly Id<'profiles'>[],
  models: readonly ReadModel[],
): Promise<{ checked: number; found: number }> {
  let [checked, found] = [0, 0];
  for (const id of ids) {
    const { differences, unhashed } = await compareProfile(ctx, id, models);
    found += await settleFindings(ctx, id, differences);
    if (unhashed && differences.length === 0) await addHashes(ctx, unhashed);
    checked += 1;
    const { bytesRead, documentsRead } = await ctx.meta.getTransactionMetrics();
    if (bytesRead.used > MOST_BYTES || documentsRead.used > MOST_DOCUMENTS) break;
  }
  return { checked, found };
}

async function nextStep(ctx: MutationCtx, state: Doc<'driftWalks'>, models: readonly ReadModel[]): Promise<Step> {
  const { walk, stage, cursor } = state;
  if (walk === 'changed') return changedProfiles(ctx, cursor);
  if (stage === PROFILES) {
    const page = await profilePage(ctx, cursor, PAGE);
    if (page.isDone) return { stage: FINDINGS, cursor: null, ids: page.ids, isDone: false };
    return { stage, cursor: page.cursor, ids: page.ids, isDone: false };
  }
  if (stage === FINDINGS) return found(ctx, cursor, models);
  return strays(ctx, { stage, cursor }, models);
}

/** Profiles with open findings: one that has been erased meanwhile is in no other stage. */
async function found(ctx: MutationCtx, cursor: string | null, models: readonly ReadModel[]): Promise<Step> {
  const findings = await openFindingsAfter(ctx, Number(cursor ?? 0), PAGE);
  const ids = [...new Set(findings.map(({ profileId }) => profileId))];
  const isLast = findings.length < PAGE;
  return isLast
    ? { stage: stages(models)[0]!, cursor: null, ids, isDone: false }
    : { stage: FINDINGS, cursor: String(findings.at(-1)!._creationTime), ids, isDone: false };
}

async function changedProfiles(ctx: MutationCtx, after: string | null): Promise<Step> {
  const { events, position: cursor, isLast: isDone } = await eventsAfter(ctx, after, PAGE);
  // News of the public view follow from changes that have events of their own.
  const changes = events.filter(({ type }) => !isPublicEvent(type));
  const ids = changes.flatMap(({ subject }) => (subject.kind === 'profile' ? [subject.id] : []));
  return { stage: PROFILES, cursor, ids: [...new Set(ids)], isDone };
}

const HANDLES = 'handles';

/** The tables in which rows of no profile are looked for, by section or by read model. */
function stages(models: readonly ReadModel[]): string[] {
  return [...itemSections, HANDLES, ...models.map(({ table }) => table)];
}

/** Owners in one table that are no profiles. An owner's rows are skipped: the next one is asked for by its id. */
async function strays(
  ctx: MutationCtx,
  { stage, cursor }: Pick<Step, 'stage' | 'cursor'>,
  models: readonly ReadModel[],
): Promise<Step> {
  const ids: Id<'profiles'>[] = [];
  let after = cursor ?? '';
  for (let count = 0; count < PAGE; count += 1) {
    const owner = await ownerAfter(ctx, stage, after, models);
    if (owner === null) {
      const next = stages(models)[stages(models).indexOf(stage) + 1];
      return next === undefined
        ? { stage, cursor: after, ids, isDone: true }
        : { stage: next, cursor: null, ids, isDone: false };
    }
    if (!(await findProfileById(ctx, owner))) ids.push(owner);
    after = owner;
  }
  return { stage, cursor: after, ids, isDone: false };
}

/** Null too where the stage is no longer one, since a new version of the code may go on with an older version's walk. */
async function ownerAfter(
  ctx: MutationCtx,
  stage: string,
  after: string,
  models: readonly ReadModel[],
): Promise<Id<'profiles'> | null> {
  const section = itemSections.find((name) => name === stage);
  if (section) return ownerOfItemsAfter(ctx, section, after);
  if (stage === HANDLES) return ownerOfHandlesAfter(ctx, after);
  const model = models.find(({ table }) => table === stage);
  return model ? ownerOfViewsAfter(ctx, model, after) : null;
}
