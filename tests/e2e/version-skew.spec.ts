/** The rule N-2 (docs/adr/0010) in Chromium: builds and APIs of different ages, and two builds on one page. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { releasedVersions } from '../../scripts/channel/assemble.ts';
import { type RecordedAnswer, answersFolder } from '../../scripts/channel/record.ts';
import { standing } from '../../scripts/channel/support.ts';
import { elementNames, readManifest } from '../../scripts/gate/embed-files.ts';
import { type RunningHub, gigsy, startHub, temporaryFolder } from '../cli/running-hub.ts';
import { type Host, complaintsOf, sendPage, startHost } from './host-page.ts';

type Answers = Record<string, RecordedAnswer>;

const recorded: Record<string, Answers> = Object.fromEntries(
  globSync('*.json', { cwd: answersFolder }).map((file) => [
    basename(file, '.json'),
    JSON.parse(readFileSync(join(answersFolder, file), 'utf8')) as Answers,
  ]),
);
const supported = standing(releasedVersions())
  .filter(({ status }) => status !== 'deprecated')
  .map(({ version }) => version);

const { folder, remove } = temporaryFolder();
let hub: RunningHub;
let host: Host;

/** Every tag of today's build that shows a profile. */
const tags = () =>
  elementNames(readManifest())
    .filter((name) => name !== 'provider')
    .map((name) => `gigsy-${name}`);

/** `/page?build=v1&build=0.1.0&api=...` loads these builds in this order; `/answers/<name>` is an API. `all`: every element. */
test.beforeAll(async () => {
  hub = await startHub(folder, { through: 'npm' });
  host = await startHost((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
    if (pathname === '/page') {
      const scripts = searchParams
        .getAll('build')
        .map((build) => `<script type="module" crossorigin src="${hub.addresses.cdn}/${build}/gigsy.js"></script>`);
      const elements = searchParams
        .getAll('handle')
        .flatMap((handle) =>
          (searchParams.has('all')
            ? profileTags()
            : searchParams.has('portfolios')
              ? PORTFOLIO_TAGS
              : searchParams.has('trust')
                ? TRUST_TAGS
                : ['gigsy-profile-card']
          ).map((tag) => `<${tag} handle="${handle}" ${searchParams.has('live') ? 'live' : ''}>Fallback</${tag}>`),
        );
      return sendPage(
        response,
        `<meta name="gigsy-api" content="${searchParams.get('api')}">${scripts.join('')}${elements.join('')}`,
      );
    }
    const [, name, path] = /^\/answers\/([^/]+)(\/.*)$/.exec(pathname) ?? [];
    const later = { 'later-portfolios': laterPortfolios, 'later-trust': laterTrust }[name ?? ''];
    const answers = later ? later(searchParams) : name ? answersOf(name) : {};
    const { status, headers, body } = answers[path!] ?? { status: 404, headers: {}, body: {} };
    response
      .writeHead(status, { 'access-control-allow-origin': '*', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  });
});
test.afterAll(async () => {
  host?.close();
  await hub?.end('SIGTERM');
  remove();
});

const PORTFOLIO_TAGS = ['gigsy-portfolio', 'gigsy-badge-shelf'];
const TRUST_TAGS = ['gigsy-trust-badges', 'gigsy-trust-mark'];

/** The recorded answers are older than portfolios and trust and have none. */
function profileTags(): string[] {
  return tags().filter((tag) => ![...PORTFOLIO_TAGS, ...TRUST_TAGS].includes(tag));
}

/** Answers of a later API to today's build: more of everything, and values that this build does not know. */
function future(): Answers {
  const { body } = recorded[supported[0]!]!['/v1/profiles/ada']! as { body: Record<string, any> };
  const later = {
    ...body,
    role: 'alumna',
    identity: {
      ...body.identity,
      verification: { level: 'gold', by: ['somebody'] },
      displayNames: [{ lang: 'en', text: 'Ada' }],
    },
    availability: { ...body.availability, status: 'sabbatical', from: '2031-Q3', remote: 'mostly' },
    skills: [
      ...body.skills,
      { id: 'later', name: 'Mind reading', level: 9, evidence: [{ kind: 'gig' }] },
      { id: 'nameless', title: 'No name here' },
    ],
    links: [{ id: 'later', kind: 'handle', value: '@ada' }],
    publications: [{ id: 'one', title: 'A section of its own', parts: [1, [2, [3]]] }],
    _meta: { api: '1.9', next: null },
  };
  const error = {
    type: 'urn:gigsy:problem:payment_required',
    title: 'payment required',
    status: 402,
    detail: 'New.',
    code: 'payment_required',
  };
  const headers = {
    'content-type': 'application/vnd.gigsy.v1+json; profile="later"',
    etag: '"later"',
    'gigsy-something': 'new',
  };
  return {
    '/v1/profiles/ada': { status: 200, headers, body: later },
    '/v1/profiles/tomas': { status: 404, headers: {}, body: { ...error, status: 404, code: 'gone_for_good' } },
    '/v1/profiles/refused': { status: 402, headers: {}, body: error },
    '/v1': {
      status: 200,
      headers: {},
      body: { name: 'gigsy', version: '1.9', convex: hub.addresses.convex, sockets: [] },
    },
  };
}

/** A later API to elements that show portfolios: an answer for each that asks, with sections, fields and values that this build does not know. */
function laterPortfolios(asked: URLSearchParams): Answers {
  const issuer = { name: 'Open Courses', seal: { kind: 'gold' } };
  const portfolio = {
    handle: 'ada',
    talks: [{ id: 't1', title: 'A section of its own', slides: [[1]] }],
    courses: [
      { id: 'c1', name: 'Glass blowing', issuer, completedOn: '2031-Q3', expiresOn: { from: '2031' }, grade: 1 },
      { id: 'c2', title: { en: 'Named otherwise' }, issuer: 'Open Courses', completedOn: '2031' },
    ],
    badges: [{ id: 'b1', name: 'First lamp', issuer, awardedOn: '2031-02-30', image: { svg: '<svg>' } }],
    contributions: [
      { id: 'p1', kind: 'performance', title: 'A dance', files: [{ address: { cdn: '/x' }, type: 'video/mp4' }] },
    ],
    skills: [{ name: 'Glass', entries: 1, level: 'high' }, { skill: 'Sand' }],
    partial: 'some',
    _meta: { api: '1.9' },
  };
  return laterAnswers('portfolio.get', portfolio, asked);
}

/** Evidence of a later API: kinds, levels and days that this build does not know, beside one that it does. */
function laterTrust(asked: URLSearchParams): Answers {
  const known = { id: 'email', method: 'email', level: 'email', provider: 'Gigsy', issuedOn: '2031-05-01' };
  const trust = {
    handle: 'ada',
    level: 'gold',
    vouches: [{ by: 'somebody' }],
    evidence: [
      { ...known, expiresOn: '9999-04-30', strength: { of: 3 } },
      { ...known, id: 'iris', method: 'iris', level: 'gold', expiresOn: '9999-04-30' },
      { ...known, id: 'phone', method: 'phone', provider: { name: 'Gigsy' }, expiresOn: { from: '2031' } },
    ],
    _meta: { api: '1.9' },
  };
  return laterAnswers('trust.get', trust, asked);
}

function laterAnswers(name: string, value: object, asked: URLSearchParams): Answers {
  const handles = asked.getAll('handle').flatMap((each) => each.split(','));
  const headers = { 'content-type': 'application/vnd.gigsy.v1+json; profile="later"' };
  const body = { answers: handles.map(() => ({ value, freshness: null })), next: null };
  return { [`/v1/read/${name}`]: { status: 200, headers, body } };
}

/** An API whose every answer is wrong. */
const failing: Answers = {
  '/v1/profiles/ada': { status: 500, headers: {}, body: { code: 'internal', status: 500, detail: 'x' } },
  '/v1/profiles/sam': {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><h1>It works!</h1>',
  },
};

function answersOf(name: string): Answers {
  return name === 'future' ? future() : name === 'failing' ? failing : recorded[name]!;
}

function address(builds: string[], handles: string[], api: string, more = ''): string {
  return `${host.url}/page?${new URLSearchParams([...builds.map((build) => ['build', build]), ...handles.map((handle) => ['handle', handle]), ['api', api]])}${more}`;
}

const card = (handle: string) => `gigsy-profile-card[handle="${handle}"]`;

for (const version of supported) {
  test(`the frozen build ${version} works with today's backend`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.goto(address([version], ['ada', 'tomas', 'nobody'], hub.addresses.site, '&live'));
    await expect(page.locator(card('ada'))).toHaveAttribute('state', 'ready');
    await expect(page.locator(card('ada'))).toContainText('Ada Okafor');
    for (const handle of ['tomas', 'nobody'])
      await expect(page.locator(card(handle))).toHaveAttribute('state', 'unavailable');
    // Twice: the first change may come before the connection is open, and show by the first read.
    for (const headline of [`Seen by ${version}`, `Seen live by ${version}`]) {
      expect(await gigsy(['set', 'ada', 'headline', headline, '--data', folder])).toMatchObject({ code: 0 });
      await expect(page.locator(card('ada'))).toContainText(headline);
    }
    await page.goto(address([version], ['ada', 'sam'], `${host.url}/answers/failing`));
    for (const handle of ['ada', 'sam']) await expect(page.locator(card(handle))).toHaveAttribute('state', 'error');
    expect(complaints).toEqual([]);
  });
}

for (const version of supported) {
  test(`today's build understands the answers of the API of ${version}`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.goto(
      address(['v1'], ['ada', 'maximiliana', 'sam', 'tomas', 'nobody'], `${host.url}/answers/${version}`),
    );
    for (const handle of ['ada', 'maximiliana', 'sam']) {
      const { identity } = recorded[version]![`/v1/profiles/${handle}`]!.body as { identity: { displayName: string } };
      await expect(page.locator(card(handle))).toHaveAttribute('state', 'ready');
      await expect(page.locator(card(handle))).toContainText(identity.displayName);
    }
    for (const handle of ['tomas', 'nobody'])
      await expect(page.locator(card(handle))).toHaveAttribute('state', 'unavailable');
    await expect(page.locator(card('ada')).locator('[part="skill"]')).toHaveCount(5);
    await page.goto(address(['v1'], ['maximiliana'], `${host.url}/answers/${version}`, '&all'));
    for (const tag of profileTags()) await expect(page.locator(tag)).toHaveAttribute('state', 'ready');
    expect(complaints).toEqual([]);
  });
}

for (const build of ['v1', ...supported]) {
  test(`the build ${build} ignores unknown parts of a later API`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(address([build], ['ada', 'tomas', 'refused'], `${host.url}/answers/future`));
    await expect(page.locator(card('ada'))).toHaveAttribute('state', 'ready');
    await expect(page.locator(card('ada'))).toContainText('Ada Okafor');
    // The second column is shown too, with unknown levels and dates.
    await expect(page.locator(card('ada')).locator('[part="levels"]')).toBeVisible();
    await expect(page.locator(card('ada'))).not.toContainText(/undefined|NaN|\[object/);
    await expect(page.locator(card('tomas'))).toHaveAttribute('state', 'unavailable');
    await expect(page.locator(card('refused'))).toHaveAttribute('state', 'error');
    expect(complaints).toEqual([]);
  });
}

test("no element of today's build stumbles over a later API", async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto(address(['v1'], ['ada'], `${host.url}/answers/future`, '&all'));
  for (const tag of profileTags()) {
    await expect(page.locator(tag)).toHaveAttribute('state', 'ready');
    await expect(page.locator(tag)).not.toContainText(/undefined|NaN|\[object/);
  }
  expect(complaints).toEqual([]);
});

for (const version of supported) {
  test(`elements of portfolios say that there is none to an API of ${version}, which knows no portfolios`, async ({
    page,
  }) => {
    const complaints = complaintsOf(page);
    await page.goto(address(['v1'], ['ada'], `${host.url}/answers/${version}`, '&portfolios'));
    for (const tag of PORTFOLIO_TAGS) {
      await expect(page.locator(tag)).toHaveAttribute('state', 'error');
      await expect(page.locator(tag)).toContainText('This portfolio could not be loaded.');
    }
    expect(complaints).toEqual([]);
  });
}

for (const version of supported) {
  test(`the badges of trust say that an API of ${version} gives them nothing, and disturb nobody`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.goto(address(['v1'], ['ada'], `${host.url}/answers/${version}`, '&trust'));
    await expect(page.locator('gigsy-trust-badges')).toHaveAttribute('state', 'error');
    await expect(page.locator('gigsy-trust-badges')).toContainText('could not be loaded');
    expect(complaints).toEqual([]);
  });
}

test('the badges of trust ignore unknown parts of a later API', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto(address(['v1'], ['ada'], `${host.url}/answers/later-trust`, '&trust'));
  const badges = page.locator('gigsy-trust-badges');
  await expect(badges).toHaveAttribute('state', 'ready');
  await expect(badges.locator('[part=evidence]')).toHaveCount(1);
  await expect(badges).toContainText('E-mail address confirmed');
  await expect(badges).not.toContainText(/undefined|NaN|\[object/);
  expect(complaints).toEqual([]);
});

test('elements of portfolios ignore unknown parts of a later API', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto(address(['v1'], ['ada'], `${host.url}/answers/later-portfolios`, '&portfolios'));
  for (const tag of PORTFOLIO_TAGS) {
    await expect(page.locator(tag)).toHaveAttribute('state', 'ready');
    await expect(page.locator(tag)).toContainText('First lamp');
    await expect(page.locator(tag)).not.toContainText(/undefined|NaN|\[object/);
  }
  await expect(page.locator('gigsy-portfolio')).toContainText('Glass blowing');
  await expect(page.locator('gigsy-portfolio')).toContainText('A dance');
  expect(complaints).toEqual([]);
});

/** Whether a request is for this person, alone as frozen builds ask or among others. */
function asksFor(url: string, handle: string): boolean {
  const { pathname, searchParams } = new URL(url);
  return (
    pathname === `/v1/profiles/${handle}` ||
    (pathname.startsWith('/v1/read/') && searchParams.get('handle')!.split(',').includes(handle))
  );
}

for (const version of supported) {
  for (const builds of [
    ['v1', version],
    [version, 'v1'],
    ['v1', 'v1', version, version],
  ]) {
    test(`${builds.join(' before ')} on one page do not disturb each other`, async ({ page }) => {
      const complaints = complaintsOf(page);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(address(builds, ['ada', 'tomas'], hub.addresses.site, '&live'));
      await expect(page.locator(card('ada'))).toHaveAttribute('state', 'ready');
      await expect(page.locator(card('tomas'))).toHaveAttribute('state', 'unavailable');
      await page.evaluate(() =>
        document.body.insertAdjacentHTML('beforeend', '<gigsy-profile-card handle="sam">Fallback</gigsy-profile-card>'),
      );
      await expect(page.locator(card('sam'))).toHaveAttribute('state', 'ready');
      // One definition: each profile is requested once, whichever build shows it.
      for (const handle of ['ada', 'tomas', 'sam']) expect(asked.filter((url) => asksFor(url, handle))).toHaveLength(1);
      expect(complaints).toEqual([]);
    });
  }
}
