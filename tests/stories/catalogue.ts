/**
 * Stories of a built Storybook, shown one after another in one page: each worker loads the page once, then changes
 * stories and toolbar values as the toolbar does. Only the build's own files are reachable.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type Locator, type Page, test as base } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../..');
const build = path.join(root, 'storybook-static');
const origin = 'http://localhost';

export interface Entry {
  id: string;
  title: string;
  name: string;
  type: 'story' | 'docs';
  tags: string[];
  importPath: string;
  exportName?: string;
}

/** A toolbar's values; others keep Storybook's initial value. */
export interface Globals {
  viewer?: string;
  locale?: string;
  theme?: string;
  density?: string;
  width?: string;
}

const initial: Globals = { viewer: 'anonymous', locale: 'en', theme: 'light', density: '1', width: 'all' };

export const stories: Entry[] = readIndex().filter(({ type }) => type === 'story');

function readIndex(): Entry[] {
  const file = path.join(build, 'index.json');
  if (!existsSync(file)) throw new Error('There is no Storybook build: run npm run build-storybook first.');
  return Object.values((JSON.parse(readFileSync(file, 'utf8')) as { entries: Record<string, Entry> }).entries);
}

export class Catalogue {
  /** Requested addresses outside of the build. */
  readonly strayed: string[] = [];
  readonly page: Page;
  readonly root: Locator;
  /** The story that the page holds, shown by a test or not. */
  #current: string | null | undefined;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('#storybook-root');
  }

  async open(address = `/iframe.html?viewMode=story&id=${stories[0]!.id}&globals=a11y.manual:!true`): Promise<void> {
    await this.page.route(
      () => true,
      (route) => {
        const url = new URL(route.request().url());
        const file = path.join(build, decodeURIComponent(url.pathname));
        if (url.origin === origin && existsSync(file))
          return route.fulfill({ path: url.pathname === '/' ? path.join(build, 'index.html') : file });
        if (url.origin === origin) return route.fulfill({ status: 404 });
        this.strayed.push(url.href);
        return route.abort();
      },
    );
    await this.page.goto(origin + address);
    this.#current = new URL(address, origin).searchParams.get('id');
  }

  /**
   * Draws the story anew with these values, play steps included, and waits until it is still. It is drawn once: the play steps
   * of a second drawing would leave those of the first one waiting, to fail in a later test.
   */
  async show(id: string, globals: Globals = {}): Promise<void> {
    await this.#atRest();
    await this.#toolbar(globals);
    await this.#atRest();
    await this.page.evaluate(
      ([storyId, isCurrent]) =>
        new Promise<void>((resolve, reject) => {
          const { __STORYBOOK_ADDONS_CHANNEL__: channel } = window as any;
          const failures = ['storyErrored', 'storyThrewException', 'storyMissing', 'playFunctionThrewException'];
          const fail = (error: { message?: string; title?: string }) =>
            end(() => reject(new Error(`${storyId}: ${error?.title ?? error?.message ?? 'failed'}`)));
          const finish = (finished: { storyId: string }) => {
            if (finished.storyId === storyId) end(resolve);
          };
          const end = (settle: () => void) => {
            for (const event of failures) channel.off(event, fail);
            channel.off('storyFinished', finish);
            settle();
          };
          for (const event of failures) channel.on(event, fail);
          channel.on('storyFinished', finish);
          if (isCurrent) channel.emit('forceRemount', { storyId });
          else channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
        }),
      [id, this.#current === id] as const,
    );
    this.#current = id;
    await this.settle();
  }

  /** Changes toolbar values of the shown story. */
  async set(globals: Globals): Promise<void> {
    await this.#toolbar(globals);
    await this.settle();
  }

  async #toolbar(globals: Globals): Promise<void> {
    await this.page.evaluate(
      (values) => (window as any).__STORYBOOK_ADDONS_CHANNEL__.emit('updateGlobals', { globals: values }),
      { ...initial, ...globals },
    );
  }

  /**
   * Waits for the end of a drawing that is under way. A change of toolbar values draws the story again, and says that it has
   * finished as any drawing does: the next story would take that for its own end.
   */
  async #atRest(): Promise<void> {
    await this.page.waitForFunction(() => {
      const { currentRender: drawing } = (window as any).__STORYBOOK_PREVIEW__ ?? {};
      return ['finished', 'errored', 'aborted'].includes(drawing?.phase) && !drawing.rerenderEnqueued;
    });
  }

  /** Waits until elements are in the language around them, pictures have loaded, and two frames bring no change. */
  async settle(): Promise<void> {
    await this.page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const look = () =>
        [...document.querySelectorAll('#storybook-root *')]
          .filter(({ shadowRoot }) => shadowRoot)
          .map((element) => {
            const words = element.shadowRoot!.querySelector<HTMLElement>('.frame');
            const spoken = !words || words.lang === element.closest<HTMLElement>('[lang]')!.lang.replace('pt-BR', 'pt');
            const pictures = [...element.shadowRoot!.querySelectorAll('img')].every((image) => image.complete);
            return `${spoken && pictures ? '' : Math.random()}${element.shadowRoot!.innerHTML}`;
          })
          .join();
      await document.fonts.ready;
      for (let before = '', same = 0; same < 2;) {
        await frame();
        const now = look();
        same = now === before ? same + 1 : 0;
        before = now;
      }
    });
  }
}

export const test = base.extend<object, { catalogue: Catalogue }>({
  catalogue: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        viewport: { width: 960, height: 720 },
        userAgent: `${await ownAgent(browser)} StorybookTestRunner`,
      });
      const catalogue = new Catalogue(await context.newPage());
      await catalogue.open();
      await catalogue.page.locator('body.sb-show-main').waitFor();
      await use(catalogue);
      await context.close();
    },
    { scope: 'worker' },
  ],
});

/**
 * The browser's own name for itself. Storybook waits a tenth of a second after each drawing for animations that might begin, except
 * in a browser that its own test runner names; here there is no motion.
 */
async function ownAgent(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  const agent = await page.evaluate(() => navigator.userAgent);
  await page.close();
  return agent;
}

/** Stored files that no test reads. */
export function leftOver(folder: string, wanted: string[]): string[] {
  return globSync('**/*.*', { cwd: path.join(import.meta.dirname, folder) }).filter((file) => !wanted.includes(file));
}

export { expect } from '@playwright/test';
