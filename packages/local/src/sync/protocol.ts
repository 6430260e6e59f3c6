/** The messages of convex/browser's sync protocol, as far as the server reads or writes them. */
import { randomUUID } from 'node:crypto';
import type { UserIdentityAttributes } from '../auth/identity.ts';
import { clientMessage } from '../functions/failure.ts';
import type { FunctionFailure } from '../functions/failure.ts';

export type ClientMessage =
  | {
      type: 'Connect';
      sessionId: string;
      connectionCount: number;
      lastCloseReason: string | null;
      maxObservedTimestamp?: string;
      clientTs?: number;
    }
  | {
      type: 'Authenticate';
      tokenType: 'Admin';
      value: string;
      baseVersion: number;
      impersonating?: UserIdentityAttributes;
    }
  | { type: 'Authenticate'; tokenType: 'User'; value: string; baseVersion: number }
  | { type: 'Authenticate'; tokenType: 'None'; baseVersion: number }
  | { type: 'ModifyQuerySet'; baseVersion: number; newVersion: number; modifications: QueryModification[] }
  | FunctionRequest
  | { type: 'Event' };

export type QueryModification =
  | { type: 'Add'; queryId: number; udfPath: string; args: unknown; journal?: string | null; componentPath?: string }
  | { type: 'Remove'; queryId: number };

export interface FunctionRequest {
  type: 'Mutation' | 'Action';
  requestId: number;
  udfPath: string;
  args: unknown;
  componentPath?: string;
}

/** Timestamps travel as little-endian 64-bit numbers in base64. */
export function encodeTs(ts: bigint): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(ts);
  return bytes.toString('base64');
}

export function decodeTs(text: string): bigint {
  return Buffer.from(text, 'base64').readBigUInt64LE();
}

let latest = { ts: 0n, text: encodeTs(0n) };

/** A version of a client's state. After a commit many clients come to the same timestamp. */
export function versionText(querySet: number, identity: number, ts: bigint): string {
  if (latest.ts !== ts) latest = { ts, text: encodeTs(ts) };
  return `{"querySet":${querySet},"identity":${identity},"ts":"${latest.text}"}`;
}

/** The largest Transition that is sent in one piece, in bytes. Convex's value. */
const LARGEST_TRANSITION = 5 << 20;
/** In UTF-16 units, of at most three bytes each. */
const CHUNK_LENGTH = 1 << 20;

/** The messages that carry a Transition: itself, or parts that the client joins. */
export function transitionMessages(transition: string): string[] {
  if (transition.length <= CHUNK_LENGTH || Buffer.byteLength(transition) <= LARGEST_TRANSITION) return [transition];
  const transitionId = randomUUID();
  const totalParts = Math.ceil(transition.length / CHUNK_LENGTH);
  return Array.from({ length: totalParts }, (_, partNumber) => {
    const chunk = transition.slice(partNumber * CHUNK_LENGTH, (partNumber + 1) * CHUNK_LENGTH);
    return JSON.stringify({ type: 'TransitionChunk', chunk, partNumber, totalParts, transitionId });
  });
}

export function successResponse(requestId: number, value: string, ts: bigint, logLines: string[]): string {
  return `{"type":"MutationResponse","requestId":${requestId},"success":true,"result":${value},"ts":"${encodeTs(ts)}","logLines":${JSON.stringify(logLines)}}`;
}

export function failureResponse(
  type: 'MutationResponse' | 'ActionResponse',
  requestId: number,
  request: string,
  failure: FunctionFailure,
  logLines: string[],
): string {
  const data = failure.data === undefined ? {} : { errorData: failure.data };
  return JSON.stringify({
    type,
    requestId,
    success: false,
    result: clientMessage(request, failure),
    ...data,
    logLines,
  });
}
