/**
 * Marks, lines and rings in the system's contrast themes, light and dark, under any colours of the host: each box has
 * something with a contrast of 3:1 to its background (WCAG 2.2, 1.4.11).
 */
import { contrasts } from '../../browser/pixels.ts';
import { embedTag, expect, test } from './fixture.ts';

const LEAST = 3;
const profile = {
  handle: 'mara',
  identity: { displayName: 'Mara Lind', headline: 'Builds bridges', location: { city: 'Oslo' } },
  about: { text: 'Words.' },
  availability: { status: 'open', hoursPerWeek: 8 },
  skills: [1, 2, 3, 4, 5].map((level) => ({
    name: `Skill ${level}`,
    category: level > 2 ? 'Some' : 'Others',
    level,
    years: level,
  })),
  links: [{ label: 'Home', url: 'https://example.com/' }],
};
/** Styles of a host that ignores such themes: its own colours, light and dark, and one that resets them. */
const HOSTS = {
  'nothing set': '',
  'all colours dark': '--gigsy-surface: #000; --gigsy-text: #222; --gigsy-accent: #111',
  'all colours light': '--gigsy-surface: #fff; --gigsy-text: #ddd; --gigsy-accent: #eee',
};

/** Boxes compared by their left edges, since they hold text; and boxes compared whole. */
const EDGES = ['#wide article', '#wide .avatar', '#column .chips li', '#matrix input', '#matrix .tools button'];
const MARKS = [
  '#wide .marks i',
  '#wide .links a',
  '#gone svg',
  '#loading .avatar',
  '#loading .facts',
  '#skeleton i',
  '#matrix .marks i',
  '#matrix .group th',
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, style] of Object.entries(HOSTS)) {
    test(`with ${name}, everything shows in a ${colorScheme} contrast theme`, async ({ page, hub, hosts }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      await page.setViewportSize({ width: 1000, height: 1400 });
      await page.goto(
        hosts.add({
          body: `${embedTag(hub)}<style>body { margin: 20px } div { ${style} } div > * { margin: 20px 0 }</style><div>
          <gigsy-profile-card id="wide" href-template="/people/{handle}"></gigsy-profile-card>
          <gigsy-profile-card id="column" style="inline-size: 400px"></gigsy-profile-card>
          <gigsy-profile-card id="gone" style="inline-size: 400px"></gigsy-profile-card>
          <gigsy-profile-card id="loading" style="inline-size: 400px"></gigsy-profile-card>
          <gigsy-about-section id="skeleton"></gigsy-about-section><gigsy-skill-matrix id="matrix"></gigsy-skill-matrix></div>`,
        }),
      );
      await page.evaluate((shown) => {
        const give = (id: string, properties: object) => Object.assign(document.getElementById(id)!, properties);
        for (const id of ['wide', 'column']) give(id, { profile: shown });
        // As many as a matrix needs to offer its filter.
        const others = Array.from({ length: 7 }, (_, index) => ({ name: `Another ${index}`, category: 'Others' }));
        give('matrix', { profile: { ...shown, skills: [...shown.skills, ...others] } });
        give('gone', { profile: null });
      }, profile);
      const behind = await page.evaluate(() => {
        document.body.append(Object.assign(document.createElement('p'), { id: 'canvas' }));
        document.getElementById('canvas')!.style.color = 'Canvas';
        return getComputedStyle(document.getElementById('canvas')!).color;
      });
      await expect(page.locator('#wide .marks i')).toHaveCount(20);
      await expect(page.locator('#loading .avatar')).toHaveCSS('visibility', 'visible');
      await page.waitForTimeout(300);
      await page.locator('#matrix input').focus();
      const found = await Promise.all(
        [...EDGES, ...MARKS].map(async (part) =>
          Promise.all((await page.locator(part).all()).map(async (each) => ({ part, ...(await each.boundingBox())! }))),
        ),
      );
      const boxes = found.flat().map(({ part, x, y, width, height }) => ({
        part,
        x: x - 1,
        y: y - 1,
        width: EDGES.includes(part) ? 3 : width + 2,
        height: height + 2,
      }));
      const field = boxes.find(({ part }) => part === '#matrix input')!;
      boxes.push({ ...field, part: 'the focus ring', x: field.x - 4, width: 3 });
      expect(new Set(boxes.map(({ part }) => part)).size).toBe(EDGES.length + MARKS.length + 1);
      const ratios = await contrasts(page, behind, boxes);
      expect([...new Set(boxes.flatMap(({ part }, at) => (ratios[at]! < LEAST ? [part] : [])))]).toEqual([]);
    });
  }
}

test('the length of the marks tells the level', async ({ page, hub, hosts }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto(
    hosts.add({ body: `${embedTag(hub)}<gigsy-skill-matrix style="--gigsy-accent: #000"></gigsy-skill-matrix>` }),
  );
  await page
    .locator('gigsy-skill-matrix')
    .evaluate((element, shown) => void Object.assign(element, { profile: shown }), profile);
  const marks = page.locator('.marks').nth(2).locator('i');
  await expect(marks).not.toHaveCount(0);
  const heights = await Promise.all(
    (await marks.all()).map(async (mark) => Math.round((await mark.boundingBox())!.height)),
  );
  expect(new Set(heights.slice(0, heights.filter((height) => height > 6).length))).toEqual(
    new Set([Math.max(...heights)]),
  );
});
