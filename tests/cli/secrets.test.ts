/** Passwords and tokens that people put into addresses work, go where they belong, and are printed nowhere. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium } from 'playwright';
import { browserArguments, requireBrowser } from '../../scripts/browser.ts';
import { conform } from '../../packages/cli/src/conform/conform.ts';
import { withoutSecrets } from '../../packages/cli/src/secrets.ts';
import { type Answer, PageServer } from './page-server.ts';
import { gigsy } from './running-hub.ts';

let host: PageServer;
let api: PageServer;
beforeAll(async () => {
  [host, api] = await Promise.all([PageServer.start(), PageServer.start()]);
});
afterAll(() => {
  host?.close();
  api?.close();
});

const PASSWORD = 'opensesame';
const NAME = 'rehearsal';
const RIGHT = `Basic ${Buffer.from(`${NAME}:${PASSWORD}`).toString('base64')}`;
/** Adds the credentials, and a query and fragment that must stay secret too. */
const address = (path: string) => host.url.replace('//', `//${NAME}:${PASSWORD}@`) + path;

/** The authorizations of requests, by path; requests without the right one are refused. */
function behindBasic(path: string, answer: Answer): (string | undefined)[] {
  const seen: (string | undefined)[] = [];
  host.serve(path, ({ headers }) => {
    seen.push(headers.authorization);
    return headers.authorization === RIGHT
      ? answer
      : { status: 401, headers: { 'www-authenticate': 'Basic realm="staging"' }, body: 'Who?' };
  });
  return seen;
}

/** Runs the command, expects output without a secret, and returns standard output. */
async function expectSilence(args: string[], code: number): Promise<string> {
  const { stdout, stderr, code: actual } = await gigsy(args);
  expect(actual).toBe(code);
  expect(stdout + stderr).not.toBe('');
  for (const secret of [PASSWORD, NAME, RIGHT.slice('Basic '.length), 'tok-123'])
    expect(stdout + stderr).not.toContain(secret);
  return stdout;
}

const PAGE =
  '<!doctype html><html lang="en"><title>P</title><meta name="gigsy-api" content="API"><script type="module" src="gigsy.js"></script><gigsy-profile-card handle="ada">Ada</gigsy-profile-card>';

describe('gigsy doctor', () => {
  it('reads a page and its script behind Basic authentication, and sends the password nowhere else', async () => {
    const others: (string | undefined)[] = [];
    api.serve(
      '/v1',
      ({ headers }) => (
        others.push(headers.authorization),
        {
          headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
          body: '{"name":"gigsy"}',
        }
      ),
    );
    const page = behindBasic('/staging/', { body: PAGE.replace('API', api.url) });
    const script = behindBasic('/staging/gigsy.js', { headers: { 'content-type': 'text/javascript' }, body: '1' });
    await expectSilence(['doctor', address('/staging/?token=tok-123#tok-123')], 0);
    const { url, findings } = JSON.parse(
      await expectSilence(['doctor', address('/staging/?token=tok-123#tok-123'), '--json'], 0),
    ) as { url: string; findings: { code: string }[] };
    expect(url).toBe(`${host.url}/staging/?token=…#…`);
    expect(findings.map(({ code }) => code)).not.toContain('script_unreachable');
    expect([...page, ...script]).toEqual([RIGHT, RIGHT, RIGHT, RIGHT]);
    expect(others).toEqual([undefined, undefined]);
  });

  it('prints no secret of a page that refuses, redirects to credentials, or cannot be reached', async () => {
    behindBasic('/closed', { status: 403 });
    await expectSilence(['doctor', address('/closed?key=tok-123')], 2);
    host.serve('/away', { status: 302, headers: { location: `http://${NAME}:${PASSWORD}@127.0.0.1:9/?sig=tok-123` } });
    await expectSilence(['doctor', `${host.url}/away`], 2);
    await expectSilence(['doctor', `http://${NAME}:${PASSWORD}@127.0.0.1:9/?tok-123`], 2);
    await expectSilence(['doctor', `http://${NAME}:${PASSWORD}/x@host.example/`], 2);
    await expectSilence(['doctor', `ftp://${NAME}:${PASSWORD}@host.example/`], 2);
  });

  it('repeats no secret of the page', async () => {
    const secret = `//${NAME}:${PASSWORD}@127.0.0.1:9/`;
    host.serve('/careless', {
      body: PAGE.replace('API', `http:${secret}`)
        .replace('src="', `crossorigin src="http:${secret}`)
        .replace('<title>', `<base href="http:${secret}?token=tok-123"><title>`),
    });
    await expectSilence(['doctor', `${host.url}/careless`], 1);
  });
});

describe('gigsy conform', () => {
  it('opens a page behind Basic authentication, and its JSON has no password', async () => {
    const seen = behindBasic('/conform/', {
      body: '<!doctype html><html lang="en"><title>P</title><p>No element.</p>',
    });
    const told = JSON.parse(
      await expectSilence(
        ['conform', address('/conform/?token=tok-123'), '--states', 'private', '--timeout', '1', '--json'],
        1,
      ),
    ) as { url: string; outcomes: unknown[] };
    expect([told.url, told.outcomes.length]).toEqual([`${host.url}/conform/?token=…`, 11]);
    expect(seen).toContain(RIGHT);
    await expectSilence(['conform', `http://${NAME}:${PASSWORD}@127.0.0.1:9/?token=tok-123`], 2);
  }, 120_000);

  it('ends for a page with an endless script', async () => {
    const browser = await chromium.launch({ executablePath: requireBrowser(), args: [...browserArguments] });
    try {
      const page = host.serve('/busy', {
        body: '<!doctype html><html lang="en"><title>P</title><gigsy-profile-card handle="ada">A</gigsy-profile-card><script>setTimeout(() => { for (;;); }, 300)</script>',
      });
      const outcomes = conform(browser, page, ['full'], { timeoutMs: 2000, silenceMs: 2000 });
      await expect(outcomes.next()).rejects.toThrow(/answers nothing for 2 seconds/);
    } finally {
      await browser.close();
    }
  }, 60_000);
});

describe('wrong addresses with credentials', () => {
  it.each([
    [['import', `https://${NAME}:${PASSWORD}@host.example/resume.json?tok-123`, '--handle', 'ada']],
    [['show', 'ada', '--url', `http://${NAME}:${PASSWORD}@127.0.0.1:9/?token=tok-123`]],
    [['set', 'ada', 'avatarUrl', `http://${NAME}:${PASSWORD}@pictures.example/?tok-123`]],
    [['show', `http://${NAME}:${PASSWORD}@host.example`]],
    [[`http://${NAME}:${PASSWORD}@host.example`]],
    [['show', 'ada', `--bogus=http://${NAME}:${PASSWORD}@host.example`]],
  ])('%j', async (args) => {
    await expectSilence(args, 1);
  });
});

it.each([
  ['at http://a:b@host/x', 'at http://host/x'],
  ['https://token@host', 'https://host'],
  ['http://a:p@ss@host/', 'http://host/'],
  ['http://a:p/s?s@host/', 'http://host/'],
  ['wss://h/s?key=1&lang=de&flag#part.', 'wss://h/s?key=…&lang=…&…#…'],
  [
    '<script src="https://cdn.example/v1/gigsy.js?v=3"></script>',
    '<script src="https://cdn.example/v1/gigsy.js?v=…"></script>',
  ],
  ['https://cdn.example:8080/@scope/x.js and a@b', 'https://cdn.example:8080/@scope/x.js and a@b'],
  [`sk_${'a1'.repeat(10)}`, 'sk_…'],
])('%s is printed as %s', (text, printed) => {
  expect(withoutSecrets(text)).toBe(printed);
});
