/**
 * The handlers of public mutations, each call in a transaction of its own. Importing a module registers its handlers. A
 * module that is missing here answers every call with a fault.
 */
import { v } from 'convex/values';
import { internalMutation } from '../_generated/server.js';
import type { Outcome } from '../model/door/audit.js';
import { attempt } from '../model/door/implement.js';
import './functions.js';

export const make = internalMutation({
  args: { call: v.any() },
  returns: v.any(),
  handler: (ctx, { call }): Promise<Outcome<unknown>> => attempt(ctx, call),
});
