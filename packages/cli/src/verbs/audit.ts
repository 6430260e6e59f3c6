/** `gigsy audit`: verifies the sealed audit log, and prints its head for an anchor file. */
import { createHash } from 'node:crypto';
import { type AuditFault, type AuditFinding, type AuditStatus, type Verified, verifyLog } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { readAnchors } from '../anchor-file.ts';
import { readAction } from '../action.ts';
import { type Given, type Outcome, type Verb, connectionFlags, textOf } from '../command.ts';
import { connect } from '../connection.ts';
import { CliError } from '../failure.ts';

const actions = ['verify', 'head'] as const;

export const audit: Verb = {
  name: 'audit',
  summary: 'Verifies that no sealed row of the audit log was changed, removed, added or reordered, or prints its head',
  positionals: ['ACTION'],
  flags: {
    anchor: { value: 'FILE', help: 'compare with the heads in this file, one in a line as JSON' },
    ...connectionFlags,
  },
  checks: true,
  notes: `Actions: verify, head.
verify reads the whole log as an administrator and hashes it anew. Without --anchor it cannot see that the end of the log
was removed or that the whole log was made anew.
head prints the last head as a line for an anchor file: gigsy audit head >> heads.jsonl`,
  run: act,
};

async function act(given: Given): Promise<Outcome> {
  const action = readAction('audit', given.positionals[0]!, actions);
  const anchor = textOf(given, 'anchor');
  if (action === 'head' && anchor !== undefined)
    throw new CliError('usage', 'gigsy audit head takes no --anchor; see gigsy audit --help.');
  const anchors = anchor === undefined ? [] : readAnchors(anchor);
  const gigsy = connect(given).asAdministrator();
  if (action === 'head') return headOf(await gigsy.privacy.audit.status());
  const verified = await verifyLog(sourceOf(gigsy), { digest: sha256, anchors, progress });
  return report(verified, anchors.length);
}

function sourceOf(gigsy: Gigsy) {
  return { status: () => gigsy.privacy.audit.status(), page: (block: number) => gigsy.privacy.audit.page({ block }) };
}

async function sha256(text: string): Promise<string> {
  return createHash('sha256').update(text).digest('base64url');
}

/** Blocks between two lines of progress: about 5,000 rows. */
const PROGRESS_BLOCKS = 25;

/** On standard error, so that the outcome stays alone on standard output. Short logs say nothing. */
function progress(block: number, last: number): void {
  if (block % PROGRESS_BLOCKS === 0) process.stderr.write(`Block ${block} of ${last}\n`);
}

function headOf({ last }: AuditStatus): Outcome {
  if (!last) throw new CliError('not_found', 'The audit log has no seal yet; the sealer runs every five minutes.');
  return { text: JSON.stringify(last), json: last };
}

function report(verified: Verified, anchors: number): Outcome {
  const { status, blocks, rows, erased, findings } = verified;
  const { count, more, oldestAt } = status.unsealed;
  const ageMs = oldestAt === null ? null : Math.max(0, Date.now() - oldestAt);
  const isWhole = findings.length === 0;
  const lines = [
    isWhole ? 'The sealed audit log is whole.' : 'The sealed audit log was changed:',
    ...findings.map((finding) => `  ${told(finding)}`),
    '',
    `Verified: ${rows} rows in ${blocks} blocks. The words of ${erased} reasons were erased with a person.`,
    ageMs === null
      ? 'No row waits for its seal.'
      : `Not sealed yet, and so not verified: ${more ? 'more than ' : ''}${count === 1 ? '1 row' : `${count} rows`}, the oldest for ${minutes(ageMs)}.`,
    anchors > 0
      ? `Compared with ${anchors} ${anchors === 1 ? 'head' : 'heads'} from outside.`
      : 'Compared with no head from outside: a removed end, or a log made anew, would not be seen.',
  ];
  const unsealed = { count, more, oldestAt, ageMs };
  return {
    text: lines.join('\n'),
    json: { whole: isWhole, findings, blocks, rows, erased, unsealed, anchors, last: status.last },
    exitCode: isWhole ? 0 : 1,
  };
}

const FAULTS: Record<AuditFault, string> = {
  row_changed: 'was changed, or its salt was',
  row_missing: 'is not in its place',
  row_added: 'was added without a seal',
  rows_reordered: 'has its rows in another order',
  block_changed: 'was changed, or does not follow the block before',
  block_missing: 'is missing',
  block_added: 'is there twice',
  note_changed: 'has other words as its reason',
  note_missing: 'lost the words of its reason, and nobody was erased',
  anchor_differs: 'has another head than the one that was anchored',
  anchor_ahead: 'was anchored and is gone',
};

function told({ fault, block, row }: AuditFinding): string {
  const what = row === undefined ? `Block ${block}` : `Row ${row} of block ${block}`;
  return `${what} ${FAULTS[fault]}.`;
}

function minutes(ms: number): string {
  const whole = Math.floor(ms / 60_000);
  return whole === 1 ? '1 minute' : `${whole} minutes`;
}
