/** A partner's own server: pages whose elements it rendered, beside a hub that has the code and the data. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { Addresses } from '../cli/running-hub.ts';

export interface PartnerServer {
  /** The address of a page with this body. */
  page(body: string, options?: PageOptions): string;
  end(): void;
}

export interface PageOptions {
  lang?: string;
  /** False leaves out Gigsy's script. */
  script?: boolean;
  policy?: string;
}

export async function partnerServer({ cdn, site }: Addresses): Promise<PartnerServer> {
  const pages: { html: string; policy?: string }[] = [];
  const server: Server = createServer((request, response) => {
    const page = pages[Number(request.url?.slice(1))];
    response
      .writeHead(page ? 200 : 404, {
        'content-type': 'text/html; charset=utf-8',
        ...(page?.policy && { 'content-security-policy': page.policy }),
      })
      .end(page?.html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    page(body, { lang = 'en', script = true, policy } = {}) {
      const dir = lang === 'ar' ? 'rtl' : 'ltr';
      pages.push({
        policy,
        html: `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8"><title>Partner</title><meta name="gigsy-api" content="${site}">
          ${script ? `<script type="module" crossorigin src="${cdn}/v1/gigsy.js"></script>` : ''}<body><h1>People</h1>${body}<p id="after">After</p>`,
      });
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/${pages.length - 1}`;
    },
    end: () => server.close(),
  };
}

/** The addresses of a site that tell profiles. */
export const PROFILES = /\/v1\/(profiles|read)\//;

/** Holds the hub's answers about profiles until they are let go. */
export async function holdProfiles(page: Page): Promise<() => void> {
  let letGo!: () => void;
  const go = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(PROFILES, async (route) => {
    await go;
    await route.continue();
  });
  return letGo;
}

/** Everything that moved on the page until now (Layout Instability API). */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) =>
          list.getEntries().forEach((entry) => (sum += (entry as unknown as { value: number }).value)),
        ).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => resolve(sum)));
      }),
  );
}

/** Where each visible part inside the first element of `tag` stands, and what follows it, to a tenth of a pixel. */
export function places(page: Page, tag: string): Promise<string[]> {
  return page
    .locator(tag)
    .first()
    .evaluate((element) =>
      [...element.shadowRoot!.querySelectorAll('[part]'), document.querySelector('#after')!].flatMap((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        return width * height === 0
          ? []
          : `${part.getAttribute('part')} ${[x, y, width, height].map((value) => value.toFixed(1)).join(' ')}`;
      }),
    );
}

/** Whether the element's own content stands: a server's comes with a style of its own. */
export function tookOver(page: Page, tag: string): Promise<boolean> {
  return page
    .locator(tag)
    .first()
    .evaluate(
      (element) =>
        !!element.shadowRoot &&
        !element.shadowRoot.querySelector('style') &&
        element.shadowRoot.childElementCount === 1,
    );
}
