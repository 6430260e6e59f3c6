/** Small pictures that stand for large ones. The page makes them, since no encoder runs in the deployment. */
import { formatOf } from '@gigsy/schema/picture-format';

/** Most pixels on a side of a preview, by the contract (a test compares them). */
export const PREVIEW_SIDE = 640;

/** A file of a few bytes can declare a picture that fills the memory; the deployment takes no more pixels than these. */
const MOST_PIXELS = 25_000_000;
const QUALITY = 0.85;

/** The first image of a picture, upright and at most `side` pixels a side. Undefined for what no browser can show. */
export async function smallPicture(file: Blob, side: number): Promise<ImageBitmap | undefined> {
  try {
    const format = formatOf(new Uint8Array(await file.arrayBuffer()));
    if (!format || format.width * format.height > MOST_PIXELS) return undefined;
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = side / Math.max(picture.width, picture.height);
    if (scale >= 1) return picture;
    const [width, height] = [picture.width, picture.height].map((pixels) => Math.max(1, Math.round(pixels * scale)));
    const small = await createImageBitmap(picture, {
      resizeWidth: width!,
      resizeHeight: height!,
      resizeQuality: 'high',
    });
    picture.close();
    return small;
  } catch {
    // The browser cannot decode it, or the file is gone since it was chosen.
    return undefined;
  }
}

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
