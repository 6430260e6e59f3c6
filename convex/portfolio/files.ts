/** Handlers of the routes that take files. Any page may send them: the unguessable address is the right to. */
import { type FileFault, PART_BYTES, countParts, fileFaults, routes, sizeOfPart } from '@gigsy/schema';
import { internal } from '../_generated/api.js';
import type { ActionCtx } from '../_generated/server.js';
import { emptyResponse, jsonResponse, problemResponse } from '../model/contract/problem.js';
import { allowRequests, implementRoute, refuseMethods } from '../model/door/route.js';
import { fileAt } from '../model/portfolio/files/addresses.js';
import type { UploadState } from '../model/portfolio/uploads.js';
import { missingParts, takeFile } from '../model/portfolio/files/takeFile.js';

const { putPart, finishFile, preflightFile, refuseGetFile, refusePatchFile, refuseDeleteFile } = routes.portfolio;

/** RFC 9530. */
const DIGEST = /^sha-256=:([A-Za-z0-9+/]{43}=):$/;

/**
 * `PUT /v1/files/{token}/{number}` with `Content-Digest`: one part, its bytes alone as the body. A part that is there already is
 * not read again, so that a sender who has lost the answer may send it once more.
 */
export const takePart = implementRoute(putPart, async (ctx, request) => {
  const at = fileAt(new URL(request.url).pathname);
  const upload = at && (await waitingAt(ctx, at.token));
  const number = at?.number;
  if (!upload || number === undefined || upload.state !== 'receiving') return nobodyWaits();
  if (number >= countParts(upload.size)) return wrongPart('has no part with this number');
  const digest = DIGEST.exec(request.headers.get('Content-Digest') ?? '')?.[1];
  if (digest === undefined) return wrongPart('needs a Content-Digest of SHA-256');
  const known = upload.parts.find((part) => part.number === number);
  if (known) return known.digest === digest ? taken() : wrongPart('has another part with this number');
  if (Number(request.headers.get('Content-Length')) > PART_BYTES) return tooLarge();
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength !== sizeOfPart(upload.size, number)) return wrongPart('has a part of another size here');
  if ((await digestOf(bytes)) !== digest) return wrongPart('has a Content-Digest of other bytes');
  const file = await ctx.storage.store(new Blob([bytes]));
  const kept = await ctx.runMutation(internal.portfolio.uploads.part, {
    token: at!.token,
    part: { number, digest, file },
  });
  return kept ? taken() : nobodyWaits();
});

/** `POST /v1/files/{token}`: checks and stores the file, once. */
export const finish = implementRoute(finishFile, async (ctx, request) => {
  const at = fileAt(new URL(request.url).pathname);
  const upload = at && at.number === undefined ? await waitingAt(ctx, at.token) : null;
  if (!at || !upload) return nobodyWaits();
  if (upload.state !== 'receiving') return outcome(upload);
  const missing = missingParts(upload);
  if (missing.length > 0) {
    const fields = missing.map(
      (number) => ({ path: `parts.${number}`, code: 'required', message: 'is missing' }) as const,
    );
    return problemResponse('not_ready', 'Parts of the file are missing.', { fields });
  }
  const taken = await takeFile(ctx, upload);
  if (!taken) return nobodyWaits();
  const settled = await ctx.runMutation(internal.portfolio.uploads.settle, { token: at.token, outcome: taken });
  return settled && settled.state !== 'receiving' ? outcome(settled) : nobodyWaits();
});

function waitingAt(ctx: ActionCtx, token: string): Promise<UploadState | null> {
  return ctx.runQuery(internal.portfolio.uploads.waiting, { token });
}

async function digestOf(bytes: ArrayBuffer): Promise<string> {
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))));
}

function taken(): Response {
  return emptyResponse(204, { 'Cache-Control': 'no-store' });
}

function outcome(settled: { state: 'stored'; stored: object } | { state: 'refused'; fault: FileFault }): Response {
  if (settled.state === 'stored') return jsonResponse(settled.stored, { 'Cache-Control': 'no-store' });
  const { fault } = settled;
  if (fault === 'too_large') return problemResponse('too_large', fileFaults.too_large, { fault });
  return problemResponse('invalid_argument', fileFaults[fault], { fault, fields: [] });
}

function nobodyWaits(): Response {
  return problemResponse('not_found', 'No file is awaited here: it is done, or over. Begin another upload.');
}

function wrongPart(message: string): Response {
  return problemResponse('invalid_argument', `The upload ${message}.`, { fields: [{ path: '', message }] });
}

function tooLarge(): Response {
  return problemResponse('too_large', 'A part has 1 MiB.');
}

const ALLOWED = 'PUT, POST, OPTIONS';

export const preflight = allowRequests(preflightFile, ALLOWED, 'Content-Type, Content-Digest');

export const refusals = refuseMethods(
  [refuseGetFile, refusePatchFile, refuseDeleteFile],
  ALLOWED,
  'This address takes PUT and POST alone.',
);
