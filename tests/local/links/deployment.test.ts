/** The page of a contribution on a whole deployment: read once from its host, and shown from there. */
import type { PortfolioView } from '@gigsy/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { host, leadsTo } from '../photos/host.ts';
import { RunningBackend } from '../running-backend.ts';

let running: RunningBackend;
beforeAll(async () => {
  running = await RunningBackend.start({ GIGSY_LINK_LOOPBACK: 'on' });
});
afterAll(() => running?.close());

const soon = { timeout: 10_000 };

async function shown(): Promise<PortfolioView['contributions']> {
  return (await running.query<PortfolioView | null>(null, 'portfolio:get', { handle: 'ada' }))?.contributions;
}

test('a page is read, and viewers get its words without calling its host', async () => {
  const { port, asked } = await host((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<title>x</title><meta property="og:title" content="One bridge"><meta name="description" content="Steel.">'),
  );
  const moved = await host(leadsTo(`http://127.0.0.1:${port}/there`));
  const inner = await host(leadsTo('http://169.254.169.254/latest/meta-data/'));
  const token = await running.person('ada');
  const add = (title: string, at: number, expected: number) =>
    running.mutate(token, 'portfolio/contributions:add', {
      contribution: { kind: 'project', title, url: `http://127.0.0.1:${at}/` },
      expected,
    });
  await add('One', moved.port, 1);
  await add('Inner', inner.port, 2);
  const previews = async () =>
    Object.fromEntries(((await shown()) ?? []).map(({ title, linkPreview }) => [title, linkPreview]));
  const read = { title: 'One bridge', description: 'Steel.' };
  await expect.poll(previews, soon).toEqual({ One: read, Inner: undefined });
  await expect.poll(() => inner.asked.length, soon).toBe(1);
  for (let count = 0; count < 3; count += 1) await shown();
  expect(asked.map(({ url }) => url)).toEqual(['/there']);
});
