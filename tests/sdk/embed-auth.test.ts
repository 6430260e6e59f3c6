/** A page signed in by its own server's tokens, and a client as the source of its widgets. */
import { GigsyError, embedAuth, profileSource, type Gigsy, type ProfileSource, type WatchObserver } from '@gigsy/sdk';
import { describe, expect, it } from 'vitest';

const token = (name: string, seconds = 600) =>
  `x.${btoa(JSON.stringify({ sub: name, iat: 1_000_000, exp: 1_000_000 + seconds }))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')}.y`;

function page(answers: (string | null | Error)[]) {
  let at = 0;
  const clock = { ms: 0 };
  const auth = embedAuth({
    now: () => clock.ms,
    getToken: async () => {
      const answer = answers[Math.min(at, answers.length - 1)]!;
      at += 1;
      await Promise.resolve();
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { auth, clock, asked: () => at };
}

describe('a token', () => {
  it('is kept for four fifths of its life by its own claims, with any clock of the page', async () => {
    const { auth, clock, asked } = page([token('one'), token('two')]);
    expect(await auth.getToken()).toBe(token('one'));
    clock.ms = 479_999;
    expect([await auth.getToken(), asked()]).toEqual([token('one'), 1]);
    clock.ms = 480_000;
    expect([await auth.getToken(), asked()]).toEqual([token('two'), 2]);
  });

  it('is asked for once by many calls, and again when it is refused', async () => {
    const { auth, asked } = page([token('one'), token('two')]);
    expect(
      new Set(await Promise.all([auth.getToken(), auth.getToken(), auth.getToken({ forceRefresh: true })])),
    ).toEqual(new Set([token('one')]));
    expect(asked()).toBe(1);
    expect([await auth.getToken({ forceRefresh: true }), asked()]).toEqual([token('two'), 2]);
  });

  it('is asked for again after a failure, after an invalid token, and after none', async () => {
    const { auth } = page([new Error('down'), 'nonsense', null, token('one', 0), token('two', -5), token('good')]);
    await expect(auth.getToken()).rejects.toThrow('down');
    expect([
      await auth.getToken(),
      await auth.getToken(),
      await auth.getToken(),
      await auth.getToken(),
      await auth.getToken(),
    ]).toEqual(['nonsense', null, token('one', 0), token('two', -5), token('good')]);
  });
});

describe('a client as a source', () => {
  const calls: unknown[] = [];
  const watched: WatchObserver<unknown>[] = [];
  const profile = {
    get: async (...given: unknown[]) => (calls.push(given), { handle: 'ada', role: 'mentor' }),
    watch: (args: unknown, observer: WatchObserver<unknown>) => (calls.push([args]), watched.push(observer), () => {}),
  };
  const source: Required<ProfileSource> = profileSource({ profile } as unknown as Gigsy);

  it('reads and watches by handle', async () => {
    const { signal } = new AbortController();
    const seen: unknown[] = [];
    expect(await source.get('ada', { signal })).toMatchObject({ handle: 'ada' });
    const end = source.watch('ada', { next: (known) => seen.push(known), error: ({ code }) => seen.push(code) });
    watched[0]!.next(null);
    watched[0]!.error!(new GigsyError('internal', 'For the test.'));
    end();
    expect(calls).toEqual([[{ handle: 'ada' }, { signal }], [{ handle: 'ada' }]]);
    expect(seen).toEqual([null, 'internal']);
    expect(watched[0]!.signal!.aborted).toBe(true);
  });

  it('answers null for an invalid handle without asking', async () => {
    calls.length = 0;
    const seen: unknown[] = [];
    expect(await source.get('../x')).toBeNull();
    source.watch('../x', { next: (known) => seen.push(known) });
    source.watch('../x', { next: (known) => seen.push(known) })();
    source.watch('../x', { next: (known) => seen.push(known), signal: AbortSignal.abort() });
    await Promise.resolve();
    expect([calls, seen]).toEqual([[], [null]]);
  });
});
