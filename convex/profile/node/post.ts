'use node';
/** Posts JSON to a receiver that the deployment's settings name. Node, because it must say where a connection goes. */
import { isOnThisMachine, resolveByDns, targetOf } from '../../operations/node/addresses.js';
import { connect, withinTime } from '../../operations/node/connect.js';

const TIMEOUT_MS = 10_000;

/** Undefined if the receiver answered with a status from 200 to 299; otherwise the reason. Redirects are not followed. */
export async function postJson(
  address: string,
  content: unknown,
  more: { Authorization?: string } = {},
): Promise<string | undefined> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const body = JSON.stringify(content);
  const headers = {
    ...more,
    'Content-Type': 'application/json',
    'Content-Length': String(new TextEncoder().encode(body).length),
  };
  try {
    // A receiver on this machine is one of a deployment for development.
    const loopback = isOnThisMachine(process.env.CONVEX_SITE_URL);
    const target = await withinTime(signal, targetOf(new URL(address), { resolve: resolveByDns, loopback }));
    if (!target) return 'address_not_allowed';
    const answer = await withinTime(signal, connect(target, { method: 'POST', headers, body }, signal));
    answer.resume();
    const status = answer.statusCode ?? 0;
    return status >= 200 && status < 300 ? undefined : `status_${status}`;
  } catch {
    return 'unreachable';
  }
}
