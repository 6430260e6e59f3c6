/** `gigsy conform`: the hub's page and a plain one pass, and each fault of a page is found. */
import path from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SandboxState, sandboxStates } from '@gigsy/schema/sandbox';
import { browserArguments, requireBrowser } from '../../scripts/browser.ts';
import { conform } from '../../packages/cli/src/conform/conform.ts';
import { PageServer } from './page-server.ts';
import { type RunningHub, gigsy, startHub, temporaryFolder } from './running-hub.ts';

const { folder, remove } = temporaryFolder();
const LONG = 240_000;
let hub: RunningHub;
let host: PageServer;
let browser: Browser;

beforeAll(async () => {
  [hub, host, browser] = await Promise.all([
    startHub(path.join(folder, 'data')),
    PageServer.start(),
    chromium.launch({ executablePath: requireBrowser(), args: [...browserArguments] }),
  ]);
}, LONG);
afterAll(async () => {
  await browser?.close();
  host?.close();
  await hub?.end('SIGTERM');
  remove();
});

interface Parts {
  head?: string;
  script?: string;
  body?: string;
}

const CARD = '<gigsy-profile-card handle="ada" live>Ada</gigsy-profile-card>';

let pages = 0;

/**
 * A page that conforms, except for the parts that a test gives. Its API knows none of the handles and is never asked.
 */
function serve(
  {
    head = '',
    script = `<script type="module" crossorigin src="${hub.addresses.cdn}/v1/gigsy.js"></script>`,
    body = CARD,
  }: Parts = {},
  policy?: string,
): string {
  pages += 1;
  return host.serve(`/${pages}/`, {
    headers:
      policy === undefined
        ? {}
        : {
            'content-security-policy': policy
              .replaceAll('CDN', hub.addresses.cdn)
              .replaceAll('API', 'https://api.partner.test'),
          },
    body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Partner</title>
      <meta name="gigsy-api" content="https://api.partner.test">${head}${script}<main>${body}<p>What follows.</p></main>`,
  });
}

/** The checks that fail, with their problems. */
async function failures(url: string, state: SandboxState): Promise<Record<string, string[]>> {
  const failed: Record<string, string[]> = {};
  for await (const { check, ok, problems } of conform(browser, url, [state], { timeoutMs: 30_000 })) {
    if (!ok) failed[check] = problems;
  }
  return failed;
}

/** The problems of one check; later checks are left out. The wait for elements that never settle is short. */
async function problemsOf(check: string, url: string, state: SandboxState): Promise<string[]> {
  const timeoutMs = ['defined', 'state', 'quiet'].includes(check) ? 3000 : 30_000;
  for await (const outcome of conform(browser, url, [state], { timeoutMs })) {
    if (outcome.check === check) return outcome.problems;
  }
  throw new Error(`There is no check ${check}.`);
}

// Pages mostly wait, for a slow profile or for one that never comes, so they run side by side.
describe.concurrent('a page that conforms', () => {
  it.each(sandboxStates)(
    'passes in the state %s, under the strictest policy',
    async (state) => {
      const policy =
        "default-src 'none'; script-src CDN; connect-src API; img-src API; style-src 'none'; require-trusted-types-for 'script'";
      expect(await failures(serve({}, policy), state)).toEqual({});
    },
    LONG,
  );

  it(
    "is the hub's own partner page, one line a check",
    async () => {
      const { code, stdout } = await gigsy([
        'conform',
        `${hub.addresses.partner}/?lang=ar`,
        '--states',
        'full,failing',
        '--timeout',
        '60',
      ]);
      expect(stdout.split('\n').filter((line) => line.startsWith('FAIL'))).toEqual([]);
      expect(stdout.split('\n').filter((line) => line.startsWith('ok    full'))).toHaveLength(11);
      expect([code, stdout]).toEqual([0, expect.stringMatching(/22 checks passed\.\n$/) as string]);
    },
    LONG,
  );

  it(
    'may have failing parts of its own',
    async () => {
      const head =
        '<script>throw new Error("Of the page.")</script><style>h1 { color: #eee; background: #fff }</style>';
      expect(await failures(serve({ head, body: `<h1>Pale</h1>${CARD}` }), 'full')).toEqual({});
    },
    LONG,
  );

  it(
    'never reaches its API; every profile is answered in the browser',
    async () => {
      const asked: string[] = [];
      const page = serve({ body: CARD.replace('handle="ada"', `handle="ada" api="${host.url}"`) });
      host.serve('/v1/profiles/ada', ({ url = '' }) => (asked.push(url), { status: 500 }));
      expect(await failures(page, 'full')).toEqual({});
      expect(asked).toEqual([]);
    },
    LONG,
  );
});

describe.concurrent('a page that breaks', () => {
  const TRAP =
    '<script>addEventListener("keydown", (event) => event.key === "Tab" && event.preventDefault(), true)</script>';
  const css = (text: string) => ({ head: `<style>${text}</style>` });

  it.each<[string, SandboxState, Parts, string, string, RegExp]>([
    ['its script', 'full', { script: '' }, '', 'defined', /gigsy-profile-card\[handle="ada"\] is not defined/],
    ['the code of elements', 'full', {}, 'script-src CDN/v1/gigsy.js', 'quiet', /script-src.* stopped .*chunks/],
    ['the API', 'full', {}, "connect-src 'none'", 'quiet', /connect-src\) stopped https:\/\/api\.partner\.test/],
    ['the API in words', 'full', {}, "connect-src 'none'", 'state', /asked no API/],
    [
      'Trusted Types',
      'full',
      {},
      "require-trusted-types-for 'script'; trusted-types other",
      'quiet',
      /trusted-types|Uncaught/,
    ],
    ['visibility', 'private', css('gigsy-profile-card { display: none }'), '', 'words', /is not visible/],
    [
      'contrast',
      'full',
      css('gigsy-profile-card { --gigsy-text: #bbb; --gigsy-surface: #fff }'),
      '',
      'axe',
      /^color-contrast/,
    ],
    ['dark colours', 'private', css('gigsy-profile-card { --gigsy-surface: #fff }'), '', 'dark', /^color-contrast/],
    [
      'forced colours',
      'private',
      css(
        '@media (forced-colors: active) { gigsy-profile-card::part(message) { forced-color-adjust: none; color: #ccc; background: #fff } }',
      ),
      '',
      'forced',
      /^color-contrast/,
    ],
    ['narrow screens', 'full', css('gigsy-profile-card { width: 600px }'), '', 'reflow', /wider than its place/],
    ['the keyboard', 'failing', { head: TRAP }, '', 'keyboard', /does not reach button "Try again"/],
    ['direction', 'full', { body: CARD.replace('live', 'dir="rtl"') }, '', 'language', /written rtl where en is ltr/],
    [
      'the place of what follows',
      'full',
      {
        ...css('gigsy-profile-card[state=ready] { padding-block-end: 500px }'),
        body: `${CARD}${'<p>More.</p>'.repeat(20)}`,
      },
      '',
      'shift',
      /moved the page by 0\.\d+/,
    ],
    [
      'the loading state',
      'full',
      {
        body: `${CARD}<gigsy-profile-card id="odd" handle="odd">Odd</gigsy-profile-card><script type="module">odd.profile = null</script>`,
      },
      '',
      'state',
      /Not every element said that it was loading/,
    ],
    ['everything', 'full', { body: '<p>No element.</p>' }, '', 'defined', /no Gigsy element/],
  ])(
    '%s is found in the state %s',
    async (_, state, parts, policy, check, message) => {
      expect(await problemsOf(check, serve(parts, policy), state)).toContainEqual(expect.stringMatching(message));
    },
    LONG,
  );

  it(
    'is reported as one line of JSON, with exit code 1',
    async () => {
      const { code, stdout } = await gigsy([
        'conform',
        serve({ script: '' }),
        '--states',
        'private',
        '--timeout',
        '3',
        '--json',
      ]);
      expect(stdout.trimEnd().split('\n')).toHaveLength(1);
      const told = JSON.parse(stdout) as {
        ok: boolean;
        outcomes: { check: string; ok: boolean; problems: string[] }[];
      };
      expect([code, told.ok, told.outcomes.find(({ ok }) => !ok)]).toEqual([
        1,
        false,
        {
          state: 'private',
          check: 'defined',
          title: expect.any(String) as string,
          ok: false,
          problems: [expect.stringContaining('not defined') as string],
        },
      ]);
    },
    LONG,
  );
});

describe('a page that cannot be tested ends the command in one sentence, with exit code 2', () => {
  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['no address', ['conform', 'partner.example'], {}, /http:\/\/ or https:\/\/ address/],
    ['a state that there is not', ['conform', 'http://127.0.0.1:9/', '--states', 'full,odd'], {}, /not "odd"/],
    ['a timeout that is none', ['conform', 'http://127.0.0.1:9/', '--timeout', 'soon'], {}, /seconds/],
    ['a page that is not there', ['conform', 'http://127.0.0.1:9/'], {}, /can not be opened/],
    [
      'a browser that is not there',
      ['conform', 'http://127.0.0.1:9/'],
      { CHROME_PATH: '/nowhere/chrome' },
      /CHROME_PATH is "\/nowhere\/chrome"/,
    ],
  ])(
    '%s',
    async (_, args, env, message) => {
      const { code, stdout, stderr } = await gigsy(args, env);
      expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
      expect(stderr).toMatch(message);
    },
    LONG,
  );
});
