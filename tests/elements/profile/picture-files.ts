/** Real files of pictures, whole and odd, and a stand-in for the address that takes them. */

/** Left half red, right half blue, as Chromium writes it. */
export async function halves(width = 120, height = 80, type = 'image/png'): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#f00';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#00f';
  context.fillRect(width / 2, 0, width / 2, height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), type, 1));
}

/** A JPEG whose metadata say that it is to be turned a quarter to the right (EXIF 2.32, orientation 6). */
export async function turned(): Promise<Blob> {
  const jpeg = new Uint8Array(await (await halves(120, 80, 'image/jpeg')).arrayBuffer());
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  const segment = Uint8Array.from([0xff, 0xe1, 0, exif.length + 2, ...exif]);
  return new Blob([jpeg.slice(0, 2), segment, jpeg.slice(2)], { type: 'image/jpeg' });
}

/** Two images of one pixel, the first red and the second blue, for ever (GIF89a). */
export function animated(): Blob {
  const frame = (color: number) => [
    ...[0x21, 0xf9, 4, 0, 10, 0, 0, 0],
    ...[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0],
    ...[2, 2, color ? 0x4c : 0x44, 1, 0],
  ];
  const colors = [255, 0, 0, 0, 0, 255];
  const loop = [0x21, 0xff, 11, ...new TextEncoder().encode('NETSCAPE2.0'), 3, 1, 0, 0, 0];
  const head = [...new TextEncoder().encode('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0];
  const bytes = [...head, ...colors, ...loop, ...frame(0), ...frame(1), 0x3b];
  return new Blob([Uint8Array.from(bytes)], { type: 'image/gif' });
}

/** A file of 33 bytes that says it is a PNG of this size. */
export function declared(width: number, height: number): Blob {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  bytes.set([8, 6], 24);
  return new Blob([bytes], { type: 'image/png' });
}

/** The fate of a sending: an answer, a connection that breaks at once or half-way, or silence until it is released. */
export type Fate = { status: number; body?: object } | 'refused' | 'lost' | { until: Promise<void> };

/**
 * Takes the place of the browser's requests while a test runs; tests/e2e/app/picture.spec.ts sends real ones. Fates meet
 * requests in their order; without one a request is answered well.
 */
export class Uploads {
  readonly bodies: Blob[] = [];
  readonly addresses: string[] = [];
  readonly fates: Fate[] = [];
  aborted = 0;
  readonly #real = globalThis.XMLHttpRequest;

  constructor() {
    const begin = () => new Request(this);
    // A constructor may return another object than the one it is called for.
    globalThis.XMLHttpRequest = function () {
      return begin();
    } as unknown as typeof XMLHttpRequest;
  }

  restore(): void {
    globalThis.XMLHttpRequest = this.#real;
  }
}

class Request {
  readonly upload: { onprogress?: (event: object) => void } = {};
  response: unknown;
  status = 0;
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  onloadend?: () => void;
  readonly #uploads: Uploads;

  constructor(uploads: Uploads) {
    this.#uploads = uploads;
  }

  open(_: string, address: string): void {
    this.#uploads.addresses.push(address);
  }

  abort(): void {
    this.#uploads.aborted += 1;
    this.onabort?.();
    this.onloadend?.();
  }

  send(body: Blob): void {
    this.#uploads.bodies.push(body);
    void this.#meet(this.#uploads.fates.shift() ?? { status: 200 }, body);
  }

  async #meet(fate: Fate, { size }: Blob): Promise<void> {
    await Promise.resolve();
    if (fate !== 'refused') this.upload.onprogress?.({ loaded: size / 2, total: size, lengthComputable: true });
    if (typeof fate === 'object' && 'until' in fate) await fate.until;
    if (typeof fate === 'string') this.onerror?.();
    else {
      this.status = 'status' in fate ? fate.status : 200;
      this.response = ('body' in fate && fate.body) || { storageId: `stored-${this.#uploads.bodies.length}` };
      this.onload?.();
    }
    this.onloadend?.();
  }
}

/** The colour at a place of a picture, from 0 to 1, as `red` or `blue` by its greatest part. */
export async function colorAt(picture: Blob | HTMLCanvasElement, x: number, y: number): Promise<string> {
  const bitmap = await createImageBitmap(picture);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const [red, , blue] = context.getImageData(
    Math.min(bitmap.width - 1, Math.floor(x * bitmap.width)),
    Math.min(bitmap.height - 1, Math.floor(y * bitmap.height)),
    1,
    1,
  ).data;
  return red! > blue! ? 'red' : 'blue';
}
