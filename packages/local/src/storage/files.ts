/**
 * The bytes of stored files, one file each under `<data>/files`, named by their `_storage` document. They arrive under
 * a temporary name and get their own in the transaction that inserts the document; leftovers of a crash are deleted at
 * start.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { flushFolder } from '../durable-file.ts';

const TEMPORARY = 'incoming-';

/** Bytes on disk that no document knows yet. */
export interface ReceivedFile {
  /** Base64. */
  sha256: string;
  size: number;
  /** Gives it its name. */
  keep(id: string): void;
  discard(): void;
}

export class Files {
  readonly dir: string;

  constructor(dataDir: string) {
    this.dir = join(dataDir, 'files');
    mkdirSync(this.dir, { recursive: true });
  }

  async receive(source: Readable | AsyncIterable<Uint8Array>): Promise<ReceivedFile> {
    const temporary = join(this.dir, `${TEMPORARY}${randomUUID()}`);
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _, done) {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(source, measure, createWriteStream(temporary, { mode: 0o600 }));
      await flush(temporary);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    return {
      sha256: hash.digest('base64'),
      size,
      keep: (id) => {
        renameSync(temporary, this.#path(id));
        flushFolder(this.dir);
      },
      discard: () => rmSync(temporary, { force: true }),
    };
  }

  #path(id: string): string {
    return join(this.dir, id);
  }

  /** `end` is inclusive. */
  stream(id: string, range?: { start: number; end: number }): Readable {
    return createReadStream(this.#path(id), range);
  }

  read(id: string): Promise<Buffer> {
    return readFile(this.#path(id));
  }

  remove(id: string): void {
    rmSync(this.#path(id), { force: true });
  }

  /** Deletes files without a document: uploads cut short, and deletions that a crash interrupted. */
  sweep(isKnown: (id: string) => boolean): void {
    for (const name of readdirSync(this.dir)) {
      if (name.startsWith(TEMPORARY) || !isKnown(name)) rmSync(join(this.dir, name), { force: true });
    }
  }
}

/** A file must be on disk before the commit that speaks of it. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
