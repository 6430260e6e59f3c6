/**
 * `npm test`: everything that must hold, in one run. Progress goes to standard error; standard output gets the summary,
 * whose last line alone is `N passed, N failed` over all runners.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { withBuildLock } from './build/lock.ts';
import { ensureBrowser } from './browser.ts';
import { inLanes } from './gate/lanes.ts';
import { type Tally, together } from './gate/reports.ts';
import { asOneTest, builtStories, playwright, vitest } from './gate/runner.ts';

interface Step {
  what: string;
  needs: 'nothing' | 'build' | 'browser' | 'build and browser';
  /** Keeps the whole machine busy, or has narrow limits of time: nothing runs beside it. */
  alone?: boolean;
  /** With a label, other steps run beside it. */
  run: (label?: string) => Promise<Tally>;
}

const tell = (line: string) => void process.stderr.write(`  ${line}\n`);

/** At least two: the files of these steps wait as much as they compute. With more, tests that start a hub run out of time. */
const workers = Math.max(2, availableParallelism() - 1);

/** Neighbours that are not alone run side by side: those that need no build come first, then those that share one. */
const steps: Record<string, Step> = {
  typecheck: {
    what: 'tsc over every project',
    needs: 'nothing',
    // It writes the declarations of the packages, as a build does.
    run: (label) => withBuildLock(tell, () => asOneTest('node_modules/typescript/bin/tsc', ['-b'], label)),
  },
  lint: {
    what: 'house style and architecture',
    needs: 'nothing',
    run: (label) => asOneTest('scripts/lint.ts', [], label),
  },
  generated: {
    what: "the contract's pages and snapshot are current",
    needs: 'nothing',
    run: (label) => asOneTest('scripts/generate.ts', ['--check'], label),
  },
  codegen: {
    what: 'convex/_generated is current',
    needs: 'nothing',
    run: (label) => asOneTest('packages/local/src/cli/main.ts', ['codegen', '--functions', 'convex', '--check'], label),
  },
  scaffold: {
    what: 'a domain that npm run new makes in a copy of the tree',
    needs: 'nothing',
    run: (label) => asOneTest('scripts/scaffold.ts', [], label),
  },
  size: { what: 'the card within its limit', needs: 'build', run: (label) => asOneTest('scripts/size.ts', [], label) },
  packages: {
    what: 'the packed packages: entries, types, tree shaking',
    needs: 'build',
    run: (label) => vitest('packages', { label }),
  },
  consumers: {
    what: 'projects in each framework that install the packed packages',
    needs: 'build and browser',
    run: (label) => vitest('consumers', { label }),
  },
  stories: { what: 'stories in Chromium', needs: 'browser', run: (label) => vitest('stories', { label }) },
  // Waits for what an element loads end after a second.
  elements: { what: 'elements in Chromium', needs: 'browser', alone: true, run: () => vitest('elements') },
  'embed-elements': {
    what: "elements that show something, with the embed build's Lit",
    needs: 'browser',
    alone: true,
    run: () => vitest('embed-elements'),
  },
  unit: {
    what: 'schema, SDK, embedded deployment, command, house (Node)',
    needs: 'build and browser',
    alone: true,
    run: () => vitest('unit', { workers }),
  },
  convex: {
    what: 'backend functions under convex-test',
    needs: 'browser',
    alone: true,
    run: () => vitest('convex', { workers }),
  },
  'built-stories': {
    what: 'a built Storybook: axe in 9 conditions, names, looks, keys, reflow',
    needs: 'browser',
    alone: true,
    run: builtStories,
  },
  e2e: {
    what: 'a running `npm start` in Chromium',
    needs: 'build and browser',
    alone: true,
    run: async () => together([await playwright('e2e'), await playwright('e2e-clock')]),
  },
};

const HELP = `npm test -- [--only NAME,...] [--help]

Runs every check and test, or only those named, in this order; on two processors most run two at a time:
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
  const only = values.only?.flatMap((names) => names.split(','));
  const unknown = only?.find((name) => !steps[name]);
  if (unknown !== undefined)
    throw new Error(`There is no check named "${unknown}": choose from ${Object.keys(steps).join(', ')}.`);
  return Object.keys(steps).filter((name) => only?.includes(name) ?? true);
}

/** Runs one step. A need that cannot be met fails the step and does not end the run. */
async function runStep(name: string, beside: boolean): Promise<Tally> {
  const step = steps[name]!;
  process.stderr.write(`\n=== ${name}: ${step.what}\n`);
  try {
    if (step.needs.includes('browser')) process.env.CHROME_PATH = ensureBrowser();
    if (step.needs.includes('build')) await build({ ifStale: true });
    return await step.run(beside ? name : undefined);
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
  const begun = performance.now();
  const ended = await inLanes(
    names.map((name) => ({ name, alone: steps[name]!.alone })),
    async (name, beside) => {
      const started = performance.now();
      const tally = await runStep(name, beside);
      const summary = summarize(name, tally, (performance.now() - started) / 1000);
      process.stderr.write(`${summary}\n`);
      return { tally, summary };
    },
  );
  const sum = (which: 'passed' | 'failed') => ended.reduce((total, { tally }) => total + tally[which], 0);
  const [passed, failed] = [sum('passed'), sum('failed')];
  process.stdout.write(
    `\n${ended.map(({ summary }) => summary).join('\n')}\n     all in ${((performance.now() - begun) / 60_000).toFixed(1)} min\n\n${passed} passed, ${failed} failed\n`,
  );
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
