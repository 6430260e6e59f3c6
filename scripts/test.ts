/**
 * `npm test`: everything that must hold, in one run. Progress goes to standard error; standard output gets the summary,
 * whose last line alone is `N passed, N failed` over all runners.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { ensureBrowser } from './browser.ts';
import type { Tally } from './gate/reports.ts';
import { asOneTest, builtStories, playwright, vitest } from './gate/runner.ts';

interface Step {
  what: string;
  needs: 'nothing' | 'build' | 'browser' | 'build and browser';
  run: () => Promise<Tally>;
}

/** At least two: the files of these steps wait as much as they compute. */
const workers = Math.max(2, availableParallelism() - 1);

const steps: Record<string, Step> = {
  typecheck: {
    what: 'tsc over every project',
    needs: 'nothing',
    run: () => asOneTest('node_modules/typescript/bin/tsc', ['-b']),
  },
  lint: { what: 'house style and architecture', needs: 'nothing', run: () => asOneTest('scripts/lint.ts') },
  generated: {
    what: "the contract's pages and snapshot are current",
    needs: 'nothing',
    run: () => asOneTest('scripts/generate.ts', ['--check']),
  },
  codegen: {
    what: 'convex/_generated is current',
    needs: 'nothing',
    run: () => asOneTest('packages/local/src/cli/main.ts', ['codegen', '--functions', 'convex', '--check']),
  },
  scaffold: {
    what: 'a domain that npm run new makes in a copy of the tree',
    needs: 'nothing',
    run: () => asOneTest('scripts/scaffold.ts'),
  },
  size: { what: 'the card within its limit', needs: 'build', run: () => asOneTest('scripts/size.ts') },
  unit: {
    what: 'schema, SDK, embedded deployment, command, house (Node)',
    needs: 'build and browser',
    run: () => vitest('unit', workers),
  },
  packages: {
    what: 'the packed packages: entries, types, tree shaking',
    needs: 'build',
    run: () => vitest('packages'),
  },
  consumers: {
    what: 'projects in each framework that install the packed packages',
    needs: 'build and browser',
    run: () => vitest('consumers'),
  },
  convex: { what: 'backend functions under convex-test', needs: 'browser', run: () => vitest('convex', workers) },
  elements: { what: 'elements in Chromium', needs: 'browser', run: () => vitest('elements') },
  'embed-elements': {
    what: "elements that show something, with the embed build's Lit",
    needs: 'browser',
    run: () => vitest('embed-elements'),
  },
  stories: { what: 'stories in Chromium', needs: 'browser', run: () => vitest('stories') },
  'built-stories': {
    what: 'a built Storybook: axe in 9 conditions, names, looks, keys, reflow',
    needs: 'browser',
    run: builtStories,
  },
  e2e: { what: 'a running `npm start` in Chromium', needs: 'build and browser', run: () => playwright('e2e') },
};

const HELP = `npm test -- [--only NAME]... [--help]

Runs every check and test, or only those named:
${Object.entries(steps)
  .map(([name, step]) => `  ${name.padEnd(13)} ${step.what}`)
  .join('\n')}

Needs Chromium for some: CHROME_PATH, the PATH and Playwright's cache are searched, then apt-get is tried as root.
`;

function chosen(): string[] | undefined {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true }, help: { type: 'boolean' } } });
  if (values.help) {
    process.stdout.write(HELP);
    return undefined;
  }
  const unknown = values.only?.find((name) => !steps[name]);
  if (unknown !== undefined)
    throw new Error(`There is no check named "${unknown}": choose from ${Object.keys(steps).join(', ')}.`);
  return values.only ?? Object.keys(steps);
}

/** Runs one step. A need that cannot be met fails the step and does not end the run. */
async function runStep(name: string): Promise<Tally> {
  const step = steps[name]!;
  process.stderr.write(`\n=== ${name}: ${step.what}\n`);
  try {
    if (step.needs.includes('browser')) process.env.CHROME_PATH = ensureBrowser();
    if (step.needs.includes('build')) await build({ ifStale: true });
    return await step.run();
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, note: (error as Error).message };
  }
}

function summarize(name: string, { passed, failed, skipped, note, failures = [] }: Tally, seconds: number): string {
  const verdict = failed === 0 ? 'ok  ' : 'FAIL';
  const more = [skipped > 0 ? `${skipped} skipped` : '', note ?? ''].filter(Boolean).join('; ');
  const line = `${verdict} ${name.padEnd(13)} ${String(passed).padStart(5)} of ${String(passed + failed).padEnd(5)} ${seconds.toFixed(1).padStart(6)} s  ${more}`;
  return [line.trimEnd(), ...failures.map((failure) => `       - ${failure}`)].join('\n');
}

async function main(): Promise<void> {
  const names = chosen();
  if (!names) return;
  const total = { passed: 0, failed: 0 };
  const summary: string[] = [];
  const begun = performance.now();
  for (const name of names) {
    const started = performance.now();
    const tally = await runStep(name);
    total.passed += tally.passed;
    total.failed += tally.failed;
    summary.push(summarize(name, tally, (performance.now() - started) / 1000));
    process.stderr.write(`${summary.at(-1)}\n`);
  }
  process.stdout.write(
    `\n${summary.join('\n')}\n     all in ${((performance.now() - begun) / 60_000).toFixed(1)} min\n\n${total.passed} passed, ${total.failed} failed\n`,
  );
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
