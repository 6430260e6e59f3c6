/**
 * Small pictures of files, drawn on a canvas, so that a page's policy needs no `blob:`. Files that are not public open to the
 * signed-in person alone, by the client.
 */
import type { Gigsy } from '@gigsy/sdk';

/** Pixels on a side; sharp on dense screens. */
const SIDE = 192;

export class Thumbs {
  readonly #changed: () => void;
  #pictures = new Map<string, ImageBitmap | undefined>();
  #ended = new AbortController();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The picture of the file `name`, once it is there; `read` is asked once. */
  of(name: string, read: (signal: AbortSignal) => Promise<Blob | null>): ImageBitmap | undefined {
    if (!this.#pictures.has(name)) {
      this.#pictures.set(name, undefined);
      void this.#load(name, read, this.#pictures);
    }
    return this.#pictures.get(name);
  }

  clear(): void {
    this.#ended.abort();
    this.#ended = new AbortController();
    for (const picture of this.#pictures.values()) picture?.close();
    this.#pictures = new Map();
  }

  async #load(
    name: string,
    read: (signal: AbortSignal) => Promise<Blob | null>,
    pictures: Map<string, ImageBitmap | undefined>,
  ): Promise<void> {
    try {
      const file = await read(this.#ended.signal);
      if (!file) return;
      const { smallPicture } = await import('../../small-picture.ts');
      const picture = await smallPicture(file, SIDE);
      if (pictures !== this.#pictures) return picture?.close();
      pictures.set(name, picture);
      this.#changed();
    } catch {
      // The file stays without a picture; its words are there.
    }
  }
}

/** The bytes of a file in the person's own view. */
export function readOwn(client: Gigsy, address: string | undefined, api: string | undefined) {
  return async (signal: AbortSignal): Promise<Blob | null> =>
    api === undefined || address === undefined ? null : client.readFile(address, { api, signal });
}
