/** Contributions: what people write, with the files that they uploaded for it. Changed with the version of the section. */
import {
  type Contribution,
  type FieldError,
  MAX_CONTRIBUTIONS,
  MAX_CONTRIBUTIONS_LENGTH,
  MAX_PREVIEW_SIDE,
  randomHex,
  refusedFields,
} from '@gigsy/schema';
import { ConvexError } from 'convex/values';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { refusal } from '../contract/errors.js';
import { type FileFacts, filesOf, insertFile, removeFile } from './files.js';
import { releaseUpload, storedUploadsOf } from './uploads.js';
import { type ContributionRow, contributionsOf } from './rows.js';
import { checkVersion, ensurePortfolio, followPortfolio } from './write.js';

type Owner = Pick<Doc<'profiles'>, 'accountId' | 'handle'>;

export async function addContribution(
  ctx: MutationCtx,
  owner: Owner,
  { contribution, expected }: { contribution: Contribution; expected: number },
): Promise<{ id: string; version: number }> {
  const { accountId } = owner;
  const id = randomHex(8);
  const version = await write(ctx, owner, expected, async (before) => {
    if (before.length >= MAX_CONTRIBUTIONS)
      throw refusal('too_large', `A person may have ${MAX_CONTRIBUTIONS} contributions; remove one first.`);
    checkLength([...before.map((row) => row.contribution), contribution]);
    await takeFiles(ctx, accountId, contribution);
    await ctx.db.insert('portfolioContributions', { accountId, id, contribution });
  });
  return { id, version };
}

export function updateContribution(
  ctx: MutationCtx,
  owner: Owner,
  { id, contribution, expected }: { id: string; contribution: Contribution; expected: number },
): Promise<number> {
  return write(ctx, owner, expected, async (before) => {
    const row = required(before, id);
    const others = before.filter((each) => each !== row);
    checkLength([...others.map((each) => each.contribution), contribution]);
    await takeFiles(ctx, owner.accountId, contribution);
    const isSamePage = contribution.url === row.contribution.url;
    await ctx.db.patch('portfolioContributions', row._id, { contribution, ...(!isSamePage && { link: undefined }) });
    await dropFiles(ctx, owner.accountId, [...others.map((each) => each.contribution), contribution]);
  });
}

export function removeContribution(
  ctx: MutationCtx,
  owner: Owner,
  { id, expected }: { id: string; expected: number },
): Promise<number> {
  return write(ctx, owner, expected, async (before) => {
    const row = required(before, id);
    await ctx.db.delete('portfolioContributions', row._id);
    const others = before.filter((each) => each !== row);
    await dropFiles(
      ctx,
      owner.accountId,
      others.map((each) => each.contribution),
    );
  });
}

/** One change of the section, with all that follows. Returns the version after it. */
async function write(
  ctx: MutationCtx,
  { accountId, handle }: Owner,
  expected: number,
  change: (before: ContributionRow[]) => Promise<void>,
): Promise<number> {
  const portfolio = await ensurePortfolio(ctx, accountId);
  checkVersion(portfolio, 'contributions', expected);
  await change(await contributionsOf(ctx, accountId));
  const version = expected + 1;
  await ctx.db.patch('portfolios', portfolio._id, { versions: { ...portfolio.versions, contributions: version } });
  await followPortfolio(ctx, handle, ['contributions']);
  return version;
}

function required(rows: readonly ContributionRow[], id: string): ContributionRow {
  const row = rows.find((each) => each.id === id);
  if (!row) throw refusal('not_found', 'You have no such contribution; it may be removed already.');
  return row;
}

function checkLength(contributions: readonly Contribution[]): void {
  if (JSON.stringify(contributions).length > MAX_CONTRIBUTIONS_LENGTH)
    throw refusal('too_large', 'The contributions would have too many words together. Shorten or remove some.');
}

/** Has the portfolio keep the uploads that a contribution names. Throws with every name that is wrong. */
async function takeFiles(ctx: MutationCtx, accountId: Id<'accounts'>, { files = [] }: Contribution): Promise<void> {
  const kept = new Map((await filesOf(ctx, accountId)).map(({ upload, file }) => [upload, file]));
  const uploads = await storedUploadsOf(ctx, accountId);
  const factsOf = (name: string) => kept.get(name) ?? uploads.get(name)?.file;
  const faults = files.flatMap(({ file, preview }, at): FieldError[] => [
    ...(factsOf(file) ? [] : [notFound(`contribution.files.${at}.file`)]),
    ...(preview === undefined ? [] : previewFaults(`contribution.files.${at}.preview`, factsOf(preview))),
  ]);
  if (faults.length > 0) throw new ConvexError(refusedFields(faults));
  for (const name of new Set(namesIn({ files }))) {
    const upload = kept.has(name) ? undefined : uploads.get(name);
    if (!upload) continue;
    await insertFile(ctx, { accountId, upload: name, file: upload.file });
    await releaseUpload(ctx, upload.row);
  }
}

function notFound(path: string): FieldError {
  return { path, code: 'not_found', message: 'is not a file that you uploaded' };
}

function previewFaults(path: string, facts: FileFacts | undefined): FieldError[] {
  if (!facts) return [notFound(path)];
  const { width, height } = facts;
  if (width === undefined || height === undefined) return [{ path, code: 'wrong_type', message: 'must be a picture' }];
  if (Math.max(width, height) <= MAX_PREVIEW_SIDE) return [];
  return [{ path, code: 'out_of_range', message: `must have at most ${MAX_PREVIEW_SIDE} pixels on a side` }];
}

/** Deletes the files that none of these contributions has. */
async function dropFiles(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  contributions: readonly Pick<Contribution, 'files'>[],
): Promise<void> {
  const used = new Set(contributions.flatMap(namesIn));
  for (const file of await filesOf(ctx, accountId)) if (!used.has(file.upload)) await removeFile(ctx, file);
}

function namesIn({ files = [] }: Pick<Contribution, 'files'>): string[] {
  return files.flatMap(({ file, preview }) => (preview === undefined ? [file] : [file, preview]));
}
