/**
 * The painted area of an element: no text of a person reaches beyond its box, with any text and any styles of the host;
 * the focus ring and slotted content are not cut.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { contrasts } from '../../browser/pixels.ts';
import { embedTag, expect, test } from './fixture.ts';
import { classes } from '../../../packages/elements/src/server/classes.generated.ts';

/** A typeface that stacks marks, from a package, so that the machine's own do not matter. */
const inter = readFileSync(
  createRequire(import.meta.url).resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
).toString('base64');
const TAGS = Object.keys(classes);

const STACKED = `M${'\u0301\u0300\u0302\u0303\u0304\u0306\u0307\u0308'.repeat(20)}\u0323\u0324\u0325${'\u0331'.repeat(60)}`;
const TEXTS = {
  'marks that stack': STACKED,
  'marks on every letter': STACKED.repeat(8),
  'words without an end': 'W'.repeat(100),
  'the widest sign': '\ufdfd'.repeat(12),
  'a picture of many signs': '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}'.repeat(20),
  'turned words': `\u202e${STACKED}\u2067${'M'.repeat(30)}`,
};
const STYLES = [
  '',
  'letter-spacing: -1.5em',
  'letter-spacing: 3em; word-spacing: -9em',
  'line-height: .1',
  'line-height: 9',
  'font-style: italic; text-transform: uppercase',
  'direction: rtl',
];

function filled(words: string) {
  const entry = {
    startDate: '2020',
    summary: words,
    highlights: [words],
    courses: [words],
    url: 'https://example.com/',
    score: words,
  };
  return {
    handle: 'mara',
    identity: { displayName: words, headline: words, pronouns: words, location: { city: words } },
    about: { text: words },
    skills: [
      { name: words, level: 3, category: words, keywords: [words] },
      { name: words, years: 2 },
    ],
    links: [{ label: words, url: 'https://example.com/' }],
    workExperience: [{ ...entry, organisation: words, position: words }],
    education: [{ ...entry, institution: words, area: words }],
    languages: [{ name: words, fluency: words }],
  };
}

/** The painted page without the boxes of the elements. The page's style removes their shadows. */
function outside(page: Page): Promise<Buffer> {
  return page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide', mask: [page.locator('.shown')] });
}

/** True if `.shown` elements paint beyond their boxes. */
async function reachesOut(page: Page): Promise<boolean> {
  const painted = await outside(page);
  await page.evaluate(() => {
    document.body.classList.add('bare');
  });
  const bare = await outside(page);
  await page.evaluate(() => {
    document.body.classList.remove('bare');
  });
  return !painted.equals(bare);
}

async function open(page: Page, url: string): Promise<void> {
  await page.setViewportSize({ width: 700, height: 1_000 });
  await page.goto(url);
  await page.evaluate(async (tags) => {
    await document.fonts.load('16px Stacking');
    await Promise.all(tags.map((name) => customElements.whenDefined(name)));
  }, TAGS);
}

const body = `<style>
    @font-face { font-family: Stacking; src: url(data:font/woff2;base64,${inter}) }
    body { margin: 0; padding: 1px 150px; font-family: Stacking, sans-serif }
    ::part(card) { box-shadow: none }
    .shown { display: block; margin: 150px 0 }
    .bare .shown { opacity: 0 }
  </style>${TAGS.map((name) => `<${name} class="shown"></${name}>`).join('')}`;

for (const [name, words] of Object.entries(TEXTS)) {
  test(`${name} stay inside`, async ({ page, hub, hosts }) => {
    test.setTimeout(240_000);
    await open(page, hosts.add({ body: embedTag(hub) + body }));
    const wrong: string[] = [];
    for (const [index, style] of STYLES.entries()) {
      await page.evaluate(
        async ([css, profile, width]) => {
          for (const element of document.querySelectorAll<HTMLElement & { updateComplete: Promise<unknown> }>(
            '.shown',
          )) {
            element.style.cssText = `${css}; inline-size: ${width}px`;
            Object.assign(element, { profile });
            await element.updateComplete;
            // Whole pixels, so that a mask's edge covers each pixel wholly.
            element.style.blockSize = `${Math.ceil(element.getBoundingClientRect().height)}px`;
          }
        },
        [style, filled(words), [280, 400][index % 2]!] as const,
      );
      if (await reachesOut(page)) wrong.push(style);
    }
    expect(wrong).toEqual([]);
  });
}

test('the same marks reach beyond a box that does not clip them', async ({ page, hub, hosts }) => {
  await open(page, hosts.add({ body: embedTag(hub) + body }));
  await page.evaluate((words) => {
    document.body.insertAdjacentHTML('beforeend', '<div class="shown" style="block-size: 40px"></div>');
    document.body.lastElementChild!.textContent = words;
  }, STACKED);
  expect(await reachesOut(page)).toBe(true);
});

test('the ring around a focused card and slotted content are painted whole', async ({ page, hub, hosts }) => {
  await open(page, hosts.add({ body: embedTag(hub) + body }));
  const card = page.locator('gigsy-profile-card');
  await card.evaluate(async (element, profile) => {
    for (const other of document.querySelectorAll('.shown')) if (other !== element) other.remove();
    element.innerHTML =
      '<div slot="actions"><div id="menu" style="position: absolute; inset: 100% auto auto 0; block-size: 200px; inline-size: 600px; background: red">Menu</div></div>';
    element.style.cssText = 'inline-size: 400px';
    Object.assign(element, { profile, hrefTemplate: '/people/{handle}' });
    await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
  }, filled('Mara'));
  const { x, y, width, height } = (await card.boundingBox())!;
  for (const point of [
    [x + 250, y + height + 100],
    [x + width + 30, y + height + 100],
  ] as const) {
    expect(await page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.id, point)).toBe('menu');
  }
  await card.evaluate((element) => element.replaceChildren());
  const box = (await card.boundingBox())!;
  const [middle, depth] = [box.width / 2, 6];
  const edges = [
    { x: box.x + middle, y: box.y, width: 9, height: depth },
    { x: box.x + middle, y: box.y + box.height - depth, width: 9, height: depth },
    { x: box.x, y: box.y + 20, width: depth, height: 9 },
    { x: box.x + box.width - depth, y: box.y + 20, width: depth, height: 9 },
  ];
  for (const contrast of await contrasts(page, 'white', edges)) expect(contrast).toBeLessThan(3);
  await page.keyboard.press('Tab');
  for (const contrast of await contrasts(page, 'white', edges)) expect(contrast).toBeGreaterThan(3);
});
