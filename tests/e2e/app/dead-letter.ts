/** A data folder in which a consumer of the log has gone on without an event. No code of ours fails at an event on request. */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportSnapshot } from '../../../packages/local/src/snapshot/export.ts';
import type { Line } from '../../../packages/local/src/snapshot/format.ts';
import { importSnapshot } from '../../../packages/local/src/snapshot/import.ts';
import { newId } from '../../../packages/local/src/values/ids.ts';

/** Adds the row that the consumer would leave, about the first event of the log. The hub of the folder has ended. */
export async function addDeadLetter(folder: string, consumer: string): Promise<void> {
  const file = path.join(folder, 'snapshot');
  exportSnapshot(folder, file);
  const lines = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const numberOf = (name: string) =>
    lines.flatMap((line) => ('table' in line && line.component === '' && line.name === name ? [line.table] : []))[0]!;
  const [events, letters] = [numberOf('events'), numberOf('eventDeadLetters')];
  const { _id: event, _creationTime } = lines.flatMap((line) =>
    'document' in line && line.of === events ? [line.document] : [],
  )[0]!;
  const document = { _id: newId(letters), _creationTime: _creationTime!, consumer, event: event!, attempts: 4 };
  lines.splice(-1, 1, { document, of: letters }, { end: lines.length });
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  for (const name of readdirSync(folder)) if (name.startsWith('deployment.sqlite')) rmSync(path.join(folder, name));
  await importSnapshot(folder, file);
}
