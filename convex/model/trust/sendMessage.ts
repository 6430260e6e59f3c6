/** Gives a message to the provider, and tries again where it does not take it. Runs in an action; `post` asks the provider. */
import { internal } from '../../_generated/api.js';
import type { Id } from '../../_generated/dataModel.js';
import type { ActionCtx } from '../../_generated/server.js';
import { logLine } from '../operations/logLine.js';
import type { Message } from './messages.js';
import { type MessageProvider, messageRoute } from './settings.js';

/** Milliseconds from an attempt to the next; after the last there is none. A person who waits longer asks for another code. */
const WAITS = [2_000, 20_000];

/** `post` gives the reason why the provider did not take it. */
export async function sendMessage(
  ctx: ActionCtx,
  { code, send, attempt }: { code: Id<'trustCodes'>; send: Id<'trustSends'>; attempt: number },
  post: (provider: MessageProvider, message: Message) => Promise<string | undefined>,
): Promise<void> {
  const provider = messageRoute();
  const message = await ctx.runMutation(internal.trust.verifications.claim, { code, send });
  if (!message || provider === 'outbox') return;
  const fault = await post(provider, message);
  if (fault === undefined) return;
  logLine('error', 'trust.message_not_taken', { fault, attempt });
  const wait = WAITS[attempt - 1];
  if (wait !== undefined)
    await ctx.scheduler.runAfter(wait, internal.trust.node.send.run, { code, send, attempt: attempt + 1 });
}
