/** From a file to a picture in memory, upright, and from its part to the file that is sent. */
import { formatOf } from '@gigsy/schema/picture-format';
import { type Crop, cornerOf, sideOf } from './crop.ts';
import { PictureError } from './faults.ts';

/** Most bytes of a file that is chosen. The part that is sent weighs far less. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** A file of a few bytes can declare a picture that fills the memory: 64 million pixels take 256 MB. */
const MAX_PIXELS = 64_000_000;
/** Longest side while the part is chosen. */
const WORKING_SIDE = 2560;
/** Side of the part that is sent, if it has so many pixels. Cards show it at a fifth of that. */
const SENT_SIDE = 512;
const QUALITY = 0.9;

/** The first image of the file, turned as its metadata say. Rejects with a PictureError. */
export async function decoded(file: Blob): Promise<ImageBitmap> {
  if (file.size > MAX_FILE_BYTES) throw new PictureError('tooHeavy');
  const picture = await bitmapOf(file);
  const { width, height } = picture;
  const scale = WORKING_SIDE / Math.max(width, height);
  if (scale >= 1) return picture;
  const smaller = { resizeWidth: least(width * scale), resizeHeight: least(height * scale) };
  const result = await createImageBitmap(picture, { ...smaller, resizeQuality: 'high' });
  picture.close();
  return result;
}

async function bitmapOf(file: Blob): Promise<ImageBitmap> {
  try {
    const format = formatOf(new Uint8Array(await file.arrayBuffer()));
    if (!format) throw new PictureError('notAPicture');
    if (format.width * format.height > MAX_PIXELS) throw new PictureError('tooManyPixels');
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (thrown) {
    // The file is broken, or it is gone since it was chosen.
    throw thrown instanceof PictureError ? thrown : new PictureError('notAPicture');
  }
}

/** The part as a file: WebP, or PNG in browsers that cannot write WebP. The rest of the picture is not in it. */
export async function cutOut(picture: ImageBitmap, crop: Crop, document: Document): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = least(Math.min(SENT_SIDE, sideOf(crop)));
  drawPart(canvas, picture, crop);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', QUALITY));
  if (!blob) throw new PictureError('failed');
  return blob;
}

/** Fills the canvas with the part. */
export function drawPart(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { width } = canvas;
  const side = sideOf(crop);
  context.clearRect(0, 0, width, width);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, ...cornerOf(crop), side, side, 0, 0, width, width);
}

/** A whole number of pixels, and never none. */
function least(pixels: number): number {
  return Math.max(1, Math.round(pixels));
}
