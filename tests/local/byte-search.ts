/** Looks for texts in the bytes of every file of a folder, however the files are made. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Where each text stands: `file: text`. A file that goes meanwhile holds nothing. */
export function textsIn(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const bytes = bytesOf(file);
      return texts.filter((text) => bytes.includes(text)).map((text) => `${path.relative(folder, file)}: ${text}`);
    });
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
