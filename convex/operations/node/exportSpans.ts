'use node';
/** The action that sends spans to the collector in the deployment's settings. Node, because it must say where a connection goes. */
import { v } from 'convex/values';
import { internal } from '../../_generated/api.js';
import { internalAction } from '../../_generated/server.js';
import { type Posted, post } from '../../events/node/post.js';
import { logLine } from '../../model/operations/logLine.js';
import { exportRequest, rejectedIn } from '../../model/operations/otlp.js';
import { type Collector, collector } from '../../model/operations/telemetry.js';
import { isOnThisMachine } from './addresses.js';

/** Longest that a run begins new requests: the next one comes with the next minute. */
const RUN_MS = 30_000;
/** Answers after which the same spans may be sent again, by OTLP. */
const RETRYABLE: readonly (number | null)[] = [429, 502, 503, 504];

/** Sends batch after batch, until none waits or the collector fails. */
export const run = internalAction({
  args: {},
  returns: v.null(),
  handler: async (ctx): Promise<null> => {
    const to = configured();
    const until = Date.now() + RUN_MS;
    while (to && Date.now() < until) {
      const spans = await ctx.runQuery(internal.operations.telemetry.waiting, {});
      if (spans.length === 0) return null;
      const { fault, gone, waitMs } = await sent(to, exportRequest(spans, process.env.CONVEX_SITE_URL ?? ''));
      const ids = spans.map(({ _id }) => _id);
      await ctx.runMutation(internal.operations.telemetry.settle, { spans: ids, fault, gone, waitMs });
      if (fault !== null) return null;
    }
    return null;
  },
});

/** Null if telemetry is off, or its settings are faulty. */
function configured(): Collector | null {
  try {
    return collector();
  } catch {
    logLine('error', 'telemetry.faulty_headers', {});
    return null;
  }
}

async function sent({ url, headers }: Collector, request: object) {
  // A collector on this machine is one of a deployment for development.
  const receiver = { url, loopback: isOnThisMachine(process.env.CONVEX_SITE_URL) };
  const posted = await post(receiver, {
    body: JSON.stringify(request),
    headers: { 'User-Agent': 'Gigsy-Telemetry/1', ...headers, 'Content-Type': 'application/json' },
  });
  const rejected = posted.fault === null ? rejectedIn(posted.body) : 0;
  if (rejected > 0) logLine('error', 'telemetry.rejected', { spans: rejected });
  return { fault: faultOf(posted), gone: isSettled(posted), waitMs: posted.waitMs ?? 0 };
}

function faultOf({ fault, status }: Posted): string | null {
  return fault === 'status' ? `status_${status}` : fault;
}

/** Whether the same spans must not be sent again: they were taken, or refused for good. */
function isSettled({ fault, status }: Posted): boolean {
  return fault === null || (fault === 'status' && !RETRYABLE.includes(status));
}
