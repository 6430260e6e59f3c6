/** Every task by real keys: the order of Tab, visible focus, and the effect of keys. */
import { type Catalogue, type Globals, expect, test } from './catalogue.ts';

/** Shows the story between two buttons, with focus on the first; Tab ends on the second. */
async function start(catalogue: Catalogue, id: string, globals: Globals = { width: 'auto' }): Promise<void> {
  const { page } = catalogue;
  await page.setViewportSize({ width: 960, height: 720 });
  await catalogue.show(id, globals);
  await page.evaluate(() => {
    for (const edge of ['before', 'after']) document.getElementById(edge)?.remove();
    const button = (id: string) => Object.assign(document.createElement('button'), { id, textContent: id });
    document.querySelector('#storybook-root')!.before(button('before'));
    document.querySelector('#storybook-root')!.after(button('after'));
  });
  await page.focus('#before');
}

/** The words of the focused control; `quiet` if its focus is not visible. */
function focus({ page }: Catalogue): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement!;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const shows = [getComputedStyle(element), getComputedStyle(element, '::after')].some(
      ({ outlineStyle }) => outlineStyle !== 'none',
    );
    const words = element.getAttribute('aria-label') ?? element.textContent!.trim().replace(/\s+/g, ' ');
    return shows ? words : `${words} (quiet)`;
  });
}

/** The focused control after each press of the key, up to the button at the end. */
async function stops(catalogue: Catalogue, key: 'Tab' | 'Shift+Tab'): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    await catalogue.page.keyboard.press(key);
    const stop = await focus(catalogue);
    if (stop === 'before' || stop === 'after' || found.length > 20) return found;
    found.push(stop);
  }
}

const journeys: [id: string, stops: string[]][] = [
  ['profile-profile-card--default', ['Website', 'Notes', 'More']],
  ['profile-profile-card--slot-actions', ['Ada Lovelace', 'Website', 'Notes', 'More', 'Get in touch']],
  ['profile-profile-card--state-error', ['Try again: failing']],
  ['profile-profile-header--slot-actions', ['Website', 'Notes', 'Get in touch']],
  ['profile-skill-matrix--default', ['Group by category', 'Plain table for screen readers', 'Skill']],
  [
    'profile-skill-matrix--property-view',
    ['Group by category', 'Plain table for screen readers', 'Skill', 'Level', 'Years'],
  ],
  ['profile-experience-list--default', ['Babbage & Co.']],
  [
    'profile-page--default',
    [
      'Website',
      'Notes',
      'Babbage & Co.',
      'Openings',
      'Group by category',
      'Plain table for screen readers',
      'Skill',
      'Babbage & Co.',
      'Notes on the Analytical Engine',
      'Sketch of the Analytical Engine, with notes by the translator',
      'University of London',
      'Computing with difference engines',
    ],
  ],
];

for (const [id, expected] of journeys) {
  test(`Tab through ${id}, and back`, async ({ catalogue }) => {
    await start(catalogue, id);
    expect(await stops(catalogue, 'Tab')).toEqual(expected);
    expect(await stops(catalogue, 'Shift+Tab')).toEqual(expected.toReversed());
  });
}

test('the wide card’s links come after its own', async ({ catalogue }) => {
  await start(catalogue, 'profile-profile-card--property-href-template', { width: '900' });
  expect(await stops(catalogue, 'Tab')).toEqual(['Ada Lovelace', 'Website', 'Notes', 'More']);
});

test('Enter follows the card’s link', async ({ catalogue }) => {
  const { page } = catalogue;
  await start(catalogue, 'profile-profile-card--slot-actions');
  // Listens before the keys are pressed: the page would go to the link.
  const followed = await page.evaluateHandle(() => {
    const click = new Promise<string>((resolve) =>
      addEventListener(
        'click',
        (event) => {
          event.preventDefault();
          resolve((event.composedPath()[0] as Element).closest('a')!.href);
        },
        { once: true },
      ),
    );
    return { click };
  });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await followed.evaluate(({ click }) => click)).toBe('https://example.com/people/ada');
});

for (const key of ['Enter', 'Space']) {
  test(`${key} on the button loads again, and focus stays in the card`, async ({ catalogue }) => {
    const { page } = catalogue;
    // The story's own steps press the button once; another viewer brings the failure back.
    await start(catalogue, 'profile-profile-card--keyboard-retry');
    await catalogue.set({ viewer: 'owner' });
    const card = page.locator('gigsy-profile-card');
    await expect(card).toHaveAttribute('state', 'error');
    await page.focus('#before');
    await page.keyboard.press('Tab');
    await page.keyboard.press(key);
    await expect(card).toHaveAttribute('state', 'ready');
    expect(await card.evaluate((element) => element.shadowRoot!.activeElement?.part.value)).toBe('card');
  });
}

test.describe('the skill matrix', () => {
  const toGrid = async (catalogue: Catalogue) => {
    for (let stop = 0; stop < 3; stop++) await catalogue.page.keyboard.press('Tab');
  };
  const press = async (catalogue: Catalogue, ...keys: string[]) => {
    for (const key of keys) await catalogue.page.keyboard.press(key);
    return focus(catalogue);
  };
  /** The code of the keys comes with the first focus: it obeys the first keys when it is there. */
  const first = async (catalogue: Catalogue, keys: string[], reached: string) => {
    await press(catalogue, ...keys);
    await expect.poll(() => focus(catalogue)).toBe(reached);
  };

  test('moves by cell, row end, ten rows, and to the corners', async ({ catalogue }) => {
    await start(catalogue, 'profile-skill-matrix--default');
    await toGrid(catalogue);
    await first(catalogue, ['ArrowDown', 'ArrowDown'], 'Mathematics');
    expect(await press(catalogue, 'ArrowRight')).toBe('Expert');
    expect(await press(catalogue, 'End')).toBe('Bernoulli numbers and Calculus of finite differences');
    expect(await press(catalogue, 'Home')).toBe('Mathematics');
    expect(await press(catalogue, 'PageDown')).toBe('Weaving');
    expect(await press(catalogue, 'PageUp')).toBe('Mathematics');
    expect(await press(catalogue, 'Control+Home')).toBe('Skill');
    expect(await press(catalogue, 'Control+End', 'Home')).toBe('Riding');
    await catalogue.page.keyboard.press('Tab');
    await catalogue.page.keyboard.press('Shift+Tab');
    expect(await focus(catalogue), 'comes back to the cell that was left').toBe('Riding');
  });

  test('moves in the direction of Arabic', async ({ catalogue }) => {
    await start(catalogue, 'profile-skill-matrix--variant-right-to-left', { locale: 'ar' });
    await toGrid(catalogue);
    await first(catalogue, ['ArrowLeft'], 'المستوى');
    expect(await press(catalogue, 'ArrowRight')).toBe('المهارة');
  });

  test('sorts with Enter and with Space, and keeps focus on the header', async ({ catalogue }) => {
    const { page } = catalogue;
    await start(catalogue, 'profile-skill-matrix--property-ungrouped');
    await toGrid(catalogue);
    const level = page.getByRole('columnheader', { name: 'Level' });
    await first(catalogue, ['ArrowRight'], 'Level');
    expect(await press(catalogue, 'Enter')).toBe('Level');
    await expect(level).toHaveAttribute('aria-sort', 'descending');
    expect(await press(catalogue, 'Space')).toBe('Level');
    await expect(level).toHaveAttribute('aria-sort', 'ascending');
    await expect(page.getByRole('row').nth(1)).toContainText('Flight');
  });

  test('filters while typing, says how many are left, and clears the filter', async ({ catalogue }) => {
    const { page } = catalogue;
    await start(catalogue, 'profile-skill-matrix--variant-two-hundred-skills');
    await page.keyboard.press('Tab');
    await page.keyboard.type('case 199');
    await expect(page.getByRole('status').filter({ hasText: '2 of 200 skills' })).toBeVisible();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await expect(page.getByRole('status').filter({ hasText: '200 of 200 skills' })).toBeVisible();
  });

  test('switches groups off and the table on, with Space', async ({ catalogue }) => {
    const { page } = catalogue;
    await start(catalogue, 'profile-skill-matrix--default');
    expect(await press(catalogue, 'Tab', 'Space')).toBe('Group by category');
    await expect(page.getByRole('rowheader', { name: 'Sciences' })).toHaveCount(0);
    expect(await press(catalogue, 'Tab', 'Space')).toBe('Plain table for screen readers');
    await expect(page.getByRole('table', { name: 'Skills' })).toBeVisible();
    expect(await press(catalogue, 'Tab', 'Tab', 'Enter')).toBe('Level');
    await expect(page.getByRole('columnheader', { name: 'Level' })).toHaveAttribute('aria-sort', 'descending');
  });
});
