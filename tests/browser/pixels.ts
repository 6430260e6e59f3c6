/** Pixels of a screenshot, read by the page that it was taken of, so that no decoder is needed. */
import type { Page } from 'playwright';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** For each box of the whole page, 1 to 21: the strongest contrast (WCAG 2.2) of a pixel in it with the CSS colour `behind`. */
export async function contrasts(page: Page, behind: string, boxes: Box[]): Promise<number[]> {
  const picture = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' });
  return page.evaluate(
    async ([data, colour, places]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true })!;
      const luminance = (bytes: Uint8ClampedArray, at: number) => {
        const [red, green, blue] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!].map((byte) =>
          byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
      };
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const ground = luminance(context.getImageData(0, 0, 1, 1).data, 0);
      context.drawImage(image, 0, 0);
      return places.map(({ x, y, width, height }) => {
        const { data: bytes } = context.getImageData(x, y, width, height);
        let most = 1;
        for (let at = 0; at < bytes.length; at += 4) {
          const light = luminance(bytes, at);
          most = Math.max(most, (Math.max(light, ground) + 0.05) / (Math.min(light, ground) + 0.05));
        }
        return most;
      });
    },
    [picture.toString('base64'), behind, boxes] as const,
  );
}
