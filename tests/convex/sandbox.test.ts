/** The sandbox on a deployment: on, its handles are answered from fixed data; on or off, real handles do not notice. */
import { canonicalJson, profileViewSchema } from '@gigsy/schema';
import { sandbox } from '@gigsy/schema/sandbox';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { type Deployment, deployment, key, person, refusalOf } from './deployment.ts';

let d: Deployment;
beforeEach(() => {
  d = deployment();
  vi.stubEnv('GIGSY_SANDBOX', 'on');
});
afterEach(() => vi.unstubAllEnvs());

const read = async (handle: string, headers: Record<string, string> = {}) => {
  const response = await d.t.fetch(`/v1/profiles/${handle}`, { headers });
  return { status: response.status, headers: [...response.headers], text: await response.text(), response };
};
/** Everything of an answer that a caller can tell it by. */
const seen = async (handle: string) => {
  const { status, headers, text } = await read(handle);
  return { status, headers, text };
};

describe('over HTTP', () => {
  test.each(['full', 'empty', 'huge', 'rtl'])(
    'sandbox-%s is answered as a stored profile is, entity tag and all',
    async (state) => {
      const handle = `sandbox-${state}`;
      const { status, text, response } = await read(handle);
      expect(status).toBe(200);
      expect(JSON.parse(text)).toEqual(sandbox.get(handle)!.profile);
      await person(d, 'ada');
      const names = (list: [string, string][]) => list.map(([name]) => name);
      expect(names([...response.headers])).toEqual(names((await read('ada')).headers));
      const again = await read(handle, { 'If-None-Match': response.headers.get('etag')! });
      expect([again.status, again.text]).toEqual([304, '']);
    },
  );

  test.each(['sandbox-private', 'sandbox-suspended', 'sandbox-anything-else'])(
    '%s is byte for byte like a handle that nobody has',
    async (handle) => {
      expect(await seen(handle)).toEqual(await seen('nobody-at-all'));
    },
  );

  test('many handles in one request are answered each as it is staged', async () => {
    const states = ['full', 'private', 'failing', 'offline'].map((state) => `sandbox-${state}`);
    const response = await d.t.fetch(`/v1/read/profile.get?sections=identity&handle=${states.join()},ada`);
    const { answers } = (await response.json()) as { answers: { value?: unknown; error?: { code: string } }[] };
    const { role, identity } = sandbox.get('sandbox-full')!.profile!;
    expect(answers.map(({ value, error }) => error?.code ?? value)).toEqual([
      { handle: 'sandbox-full', role, identity },
      null,
      'internal',
      'offline',
      null,
    ]);
  });

  test('sandbox-slow keeps the whole request waiting', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      let answered = false;
      const asking = d.t.fetch('/v1/read/profile.get?handle=ada,sandbox-slow').finally(() => {
        answered = true;
      });
      await vi.advanceTimersByTimeAsync(3_900);
      expect(answered).toBe(false);
      await vi.advanceTimersByTimeAsync(200);
      vi.useRealTimers();
      expect((await asking).status).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });

  test('sandbox-failing is a problem document of a fault', async () => {
    const { status, text } = await read('sandbox-failing');
    expect([status, (JSON.parse(text) as { code: string }).code]).toEqual([500, 'internal']);
  });

  test('sandbox-offline gives a page no readable answer, and leads to a host that cannot exist', async () => {
    const { status, response } = await read('sandbox-offline');
    expect([status, response.headers.get('location'), response.headers.get('access-control-allow-origin')]).toEqual([
      302,
      'https://offline.invalid/',
      null,
    ]);
  });

  test('sandbox-slow waits its time before it answers', async () => {
    const waited: (() => void)[] = [];
    const { setTimeout: real } = globalThis;
    const delayMs = sandbox.get('sandbox-slow')!.delayMs!;
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, ms?: number) =>
      ms === delayMs ? waited.push(run) : real(run, ms)) as never);
    try {
      let answered = false;
      const reading = read('sandbox-slow').finally(() => {
        answered = true;
      });
      while (waited.length === 0) await new Promise((resolve) => real(resolve, 1));
      await read('sandbox-empty');
      expect(answered).toBe(false);
      waited[0]!();
      expect((await reading).status).toBe(200);
    } finally {
      vi.restoreAllMocks();
    }
  });

  test('sandbox-full has a portrait where the deployment names one that pages may load', async () => {
    const avatar = async () =>
      (JSON.parse((await read('sandbox-full')).text) as { identity: { avatarUrl?: string } }).identity.avatarUrl;
    vi.stubEnv('GIGSY_SANDBOX_PORTRAIT', 'https://media.example/p.svg');
    expect(await avatar()).toBe('https://media.example/p.svg');
    vi.stubEnv('GIGSY_SANDBOX_PORTRAIT', 'javascript:alert(1)');
    expect(await avatar()).toBeUndefined();
  });
});

describe('through profile.get', () => {
  test('profiles pass the contract for every viewer', async () => {
    for (const handle of ['sandbox-full', 'sandbox-empty', 'sandbox-huge', 'sandbox-rtl', 'sandbox-slow']) {
      const view = await d.t.query(api.profile.get, { handle });
      expect(profileViewSchema.parse(view)).toEqual(sandbox.get(handle)!.profile);
      expect(await d.as('user_somebody').query(api.profile.get, { handle })).toEqual(view);
    }
  });

  test('hidden states are null, failing states throw their code', async () => {
    for (const handle of ['sandbox-private', 'sandbox-suspended', 'sandbox-other'])
      expect(await d.t.query(api.profile.get, { handle })).toBeNull();
    for (const code of ['failing', 'offline']) {
      expect((await refusalOf(d.t.query(api.profile.get, { handle: `sandbox-${code}` }))).code).toBe(
        code === 'failing' ? 'internal' : 'offline',
      );
    }
  });
});

describe('real people', () => {
  test('can have no handle of the sandbox, on or off', async () => {
    for (const setting of ['on', 'off']) {
      vi.stubEnv('GIGSY_SANDBOX', setting);
      for (const handle of ['sandbox-full', 'sandbox-mine']) {
        const create = d.as(`user_${setting}`).mutation(api.profile.create, {
          handle,
          role: 'student',
          sections: { identity: { displayName: 'A' } },
          idempotencyKey: key(),
        });
        expect((await refusalOf(create)).code).toBe('handle_unavailable');
      }
    }
  });

  test('and their readers are answered the same, on or off', async () => {
    await person(d, 'ada');
    const hidden = await person(d, 'hidden');
    await hidden.mutation(api.privacy.update, { changes: { profile: 'owner' }, expected: 1, idempotencyKey: key() });
    const answers = async () =>
      canonicalJson(
        await Promise.all(
          ['ada', 'hidden', 'nobody', 'sand', 'sandbox'].map(async (handle) => [
            await seen(handle),
            await d.t.query(api.profile.get, { handle }),
            await d.as('user_viewer').query(api.profile.get, { handle }),
          ]),
        ),
      );
    const on = await answers();
    vi.stubEnv('GIGSY_SANDBOX', undefined);
    expect(await answers()).toBe(on);
  });
});

test.each([undefined, 'off', 'true', ''])(
  'with GIGSY_SANDBOX=%s every handle of the sandbox is like one that nobody has',
  async (setting) => {
    vi.stubEnv('GIGSY_SANDBOX', setting);
    for (const handle of sandbox.keys()) {
      expect(await seen(handle)).toEqual(await seen('nobody-at-all'));
      expect(await d.t.query(api.profile.get, { handle })).toBeNull();
    }
  },
);
