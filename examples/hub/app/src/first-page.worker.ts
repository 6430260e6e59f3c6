/**
 * Draws the first page of a PDF, in a worker of its own: a document that takes forever, or takes all memory, ends with it.
 * Reaches no server: the policy of its script allows no request.
 */
import { getDocumentProxy } from 'unpdf';

/** Pixels on the longer side: the most that a preview has. */
const SIDE = 640;

/** Larger pictures in the document are left out. */
const MOST_PIXELS = 25_000_000;

/** The parts of a page of pdf.js that are used here: the types of the package do not resolve for modules of Node. */
interface Page {
  getViewport(options: { scale: number }): { width: number; height: number };
  render(options: { canvas: OffscreenCanvas; viewport: object }): { promise: Promise<void> };
}

const { fonts } = globalThis as { fonts?: FontFaceSet };

/** The document's canvases, made without a page. */
class Canvases {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d') };
  }

  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
    [canvas.width, canvas.height] = [width, height];
  }

  destroy({ canvas }: { canvas: OffscreenCanvas }): void {
    [canvas.width, canvas.height] = [0, 0];
  }
}

/** Filters of SVG need a page. Masks are drawn without them. */
class NoFilters {
  addFilter = () => 'none';
  addHCMFilter = () => 'none';
  addAlphaFilter = () => 'none';
  addLuminosityFilter = () => 'none';
  addHighlightHCMFilter = () => 'none';
  destroy(): void {}
}

async function firstPage(data: Uint8Array): Promise<Blob> {
  const opened = await getDocumentProxy(data, {
    CanvasFactory: Canvases,
    FilterFactory: NoFilters,
    // Of a page, only its typefaces are asked for.
    ownerDocument: { fonts } as unknown as Document,
    disableFontFace: !fonts,
    useSystemFonts: fonts !== undefined,
    useWorkerFetch: false,
    maxImageSize: MOST_PIXELS,
    verbosity: 0,
  });
  const page = (await opened.getPage(1)) as unknown as Page;
  const whole = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: SIDE / Math.max(whole.width, whole.height) });
  const [width, height] = [viewport.width, viewport.height].map((pixels) => Math.min(SIDE, Math.ceil(pixels)));
  const canvas = new OffscreenCanvas(width!, height!);
  await page.render({ canvas, viewport }).promise;
  return canvas.convertToBlob();
}

/** A document, and where to send the picture: pdf.js sends messages of its own to the page. */
interface Asked {
  data: Uint8Array;
  answer: MessagePort;
}

/** A document that cannot be drawn is one without a picture. */
globalThis.onmessage = async ({ data: { data, answer } }: MessageEvent<Asked>) => {
  answer.postMessage(await firstPage(data).catch(() => null));
};
