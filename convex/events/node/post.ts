'use node';
/**
 * Posts to an address that a partner chose, without becoming a tool for attacks: to checked addresses alone, within a bounded
 * time, and with a bounded part of the answer. Redirects are not followed.
 */
import type { IncomingMessage } from 'node:http';
import { CLOUD_EVENT_TYPE, type DeliveryFault } from '@gigsy/schema';
import { type Resolve, resolveByDns, targetOf } from '../../operations/node/addresses.js';
import { connect, withinTime } from '../../operations/node/connect.js';

/** Bound of the whole request: name, connection and answer. */
const TIMEOUT_MS = 15_000;
/** Most bytes of an answer that are read. */
const MAX_ANSWER = 4_096;

export interface Posted {
  /** Null after an answer with a status from 200 to 299. */
  fault: DeliveryFault | null;
  status: number | null;
  /** Milliseconds that a receiver which is too busy asked to be left alone. */
  waitMs: number | null;
  /** The beginning of the answer; empty after a fault. */
  body: string;
}

export interface Receiver {
  url: string;
  /** Lets addresses of this machine pass: for development. */
  loopback: boolean;
}

/** Posts once. Never rejects. */
export async function post(
  { url, loopback }: Receiver,
  { body, headers }: { body: string; headers: Record<string, string> },
  { resolve = resolveByDns, timeoutMs = TIMEOUT_MS }: { resolve?: Resolve; timeoutMs?: number } = {},
): Promise<Posted> {
  const signal = AbortSignal.timeout(timeoutMs);
  const sent = {
    'Content-Type': CLOUD_EVENT_TYPE,
    'User-Agent': 'Gigsy-Webhooks/1',
    ...headers,
    'Content-Length': String(new TextEncoder().encode(body).length),
  };
  try {
    const target = await withinTime(signal, targetOf(new URL(url), { resolve, loopback }));
    if (!target) return failed('address_not_allowed');
    const answer = await withinTime(signal, connect(target, { method: 'POST', headers: sent, body }, signal));
    return await answered(answer, signal);
  } catch {
    return failed(signal.aborted ? 'timeout' : 'unreachable');
  }
}

function failed(fault: DeliveryFault): Posted {
  return { fault, status: null, waitMs: null, body: '' };
}

async function answered(answer: IncomingMessage, signal: AbortSignal): Promise<Posted> {
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status < 300)
    return { fault: null, status, waitMs: null, body: await withinTime(signal, beginning(answer)) };
  answer.destroy();
  const isBusy = status === 429 || status === 503;
  return { fault: 'status', status, waitMs: isBusy ? waitOf(answer.headers['retry-after']) : null, body: '' };
}

/** The beginning of the body; the rest of a longer one is not read. */
async function beginning(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MAX_ANSWER) break;
  }
  answer.destroy();
  return Buffer.concat(chunks).subarray(0, MAX_ANSWER).toString('utf8');
}

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, section 10.2.3). Null for anything else. */
function waitOf(header: string | undefined): number | null {
  if (header === undefined) return null;
  const wait = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) && wait > 0 ? wait : null;
}
