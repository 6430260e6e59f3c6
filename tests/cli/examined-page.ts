/** A hub, a server for partner pages, and pages on it that `gigsy doctor` examines. */
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Finding } from '../../packages/cli/src/doctor/finding.ts';
import { examine } from '../../packages/cli/src/doctor/examine.ts';
import { PageServer } from './page-server.ts';
import { type RunningHub, startHub, temporaryFolder } from './running-hub.ts';

export interface Parts {
  html?: string;
  head?: string;
  script?: string;
  body?: string;
}

export const CARD = '<gigsy-profile-card handle="ada">Ada</gigsy-profile-card>';

/** A started hub and page server, with pages for the tests of a file. */
export interface ExaminedPages {
  /** Set before the first test runs. */
  hub: RunningHub;
  host: PageServer;
  folder: string;
  /** A page without faults, except for the parts that a test gives. */
  markup(parts?: Parts): string;
  /** The header of a content security policy in which CDN and API stand for the hub's addresses. */
  policy(text: string): Record<string, string>;
  /** The doctor's findings on a page of these parts, or of this markup. */
  found(parts: Parts | string, headers?: Record<string, string>): Promise<Finding[]>;
}

/** Starts a hub and a page server before the tests of the calling file, and ends both after them. */
export function examinedPages(): ExaminedPages {
  const { folder, remove } = temporaryFolder();
  const pages: ExaminedPages = {
    folder,
    hub: undefined as never,
    host: undefined as never,
    markup({
      html = '<html lang="en">',
      head = '',
      script = `<script type="module" crossorigin src="${pages.hub.addresses.cdn}/v1/gigsy.js"></script>`,
      body = CARD,
    }: Parts = {}) {
      return `<!doctype html>${html}<title>Partner</title>\n<meta name="gigsy-api" content="${pages.hub.addresses.site}">${head}\n${script}\n${body}`;
    },
    policy: (text) => ({
      'content-security-policy': text
        .replaceAll('CDN', pages.hub.addresses.cdn)
        .replaceAll('API', pages.hub.addresses.site),
    }),
    async found(parts, headers = {}) {
      const body = typeof parts === 'string' ? parts : pages.markup(parts);
      return (await examine(pages.host.serve('/', { body, headers }), () => {})).findings;
    },
  };
  beforeAll(async () => {
    [pages.hub, pages.host] = await Promise.all([startHub(path.join(folder, 'data')), PageServer.start()]);
  }, 120_000);
  afterAll(async () => {
    pages.host?.close();
    await pages.hub?.end('SIGTERM');
    remove();
  });
  return pages;
}
