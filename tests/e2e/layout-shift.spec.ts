/** Cards load late in every way, in every width, and nothing on the page moves. */
import type { Page, Route } from '@playwright/test';
import { layoutShifts, watchLayoutShift } from '../browser/layout-shift.ts';
import { embedTag, expect, tag, test } from './hosts/fixture.ts';
import type { RunningHub } from '../cli/running-hub.ts';

const HANDLES = ['ada', 'maximiliana', 'sam', 'layla', 'haruka', 'tomas', 'sandbox-huge'];

/** In pixels, with the height that docs/hosts.md tells hosts to keep free until the card's code is there. */
const PLACES = {
  sidebar: { width: 280, height: '6em' },
  column: { width: 400, height: '14.875em' },
  'wide column': { width: 560, height: '14.875em' },
  band: { width: 900, height: '14.875em' },
};

function body(hub: RunningHub, { width, height }: { width: number; height: string }): string {
  const reserved = `gigsy-profile-card:not(:defined) { display: block; block-size: ${height}; overflow: clip }`;
  return `${embedTag(hub)}<style>body { margin: 0 } main { width: ${width}px } ${reserved}</style><main>${HANDLES.map(
    (handle) => `${tag(hub, handle)}<p>What follows ${handle}.</p>`,
  ).join('')}</main>`;
}

/** Holds answers back until they are let go, so that each stage has been on screen. */
async function hold(page: Page, address: string | RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route: Route) => {
    await held;
    await route.continue();
  });
  return release;
}

for (const [name, place] of Object.entries(PLACES)) {
  test(`nothing moves while cards in a ${name} load`, async ({ page, hub, hosts }) => {
    await page.setViewportSize({ width: 1000, height: 2400 });
    await watchLayoutShift(page);
    const stages = [
      await hold(page, '**/v1/chunks/**'),
      await hold(page, /\/v1\/(profiles|read)\//),
      await hold(page, '**/v1/photos/**'),
    ];
    await page.goto(hosts.add({ body: body(hub, place) }), { waitUntil: 'domcontentloaded' });
    for (const release of stages) {
      // Long enough that the skeleton, which comes after 150 ms, has been painted; more does no harm.
      await page.waitForTimeout(300);
      release();
    }
    await expect(page.locator('gigsy-profile-card[state=loading]')).toHaveCount(0);
    await expect.poll(() => page.locator('gigsy-profile-card img.seen').count()).toBeGreaterThan(0);
    expect(await layoutShifts(page)).toEqual([]);
  });
}
