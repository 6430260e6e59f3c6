/** The checks of one page in one state. Each returns its problems; an empty list means that it passes. */
import { directionOf, localeOf } from '@gigsy/schema/rules';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { SandboxState } from '@gigsy/schema/sandbox';
import { expectedState } from './stage.ts';

/** Events of the page's load that the probe does not see. */
export interface Complaints {
  errors: { message: string; stack: string }[];
  /** Addresses of scripts that did not arrive. */
  missing: string[];
}

export interface Subject {
  page: Page;
  state: SandboxState;
  complaints: Complaints;
  /** Addresses of profiles that the page asked for. */
  asked: readonly string[];
  /** True if every element was loading while profiles were not answered yet. */
  isLoading: boolean;
}

export interface Check {
  name: string;
  /** The promise that a passing check makes. */
  title: string;
  run(subject: Subject): Promise<string[]>;
}

/** "Good" by Web Vitals. `huge` is exempt: no page can reserve the height of a profile at its limits for everybody. */
const MAX_SHIFT = 0.1;
const UNBOUNDED: SandboxState = 'huge';
/** A walk with the Tab key that does not end has met a trap. */
const MAX_TABS = 600;
/** Rules about the page around the elements: its headings and landmarks belong to the host. */
const OF_THE_PAGE = ['region', 'heading-order', 'page-has-heading-one'];

export const checks: readonly Check[] = [
  {
    name: 'defined',
    title: 'every Gigsy tag on the page is an element',
    run: async ({ page }) => {
      const seen = await look(page);
      if (seen.length === 0) return ['There is no Gigsy element on the page.'];
      return seen
        .filter(({ isDefined }) => !isDefined)
        .map(({ label }) => `${label} is not defined: its script did not load, or the tag is misspelt.`);
    },
  },
  {
    name: 'state',
    title: 'each shows the state that it is in',
    run: async ({ page, state, asked, isLoading }) => {
      const expected = expectedState(state);
      const seen = (await look(page)).filter(({ isDefined, handle }) => isDefined && handle);
      if (seen.length > 0 && asked.length === 0)
        return ['The page asked no API for a profile: gigsy-api is missing, or its policy forbids it.'];
      const wrong = seen
        .filter((element) => element.state !== expected)
        .map(({ label, state: actual }) => `${label} is ${actual ?? 'without state'}, not ${expected}.`);
      return isLoading || seen.length === 0
        ? wrong
        : ['Not every element said that it was loading while its profile was on its way.', ...wrong];
    },
  },
  {
    name: 'words',
    title: 'each says something that can be read',
    run: async ({ page }) =>
      (await look(page))
        .filter(({ isDefined, text, isVisible }) => isDefined && (!text || !isVisible))
        .map(({ label, isVisible }) => (isVisible ? `${label} says nothing.` : `${label} is not visible.`)),
  },
  { name: 'quiet', title: 'Gigsy causes no uncaught error and no policy violation', run: quiet },
  { name: 'axe', title: 'axe finds nothing in the elements', run: ({ page }) => axeProblems(page) },
  {
    name: 'shift',
    title: `a profile that arrives moves the page by less than ${MAX_SHIFT} (cumulative layout shift)`,
    run: async ({ page, state }) => {
      if (state === UNBOUNDED) return [];
      const shift = await page.evaluate(() => gigsyWatch.shift());
      return shift < MAX_SHIFT
        ? []
        : [
            `Elements that grew or shrank as their profiles came moved the page by ${shift.toFixed(3)}. Give their place a min-height.`,
          ];
    },
  },
  { name: 'language', title: 'each speaks the language of the page around it', run: language },
  { name: 'keyboard', title: 'the Tab key reaches every link and button in them', run: keyboard },
  {
    name: 'dark',
    title: 'they can be read in dark colours',
    run: ({ page }) => withMedia(page, { colorScheme: 'dark' }, () => axeProblems(page, ['color-contrast'])),
  },
  {
    name: 'forced',
    title: 'they can be read in forced colours',
    run: ({ page }) => withMedia(page, { forcedColors: 'active' }, () => axeProblems(page, ['color-contrast'])),
  },
  {
    name: 'reflow',
    title: 'at 320 px nothing of them is cut or scrolls sideways',
    run: async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await frames(page);
      return (await page.evaluate(() => gigsyProbe.overflowing())).map((label) => `${label} is wider than its place.`);
    },
  },
];

export function look(page: Page) {
  return page.evaluate(() => gigsyProbe.look());
}

/**
 * An error that names a file of Gigsy or an API that was asked is Gigsy's. If the page bundles Gigsy, any error may be.
 */
async function quiet({ page, complaints, asked }: Subject): Promise<string[]> {
  const scripts = await page.evaluate(() =>
    [...document.scripts].map(({ src }) => src).filter((src) => /\/gigsy\.js(\?|$)/.test(src)),
  );
  const folders = scripts.map((src) => new URL('.', src).href);
  const isOurs = (text: string) => folders.length === 0 || folders.some((folder) => text.includes(folder));
  const violations = await page.evaluate(() => gigsyWatch.violations);
  return [
    ...complaints.errors.filter(({ stack }) => isOurs(stack)).map(({ message }) => `Uncaught: ${message}`),
    ...complaints.missing
      .filter((url) => folders.some((folder) => url.startsWith(folder)))
      .map((url) => `${url} did not load.`),
    ...violations
      .filter(
        ({ blocked, source }) =>
          isOurs(`${blocked} ${source}`) ||
          (/^https?:/.test(blocked) && asked.some((url) => url.startsWith(blocked))) ||
          /\/v1(\/profiles\/|\/read\/|$)/.test(blocked),
      )
      .map(({ directive, blocked }) => `The page's policy (${directive}) stopped ${blocked}.`),
  ];
}

async function axeProblems(page: Page, only?: string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async ({ rules, off }) => {
      const { axe: engine } = globalThis as unknown as { axe: typeof axe };
      const roots = gigsyProbe.hosts().filter(({ shadowRoot }) => shadowRoot);
      if (roots.length === 0) return [];
      const options = rules
        ? { runOnly: { type: 'rule' as const, values: rules } }
        : { rules: Object.fromEntries(off.map((id) => [id, { enabled: false }])) };
      const found = await engine.run({ include: roots } as never, { ...options, resultTypes: ['violations'] });
      return found.violations.map(({ id, help, nodes }) => ({
        id,
        help,
        targets: nodes.map(({ target }) => target.flat().join(' ')),
      }));
    },
    { rules: only, off: OF_THE_PAGE },
  );
  return violations.flatMap(({ id, help, targets }) =>
    targets.filter((target) => target.includes('gigsy-')).map((target) => `${id}: ${help} (${target})`),
  );
}

async function language({ page }: Subject): Promise<string[]> {
  const base = (tag: string) => tag.toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return (await look(page))
    .filter(({ speaks, around }) => speaks && around)
    .flatMap(({ label, speaks, around, direction }) => {
      if (base(speaks) !== base(around) && base(speaks) !== 'en')
        return [`${label} speaks ${speaks} where the page says ${around}.`];
      const expected = directionOf(localeOf(around));
      return direction === expected ? [] : [`${label} is written ${direction} where ${around} is ${expected}.`];
    });
}

async function keyboard({ page }: Subject): Promise<string[]> {
  const presses = await page.evaluate(() => gigsyProbe.startKeys());
  for (let press = 0; press < Math.min(presses, MAX_TABS); press += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => gigsyProbe.noteFocus())) return [];
  }
  return (await page.evaluate(() => gigsyProbe.unreached())).map((control) => `The Tab key does not reach ${control}.`);
}

async function withMedia(
  page: Page,
  media: Parameters<Page['emulateMedia']>[0],
  run: () => Promise<string[]>,
): Promise<string[]> {
  await page.emulateMedia(media);
  await frames(page);
  try {
    return await run();
  } finally {
    await page.emulateMedia({ colorScheme: null, forcedColors: null });
  }
}

/** Until styles are applied and painted. */
function frames(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}
