/** Visits to the hub's app. */
import { type Page, expect } from '@playwright/test';
import { type Gigsy, createGigsy } from '@gigsy/sdk';
import type { Addresses } from '../../cli/running-hub.ts';

/** Signs in by a click, as people do, and waits for the page of their own. */
export async function signInAs(page: Page, { app }: Addresses, subject: string): Promise<void> {
  await page.goto(`${app}/`);
  await page.locator(`button[name=person][value="${subject}"]`).click();
  await expect(page).toHaveURL(`${app}/me`);
  await expect(page.getByRole('textbox', { name: 'Headline' })).toBeVisible();
}

/** A client that is signed in as a made-up person. */
export function clientAs({ issuer, secret, convex }: Addresses, subject: string): Gigsy {
  const getToken = async () => {
    const headers = { authorization: `Bearer ${secret}` };
    const answer = await fetch(`${issuer}/token`, { method: 'POST', headers, body: JSON.stringify({ subject }) });
    return ((await answer.json()) as { token: string }).token;
  };
  return createGigsy({ url: convex, auth: { getToken } });
}

/** Asks to see what the profile on this page shows to members, from the choice of a purpose on, by keyboard alone. */
export async function askToSee(page: Page, purpose: string, words = ''): Promise<void> {
  await page.locator('gigsy-access-request').getByRole('combobox', { name: 'Purpose' }).focus();
  await page.keyboard.type(purpose);
  await page.keyboard.press('Tab');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/** Signs out, and waits for the page that follows: a visit to another would interrupt it. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.locator('button[name=person]').first()).toBeVisible();
}

/** Errors of scripts and violations of the policy, from now on. */
export async function complaintsOn(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load')) complaints.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`violation: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return complaints;
}
