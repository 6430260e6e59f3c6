/** Registers as rows: an event is folded into the one of its record. */
import {
  MAX_PORTFOLIO_RECORDS,
  MAX_RECORDS_BYTES,
  type PortfolioRegister,
  canonicalJson,
  laterOf,
} from '@gigsy/schema';
import type { Doc, Id } from '../../_generated/dataModel.js';
import type { MutationCtx } from '../../_generated/server.js';
import { hashOf } from '../contract/hash.js';
import { refusedEvent } from '../events/mapper.js';
import { findRecord } from './rows.js';
import { ensurePortfolio } from './write.js';

export type Register = Omit<PortfolioRegister, 'source'> & { sourceId: Id<'eventSources'> };

/**
 * The id of a record's entry. It follows from what names the record, so that settings of the entry stay when the record comes
 * back, and is as good as random for those who do not know these.
 */
async function entryId({ kind, sourceId, record }: Register): Promise<string> {
  return (await hashOf([kind, sourceId, record])).slice(0, 22);
}

/** Folds an event into the register of its record. True if the entry is another now. Throws where there is no room. */
export async function fold(ctx: MutationCtx, accountId: Id<'accounts'>, event: Register): Promise<boolean> {
  const id = await entryId(event);
  const before = await findRecord(ctx, accountId, id);
  const after = before ? laterOf<Register>(before, event) : event;
  if (after === before) return false;
  const [had, has] = [bytesOf(before?.data), bytesOf(after.data)];
  await countRecords(ctx, accountId, { records: before ? 0 : 1, bytes: has - had });
  const { type, event: name, at, data } = after;
  if (before) await ctx.db.patch('portfolioRecords', before._id, { type, event: name, at, data });
  else await ctx.db.insert('portfolioRecords', { ...stored(after), accountId, id });
  return canonicalJson(before?.data ?? null) !== canonicalJson(data ?? null);
}

type Stored = Omit<Doc<'portfolioRecords'>, '_id' | '_creationTime' | 'accountId' | 'id'>;

function stored({ data, ...register }: Register): Stored {
  return { ...register, ...(data && { data }) };
}

async function countRecords(
  ctx: MutationCtx,
  accountId: Id<'accounts'>,
  more: { records: number; bytes: number },
): Promise<void> {
  const { _id, ...portfolio } = await ensurePortfolio(ctx, accountId);
  const [records, bytes] = [portfolio.records + more.records, portfolio.bytes + more.bytes];
  const isOver = (more.records > 0 && records > MAX_PORTFOLIO_RECORDS) || (more.bytes > 0 && bytes > MAX_RECORDS_BYTES);
  if (isOver) throw refusedEvent('too_many_records');
  if (more.records !== 0 || more.bytes !== 0) await ctx.db.patch('portfolios', _id, { records, bytes });
}

function bytesOf(data: unknown): number {
  return data === undefined ? 0 : new TextEncoder().encode(JSON.stringify(data)).length;
}
