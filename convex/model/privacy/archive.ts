/** A zip archive that grows piece by piece: only what is compressed already stays in memory. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A text file of an archive. One is open at a time. */
export interface TextFile {
  write(text: string): void;
  end(): void;
}

export class Archive {
  readonly #zip: Zip;
  readonly #chunks: Uint8Array<ArrayBuffer>[] = [];
  readonly #encoder = new TextEncoder();
  /** Bytes so far. */
  size = 0;

  constructor() {
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#chunks.push(chunk as Uint8Array<ArrayBuffer>);
      this.size += chunk.length;
    });
  }

  text(name: string): TextFile {
    const file = new ZipDeflate(name);
    this.#zip.add(file);
    return {
      write: (text) => file.push(this.#encoder.encode(text)),
      end: () => file.push(new Uint8Array(), true),
    };
  }

  /** Adds bytes as they are: pictures are compressed already. */
  bytes(name: string, content: Uint8Array): void {
    const file = new ZipPassThrough(name);
    this.#zip.add(file);
    file.push(content, true);
  }

  end(): Blob {
    this.#zip.end();
    return new Blob(this.#chunks, { type: 'application/zip' });
  }
}
