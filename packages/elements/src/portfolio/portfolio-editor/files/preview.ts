/** Small pictures that stand for large ones and for documents. The page makes them, since no encoder runs in the deployment. */
import type { StoredFile } from '@gigsy/schema';
import { smallPicture } from '../../small-picture.ts';

/** Most pixels on a side of a preview, by the contract (a test compares them). */
export const PREVIEW_SIDE = 640;

const QUALITY = 0.85;

/** A document may be made so that drawing it does not end, and takes more memory all the time. */
const DRAWING_MS = 10_000;

/** Draws the first page of a document as a picture; null where it cannot. Ends when the signal says so. */
export type DrawDocument = (file: Blob, options: { signal: AbortSignal }) => Promise<Blob | null>;

/**
 * The preview of a document, or of a picture that is larger than one: WebP, or PNG in browsers that cannot write WebP. Undefined for a
 * document that nobody draws.
 */
export async function previewOf(
  file: Blob,
  stored: StoredFile,
  { document, draw, signal }: { document: Document; draw: DrawDocument | undefined; signal: AbortSignal },
): Promise<Blob | undefined> {
  const { type, width = 0, height = 0 } = stored;
  const isPicture = type.startsWith('image/');
  if (isPicture && Math.max(width, height) <= PREVIEW_SIDE) return undefined;
  const whole = isPicture ? file : await drawn(file, draw, signal);
  const picture = whole && (await smallPicture(whole, PREVIEW_SIDE));
  if (!picture) return undefined;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.width, picture.height];
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', QUALITY));
  return blob ?? undefined;
}

/** Does not wait for a page's code that heeds no signal. */
function drawn(file: Blob, draw: DrawDocument | undefined, ended: AbortSignal): Promise<Blob | null> | null {
  if (!draw || ended.aborted) return null;
  const signal = AbortSignal.any([ended, AbortSignal.timeout(DRAWING_MS)]);
  return Promise.race([
    draw(file, { signal }),
    new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null))),
  ]);
}
