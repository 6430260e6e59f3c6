/** Pictures as a page draws them, decoded within bounds. */
import { formatOf } from '@gigsy/schema/picture-format';

/** A file of a few bytes can declare a picture that fills the memory; the deployment takes no more pixels than these. */
const MOST_PIXELS = 25_000_000;

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
