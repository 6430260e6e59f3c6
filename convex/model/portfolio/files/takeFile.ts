/** Makes a whole of the parts of an upload, checks and stores it. Runs in an action, since only actions read stored files. */
import { type FileFault, countParts, sizeOfPart } from '@gigsy/schema';
import type { Id } from '../../../_generated/dataModel.js';
import type { ActionCtx } from '../../../_generated/server.js';
import { storeFile } from '../../profile/picture.js';
import type { FileFacts } from '../files.js';
import { checkedFile } from './checkedFile.js';

export interface Parts {
  /** Of the whole, in bytes. */
  size: number;
  parts: readonly { number: number; file: Id<'_storage'> }[];
}

/** Numbers of the parts that are not there. */
export function missingParts({ size, parts }: Parts): number[] {
  const there = new Set(parts.map(({ number }) => number));
  return Array.from({ length: countParts(size) }, (_, number) => number).filter((number) => !there.has(number));
}

/** The stored file, or its fault. Null where a part has gone meanwhile, with its upload. */
export async function takeFile(
  ctx: ActionCtx,
  given: Parts,
): Promise<{ file: FileFacts } | { fault: FileFault } | null> {
  const whole = await joinedParts(ctx, given);
  const checked = whole && checkedFile(whole);
  if (!checked || 'fault' in checked) return checked;
  const { bytes, ...facts } = checked;
  return { file: { ...facts, ...(await storeFile(ctx, checked)), type: facts.type, size: bytes.length } };
}

/** One part after the other, so that the whole is in memory once. */
async function joinedParts(ctx: ActionCtx, { size, parts }: Parts): Promise<Uint8Array<ArrayBuffer> | null> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const { number, file } of parts) {
    const stored = await ctx.storage.get(file);
    if (stored?.size !== sizeOfPart(size, number)) return null;
    whole.set(new Uint8Array(await stored.arrayBuffer()), at);
    at += stored.size;
  }
  return whole;
}
