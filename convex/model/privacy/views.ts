/**
 * Views: what an audience may see of a person, stored by read model, one row a person and audience. They are rewritten
 * in the transaction that changes their source, and only if their bytes change. A read is one document, and an edit
 * that an audience may not see touches nothing that the audience watches. See docs/adr/0004 and 0016.
 */
import { type SharedAudience, type ViewerFacts, sharedAudiences, canonicalWriter } from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { hashOf, hashOfText } from '../contract/hash.js';
import { differing, tellHidden, tellShown } from './news.js';
import { addRedirects, endRedirects, isLed, leadOf, removeRedirects } from './redirects.js';
import { type ReadModel, type ViewAudience, type ViewSubject, type ViewTable, policyHash } from './readModel.js';

export interface View<Body> {
  body: Body;
  etag: string;
}

/**
 * Reads the view of an audience: one document, or null; two where the person has left `handle`, whose views then bear the
 * new one. A view made under another policy is not served: until it is rewritten, the rows are projected.
 */
export async function findView<Subject extends ViewSubject, Body>(
  ctx: QueryCtx | MutationCtx,
  model: ReadModel<Subject, Body>,
  handle: string,
  audience: SharedAudience,
): Promise<View<Body> | null> {
  const row = (await findRow(ctx, model, handle, audience)) ?? (await findLed(ctx, model, handle, audience));
  if (!row) return null;
  if (row.policy === (await policyHash(model))) return { body: row.body as Body, etag: row.etag };
  const subject = await model.load(ctx, row.handle);
  const body = subject && projected(model, subject, audience);
  return body && { body, etag: await hashOf(body) };
}

/** The handle under which an audience sees a person; null if it sees nothing of them, and for text that names nobody. */
export async function shownHandle(
  ctx: QueryCtx | MutationCtx,
  model: ReadModel,
  profile: string,
  audience: SharedAudience,
): Promise<string | null> {
  const rows = await ctx.db
    .query(model.table)
    .withIndex('by_profile', (range) => range.eq('profileId', profile as Id<'profiles'>))
    .take(CHECKED);
  const row = rows.find((each) => each.audience === audience);
  return row && (await findView(ctx, model, row.handle, audience)) ? row.handle : null;
}

/** The view to which a former handle leads. */
async function findLed(
  ctx: QueryCtx | MutationCtx,
  model: ReadModel,
  handle: string,
  audience: SharedAudience,
): Promise<Doc<ViewTable> | null> {
  const leadsTo = await leadOf(ctx, model.table, handle, audience);
  return leadsTo === null ? null : findRow(ctx, model, leadsTo, audience);
}

/** The part of `subject` that an audience may see; null if it may see nothing. */
export function projected<Subject extends ViewSubject, Body>(
  model: ReadModel<Subject, Body>,
  subject: Subject,
  viewer: ViewAudience | ViewerFacts,
): Body | null {
  const audience = typeof viewer === 'string' ? viewer : viewer.audience;
  return model.project(model.document(subject, audience), viewer, model.rows);
}

interface Making {
  /** `canonicalJson`, or a `canonicalWriter` that has seen the subject's lists. */
  write: (value: unknown) => string;
  /** The sections that the subject has, if they are not all: the others stay as they are in the stored views. */
  sections?: readonly string[] | undefined;
}

/** Rewrites the views of one read model whose bytes or policy have changed. */
export async function writeViews<Subject extends ViewSubject>(
  ctx: MutationCtx,
  model: ReadModel<Subject>,
  subject: Subject,
  { write, sections }: Making = { write: canonicalWriter() },
): Promise<void> {
  const policy = await policyHash(model);
  let isShown = false;
  for (const audience of sharedAudiences)
    if (await writeView(ctx, model, subject, audience, { policy, write, sections })) isShown = true;
  if (isShown) await model.shown?.(ctx, subject);
}

/** True if there is a view that was not there before, or another one. */
async function writeView<Subject extends ViewSubject>(
  ctx: MutationCtx,
  model: ReadModel<Subject>,
  subject: Subject,
  audience: SharedAudience,
  { policy, write, sections }: Making & { policy: string },
): Promise<boolean> {
  const { handle, formerHandles = [] } = model.document(subject, audience);
  const { profileId } = subject;
  const before = await findRow(ctx, model, handle, audience);
  const shown = projected(model, subject, audience);
  if (shown === null) {
    if (!before) return false;
    await removeView(ctx, model, before, formerHandles);
    await tellHidden(ctx, model, before);
    return false;
  }
  if (sections && before?.policy !== policy) {
    // There is no view to keep the other sections of.
    const whole = await model.load(ctx, handle);
    return whole !== null && (await writeView(ctx, model, whole, audience, { policy, write }));
  }
  const body = sections && before ? withParts(before.body, shown as object, sections) : shown;
  const etag = await hashOfText(write(body));
  if (before?.etag === etag && before.policy === policy) return false;
  // Each view table takes the body that its own read model makes.
  const made = { body: body as never, etag, policy };
  if (audience === 'public') await tellShown(ctx, model, profileId, differing(write, before?.body, body as object));
  if (before) {
    await ctx.db.patch(model.table, before._id, made);
    await model.followed?.(ctx, before.body, body);
  } else {
    await ctx.db.insert(model.table, { profileId, handle, audience, ...made });
    await addRedirects(ctx, formerHandles, { table: model.table, audience, profileId, leadsTo: handle });
  }
  return true;
}

/** `body` with the named sections as they are in `shown`, and without those that are not there. */
function withParts(body: object, shown: object, sections: readonly string[]): object {
  const kept = Object.entries(body).filter(([name]) => !sections.includes(name));
  return { ...Object.fromEntries(kept), ...shown };
}

async function removeView(
  ctx: MutationCtx,
  model: ReadModel,
  { _id, audience, body }: Doc<ViewTable>,
  formerHandles: readonly string[],
): Promise<void> {
  await ctx.db.delete(model.table, _id);
  await model.followed?.(ctx, body, null);
  await removeRedirects(ctx, formerHandles, { table: model.table, audience });
}

/** Deletes a person's views under a handle that they leave. */
export async function removeViews(ctx: MutationCtx, models: readonly ReadModel[], handle: string): Promise<void> {
  for (const model of models) {
    for (const audience of sharedAudiences) {
      const row = await findRow(ctx, model, handle, audience);
      if (row) await removeView(ctx, model, row, []);
    }
  }
}

/** Rewrites a person's views in these read models after a change that governs all views: status, role or settings. */
export async function rewriteViews(ctx: MutationCtx, models: readonly ReadModel[], handle: string): Promise<void> {
  for (const model of models) {
    const subject = await model.load(ctx, handle);
    if (subject) await writeViews(ctx, model, subject);
  }
}

/**
 * People whose views one transaction makes again: a portfolio weighs at most 512 KiB, and its views 256 KiB each; 16 MiB may
 * be read.
 */
const REFRESH_BATCH = 8;

/**
 * Makes a batch of views again, of the first read model whose policy has changed since all its views were made. True if
 * there may be more to do.
 */
export async function refreshViews(ctx: MutationCtx, models: readonly ReadModel[]): Promise<boolean> {
  for (const model of models) {
    const policy = await policyHash(model);
    const walk = await ctx.db
      .query('viewRefreshes')
      .withIndex('by_table', (range) => range.eq('table', model.table))
      .unique();
    const reached = walk?.policy === policy ? walk.reached : '';
    if (reached === null) continue;
    const handles = await model.handlesAfter(ctx, reached, REFRESH_BATCH);
    for (const handle of handles) await rewriteViews(ctx, [model], handle);
    const progress = { policy, reached: handles.length === REFRESH_BATCH ? handles.at(-1)! : null };
    if (walk) await ctx.db.patch('viewRefreshes', walk._id, progress);
    else await ctx.db.insert('viewRefreshes', { table: model.table, ...progress });
    return progress.reached !== null || model !== models.at(-1);
  }
  return false;
}

/** View rows of one person and read model that a check reads: one for each audience, and some that should not be there. */
const CHECKED = sharedAudiences.length + 3;

function rowsOf(ctx: MutationCtx, model: ReadModel, profileId: Id<'profiles'>): Promise<Doc<ViewTable>[]> {
  return ctx.db
    .query(model.table)
    .withIndex('by_profile', (range) => range.eq('profileId', profileId))
    .take(CHECKED);
}

/**
 * Audiences whose stored view is not the projection of `subject` or that former handles lead to otherwise, and `stray` if a person has views under another handle
 * or without a profile. A view of another policy counts as right: it is not served, and refreshViews makes it again.
 */
export async function driftedViews(
  ctx: MutationCtx,
  model: ReadModel,
  { profileId, handle }: { profileId: Id<'profiles'>; handle: string | null },
  subject: ViewSubject | null,
): Promise<string[]> {
  const rows = await rowsOf(ctx, model, profileId);
  const policy = await policyHash(model);
  const drifted: string[] = [];
  for (const audience of sharedAudiences) {
    const stored = rows.filter((row) => row.audience === audience && row.handle === handle);
    const body = subject && projected(model, subject, audience);
    const fits =
      (await isProjection(stored, body, policy)) && (await areLed(ctx, model, subject, audience, body !== null));
    if (!fits) drifted.push(audience);
  }
  return rows.every((row) => row.handle === handle) ? drifted : [...drifted, 'stray'];
}

async function areLed(
  ctx: MutationCtx,
  model: ReadModel,
  subject: ViewSubject | null,
  audience: SharedAudience,
  isShown: boolean,
): Promise<boolean> {
  if (!subject) return true;
  const { handle: leadsTo, formerHandles = [] } = model.document(subject, audience);
  const led = { table: model.table, audience, profileId: subject.profileId, leadsTo };
  for (const former of formerHandles) if (!(await isLed(ctx, former, led, isShown))) return false;
  return true;
}

async function isProjection(stored: Doc<ViewTable>[], body: unknown, policy: string): Promise<boolean> {
  const [row, doubled] = stored;
  if (!row || doubled || body === null) return !row && body === null;
  if (row.policy !== policy) return true;
  return row.etag === (await hashOf(body)) && row.etag === (await hashOf(row.body));
}

/** Deletes all views of a person and makes them anew; only deletes them where `handle` is null. */
export async function remakeViews(
  ctx: MutationCtx,
  model: ReadModel,
  { profileId, handle }: { profileId: Id<'profiles'>; handle: string | null },
): Promise<void> {
  for (const { _id, body } of await rowsOf(ctx, model, profileId)) {
    await ctx.db.delete(model.table, _id);
    await model.followed?.(ctx, body, null);
  }
  const subject = handle === null ? null : await model.load(ctx, handle);
  if (!subject) return;
  for (const former of model.document(subject, 'public').formerHandles ?? [])
    await endRedirects(ctx, former, model.table);
  await writeViews(ctx, model, subject);
}

/** The next person after `after` who has views, by the ids of profiles; null at the end. */
export async function ownerOfViewsAfter(
  ctx: MutationCtx,
  model: ReadModel,
  after: string,
): Promise<Id<'profiles'> | null> {
  const row = await ctx.db
    .query(model.table)
    .withIndex('by_profile', (range) => range.gt('profileId', after as Id<'profiles'>))
    .first();
  return row?.profileId ?? null;
}

function findRow(
  ctx: QueryCtx | MutationCtx,
  model: ReadModel,
  handle: string,
  audience: SharedAudience,
): Promise<Doc<ViewTable> | null> {
  return ctx.db
    .query(model.table)
    .withIndex('by_handle_audience', (range) => range.eq('handle', handle).eq('audience', audience))
    .unique();
}
