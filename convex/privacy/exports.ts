/** Public functions of exports, and the route that serves their files. */
import { contract, routes } from '@gigsy/schema';
import { internal } from '../_generated/api.js';
import { bytesResponse, problemResponse } from '../model/contract/problem.js';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import { implementRoute } from '../model/door/route.js';
import { exportAt } from '../model/privacy/exportAddress.js';
import { cancelExport, exportState, openExport, requestExport } from '../model/privacy/exports.js';
import { ownAccount } from '../model/profile/writeAccount.js';
import { stores } from '../model/stores.js';

const { exports: declared } = contract.privacy;

export const status = implementQuery(declared.status, (ctx, { principal }) =>
  exportState(ctx, ownAccount(principal)._id, stores.length),
);

export const request = implementMutation(declared.request, async (ctx, { principal }) => {
  const { _id } = ownAccount(principal);
  await requestExport(ctx, _id);
  return { answer: await exportState(ctx, _id, stores.length), audit: { subject: _id, changed: ['export'] } };
});

export const download = implementMutation(declared.download, async (ctx, { principal }) => {
  const { _id } = ownAccount(principal);
  return { answer: await openExport(ctx, _id), audit: { subject: _id, changed: ['export'] } };
});

export const cancel = implementMutation(declared.cancel, async (ctx, { principal }) => {
  const { _id } = ownAccount(principal);
  await cancelExport(ctx, _id);
  return { answer: await exportState(ctx, _id, stores.length), audit: { subject: _id, changed: ['export'] } };
});

/** `GET /v1/exports/{token}/{number}`: a file of an export. All addresses without one have one answer. */
export const getExport = implementRoute(routes.privacy.exported, async (ctx, asked) => {
  const at = exportAt(new URL(asked.url).pathname);
  const id = at && (await ctx.runQuery(internal.privacy.exportJob.served, at));
  const file = id && (await ctx.storage.get(id));
  if (!file) return problemResponse('not_found', 'There is no file at this address: it ends after ten minutes.');
  return bytesResponse(file, {
    'Content-Type': 'application/zip',
    'Content-Disposition': 'attachment; filename="gigsy-export.zip"',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
  });
});
