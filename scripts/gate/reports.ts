/** The runners' JSON reports in one form. A file or suite that fails before its tests counts as one failure. */

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** The reason that a runner failed, if no test gives it. */
  note?: string;
  /** Names of failed tests, for the summary. */
  failures?: string[];
}

interface VitestReport {
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
}

export function vitestTally(report: string, root: string): Tally {
  const tally = { passed: 0, failed: 0, skipped: 0, failures: [] as string[] };
  for (const file of (JSON.parse(report) as VitestReport).testResults) {
    const name = file.name.replace(`${root}/`, '');
    for (const test of file.assertionResults) {
      if (test.status === 'passed') tally.passed += 1;
      else if (test.status !== 'failed') tally.skipped += 1;
      else fail(tally, `${name}: ${test.fullName}`);
    }
    const fell = file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed');
    if (fell) fail(tally, `${name}: could not run`);
  }
  return tally;
}

interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: { status: 'expected' | 'unexpected' | 'flaky' | 'skipped' }[] }[];
}

export function playwrightTally(report: string): Tally {
  const { suites, errors } = JSON.parse(report) as { suites: PlaywrightSuite[]; errors: { message?: string }[] };
  const tally = { passed: 0, failed: 0, skipped: 0, failures: [] as string[] };
  for (const error of errors) fail(tally, `pages: ${error.message?.split('\n', 1)[0] ?? 'error'}`);
  const visit = (suite: PlaywrightSuite, trail: string) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'skipped') tally.skipped += 1;
        else if (test.status === 'unexpected') fail(tally, `${trail}: ${spec.title}`);
        else tally.passed += 1;
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, `${trail} ${inner.title}`);
  };
  for (const suite of suites) visit(suite, suite.title);
  return tally;
}

/** Of the runs of one step. */
export function together(tallies: readonly Tally[]): Tally {
  const sum = (which: 'passed' | 'failed' | 'skipped') => tallies.reduce((total, tally) => total + tally[which], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    note: tallies.flatMap(({ note }) => note ?? []).join('; ') || undefined,
    failures: tallies.flatMap(({ failures = [] }) => failures),
  };
}

function fail(tally: { failed: number; failures: string[] }, what: string): void {
  tally.failed += 1;
  tally.failures.push(what);
}
