/** `gigsy cutover`: how far profile reads have moved from the snapshot to the rows, and the next step or the one back. */
import { type CohortStatus, type CutoverStatus, type ReadCohort, type ReadPhase, readCohorts } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { readAction } from '../action.ts';
import { type Given, type Outcome, type Verb, connectionFlags, textOf } from '../command.ts';
import { connect } from '../connection.ts';
import { CliError } from '../failure.ts';
import { nearest } from '../nearest.ts';
import { canAsk, confirm } from '../question.ts';

const actions = ['status', 'forward', 'back'] as const;
type Action = (typeof actions)[number];

export const cutover: Verb = {
  name: 'cutover',
  summary: 'Shows how far profile reads have moved to the rows, or moves a cohort one phase',
  positionals: ['ACTION?'],
  flags: {
    cohort: { value: 'COHORT', help: `the cohort to move: ${readCohorts.join(', ')}` },
    yes: { help: 'retire snapshots without asking' },
    ...connectionFlags,
  },
  notes: `Actions: status (default), forward, back.
A step forward is refused while drift is open or reads differ. A step back is always there, except from retired.`,
  run: act,
};

async function act(given: Given): Promise<Outcome> {
  const action = readAction('cutover', given.positionals[0] ?? 'status', actions);
  const cohort = readCohort(textOf(given, 'cohort'));
  if (action !== 'status' && !cohort)
    throw new CliError('usage', `gigsy cutover ${action} wants --cohort; see gigsy cutover --help.`);
  const gigsy = connect(given).asAdministrator();
  const status = await gigsy.operations.cutover.status();
  if (action === 'status' || !cohort) return report(status, cohort);
  return move(
    gigsy,
    status.cohorts.find((each) => each.cohort === cohort)!,
    action,
    given,
  );
}

function readCohort(given: string | undefined): ReadCohort | undefined {
  if (given === undefined) return undefined;
  const cohort = readCohorts.find((known) => known === given);
  if (cohort) return cohort;
  const meant = nearest(given, readCohorts);
  throw new CliError(
    'invalid_argument',
    `There is no cohort "${given}"${meant ? `; did you mean ${meant}?` : ';'} There are ${readCohorts.join(', ')}.`,
    [{ path: 'cohort', message: `must be one of ${readCohorts.join(', ')}` }],
  );
}

function report({ drift, cohorts }: CutoverStatus, only: ReadCohort | undefined): Outcome {
  const shown = cohorts.filter(({ cohort }) => only === undefined || cohort === only);
  const lines = [`Open findings of drift: ${counted(drift)}.`, '', ...shown.flatMap(describe)];
  return { text: lines.join('\n'), json: { drift, cohorts: shown } };
}

function describe({ cohort, phase, since, walked, differences, forward, back }: CohortStatus): string[] {
  const begun = since === null ? '' : ` since ${new Date(since).toISOString()}`;
  const walk = walked && `${walked.profiles} profiles gone through${walked.complete ? '' : ', not all yet'}`;
  const parts = differences.parts.map(({ name, profiles }) => `${name} ${profiles}`).join(', ');
  const next = forward
    ? `next ${forward.to}${forward.obstacles.length > 0 ? `, not yet: ${forward.obstacles.join(', ')}` : ''}`
    : 'the last phase';
  return [
    `${cohort.padEnd(6)} ${phase}${begun}`,
    ...(walk ? [`       ${walk}`] : []),
    ...(differences.count > 0 ? [`       ${counted(differences)} profiles read differently: ${parts}`] : []),
    `       ${next}; ${back ? `back to ${back}` : 'no way back'}`,
  ];
}

function counted({ count, more }: { count: number; more: boolean }): string {
  return more ? `more than ${count}` : String(count);
}

async function move(gigsy: Gigsy, status: CohortStatus, action: Action, given: Given): Promise<Outcome> {
  const { cohort, phase: expected, forward, back } = status;
  const to = action === 'forward' ? forward?.to : back;
  if (!to) throw new CliError('not_ready', `There is no step ${action} from ${expected}; nothing was changed.`);
  if (to === 'retired') await ask(cohort, given);
  const { phase } = await gigsy.operations.cutover.move({ cohort, to, expected });
  return { text: told(cohort, expected, phase), json: { cohort, before: expected, phase } };
}

function told(cohort: ReadCohort, before: ReadPhase, phase: ReadPhase): string {
  return `The cohort ${cohort} went from ${before} to ${phase}.`;
}

/** Throws unless the person at the terminal agrees: nothing leads back from here. */
async function ask(cohort: ReadCohort, given: Given): Promise<void> {
  if (given.values.yes) return;
  if (given.values.json || !canAsk())
    throw new CliError(
      'confirmation_needed',
      `Retiring deletes the snapshots of the cohort ${cohort}, and nothing brings them back; nothing was changed. Go on with --yes.`,
    );
  if (!(await confirm(`Delete the snapshots of the cohort ${cohort}? Nothing brings them back.`)))
    throw new CliError('not_confirmed', 'Nothing was changed.');
}
