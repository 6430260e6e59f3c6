/** A page of shelves of badges in Chromium that follow their people live, and note when each event shows. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, type Page, chromium } from 'playwright';
import { browserArguments, requireBrowser } from '../../../scripts/browser.ts';

const embed = path.resolve(import.meta.dirname, '../../../dist/embed');

declare global {
  /** By handle: the number of each event that showed, and when, in milliseconds since 1970. */
  var shown: Record<string, [number: number, at: number][]>;
}

export class WatchingPage {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #end: () => void;

  private constructor(browser: Browser, page: Page, end: () => void) {
    this.#browser = browser;
    this.#page = page;
    this.#end = end;
  }

  /** Resolves when all shelves stand and are watched. The embed build must stand. */
  static async open(siteUrl: string, handles: string[]): Promise<WatchingPage> {
    const site = await serve(pageOf(siteUrl, handles));
    const browser = await chromium.launch({ executablePath: requireBrowser(), args: browserArguments });
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(site.url);
    const watching = new WatchingPage(browser, page, site.end);
    await page.waitForFunction(
      (count) => document.querySelectorAll('gigsy-badge-shelf[state=ready]').length === count,
      handles.length,
    );
    await watching.#note();
    return watching;
  }

  /** Notes each change of a shelf's DOM that shows another event. */
  async #note(): Promise<void> {
    await this.#page.evaluate(() => {
      globalThis.shown = {};
      for (const shelf of document.querySelectorAll<HTMLElement & { handle: string }>('gigsy-badge-shelf')) {
        const times: [number, number][] = (globalThis.shown[shelf.handle] = []);
        const look = () => {
          const title = shelf.shadowRoot!.querySelector('[part=title]')?.textContent ?? '';
          const number = Number(/Event (\d+)/.exec(title)?.[1] ?? -1);
          if (number > (times.at(-1)?.[0] ?? -1)) times.push([number, performance.timeOrigin + performance.now()]);
        };
        new MutationObserver(look).observe(shelf.shadowRoot!, { childList: true, characterData: true, subtree: true });
      }
    });
  }

  /** When each person's shelf showed an event, by handle. */
  shown(): Promise<typeof globalThis.shown> {
    return this.#page.evaluate(() => globalThis.shown);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#end();
  }
}

function pageOf(siteUrl: string, handles: string[]): string {
  const shelves = handles.map((handle) => `<gigsy-badge-shelf handle="${handle}" live></gigsy-badge-shelf>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Badges</title><link rel="icon" href="data:,"><meta name="gigsy-api" content="${siteUrl}"><script type="module" src="/v1/gigsy.js"></script><body>${shelves}`;
}

async function serve(html: string): Promise<{ url: string; end(): void }> {
  const server = createServer(({ url = '' }, response) => {
    const file = /^\/v1\/((chunks\/)?[\w-]+\.js)$/.exec(url)?.[1];
    response
      .writeHead(200, { 'content-type': `${file ? 'text/javascript' : 'text/html'}; charset=utf-8` })
      .end(file ? readFileSync(path.join(embed, file)) : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    end() {
      server.closeAllConnections();
      server.close();
    },
  };
}
