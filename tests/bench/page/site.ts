/**
 * A site with three pages of the same people: with Gigsy's elements, written by hand, and in React. It answers the elements
 * as a deployment does, by the sections that they ask for, and sends everything compressed.
 */
import { readFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { ProfileView } from '@gigsy/sdk/reader';
import { elementFiles, readManifest } from '../../../scripts/gate/embed-files.ts';
import { shownOf } from './shown.ts';

export const SUBJECTS = ['gigsy', 'plain', 'react'] as const;
export type Subject = (typeof SUBJECTS)[number];

export interface Site {
  /** Address of a subject's page. */
  page(subject: Subject): string;
  end(): void;
}

const embed = path.resolve(import.meta.dirname, '../../../dist/embed');

type Content = [type: string, text: string];

/** Starts it on a free port. The embed build must stand. */
export async function startSite(people: ProfileView[]): Promise<Site> {
  const files = new Map<string, Content>([
    ['/plain', ['text/html', page('<main></main>', 'plain.js', STYLE)]],
    ['/react', ['text/html', page('<main></main>', 'react.js', STYLE)]],
    ['/plain.js', ['text/javascript', await bundled('plain.page.ts')]],
    ['/react.js', ['text/javascript', await bundled('react.page.ts')]],
    ['/shown.json', ['application/json', JSON.stringify(people.map(shownOf))]],
  ]);
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url!, origin());
    const [type, text] = files.get(url.pathname) ?? read(url, people) ?? built(url) ?? ['text/plain', ''];
    response
      .writeHead(text ? 200 : 404, { 'content-type': `${type}; charset=utf-8`, 'content-encoding': 'gzip' })
      .end(gzipSync(text));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  files.set('/gigsy', ['text/html', elementsPage(people, origin())]);
  return {
    page: (subject) => `${origin()}/${subject}`,
    end: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page's script in one file, for production: React is CommonJS, which rollup would need a plugin for. */
async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, name)],
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]!.text;
}

/** `GET /v1/read/profile.get`, as the deployment answers it. */
function read({ pathname, searchParams }: URL, people: ProfileView[]): Content | undefined {
  if (pathname !== '/v1/read/profile.get') return undefined;
  const sections = ['handle', 'role', ...(searchParams.get('sections')?.split(',') ?? [])];
  const answers = searchParams
    .get('handle')!
    .split(',')
    .map((handle) => people.find((person) => person.handle === handle))
    .map((person) => ({
      value: person ? Object.fromEntries(sections.map((name) => [name, person[name as 'handle']])) : null,
      etag: '"x"',
    }));
  return ['application/json', JSON.stringify({ answers })];
}

function built({ pathname }: URL): Content | undefined {
  const file = /^\/v1\/((chunks\/)?[\w-]+\.js)$/.exec(pathname)?.[1];
  return file ? ['text/javascript', readFileSync(path.join(embed, file), 'utf8')] : undefined;
}

/** As docs/hosts.md has it: the files of a card come beside the entry that asks for them. */
function elementsPage(people: ProfileView[], api: string): string {
  const preloads = elementFiles(readManifest(), ['profile-card'])
    .map((file) => `<link rel="modulepreload" crossorigin href="/v1/${file}">`)
    .join('');
  const cards = people.map(({ handle }) => `<gigsy-profile-card handle="${handle}"></gigsy-profile-card>`).join('');
  const head = `<meta name="gigsy-api" content="${api}">${preloads}<style>main{${GRID}}</style>`;
  return page(`<main>${cards}</main>`, 'v1/gigsy.js', head);
}

function page(body: string, script: string, head: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>People</title><link rel="icon" href="data:,">${head}<script type="module" crossorigin src="/${script}"></script><body>${body}`;
}

const GRID = 'display:grid;grid-template-columns:repeat(3,1fr);gap:16px;align-items:start';

/** A host's style of the same look. */
const STYLE = `<style>body{font:16px/1.5 system-ui}main{${GRID}}.card{border:1px solid #ddd;border-radius:10px;padding:20px;min-height:13em}.avatar{float:left;width:2.5em;height:2.5em;border-radius:50%;display:grid;place-items:center;background:#dde;margin-right:12px}h3,p,ul{margin:0;padding:0}.meta{font-size:.875em;color:#555;clear:both}.chips{list-style:none;font-size:.75em}.chips li{display:inline-block;margin:8px 8px 0 0;padding:2px 10px;border-radius:8px;background:#eee}</style>`;
