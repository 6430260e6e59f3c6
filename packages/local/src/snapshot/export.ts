/** Writes all data of a stopped deployment into one file; see format.ts. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { flushFolder } from '../durable-file.ts';
import { LocalDeploymentError, errorText } from '../errors.ts';
import type { TableInfo } from '../store/catalog.ts';
import { BY_CREATION_TIME } from '../store/catalog.ts';
import { StorageFailure, storageFailure } from '../store/failure.ts';
import { Store } from '../store/store.ts';
import type { JSONObject } from '../values/json.ts';
import { FORMAT, VERSION, isKept } from './format.ts';
import type { Line } from './format.ts';

export interface SnapshotCounts {
  tables: number;
  documents: number;
  files: number;
}

/** The file appears under its name only when it is whole. */
export function exportSnapshot(dataDir: string, file: string): SnapshotCounts {
  if (!existsSync(join(dataDir, 'deployment.sqlite')))
    throw new LocalDeploymentError('data_missing', `There is no deployment's data in ${dataDir}.`);
  const store = new Store(dataDir);
  const partial = `${file}.partial`;
  let handle: number | undefined;
  try {
    handle = create(partial);
    const counts = { tables: 0, documents: 0, files: 0 };
    let lines = 0;
    for (const line of linesOf(store, dataDir)) {
      writeSync(handle, `${JSON.stringify(line)}\n`);
      lines += 1;
      if ('table' in line) counts.tables += 1;
      if ('document' in line) counts.documents += 1;
      if ('file' in line) counts.files += 1;
    }
    writeSync(handle, `${JSON.stringify({ end: lines } satisfies Line)}\n`);
    fsyncSync(handle);
    renameSync(partial, file);
    flushFolder(dirname(file));
    return counts;
  } catch (error) {
    if (handle !== undefined) rmSync(partial, { force: true });
    throw exportError(error, file);
  } finally {
    if (handle !== undefined) closeSync(handle);
    store.close();
  }
}

/** A full disk is the file's, or the data's: its own code either way. */
function exportError(error: unknown, file: string): unknown {
  const failure = storageFailure(error);
  if (!(failure instanceof StorageFailure)) return error;
  return new LocalDeploymentError(
    failure.code,
    `The data could not be written to ${file}: ${errorText(failure.cause)}.`,
    { cause: error },
  );
}

function create(file: string): number {
  try {
    return openSync(file, 'w', 0o600);
  } catch (error) {
    throw new LocalDeploymentError('snapshot_invalid', `The file ${file} can not be written: ${errorText(error)}.`, {
      cause: error,
    });
  }
}

function* linesOf(store: Store, dataDir: string): Generator<Line> {
  yield { format: FORMAT, version: VERSION };
  const { database } = store.writer;
  for (const { key, value } of database.prepare('SELECT key, value FROM meta ORDER BY key').all() as {
    key: string;
    value: string;
  }[]) {
    if (isKept(key)) yield { meta: key, value: String(value) };
  }
  const tables = [...store.catalog.all()].sort((a, b) => a.number - b.number);
  for (const table of tables)
    yield { table: table.number, component: table.component, name: table.name, indexes: indexesOf(table) };
  for (const table of tables) {
    const rows = database.prepare(`SELECT body FROM d_${table.number} ORDER BY n`).iterate() as Iterable<{
      body: string;
    }>;
    for (const { body } of rows) yield { document: JSON.parse(body) as JSONObject, of: table.number };
  }
  yield* filesOf(tables, store, join(dataDir, 'files'));
}

function indexesOf(table: TableInfo): Record<string, string[]> {
  const declared = [...table.indexes.values()].filter(({ name }) => name !== BY_CREATION_TIME);
  return Object.fromEntries(declared.map(({ name, fields }) => [name, [...fields]]));
}

/** Only files that a document speaks of: others are leftovers of interrupted uploads. */
function* filesOf(tables: TableInfo[], store: Store, folder: string): Generator<Line> {
  if (!existsSync(folder)) return;
  const storage = tables.filter(({ name }) => name === '_storage');
  for (const name of readdirSync(folder).sort()) {
    if (storage.some((table) => store.writer.get(table, name)))
      yield { file: name, base64: readFileSync(join(folder, name)).toString('base64') };
  }
}
