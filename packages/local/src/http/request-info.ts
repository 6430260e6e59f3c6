/** The result of `ctx.meta.getRequestMetadata()` for an HTTP request. */
import type { IncomingMessage } from 'node:http';
import type { RequestInfo } from '../runtime/frame.ts';

export function requestInfo(request: IncomingMessage, requestId: string): RequestInfo {
  return {
    requestId,
    ip: request.socket.remoteAddress ?? null,
    userAgent: request.headers['user-agent'] ?? null,
    scheduledFunctionId: null,
    authToken: null,
  };
}
