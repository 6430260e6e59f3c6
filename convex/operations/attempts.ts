/** The handlers of public mutations, each call in a transaction of its own. */
import { v } from 'convex/values';
import { internalMutation } from '../_generated/server.js';
import type { Outcome } from '../model/door/audit.js';
import { attempt } from '../model/door/implement.js';
import { inTrace } from '../model/events/traces.js';
import './functions.js';

export const make = internalMutation({
  args: { call: v.any(), trace: v.optional(v.any()) },
  returns: v.any(),
  handler: (ctx, { call, trace }): Promise<Outcome<unknown>> => inTrace(ctx, trace, () => attempt(ctx, call)),
});
