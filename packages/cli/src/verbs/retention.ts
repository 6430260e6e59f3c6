/** `gigsy retention report`: what was purged on each of the last days, by class of data, and which erasures wait for holds. */
import { MAX_WAITING, type PurgeReport, REPORTED_DAYS, retention as classes } from '@gigsy/schema';
import { readAction } from '../action.ts';
import { type Given, type Outcome, type Verb, connectionFlags } from '../command.ts';
import { connect } from '../connection.ts';

export const retention: Verb = {
  name: 'retention',
  summary: 'Shows what was purged on the last days, by class of data, and how many erasures wait for legal holds',
  positionals: ['ACTION'],
  flags: connectionFlags,
  notes: `Actions: report.
The report goes back ${REPORTED_DAYS} days and reads as an administrator. It counts documents and files, and names nobody; an hour may pass
until a purge is counted. docs/retention.md says what each class is and how long it is kept.`,
  run: act,
};

async function act(given: Given): Promise<Outcome> {
  readAction('retention', given.positionals[0]!, ['report']);
  const report = await connect(given).asAdministrator().privacy.retention.report();
  return { text: told(report), json: { ...report } };
}

function told({ days, waiting }: PurgeReport): string {
  const blocks = days.map(({ day, purged }) => [day, ...countsOf(purged)].join('\n'));
  return [
    ...(blocks.length > 0 ? blocks : [`Nothing was purged in the last ${REPORTED_DAYS} days.`]),
    waitingText(waiting),
  ].join('\n\n');
}

/** A class that this version does not know is shown by its name alone. */
function countsOf(purged: PurgeReport['days'][number]['purged']): string[] {
  const counts = Object.entries(purged).sort(([one], [other]) => (one < other ? -1 : 1));
  const width = Math.max(...counts.map(([, count]) => String(count).length));
  const meanings: Partial<Record<string, { holds: string }>> = classes;
  return counts.map(([name, count]) => {
    const meaning = meanings[name]?.holds;
    return `  ${String(count).padStart(width)}  ${name}${meaning === undefined ? '' : `: ${meaning}`}`;
  });
}

function waitingText(waiting: number): string {
  if (waiting === 0) return 'No erasure waits for a legal hold.';
  if (waiting === 1) return '1 erasure waits for a legal hold.';
  return `${waiting >= MAX_WAITING ? `${waiting} erasures or more wait` : `${waiting} erasures wait`} for legal holds.`;
}
