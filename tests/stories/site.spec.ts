/** The built Storybook as designers open it: complete, made from the manifest, with a toolbar that works, and alone. */
import { styleHashes } from '@gigsy/elements/server';
import { publishedElements } from '../../scripts/elements/entries.ts';
import { Catalogue, expect, stories, test } from './catalogue.ts';

const states = [
  'StateLoading',
  'StateEmpty',
  'StateNotAvailable',
  'StateError',
  'StateOffline',
  'StateOfflineWithKnownContent',
];
for (const tag of Object.keys(styleHashes)) {
  test(`${tag} has its default, properties, variants and every state`, () => {
    const names = stories
      .filter(({ importPath }) => importPath.endsWith(`/${tag.replace('gigsy-', '')}.stories.ts`))
      .map(({ exportName }) => exportName!);
    expect(names).toEqual(
      expect.arrayContaining(['Default', ...states, 'VariantRightToLeft', 'VariantLongNames', 'VariantHostileData']),
    );
    expect(names.filter((name) => !/^(Default|Property|Slot|State|Variant|Keyboard)/.test(name))).toEqual([]);
    expect(names.some((name) => name.startsWith('Property'))).toBe(true);
  });
}

test('hidden parts are absent for a viewer who may not see them', async ({ catalogue }) => {
  const { root } = catalogue;
  await catalogue.show('profile-page--student-by-default');
  await expect(root).not.toContainText('she/her');
  await expect(root).not.toContainText('Babbage');
  await catalogue.set({ viewer: 'member' });
  await expect(root).toContainText('she/her');
  await expect(root).toContainText('Babbage');
  await expect(root).not.toContainText('With distinction');
  await catalogue.set({ viewer: 'owner' });
  await expect(root).toContainText('With distinction');
  await catalogue.show('profile-profile-card--variant-private');
  await expect(root).toContainText('This profile is not available.');
});

test('density and width are the toolbar’s', async ({ catalogue }) => {
  const box = () =>
    catalogue.page.locator('gigsy-profile-card').evaluate((card) => ({
      width: card.clientWidth,
      space: parseFloat(getComputedStyle(card.shadowRoot!.querySelector('.profile')!).paddingTop),
    }));
  await catalogue.page.setViewportSize({ width: 1400, height: 720 });
  await catalogue.show('profile-profile-card--default', { width: '480' });
  expect(await box()).toEqual({ width: 480, space: 20 });
  await catalogue.set({ width: '280', density: '0.75' });
  expect(await box()).toEqual({ width: 280, space: 12 });
  await catalogue.set({ width: '1280', density: '1.25' });
  expect(await box()).toEqual({ width: 1280, space: 25 });
});

test('docs pages show the manifest, and make no request to other sites', async ({ browser }) => {
  const page = await browser.newPage();
  const site = new Catalogue(page);
  await site.open('/?path=/docs/profile-profile-card--docs');
  const docs = page.frameLocator('#storybook-preview-iframe');
  const table = docs.locator('.docblock-argstable').first();
  // The page draws all stories of the element together.
  await expect(table).toBeVisible({ timeout: 90_000 });
  await expect(docs.getByText("A person's public profile as a card.").first()).toBeVisible();
  for (const named of ['href-template', 'gigsy-load', 'badge', '--gigsy-accent', 'headline']) {
    await expect(table.getByText(named, { exact: true }).first()).toBeVisible();
  }
  await expect(page.getByRole('button', { name: /Who looks/ })).toBeVisible();
  expect(site.strayed).toEqual([]);
  await page.close();
});

test('every control that is offered changes the tag', async ({ browser }) => {
  // Stories keep the values of their controls for as long as their page is open.
  const page = await browser.newPage();
  const catalogue = new Catalogue(page);
  await catalogue.open();
  for (const id of ['profile-profile-card--default', 'profile-skill-matrix--default']) {
    await catalogue.show(id);
    const offered = await page.evaluate(async (storyId) => {
      const story = await (window as any).__STORYBOOK_PREVIEW__.storyStoreValue.loadStory({ storyId });
      return Object.entries<any>(story.argTypes)
        .filter(([, { control }]) => control && !control.disable)
        .map(([name, { options }]) => ({ name, value: options?.at(-1) ?? (name.startsWith('--') ? '1' : 4) }));
    }, id);
    expect(offered.length).toBeGreaterThan(8);
    for (const { name, value } of offered) {
      const tag = () => page.locator('#storybook-root [handle]').evaluate(({ outerHTML }) => outerHTML);
      const before = await tag();
      await page.evaluate(
        ([storyId, arg, given]) =>
          (window as any).__STORYBOOK_ADDONS_CHANNEL__.emit('updateStoryArgs', {
            storyId,
            updatedArgs: { [arg as string]: given },
          }),
        [id, name, value],
      );
      await expect.poll(tag, `${id}: ${name}`).not.toBe(before);
    }
  }
  await page.close();
});

test('the map of elements names every element', async ({ browser }) => {
  const page = await browser.newPage();
  const site = new Catalogue(page);
  await site.open('/iframe.html?viewMode=docs&id=elements--docs');
  for (const element of publishedElements())
    await expect(page.getByRole('cell', { name: `<gigsy-${element}>`, exact: true })).toBeVisible({ timeout: 90_000 });
  expect(site.strayed).toEqual([]);
  await page.close();
});
