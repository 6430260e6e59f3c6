/** Restores a snapshot into a data folder that has no data yet; ids, creation times and pending jobs are kept. */
import { createReadStream, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { LocalDeploymentError, errorText } from '../errors.ts';
import type { TableInfo } from '../store/catalog.ts';
import { StorageFailure, dataFolderError, storageFailure } from '../store/failure.ts';
import { SECRET, isSoundSecret } from '../storage/addresses.ts';
import { Store } from '../store/store.ts';
import { indexKey } from '../values/keys.ts';
import type { JSONObject } from '../values/json.ts';
import { documentSize } from '../values/size.ts';
import type { SnapshotCounts } from './export.ts';
import { FORMAT, VERSION, isKept } from './format.ts';
import type { Line } from './format.ts';

const DATABASE = ['deployment.sqlite', 'deployment.sqlite-wal', 'deployment.sqlite-shm'];

/** All or nothing: a snapshot that turns out to be broken leaves the folder as it was. */
export async function importSnapshot(dataDir: string, file: string): Promise<SnapshotCounts> {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new LocalDeploymentError('snapshot_invalid', `There is no snapshot at ${file}.`);
  if (existsSync(join(dataDir, DATABASE[0]!))) {
    throw new LocalDeploymentError(
      'data_exists',
      `The data folder ${dataDir} already has data; a snapshot is restored into a new one.`,
    );
  }
  const store = new Store(dataDir);
  const restore = new Restore(store, join(dataDir, 'files'));
  try {
    await restore.read(file);
    store.commit();
    restore.keepTime();
    store.close();
    return restore.counts;
  } catch (error) {
    store.close();
    restore.undo();
    for (const name of DATABASE) rmSync(join(dataDir, name), { force: true });
    throw importError(error, dataDir, file);
  }
}

/** A disk that is full is not the snapshot's fault. */
function importError(error: unknown, dataDir: string, file: string): LocalDeploymentError {
  if (error instanceof LocalDeploymentError) return error;
  if (storageFailure(error) instanceof StorageFailure) return dataFolderError(dataDir, error);
  return new LocalDeploymentError(
    'snapshot_invalid',
    `The snapshot ${file} could not be restored: ${errorText(error)}.`,
    { cause: error },
  );
}

class Restore {
  readonly counts: SnapshotCounts = { tables: 0, documents: 0, files: 0 };
  readonly #store: Store;
  readonly #folder: string;
  readonly #tables = new Map<number, TableInfo>();
  readonly #written: string[] = [];
  #ts = 0n;
  #lines = 0;
  #ended = false;

  constructor(store: Store, folder: string) {
    this.#store = store;
    this.#folder = folder;
  }

  async read(file: string): Promise<void> {
    this.#store.begin();
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
      this.#line(file, text);
    if (!this.#ended) throw invalid(file, this.#lines, 'it is cut short');
  }

  #line(file: string, text: string): void {
    let line: Line;
    try {
      line = JSON.parse(text) as Line;
    } catch {
      throw invalid(file, this.#lines, 'it is not JSON');
    }
    if (this.#lines === 0) this.#checkFormat(file, line);
    else if (!this.#take(line)) throw invalid(file, this.#lines, 'it is none that a snapshot has');
    this.#lines += 1;
  }

  #checkFormat(file: string, line: Line): void {
    const fail = (message: string): never => {
      throw new LocalDeploymentError('snapshot_invalid', message);
    };
    if (typeof line !== 'object' || line === null || !('format' in line) || line.format !== FORMAT)
      return fail(`${file} is no snapshot of a Gigsy deployment.`);
    if (line.version !== VERSION)
      fail(`${file} is a snapshot of version ${line.version}; this command reads version ${VERSION}.`);
  }

  #take(line: Line): boolean {
    if (this.#ended || typeof line !== 'object' || line === null) return false;
    if ('meta' in line) this.#meta(line.meta, line.value);
    else if ('table' in line) this.#table(line);
    else if ('document' in line) this.#document(this.#tables.get(line.of)!, line.document);
    else if ('file' in line) this.#file(line.file, line.base64);
    else if ('end' in line) this.#ended = line.end === this.#lines;
    else return false;
    return true;
  }

  #meta(key: string, value: string): void {
    if (!isKept(key)) throw new Error(`"${key}" is nothing that a snapshot keeps`);
    if (key === SECRET && !isSoundSecret(value)) throw new Error('its secret of file addresses is damaged');
    if (key === 'ts') this.#ts = BigInt(value);
    else this.#store.setMeta(key, value);
  }

  /**
   * No later commit may get a timestamp that the exported deployment has given, even if this machine's clock is behind.
   */
  keepTime(): void {
    if (this.#ts > this.#store.committedTs()) this.#store.setMeta('ts', this.#ts.toString());
  }

  #table({ table: number, component, name, indexes }: Extract<Line, { table: number }>): void {
    const table = this.#store.catalog.createTable(number, component, name);
    for (const [index, fields] of Object.entries(indexes)) this.#store.catalog.addIndex(table, index, fields);
    this.#tables.set(number, table);
    this.counts.tables += 1;
  }

  #document(table: TableInfo, document: JSONObject): void {
    const row = this.#store.putDocument(table, String(document._id), documentSize(document), JSON.stringify(document));
    for (const index of table.indexes.values())
      this.#store.putIndexEntry(index.id, indexKey(document, index.fields), row);
    this.counts.documents += 1;
  }

  #file(id: string, base64: string): void {
    if (!/^[0-9a-z]+$/.test(id)) throw new Error(`"${id}" is no id of a file`);
    mkdirSync(this.#folder, { recursive: true });
    const path = join(this.#folder, id);
    writeFileSync(path, Buffer.from(base64, 'base64'), { mode: 0o600, flush: true });
    this.#written.push(path);
    this.counts.files += 1;
  }

  undo(): void {
    for (const path of this.#written) rmSync(path, { force: true });
  }
}

function invalid(file: string, lines: number, why: string): LocalDeploymentError {
  return new LocalDeploymentError(
    'snapshot_invalid',
    `Line ${lines + 1} of the snapshot ${file} can not be read: ${why}.`,
  );
}
