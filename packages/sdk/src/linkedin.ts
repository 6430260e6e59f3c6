/**
 * Unpacks the archive that LinkedIn gives to its members, where its owner has it: in their browser. It holds messages, contacts
 * and much else of other people. Nothing of that is unpacked, and only the files that an import can use leave the machine.
 */
import { MAX_LINKEDIN_FILE, MAX_LINKEDIN_TEXT, type LinkedInFile, linkedInFiles } from '@gigsy/schema/rules';
import { type UnzipFileInfo, unzipSync } from 'fflate';

/** Largest archive, in bytes: 100 MiB. It is read into memory. */
export const MAX_ARCHIVE = 100 * 1024 * 1024;
/** Most entries of an archive. LinkedIn's have fewer than a hundred, and one more for each picture. */
const MAX_ENTRIES = 10_000;
/** Most bytes of one file: each character takes four at most. */
const MAX_BYTES = 4 * MAX_LINKEDIN_FILE;

/**
 * Why nothing was read. `not_an_archive`: it is no zip, or a damaged one. `too_large`: the archive, or a file in it, is beyond
 * the bounds. `nothing_found`: a zip without any of the files.
 */
export type LinkedInFault = 'not_an_archive' | 'too_large' | 'nothing_found';

export type LinkedInRead =
  { ok: true; files: Partial<Record<LinkedInFile, string>> } | { ok: false; fault: LinkedInFault };

/** The files for `gigsy.profile.imports.plan`. Never rejects for what the archive holds; rejects if it cannot be read at all. */
export async function readLinkedInArchive(archive: Blob): Promise<LinkedInRead> {
  if (archive.size > MAX_ARCHIVE) return { ok: false, fault: 'too_large' };
  const bytes = new Uint8Array(await archive.arrayBuffer());
  const picking = new Picking();
  try {
    const entries = unzipSync(bytes, { filter: (entry) => picking.takes(entry) });
    return picking.isTooLarge ? { ok: false, fault: 'too_large' } : textsOf(entries);
  } catch {
    return { ok: false, fault: 'not_an_archive' };
  }
}

/** Chooses entries by name. A size that an entry claims bounds what is unpacked of it. */
class Picking {
  readonly #seen = new Set<string>();
  #entries = 0;
  isTooLarge = false;

  takes({ name, size, originalSize }: UnzipFileInfo): boolean {
    this.#entries += 1;
    const file = fileOf(name);
    if (this.#entries > MAX_ENTRIES || (file && Math.max(size, originalSize) > MAX_BYTES)) this.isTooLarge = true;
    if (!file || this.#seen.has(file) || this.isTooLarge) return false;
    this.#seen.add(file);
    return true;
  }
}

/** The file that an entry is, in any folder. Some archives have a number at the end of each name. */
function fileOf(entry: string): LinkedInFile | undefined {
  const name = entry
    .split('/')
    .at(-1)!
    .replace(/_\d+(?=\.csv$)/i, '');
  return linkedInFiles.find((file) => file.toLowerCase() === name.toLowerCase());
}

function textsOf(entries: Readonly<Record<string, Uint8Array>>): LinkedInRead {
  const files: Partial<Record<LinkedInFile, string>> = {};
  let together = 0;
  for (const [entry, bytes] of Object.entries(entries)) {
    const text = textOf(bytes);
    together += text.length;
    if (text.length > MAX_LINKEDIN_FILE || together > MAX_LINKEDIN_TEXT) return { ok: false, fault: 'too_large' };
    files[fileOf(entry)!] = text;
  }
  return Object.keys(files).length > 0 ? { ok: true, files } : { ok: false, fault: 'nothing_found' };
}

/** LinkedIn writes UTF-8. Office programs that people save a file with again write UTF-16 with its mark, or Windows-1252. */
function textOf(bytes: Uint8Array): string {
  const mark = String(bytes.subarray(0, 2));
  if (mark === '255,254') return new TextDecoder('utf-16le').decode(bytes);
  if (mark === '254,255') return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
