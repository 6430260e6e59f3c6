/** Small pictures that stand for large ones. The page makes them, since no encoder runs in the deployment. */
import { smallPicture } from '../../small-picture.ts';

/** Most pixels on a side of a preview, by the contract (a test compares them). */
export const PREVIEW_SIDE = 640;

const QUALITY = 0.85;

/** The preview of a picture that is larger than one: WebP, or PNG in browsers that cannot write WebP. */
export async function previewOf(
  file: Blob,
  { width = 0, height = 0 }: { readonly width?: number; readonly height?: number },
  document: Document,
): Promise<Blob | undefined> {
  if (Math.max(width, height) <= PREVIEW_SIDE) return undefined;
  const picture = await smallPicture(file, PREVIEW_SIDE);
  if (!picture) return undefined;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.width, picture.height];
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', QUALITY));
  return blob ?? undefined;
}
