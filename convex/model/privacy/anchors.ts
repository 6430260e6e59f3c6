/** Heads of the audit log on their way out of the database: where an operator cannot change them with the rows. */
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { lastBlock } from './sealer.js';

/** A head as it leaves: one line of an anchor file, and the body that the receiver gets. */
export interface Anchor {
  /** The deployment's address. */
  source: string;
  number: number;
  size: number;
  head: string;
  /** Unix milliseconds. */
  sealedAt: number;
}

/** The receiver that the deployment's settings name; undefined without one. The token is sent as a bearer token. */
export function anchorReceiver(): { url: string; token: string | undefined } | undefined {
  const { GIGSY_AUDIT_ANCHOR_URL: url, GIGSY_AUDIT_ANCHOR_TOKEN: token } = process.env;
  return url && URL.canParse(url) ? { url, token } : undefined;
}

/** Number of the last block whose head the receiver took; null before the first. */
export async function anchoredBlock(ctx: QueryCtx | MutationCtx): Promise<number | null> {
  return (await ctx.db.query('auditAnchors').first())?.number ?? null;
}

/** The latest head, if the receiver has not taken it. */
export async function waitingAnchor(ctx: QueryCtx | MutationCtx): Promise<Anchor | null> {
  const last = await lastBlock(ctx);
  if (!last || last.number <= ((await anchoredBlock(ctx)) ?? 0)) return null;
  const { number, size, head, sealedAt } = last;
  return { source: process.env.CONVEX_CLOUD_URL!, number, size, head, sealedAt };
}

/** Records that the receiver took the head of this block. */
export async function noteAnchored(ctx: MutationCtx, number: number): Promise<void> {
  const row = await ctx.db.query('auditAnchors').first();
  if (!row) await ctx.db.insert('auditAnchors', { number });
  else if (row.number < number) await ctx.db.patch('auditAnchors', row._id, { number });
}
