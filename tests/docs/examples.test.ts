/**
 * Runs the documentation's code blocks: TypeScript against a hub, pages in Chromium, JSON compared with the hub's
 * answers.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserArguments, requireBrowser } from '../../scripts/browser.ts';
import { type CodeBlock, codeBlocks, documents, root } from './code-blocks.ts';

const HUB_TIMEOUT = 120_000;
const blocks = codeBlocks();
const of = (language: string) =>
  blocks.filter((block) => block.language === language).map((block) => [`${block.file}:${block.line}`, block] as const);

let dataDir: string;
let hub: ChildProcess;
let ready: { convex: string; site: string; issuer: string; cdn: string; app: string; secret: string };

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-docs-'));
  hub = spawn('npm', ['start', '--silent', '--', '--json', '--port', '0', '--data', dataDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const [line] = (await once(createInterface({ input: hub.stdout! }), 'line')) as [string];
  ready = JSON.parse(line) as typeof ready;
}, HUB_TIMEOUT);

afterAll(async () => {
  if (hub?.pid && hub.exitCode === null) {
    process.kill(-hub.pid, 'SIGTERM');
    await once(hub, 'exit');
  }
  rmSync(dataDir, { recursive: true, force: true });
}, HUB_TIMEOUT);

/** The block with this hub's addresses in place of the example ones. */
function here({ code }: CodeBlock): string {
  return code
    .replaceAll('https://happy-otter-123.convex.cloud', ready.convex)
    .replaceAll('https://happy-otter-123.convex.site', ready.site)
    .replaceAll('https://cdn.gigsy.example', ready.cdn)
    .replaceAll('https://app.gigsy.example', ready.app);
}

test.each(of('ts'))('%s runs', async (_, block) => {
  // The session that the block assumes: Ada's, or an administrator's.
  const session = (name: string, subject: string) =>
    `const ${name} = { getToken: async () => (await (await fetch(${JSON.stringify(`${ready.issuer}/token`)}, { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ${ready.secret}' }, body: JSON.stringify({ subject: ${JSON.stringify(subject)} }) })).json() as { token: string }).token };\n`;
  const sessions = [
    ['session', 'demo_ada'],
    ['adminSession', 'demo_noor'],
  ]
    .filter(([name]) => new RegExp(`\\b${name}\\b`).test(block.code))
    .map(([name, subject]) => session(name!, subject!))
    .join('');
  const folder = path.join(root, '.cache/docs');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `block-${block.line}.ts`);
  writeFileSync(file, `${sessions}${here(block)}\nsetTimeout(() => process.exit(0), 500);\n`);
  // The demo partner's secret key, from its server's environment.
  const { secretKey } = JSON.parse(readFileSync(path.join(dataDir, 'organisation.json'), 'utf8')) as {
    secretKey: string;
  };
  const output = execFileSync(process.execPath, ['--conditions=convex', file], {
    cwd: root,
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, GIGSY_SECRET_KEY: secretKey },
  });
  expect(output).not.toBe('');
});

test.each(of('html'))(
  '%s shows a profile in Chromium',
  async (_, block) => {
    const server = createServer((__, response) =>
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(here(block)),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const browser = await chromium.launch({ executablePath: requireBrowser(), args: [...browserArguments] });
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      const framed = block.code.includes('<iframe');
      await (framed ? page.frameLocator('iframe') : page)
        .locator('gigsy-profile-card[state=ready]')
        .waitFor({ timeout: 15_000 });
    } finally {
      await browser.close();
      server.close();
    }
  },
  60_000,
);

/** Answers that the JSON blocks show, by their `type` or their only field; an empty text stands for a long one. */
const asked: Record<string, () => string> = {
  'urn:gigsy:problem:not_found': () => `${ready.site}/v1/profiles/nobody-at-all`,
  answers: () => `${ready.site}/v1/read/profile.get?sections=availability&handle=ada,nobody-at-all`,
  rich: () => `${ready.site}/v1/oembed?url=${encodeURIComponent(`${ready.site}/v1/embed/ada`)}`,
};

test.each(of('json'))('%s is what the hub answers', async (_, block) => {
  const documented = JSON.parse(here(block)) as { type?: string };
  const [only] = Object.keys(documented);
  const answer = (await (await fetch(asked[documented.type ?? only!]!())).json()) as Record<string, unknown>;
  const shortened = Object.entries(documented)
    .filter(([, value]) => value === '')
    .map(([name]) => [name, '']);
  expect({ ...answer, ...Object.fromEntries(shortened) }).toEqual(documented);
});

/** The step `consumers` builds and runs these projects. */
const ofConsumers = ['tsx', 'vue', 'svelte'];

test.each(ofConsumers.flatMap(of))('%s is a whole file of a consumer', (_, { language, code }) => {
  const files = globSync(`tests/consumers/*/**/*.${language}`, { cwd: root });
  expect(files.filter((file) => readFileSync(path.join(root, file), 'utf8') === code)).toHaveLength(1);
});

test('there is a block of each kind, and every kind of block is tried', () => {
  expect([...new Set(blocks.map(({ language }) => language))].sort()).toEqual(
    ['html', 'json', 'ts', ...ofConsumers].sort(),
  );
});

test('every relative link in the documentation leads somewhere', () => {
  const broken = documents.flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map((match) => match[1]!)
      .filter((target) => !existsSync(path.resolve(root, path.dirname(file), target)))
      .map((target) => `${file}: ${target}`),
  );
  expect(broken).toEqual([]);
});
