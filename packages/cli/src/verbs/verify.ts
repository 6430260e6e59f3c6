/** `gigsy verify`: checks a verifiable credential of any issuer. */
import { type Given, type Outcome, type Verb, textOf } from '../command.ts';
import { CliError } from '../failure.ts';
import { type Wanted, readJsonFile } from '../json-file.ts';
import { printable } from '../printable.ts';
import type { Check, Outcome as CheckOutcome } from '../verify/check.ts';
import { offline, reaching } from '../verify/reach.ts';

const CREDENTIAL: Wanted = { what: 'credential', megabytes: 1 };

export const verify: Verb = {
  name: 'verify',
  summary: 'Checks the signature, status, dates, form and issuer of a verifiable credential',
  positionals: ['FILE'],
  flags: {
    issuer: { value: 'FILE', help: "the issuer's DID document, instead of the one at its address" },
    local: { help: 'the issuer may be on this machine, such as a local hub' },
    offline: { help: 'asks nobody: the status is not checked, nor the signature without --issuer' },
  },
  checks: true,
  notes: `FILE is a W3C Verifiable Credential 2.0 as JSON, such as an Open Badge 3.0, with a proof of the suite eddsa-rdfc-2022 by an issuer of
did:web. Each check is ok, failed or not checked. Exit code 2 stands also for a check that was not made, where none failed.
A good signature says that the issuer signed it. Whether you trust that issuer is for you to say.`,
  run,
};

async function run(given: Given): Promise<Outcome> {
  const { positionals, values } = given;
  const [file = ''] = positionals;
  const issuerFile = textOf(given, 'issuer');
  if (values.offline && values.local)
    throw new CliError('usage', 'Give --offline or --local, not both; see gigsy verify --help.');
  const document = readWhole(file);
  const issuer = issuerFile === undefined ? undefined : readWhole(issuerFile);
  const reach = values.offline ? offline : reaching(values.local === true);
  // The libraries for proofs are large, and no other verb wants them.
  const { verifyCredential } = await import('../verify/verify.ts');
  const checks = await verifyCredential(document, { reach, issuer, now: Date.now() });
  const exitCode = exitCodeOf(checks);
  return { text: checks.map(line).join('\n'), json: { ok: exitCode === 0, checks }, exitCode };
}

/** A document with a name twice in one object means different things to different programs. */
function readWhole(file: string): unknown {
  const { value, repeated } = readJsonFile(file, CREDENTIAL);
  if (repeated.length > 0)
    throw new CliError(
      'repeated_name',
      `${file} has ${printable(repeated[0]!)} twice, so programs read it differently.`,
    );
  return value;
}

const LABELS: Readonly<Record<CheckOutcome, string>> = { ok: 'ok', failed: 'FAILED', not_checked: 'not checked' };

function line({ name, outcome, message }: Check): string {
  return `${name.padEnd(9)}  ${LABELS[outcome].padEnd(11)}  ${printable(message)}`;
}

function exitCodeOf(checks: readonly Check[]): number {
  if (checks.some(({ outcome }) => outcome === 'failed')) return 1;
  return checks.every(({ outcome }) => outcome === 'ok') ? 0 : 2;
}
