/**
 * Speed of the elements in Chromium, as a partner's bundler ships them: a hundred cards from data to painted, beside
 * the same content in Shoelace and in Web Awesome, with the browser's own disclosure, as our card has it; the sorting of a large
 * matrix; layout shifts; and leaks.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type CDPSession, type Page, chromium } from 'playwright';
import { renderElement } from '@gigsy/elements/server';
import type { ProfileView } from '@gigsy/sdk/reader';
import { browserArguments, requireBrowser } from '../../scripts/browser.ts';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';
import { bundle } from '../browser/bundle.ts';
import { layoutShifts, watchLayoutShift } from '../browser/layout-shift.ts';
import { TAGS, leakOf } from '../browser/leaks.ts';
import { people, skilled } from './elements/people.ts';

export const name = 'elements';

const folder = path.join(import.meta.dirname, 'elements');
const packages = path.resolve(import.meta.dirname, '../../node_modules');

/** Each library with the styles that its documentation tells pages to load, and the class of its theme. */
const LIBRARIES = [
  { brand: 'gigsy', styles: [], theme: '' },
  { brand: 'shoelace', styles: ['@shoelace-style/shoelace/dist/themes/light.css'], theme: 'sl-theme-light' },
  {
    brand: 'webawesome',
    styles: ['@awesome.me/webawesome/dist/styles/themes/default.css'],
    theme: 'wa-theme-default wa-palette-default wa-brand-blue',
  },
] as const;

/** Frames on demand: a display's 60 Hz would round every time up to its multiples. */
const FREE_FRAMES = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** Two cards in a row, wide enough for every library to show all five skills. */
const VIEWPORT = { width: 1280, height: 900 };

export async function* run(context: MeasureContext): AsyncGenerator<Figure> {
  const browser = await chromium.launch({
    executablePath: requireBrowser(),
    args: [...browserArguments, ...FREE_FRAMES],
  });
  context.signal.addEventListener('abort', () => void browser.close());
  try {
    yield* cards(browser, context);
    yield* matrix(browser, context);
    yield* steadiness(browser, context);
    yield* leaks(browser, context);
  } finally {
    await browser.close();
  }
}

interface Subject {
  brand: string;
  page: Page;
  session: CDPSession;
  times: number[];
}

async function* cards(browser: Browser, { short, progress }: MeasureContext): AsyncGenerator<Figure> {
  const subjects: Subject[] = [];
  for (const { brand, styles, theme } of LIBRARIES) subjects.push(await open(browser, brand, styles, theme));
  const shown = people();
  for (const subject of subjects) checkWords(subject.brand, await measure(subject, shown));
  const rounds = short ? 7 : 25;
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects) subject.times.push((await measure(subject, shown)).ms);
    progress(
      `round ${round + 1} of ${rounds}: ${subjects.map(({ brand, times }) => `${brand} ${times.at(-1)!.toFixed(0)} ms`).join(', ')}`,
    );
  }
  const [ours, ...rivals] = subjects;
  for (const { brand, times } of rivals) {
    yield {
      name: `100 cards, data to painted, beside ${brand}`,
      value: median(ours!.times),
      baseline: median(times),
      unit: 'ms',
      goal: { of: 'ratio', at: 'most', value: 0.7 },
    };
  }
}

async function* matrix(browser: Browser, { short, progress }: MeasureContext): AsyncGenerator<Figure> {
  const { page, session } = await open(browser, 'gigsy', [], '');
  progress('sorting a matrix of 200 skills');
  const profile = skilled(200);
  await page.evaluate((person) => globalThis.measureSorts(person, 8), profile);
  await session.send('HeapProfiler.collectGarbage');
  const times = await page.evaluate(([person, rounds]) => globalThis.measureSorts(person, rounds), [
    profile,
    short ? 16 : 60,
  ] as const);
  yield { name: 'sorting 200 skills, scripting', value: median(times), unit: 'ms', goal: { at: 'most', value: 16 } };
}

/** Layout shifts while cards load late on a page with text between them, from nothing and from a server's markup. */
async function* steadiness(browser: Browser, { progress }: MeasureContext): AsyncGenerator<Figure> {
  const shown = people();
  const script = await bundle(path.join(folder, 'gigsy.subject.ts'));
  const pages = {
    load: shown.map(({ handle }) => `<gigsy-profile-card handle="${handle}"></gigsy-profile-card>`),
    hydration: await Promise.all(shown.map((profile) => renderElement('gigsy-profile-card', { profile }))),
  };
  for (const [occasion, cards] of Object.entries(pages)) {
    progress(`watching 100 cards on ${occasion}`);
    const page = await browser.newPage({ viewport: VIEWPORT });
    await watchLayoutShift(page);
    await page.route('http://host.example/', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en"><title>${occasion}</title><style>${ROOM}</style><body>${cards.join('<p>What stands between.</p>')}`,
      }),
    );
    await page.goto('http://host.example/');
    await page.evaluate(answerLate, shown);
    await page.addScriptTag({ type: 'module', content: script });
    await page.waitForFunction(
      (count) => document.querySelectorAll('gigsy-profile-card[state=ready]').length === count,
      cards.length,
    );
    const value = (await layoutShifts(page)).reduce((sum, shift) => sum + shift.value, 0);
    yield { name: `layout shift on ${occasion} of 100 cards (CLS)`, value, unit: '', goal: { at: 'most', value: 0 } };
    await page.close();
  }
}

/** The style that docs/hosts.md asks of hosts, for a band. */
const ROOM = 'gigsy-profile-card:not(:defined) { display: block; block-size: 15em }';

/** Runs in the page: each card's profile arrives after its skeleton was painted. */
function answerLate(profiles: ProfileView[]): void {
  document.querySelectorAll('gigsy-profile-card').forEach((card, index) => {
    const get = () =>
      new Promise<ProfileView>((resolve) => setTimeout(() => resolve(profiles[index]!), 300 + (index % 7) * 40));
    Object.assign(card, { source: { get } });
  });
}

async function* leaks(browser: Browser, { short, progress }: MeasureContext): AsyncGenerator<Figure> {
  const cycles = short ? 200 : 1000;
  const every = path.resolve('.cache/bench/every-element.ts');
  mkdirSync(path.dirname(every), { recursive: true });
  writeFileSync(every, TAGS.map((tag) => `import '@gigsy/elements/${tag.replace('gigsy-', '')}/define';`).join('\n'));
  const script = await bundle(every);
  for (const tag of TAGS) {
    progress(`creating and removing ${cycles} <${tag}>`);
    const page = await browser.newPage();
    await page.setContent('<!doctype html><html lang="en"><title>leaks</title><body>');
    await page.addScriptTag({ type: 'module', content: script });
    const { nodes, listeners, elements } = await leakOf(page, tag, cycles);
    yield {
      name: `${tag}, nodes, listeners and elements left by ${cycles} of them`,
      value: nodes + listeners + elements,
      unit: '',
      goal: { at: 'most', value: 0 },
    };
    await page.close();
  }
}

async function open(browser: Browser, brand: string, styles: readonly string[], theme: string): Promise<Subject> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.setContent(`<!doctype html><html lang="en" class="${theme}"><title>${brand}</title><body>`);
  for (const file of [...styles.map((name) => path.join(packages, name)), path.join(folder, 'page.css')]) {
    await page.addStyleTag({ content: stylesheet(file) });
  }
  await page.addScriptTag({ type: 'module', content: await bundle(path.join(folder, `${brand}.subject.ts`)) });
  return { brand, page, session: await page.context().newCDPSession(page), times: [] };
}

/** The text of `file` with its imports inlined. */
function stylesheet(file: string): string {
  return readFileSync(file, 'utf8').replace(/@import url\('(.+?)'\);/g, (_, imported: string) =>
    stylesheet(path.join(path.dirname(file), imported)),
  );
}

/** Garbage of the round before is collected first, so that no subject pays for another's. */
async function measure(
  { page, session }: Subject,
  shown: ReturnType<typeof people>,
): Promise<{ ms: number; words: string }> {
  await session.send('HeapProfiler.collectGarbage');
  return page.evaluate((profiles) => globalThis.measureCards(profiles), shown);
}

/** The comparison counts only if all show the same. */
function checkWords(brand: string, { words }: { words: string }): void {
  for (const expected of [
    'AO',
    'Ada Okafor',
    'footbridges',
    'Lagos, Nigeria',
    'Available',
    'Remote',
    'Structural analysis',
    'Surveying',
    '+2',
    'More',
  ]) {
    if (!words.includes(expected)) throw new Error(`${brand} does not show "${expected}": ${words.slice(0, 300)}`);
  }
}

function median(times: number[]): number {
  return Number(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!.toFixed(1));
}
