/**
 * The basis of the tests in hostile pages: a running hub (CDN and API on their own origins), a server for host pages,
 * and a record of every complaint of a page.
 */
import { type Locator, type Page, expect as baseExpect, test as base } from '@playwright/test';
import { type RunningHub, startHub, temporaryFolder } from '../../cli/running-hub.ts';
import { type HostPages, hostPages } from './host-pages.ts';

interface WorkerFixtures {
  /** The hub with its data folder. */
  hub: RunningHub & { folder: string };
  hosts: HostPages;
}

interface Fixtures {
  /** Errors of scripts, violations of policies and errors on the console. */
  complaints: string[];
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  hub: [
    // Playwright reads the destructured parameter, even an empty one.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const { folder, remove } = temporaryFolder();
      const hub = await startHub(folder);
      await use(Object.assign(hub, { folder }));
      await hub.end('SIGTERM');
      remove();
      // The hub builds first if there is no build.
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  hosts: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const hosts = await hostPages();
      await use(hosts);
      hosts.close();
    },
    { scope: 'worker' },
  ],
  complaints: async ({ page }, use) => {
    await use(await complaintsOf(page));
  },
});

/** For a busy machine: these tests do not measure speed. */
export const expect = baseExpect.configure({ timeout: 20_000 });

/**
 * Must be called before the page opens. Leaves out the browser's own messages on a missing profile and on a failed
 * request.
 */
async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  await page.addInitScript(() => {
    addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI }) => console.error(`violation: ${violatedDirective} ${blockedURI}`),
      true,
    );
  });
  return complaints;
}

/** The script tag that a partner copies. */
export function embedTag({ addresses }: RunningHub): string {
  return `<script type="module" crossorigin src="${addresses.cdn}/v1/gigsy.js"></script>`;
}

/** A tag with fallback content. */
export function tag(
  { addresses }: RunningHub,
  handle: string,
  { name = 'profile-card', attributes = '' } = {},
): string {
  return `<gigsy-${name} handle="${handle}" api="${addresses.site}" ${attributes}>@${handle}</gigsy-${name}>`;
}

export function cardOf(page: Page, handle: string): Locator {
  return page.locator(`gigsy-profile-card[handle="${handle}"]`);
}

/** Expects Ada's card, with its words and its own look. */
export async function expectAda(card: Locator): Promise<void> {
  await expect(card).toHaveAttribute('state', 'ready');
  await expect(card).toContainText('Ada Okafor');
  await expect(card.locator('[part~="card"]')).toHaveCSS('border-top-width', '1px');
}

/** Gigsy's messages on the console from now on. */
export function warningsOf(page: Page): string[] {
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('Gigsy')) warnings.push(message.text());
  });
  return warnings;
}
