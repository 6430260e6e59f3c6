/** The second accessibility engine finds no failure in any story: light, dark and right to left, 320 px. */
import { type Globals, expect, stories, test } from '../stories/catalogue.ts';
import { failures } from '../stories/second-engine.ts';

const looks: { width: number; globals: Globals }[] = [
  { width: 960, globals: { locale: 'en' } },
  { width: 960, globals: { locale: 'ar', theme: 'dark' } },
  { width: 320, globals: { locale: 'en' } },
];

for (const { id } of stories) {
  test(`second engine: ${id}`, async ({ catalogue }) => {
    await catalogue.show(id);
    const found: string[] = [];
    for (const { width, globals } of looks) {
      await catalogue.page.setViewportSize({ width, height: 720 });
      await catalogue.set(globals);
      found.push(...(await failures(catalogue)).map((failure) => `${JSON.stringify(globals)} ${width} px: ${failure}`));
    }
    expect(found).toEqual([]);
  });
}

test('the engine looks into shadow roots', async ({ catalogue }) => {
  await catalogue.show('profile-profile-card--default');
  await catalogue.page
    .locator('gigsy-profile-card')
    .evaluate((card) => card.shadowRoot!.querySelector('article')!.append(document.createElement('button')));
  expect((await failures(catalogue)).join()).toContain('gigsy-profile-card[1]/#document-fragment[1]');
});
