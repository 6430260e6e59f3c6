/** Files on their way into a deployment under test. */
import { createHash } from 'node:crypto';
import { PART_BYTES } from '@gigsy/schema';
import { api } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, key } from './deployment.ts';
import { type Bytes, jpeg, pdfOf } from './files.ts';

export const digestOf = (part: Bytes) => `sha-256=:${createHash('sha256').update(part).digest('base64')}:`;
export const pathOf = (address: string) => new URL(address).pathname;

export function put({ t }: Deployment, address: string, number: number | string, part: Bytes, digest = digestOf(part)) {
  const headers = { 'Content-Digest': digest };
  return t.fetch(`${pathOf(address)}/${number}`, { method: 'PUT', body: part, headers });
}

/** Uploads a file whole. Returns its name. */
export async function uploaded(d: Deployment, caller: Caller, file: Bytes): Promise<string> {
  const { address, upload } = await caller.mutation(api.portfolio.uploads.begin, {
    size: file.length,
    idempotencyKey: key(),
  });
  for (let at = 0; at * PART_BYTES < file.length; at += 1)
    await put(d, address, at, file.slice(at * PART_BYTES, (at + 1) * PART_BYTES));
  const response = await d.t.fetch(pathOf(address), { method: 'POST' });
  if (response.status !== 200) throw new Error(`refused: ${await response.text()}`);
  return upload;
}

export const filesHeld = ({ t }: Deployment) =>
  t.run(async (ctx) => (await ctx.db.system.query('_storage').collect()).length);

/** A contribution with a document and its preview, a file that is not used, and a part of another. */
export async function filesOf(d: Deployment, handle: string, caller: Caller): Promise<void> {
  const [file, preview] = [await uploaded(d, caller, pdfOf()), await uploaded(d, caller, jpeg)];
  await uploaded(d, caller, jpeg);
  const contribution = { kind: 'media' as const, title: handle, files: [{ file, preview, alt: handle }] };
  await caller.mutation(api.portfolio.contributions.add, { contribution, expected: 1, idempotencyKey: key() });
  const { address } = await caller.mutation(api.portfolio.uploads.begin, { size: jpeg.length, idempotencyKey: key() });
  await put(d, address, 0, jpeg);
}
