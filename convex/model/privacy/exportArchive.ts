/**
 * Writes one file of an export: the stores from a place on, page by page, until the file is large enough or all is written.
 * Runs in an action, whose memory is bounded by the file's size and one page.
 */
import type { Id } from '../../_generated/dataModel.js';
import type { ExportedRow } from '../contract/store.js';
import { Archive } from './archive.js';
import { ExportPage } from './exportPage.js';
import type { JsonSchema } from './exportSchemas.js';
import type { ExportPlace } from './exports.js';

/** Bytes after which another file begins. An HTTP action answers 20 MiB at most, and a picture has 2. */
const FILE_BYTES = 12 * 1024 * 1024;

export interface ExportSource {
  /**
   * Name and meaning of each store, in the order of their places, with the reason for a store that exports nothing, and the
   * JSON Schema of its file for any other.
   */
  stores: readonly { table: string; about: string; without: string | null; schema: JsonSchema | null }[];
  read(
    place: ExportPlace,
  ): Promise<{ rows: ExportedRow[]; cursor: string | null; files: { id: Id<'_storage'>; name: string }[] }>;
  file(id: Id<'_storage'>): Promise<Blob | null>;
  /** The profile as JSON Resume, as text; null without a profile. */
  resume(): Promise<string | null>;
  /** Told after each store. False ends the work. */
  progress(done: number): Promise<boolean>;
}

export interface ExportedFile {
  blob: Blob;
  size: number;
  /** Where the next file begins; null after the last. */
  next: ExportPlace | null;
}

/** Another file begins after `limit` bytes. Null if the export is not wanted any more. */
export async function writeFile(
  source: ExportSource,
  { number, next, handle }: { number: number; next: ExportPlace; handle: string },
  limit = FILE_BYTES,
): Promise<ExportedFile | null> {
  const archive = new Archive();
  const page = new ExportPage();
  if (number === 1) await addProfile(source, archive);
  let place = next;
  while (place.store < source.stores.length && archive.size < limit) {
    place = await addStore(source, { archive, page, number, limit }, place);
    if (place.cursor === null && !(await source.progress(place.store))) return null;
  }
  const html = archive.text('index.html');
  html.write(page.html(handle, new Date()));
  html.end();
  return {
    blob: archive.end(),
    size: archive.size,
    next: place.store < source.stores.length ? place : null,
  };
}

async function addProfile(source: ExportSource, archive: Archive): Promise<void> {
  const about = archive.text('about.json');
  const files = source.stores.map(({ table, about: meaning, without }) => ({
    store: table,
    about: meaning,
    ...(without === null ? { file: `${fileNameOf(table)}.json`, schema: schemaNameOf(table) } : { leftOut: without }),
  }));
  about.write(JSON.stringify(files, null, 2));
  about.end();
  for (const { table, schema } of source.stores)
    if (schema) addText(archive, schemaNameOf(table), JSON.stringify(schema));
  const resume = await source.resume();
  if (resume === null) return;
  addText(archive, 'resume.json', resume);
}

function addText(archive: Archive, name: string, content: string): void {
  const file = archive.text(name);
  file.write(content);
  file.end();
}

function schemaNameOf(table: string): string {
  return `schemas/${fileNameOf(table)}.schema.json`;
}

function fileNameOf(table: string): string {
  return table.replace(/[^\w]/g, '-');
}

/** Writes the store's documents from the place on. Returns the place after the last one that is written. */
async function addStore(
  source: ExportSource,
  { archive, page, number, limit }: { archive: Archive; page: ExportPage; number: number; limit: number },
  { store, cursor }: ExportPlace,
): Promise<ExportPlace> {
  const { table, about, without } = source.stores[store]!;
  if (without !== null) return { store: store + 1, cursor: null };
  const name = `${fileNameOf(table)}${number === 1 ? '' : `-${number}`}.json`;
  const [first, media] = [[] as ExportedRow[], [] as Awaited<ReturnType<ExportSource['read']>>['files']];
  let [count, at] = [0, cursor];
  const file = archive.text(name);
  do {
    const { rows, cursor: after, files } = await source.read({ store, cursor: at });
    for (const row of rows) file.write(`${count++ === 0 ? '[' : ','}\n${JSON.stringify(row)}`);
    first.push(...rows.slice(0, page.shown - first.length));
    media.push(...files);
    at = after;
  } while (at !== null && archive.size < limit);
  file.write(count === 0 ? '[]\n' : '\n]\n');
  file.end();
  const names = [name, ...(await addMedia(source, archive, media))];
  if (count > 0) page.add({ about, rows: first, count, files: names });
  return at === null ? { store: store + 1, cursor: null } : { store, cursor: at };
}

/** A file name that no archiver takes for a path: letters, digits, hyphens and single dots. */
function safeName(name: string): string {
  return (
    name
      .replace(/[^A-Za-z0-9.-]+/g, '-')
      .replace(/\.{2,}/g, '.')
      .replace(/^[.-]+/, '') || 'file'
  );
}

async function addMedia(
  source: ExportSource,
  archive: Archive,
  media: readonly { id: Id<'_storage'>; name: string }[],
): Promise<string[]> {
  const names: string[] = [];
  for (const { id, name: given } of media) {
    const name = safeName(given);
    const blob = await source.file(id);
    if (!blob) continue;
    names.push(`media/${name}`);
    archive.bytes(`media/${name}`, new Uint8Array(await blob.arrayBuffer()));
  }
  return names;
}
