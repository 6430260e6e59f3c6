/**
 * What the tests in hostile pages stand on: a running hub (its CDN and its API, each an origin of its own), a server for
 * host pages, and a note of everything that a page complains about.
 */
import { type Locator, type Page, expect as baseExpect, test as base } from '@playwright/test';
import { type RunningHub, startHub, temporaryFolder } from '../../cli/running-hub.ts';
import { type HostPages, hostPages } from './host-pages.ts';

interface WorkerFixtures {
  /** With the folder of its data. */
  hub: RunningHub & { folder: string };
  hosts: HostPages;
}

interface Fixtures {
  /** What scripts threw, what policies refused and what stands on the console as an error. */
  complaints: string[];
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  hub: [
    // Playwright reads the destructured parameter, even where nothing is taken.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const { folder, remove } = temporaryFolder();
      const hub = await startHub(folder);
      await use(Object.assign(hub, { folder }));
      await hub.end('SIGTERM');
      remove();
      // It builds first where nobody has.
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

/** A busy machine takes its time; nothing here is about speed. */
export const expect = baseExpect.configure({ timeout: 20_000 });

/** Call it before the page is opened. Two messages are the browser's own: of a profile that is not there, and of a request that failed. */
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

/** A tag of ours, with something in it to show where no script runs. */
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

/** The card of Ada is there, with its words and its own look. */
export async function expectAda(card: Locator): Promise<void> {
  await expect(card).toHaveAttribute('state', 'ready');
  await expect(card).toContainText('Ada Okafor');
  await expect(card.locator('[part~="card"]')).toHaveCSS('border-top-width', '1px');
}
