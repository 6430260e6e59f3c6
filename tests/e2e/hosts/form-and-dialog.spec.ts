/**
 * A form and a modal dialog of the host around a card and a matrix: keys and buttons of the elements never affect the
 * host.
 */
import type { Page } from '@playwright/test';
import type { RunningHub } from '../../cli/running-hub.ts';
import type { HostPages } from './host-pages.ts';
import { cardOf, embedTag, expect, expectAda, tag, test } from './fixture.ts';

declare global {
  var submitted: number;
}

async function open(page: Page, hub: RunningHub, hosts: HostPages): Promise<void> {
  await page.goto(
    hosts.add({
      body: `${embedTag(hub)}
      <dialog aria-label="Applicant"><form method="dialog" id="form">
        <input name="note" aria-label="Note">
        ${tag(hub, 'ada', { attributes: 'href-template="/people/{handle}"' })}
        ${tag(hub, 'ada', { name: 'skill-matrix' })}
        ${tag(hub, 'nobody')}
        <button name="send" value="yes">Send</button>
      </form></dialog>`,
    }),
  );
  await expectAda(cardOf(page, 'ada').first());
  await page.evaluate(() => {
    globalThis.submitted = 0;
    document.addEventListener('submit', () => {
      globalThis.submitted += 1;
    });
    document.querySelector('dialog')!.showModal();
  });
}

test('buttons and Enter in the filter submit no form and close no dialog', async ({ page, hub, hosts, complaints }) => {
  await open(page, hub, hosts);
  const matrix = page.locator('gigsy-skill-matrix');
  const filter = matrix.getByRole('searchbox');
  await filter.fill('rust');
  await filter.press('Enter');
  await matrix.getByRole('button', { name: 'Plain table for screen readers' }).click();
  await filter.fill('');
  await matrix.getByRole('combobox', { name: 'Sort by' }).selectOption('Level');
  await expect(matrix.getByRole('combobox', { name: 'Sort by' })).toHaveValue('level');
  expect(await page.evaluate(() => globalThis.submitted)).toBe(0);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('button', { name: 'Send' }).click();
  expect(await page.evaluate(() => globalThis.submitted)).toBe(1);
  expect(complaints).toEqual([]);
});

test('no control of an element takes part in the form', async ({ page, hub, hosts }) => {
  await open(page, hub, hosts);
  await page.locator('gigsy-skill-matrix').getByRole('searchbox').fill('rust');
  const form = await page.evaluate(() => {
    const found = document.querySelector('form')!;
    return { controls: [...found.elements].map(({ localName }) => localName), data: [...new FormData(found).keys()] };
  });
  expect(form).toEqual({ controls: ['input', 'button'], data: ['note'] });
});

test('Escape empties the filter first, and only then closes the dialog', async ({ page, hub, hosts }) => {
  await open(page, hub, hosts);
  const filter = page.locator('gigsy-skill-matrix').getByRole('searchbox');
  const rows = page.locator('gigsy-skill-matrix').getByRole('rowheader', { name: 'Rust' });
  await filter.fill('no such skill');
  await expect(rows).toBeHidden();
  await filter.press('Escape');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(filter).toHaveValue('');
  await expect(rows).toBeVisible();
  await filter.press('Escape');
  await expect(page.locator('dialog')).toBeHidden();
});

test('Tab goes through the dialog in the order of the page, one stop in the grid', async ({ page, hub, hosts }) => {
  await open(page, hub, hosts);
  const focused = () =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.getAttribute('part') ?? active?.getAttribute('name') ?? active?.localName;
    });
  await page.getByRole('textbox', { name: 'Note' }).focus();
  const order = [];
  for (let stop = 0; stop < 8; stop += 1) {
    await page.keyboard.press('Tab');
    order.push(await focused());
  }
  expect(order).toEqual(['link', 'summary', 'filter', 'sort-field', 'group-switch', 'view-switch', 'group', 'send']);
});
