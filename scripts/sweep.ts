/**
 * `npm run sweep`: two accessibility engines and the keyboard over every story, every check of a domain that is made in a
 * copy of the tree, the simulations of the reputation index, and every change of one byte of a credential. Too slow for the gate; progress goes to standard error, the summary to standard output.
 */
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser.ts';
import { asOneTest, buildStories, playwright } from './gate/runner.ts';

const HELP = `npm run sweep -- [--no-build] [--help]

Builds Storybook and goes through every story with
  axe            no violation in each of three languages, two themes and three widths with each other
and light, dark from right to left, and 320 px wide, with
  second engine  IBM's accessibility-checker-engine: no failure of WCAG 2.2 A and AA
  keyboard       Tab reaches each control in order, shows where it is, hides none of it, and leads out again
  scaffold       a domain made by npm run new in a copy of the tree compiles, lints and passes its tests, in Chromium too
and, apart from stories,
  reputation     twenty seeds of the reputation index under three attacks keep to its bounds
  credentials    no change of one byte of a signed credential goes unseen

--no-build  takes storybook-static/ as it is
Exit code 1 when anything is found.
`;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { 'no-build': { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  process.env.CHROME_PATH = ensureBrowser();
  if (!values['no-build'] && (await buildStories()).failed) throw new Error('Storybook could not be built.');
  const { passed, failed, note, failures = [] } = await playwright('sweep');
  const scaffold = await asOneTest('scripts/scaffold.ts', ['--full']);
  const reputation = await asOneTest('tests/sweep/reputation.ts');
  const credentials = await asOneTest('tests/sweep/credentials.ts');
  const further = { scaffold, reputation, credentials };
  const broken = Object.entries(further).flatMap(([name, { failed: count }]) => (count > 0 ? [name] : []));
  const faults = [...failures, ...broken];
  const allFailed = failed + broken.length;
  process.stdout.write(
    `\n${[...faults.map((fault) => `- ${fault}`), ...(note ? [note] : [])].join('\n')}\n${passed + Object.keys(further).length - broken.length} passed, ${allFailed} failed\n`,
  );
  return allFailed > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
