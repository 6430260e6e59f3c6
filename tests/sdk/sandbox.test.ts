/** The sandbox as a profile source: each handle behaves as its sentence says. */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import type { ProfileView } from '@gigsy/sdk/reader';
import { isGigsyError } from '@gigsy/sdk/reader';
import { sandboxHandles, sandboxSource } from '@gigsy/sdk/sandbox';

const quick = sandboxSource({ delayMs: 20, changeMs: 15 });

async function outcome(handle: string): Promise<string> {
  return quick.get(handle).then(
    (profile) => (profile ? `profile of ${profile.handle}` : 'nothing'),
    (error: unknown) => (isGigsyError(error) ? error.code : String(error)),
  );
}

test('every handle has a sentence, and answers', async () => {
  const outcomes = Object.fromEntries(
    await Promise.all(sandboxHandles.map(async ({ handle }) => [handle, await outcome(handle)] as const)),
  );
  expect(outcomes).toEqual({
    'sandbox-full': 'profile of sandbox-full',
    'sandbox-empty': 'profile of sandbox-empty',
    'sandbox-huge': 'profile of sandbox-huge',
    'sandbox-rtl': 'profile of sandbox-rtl',
    'sandbox-slow': 'profile of sandbox-slow',
    'sandbox-private': 'nothing',
    'sandbox-suspended': 'nothing',
    'sandbox-failing': 'internal',
    'sandbox-offline': 'offline',
  });
  expect(sandboxHandles.every(({ summary }) => summary.length > 10)).toBe(true);
});

test('every other handle is unknown', async () => {
  for (const handle of ['ada', 'sandbox-other', '', '__proto__', 'constructor'])
    expect(await outcome(handle)).toBe('nothing');
});

test('the slow one can be aborted at once', async () => {
  const leaving = new AbortController();
  const reading = sandboxSource({ delayMs: 3_600_000 }).get('sandbox-slow', { signal: leaving.signal });
  leaving.abort();
  await expect(reading).rejects.toMatchObject({ code: 'aborted' });
  await expect(quick.get('sandbox-slow', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
});

describe('watching', () => {
  /** The first `count` messages to a watcher. */
  function told(handle: string, count: number): Promise<unknown[]> {
    const heard: unknown[] = [];
    return new Promise((resolve) => {
      const hear = (what: unknown) => {
        heard.push(what);
        if (heard.length < count) return;
        stop();
        resolve(heard);
      };
      const stop = quick.watch(handle, { next: hear, error: (error) => hear(error.code) });
    });
  }

  test('sandbox-full changes its headline, starting from the answer of a reader', async () => {
    const views = (await told('sandbox-full', 5)) as ProfileView[];
    expect(views[0]).toEqual(await quick.get('sandbox-full'));
    expect(
      views.every((view, index) => index === 0 || view.identity!.headline !== views[index - 1]!.identity!.headline),
    ).toBe(true);
  });

  test.each([
    ['sandbox-failing', 'internal'],
    ['sandbox-offline', 'offline'],
    ['sandbox-private', null],
    ['sandbox-suspended', null],
    ['ada', null],
  ])('%s tells %s', async (handle, expected) => expect(await told(handle, 1)).toEqual([expected]));

  test('a watcher that has ended hears nothing more', async () => {
    const heard: unknown[] = [];
    const observer = { next: (view: unknown) => heard.push(view), error: (error: unknown) => heard.push(error) };
    const leaving = new AbortController();
    quick.watch('sandbox-full', { ...observer, signal: leaving.signal });
    quick.watch('sandbox-failing', observer)();
    leaving.abort();
    // Another watcher of the same pace has heard three times by now.
    await told('sandbox-full', 3);
    expect(heard).toEqual([]);
  });
});

test('a page that uses it loads only data: no zod, no Convex, under 20 kB', async () => {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: "import { sandboxSource } from '@gigsy/sdk/sandbox'; globalThis.source = sandboxSource();",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    minify: true,
    conditions: ['convex'],
    platform: 'browser',
  });
  expect(
    Object.keys(metafile.inputs).filter((file) => file.includes('node_modules/') && !file.includes('@gigsy')),
  ).toEqual([]);
  expect(outputFiles[0]!.contents.length).toBeLessThan(20_000);
  expect(readFileSync('packages/elements/src/embed.ts', 'utf8')).not.toContain('sandbox');
});
