/**
 * A reader whose clock is wrong by decades: profiles load with their own dates. Only an availability that has begun by
 * that clock is left out.
 */
import { cardOf, embedTag, expect, expectAda, tag, test } from './fixture.ts';

const CLOCKS = [
  { year: '1970', begins: true },
  { year: '2099', begins: false },
];

for (const { year, begins } of CLOCKS) {
  test(`a card and its live connection work on a clock of ${year}`, async ({ page, hub, hosts, complaints }) => {
    await page.setViewportSize({ width: 1000, height: 600 });
    await page.clock.setFixedTime(new Date(`${year}-01-01T00:00:00Z`));
    await page.goto(
      hosts.add({
        body: embedTag(hub) + tag(hub, 'ada', { attributes: 'live' }) + tag(hub, 'ada', { name: 'education-list' }),
      }),
    );
    expect(await page.evaluate(() => new Date().getUTCFullYear())).toBe(Number(year));
    await expectAda(cardOf(page, 'ada'));
    // Available from January 2027 on, 16 hours a week.
    await expect(cardOf(page, 'ada').locator('[part~="terms"]')).toContainText('16');
    await expect(cardOf(page, 'ada').locator('[part~="terms"]')).toContainText(begins ? 'January 2027' : /^[^J]*$/);
    await expect(page.locator('gigsy-education-list')).toContainText('2023');
    expect(complaints).toEqual([]);
  });
}
