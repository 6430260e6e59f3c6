/** Messages with codes: what the provider is told, and what the outbox of a deployment for development shows. */
import { CODE_MS, type CodeMethod } from '@gigsy/schema';
import type { Id } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { disclosed } from '../privacy/disclosures.js';
import { codesOf } from './codes.js';
import { codeOf } from './derive.js';
import { messageRoute } from './settings.js';
import { ownerOf } from './owner.js';

/** The body of a request to the provider. */
export interface Message {
  /** The same in each attempt, so that the provider sends it once. */
  id: Id<'trustSends'>;
  channel: CodeMethod;
  to: string;
  code: string;
  /** Unix milliseconds. */
  expiresAt: number;
}

/** The message of a code, which is disclosed from now on. Null if it is not wanted any more, or goes to nobody. */
export async function claimMessage(
  ctx: MutationCtx,
  { code, send }: { code: Id<'trustCodes'>; send: Id<'trustSends'> },
): Promise<Message | null> {
  const row = await ctx.db.get('trustCodes', code);
  if (!row || row.send !== send || row.muted || row.expiresAt <= Date.now()) return null;
  const owner = await ownerOf(ctx, row);
  if (!owner) return null;
  await disclosed(ctx, { to: 'messageProvider', subject: { kind: 'profile', id: owner._id } });
  return { id: send, channel: row.method, to: row.subject, code: await codeOf(row), expiresAt: row.expiresAt };
}

/** The messages that a person awaits, where nobody sends them. */
export async function outboxOf(ctx: QueryCtx, accountId: Id<'accounts'>) {
  if (!isOutbox()) return [];
  const rows = (await codesOf(ctx, accountId)).filter(({ muted }) => !muted);
  return Promise.all(
    rows.map(async (row) => {
      const { method, subject: to, expiresAt } = row;
      return { method, to, code: await codeOf(row), sentAt: expiresAt - CODE_MS };
    }),
  );
}

function isOutbox(): boolean {
  try {
    return messageRoute() === 'outbox';
  } catch {
    return false;
  }
}
