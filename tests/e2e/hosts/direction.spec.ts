/** A right-to-left page with a left-to-right card, and the reverse: each keeps its own direction and language. */
import type { Locator } from '@playwright/test';
import { cardOf, embedTag, expect, expectAda, tag, test } from './fixture.ts';

/** True if the portrait is left of the name. */
async function portraitFirstFromLeft(card: Locator): Promise<boolean> {
  const [portrait, name] = await Promise.all(
    ['avatar', 'name'].map((part) => card.locator(`[part~="${part}"]`).boundingBox()),
  );
  return portrait!.x < name!.x;
}

test('an English card in an Arabic page reads from the left, and its neighbours from the right', async ({
  page,
  hub,
  hosts,
  complaints,
}) => {
  await page.goto(
    hosts.add({
      root: 'lang="ar" dir="rtl"',
      body: `${embedTag(hub)}<p>نص الصفحة</p>${tag(hub, 'ada', { attributes: 'lang="en"' })}${tag(hub, 'layla')}${tag(hub, 'tomas')}`,
    }),
  );
  await expectAda(cardOf(page, 'ada'));
  await expect(cardOf(page, 'ada')).toContainText('Available');
  expect(await portraitFirstFromLeft(cardOf(page, 'ada'))).toBe(true);
  await expect(cardOf(page, 'tomas')).toContainText(/[\u0600-\u06ff]/);
  await expect(cardOf(page, 'layla')).toHaveAttribute('state', 'ready');
  expect(await portraitFirstFromLeft(cardOf(page, 'layla'))).toBe(false);
  await expect(page.locator('body > p')).toHaveCSS('direction', 'rtl');
  expect(complaints).toEqual([]);
});

test('an Arabic card in an English page reads from the right', async ({ page, hub, hosts }) => {
  await page.goto(
    hosts.add({ body: `${embedTag(hub)}${tag(hub, 'ada', { attributes: 'lang="ar"' })}${tag(hub, 'grace')}` }),
  );
  await expectAda(cardOf(page, 'ada'));
  await expect(cardOf(page, 'ada')).toContainText(/[\u0600-\u06ff]/);
  expect(await portraitFirstFromLeft(cardOf(page, 'ada'))).toBe(false);
  await expect(cardOf(page, 'grace')).toHaveAttribute('state', 'ready');
  expect(await portraitFirstFromLeft(cardOf(page, 'grace'))).toBe(true);
});
