/** Opens a check at the provider. Runs in an action; `post` asks the provider. */
import { resourceUrl } from '@gigsy/schema';
import { internal } from '../../_generated/api.js';
import type { Id } from '../../_generated/dataModel.js';
import type { ActionCtx } from '../../_generated/server.js';
import { logLine } from '../operations/logLine.js';
import { identityRoute } from './settings.js';

type Post = (
  url: string,
  request: { body: string; headers: Record<string, string> },
) => Promise<{ fault: string | null; body: string }>;

export async function openSession(
  ctx: ActionCtx,
  { session }: { session: Id<'trustSessions'> },
  post: Post,
): Promise<void> {
  const provider = identityRoute();
  const opening = await ctx.runMutation(internal.trust.documents.take, { session });
  if (!opening || provider === 'standIn') return;
  const headers = {
    'Content-Type': 'application/json',
    ...(provider.key !== undefined && { Authorization: `Bearer ${provider.key}` }),
  };
  const { fault, body } = await post(provider.url, { body: JSON.stringify(opening), headers });
  const url = fault === null ? addressIn(body) : null;
  if (url === null) logLine('error', 'trust.check_not_opened', { fault: fault ?? 'wrong_answer' });
  await ctx.runMutation(internal.trust.documents.settle, { session, url });
}

/** Null for an answer that names no https address. */
function addressIn(body: string): string | null {
  try {
    return resourceUrl.parse((JSON.parse(body) as { url?: unknown } | null)?.url);
  } catch {
    return null;
  }
}
