/** `gigsy conform`: tests a page in every state of the sandbox, in a real browser. */
import { type SandboxState, sandboxStates } from '@gigsy/schema/sandbox';
import { type Given, type Outcome, type Verb, textOf } from '../command.ts';
import { launchBrowser } from '../conform/browser.ts';
import type { Outcome as Checked } from '../conform/conform.ts';
import { CliError } from '../failure.ts';
import { withoutSecrets } from '../secrets.ts';

const DEFAULT_TIMEOUT_S = 15;

export const conform: Verb = {
  name: 'conform',
  summary: 'Tests a page with Gigsy elements in every state of the sandbox',
  positionals: ['URL'],
  flags: {
    states: { value: 'LIST', help: `some of ${sandboxStates.join(',')} (default: all)` },
    timeout: { value: 'SECONDS', help: `longest that a page may take to settle (default ${DEFAULT_TIMEOUT_S})` },
  },
  checks: true,
  notes: `Opens the page once per state and answers what it asks for profiles, whichever API it names. Wants playwright-core
and Chromium (CHROME_PATH, the PATH, or npx playwright-core install chromium).`,
  run,
};

async function run(given: Given): Promise<Outcome> {
  const url = given.positionals[0] ?? '';
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new CliError('usage', 'gigsy conform wants the http:// or https:// address of a page.');
  const states = readStates(textOf(given, 'states'));
  const timeoutMs = readTimeout(textOf(given, 'timeout'));
  const browser = await launchBrowser();
  // Loads axe, which other verbs do not need.
  const { conform: conformPage } = await import('../conform/conform.ts');
  const outcomes: Checked[] = [];
  try {
    for await (const outcome of conformPage(browser, url, states, { timeoutMs })) {
      outcomes.push(outcome);
      if (!given.values.json) process.stdout.write(`${lines(outcome).join('\n')}\n`);
    }
  } finally {
    await browser.close();
  }
  const failed = outcomes.filter(({ ok }) => !ok).length;
  return {
    text: failed === 0 ? `${outcomes.length} checks passed.` : `${failed} of ${outcomes.length} checks failed.`,
    json: { ok: failed === 0, url: withoutSecrets(url), outcomes },
    exitCode: failed === 0 ? 0 : 1,
  };
}

function lines({ state, check, title, ok, problems }: Checked): string[] {
  return [
    `${ok ? 'ok  ' : 'FAIL'}  ${state.padEnd(9)}  ${check.padEnd(8)}  ${title}`,
    ...problems.map((problem) => `      ${problem}`),
  ];
}

function readStates(list: string | undefined): SandboxState[] {
  if (list === undefined) return [...sandboxStates];
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(sandboxStates as string[]).includes(name));
  if (unknown !== undefined)
    throw new CliError('usage', `--states knows ${sandboxStates.join(', ')}, and not "${unknown}".`);
  return names as SandboxState[];
}

function readTimeout(text: string | undefined): number {
  const seconds = text === undefined ? DEFAULT_TIMEOUT_S : Number(text);
  if (seconds > 0 && seconds <= 600) return seconds * 1000;
  throw new CliError('usage', '--timeout takes seconds, up to 600.');
}
