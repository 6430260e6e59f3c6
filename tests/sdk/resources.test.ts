/** Resources: the number of requests for a page's readings, and the meaning of each answer of the route. */
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import {
  type ProfileView,
  type ReadArgs,
  type ReadName,
  type ReadResult,
  createGigsy,
  isGigsyError,
  profileSource,
  resourceSource,
} from '@gigsy/sdk';
import { profileResources } from '@gigsy/sdk/profile-resources';
import { type ResourceSource, publicReader, resourceReader } from '@gigsy/sdk/reader';
import { type Answer, Deployment, hangup, json, silence, thrown, value } from './deployment.ts';

let site: Deployment;
beforeAll(async () => {
  site = await Deployment.start();
});
afterAll(() => site.stop());

const reader = (options: { key?: string; timeoutMs?: number } = {}): ResourceSource =>
  resourceReader({ api: site.url, ...options });
const mentor = (handle: string) => ({ handle, role: 'mentor' }) as const;

/** Answers each ask of the route with a profile that bears its handle. */
const answering: Answer = (response, { url }) => {
  const answers = new URL(url, site.url).searchParams
    .getAll('handle')
    .flatMap((handles) => handles.split(','))
    .map((handle) => ({ value: handle.startsWith('no-') ? null : mentor(handle), etag: 'x' }));
  json(200, { answers })(response, site.received.at(-1)!);
};

const asked = () => site.received.map(({ url }) => decodeURIComponent(url));

async function codes(readings: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(readings);
  return settled.map((one) =>
    one.status === 'fulfilled' ? 'answered' : isGigsyError(one.reason) ? one.reason.code : String(one.reason),
  );
}

describe('readings of one task', () => {
  it('are one request, answered each with its own', async () => {
    site.answer(answering);
    const source = reader();
    const handles = Array.from({ length: 100 }, (_, index) => (index % 7 ? `p-${index}` : `no-${index}`));
    // As elements do: each in a microtask of its own.
    const readings = handles.map((handle) =>
      Promise.resolve().then(() => source.read('profile.get', { handle, sections: ['identity', 'skills'] })),
    );
    expect(await Promise.all(readings)).toEqual(
      handles.map((handle) => (handle.startsWith('no-') ? null : mentor(handle))),
    );
    expect(asked()).toEqual([`/v1/read/profile.get?sections=identity,skills&handle=${handles.sort().join()}`]);
  });

  it('that ask for different sections share the request too', async () => {
    site.answer(answering);
    const source = reader({ key: 'a&b' });
    const found = await Promise.all([
      source.read('profile.get', { handle: 'ada', sections: ['identity'] }),
      source.read('profile.get', { handle: 'sam' }),
      source.read('profile.get', { handle: 'eve', sections: ['identity'] }),
      source.read('profile.get', { handle: 'ada', sections: undefined }),
    ]);
    expect(found.map((profile) => profile?.handle)).toEqual(['ada', 'sam', 'eve', 'ada']);
    expect(site.received.map(({ url }) => url)).toEqual([
      '/v1/read/profile.get?handle=ada,sam&sections=identity&handle=ada,eve&key=a%26b',
    ]);
  });

  it('are at most a hundred to a request', async () => {
    site.answer(answering);
    const source = reader();
    const handles = Array.from({ length: 250 }, (_, index) => `p-${index}`);
    await Promise.all(handles.map((handle) => source.read('profile.get', { handle })));
    expect(asked().map((url) => url.split(',').length)).toEqual([100, 100, 50]);
  });

  it('ask once for the same, also while its answer is under way', async () => {
    let release = () => {};
    site.answer((...given) => {
      release = () => answering(...given);
    });
    const source = reader();
    const args = { handle: 'ada', sections: ['identity'] } satisfies ReadArgs<'profile.get'>;
    const first = [source.read('profile.get', args), source.read('profile.get', { ...args })];
    await expect.poll(() => site.received.length).toBe(1);
    const second = source.read('profile.get', args);
    release();
    expect(await Promise.all([...first, second])).toEqual([mentor('ada'), mentor('ada'), mentor('ada')]);
    expect(asked()).toEqual(['/v1/read/profile.get?sections=identity&handle=ada']);
    site.answer(answering);
    await source.read('profile.get', args);
    expect(asked()).toHaveLength(1);
  });

  it('leave out text that cannot be a handle', async () => {
    site.answer(answering);
    const source = reader();
    const handles = ['..', 'a/b', 'a,b', '', '\ud800', 'Ada'];
    expect(await Promise.all(handles.map((handle) => source.read('profile.get', { handle })))).toEqual(
      handles.map(() => null),
    );
    expect(site.received).toHaveLength(0);
  });
});

describe('an answer of the route', () => {
  it('can be an error of one reading alone', async () => {
    site.answer(
      json(200, {
        answers: [
          { value: mentor('ada') },
          { error: { code: 'internal', message: 'In words.' } },
          { error: { code: 'unheard_of' } },
          {},
          null,
        ],
      }),
    );
    const source = reader();
    const readings = ['ada', 'b', 'c', 'd', 'e'].map((handle) => source.read('profile.get', { handle }));
    expect(await codes(readings)).toEqual(['answered', 'internal', 'bad_response', 'bad_response', 'bad_response']);
    await expect(readings[1]).rejects.toMatchObject({ message: 'In words.' });
  });

  it('is bad_response for all unless it is a list of as many answers', async () => {
    for (const body of ['<html>', '{}', '[]', '{"answers":7}', '{"answers":[]}', '{"answers":[{"value":null}]}']) {
      site.answer((response) => response.writeHead(200).end(body));
      const source = reader();
      const readings = ['ada', 'sam'].map((handle) => source.read('profile.get', { handle }));
      expect(await codes(readings), body).toEqual(['bad_response', 'bad_response']);
    }
  });

  it('that refuses the request refuses each reading of it', async () => {
    for (const [status, code] of [
      [400, 'invalid_argument'],
      [401, 'invalid_key'],
      [403, 'origin_not_allowed'],
      [413, 'too_large'],
    ] as const) {
      site.answer(json(status, { status, code, detail: 'What to do.' }));
      const source = reader();
      expect(await codes(['ada', 'sam'].map((handle) => source.read('profile.get', { handle })))).toEqual([code, code]);
    }
  });

  it('that does not come is told apart', async () => {
    site.answer(hangup);
    expect(await codes([reader().read('profile.get', { handle: 'ada' })])).toEqual(['offline']);
    site.answer(silence);
    expect(await codes([reader({ timeoutMs: 60 }).read('profile.get', { handle: 'ada' })])).toEqual(['timeout']);
  });
});

it('a caller that gives its reading up ends it for itself alone', async () => {
  let release = () => {};
  site.answer((...given) => {
    release = () => answering(...given);
  });
  const source = publicReader({ api: site.url });
  const ended = new AbortController();
  const given = source.read('profile.get', { handle: 'ada' }, { signal: ended.signal });
  const kept = source.read('profile.get', { handle: 'ada' }, { signal: new AbortController().signal });
  await expect.poll(() => site.received.length).toBe(1);
  ended.abort();
  expect(await codes([given, source.read('profile.get', { handle: 'ada' }, { signal: AbortSignal.abort() })])).toEqual([
    'aborted',
    'aborted',
  ]);
  release();
  expect(await kept).toEqual(mentor('ada'));
  expect(asked()).toHaveLength(1);
});

describe('a deployment that is older than the route', () => {
  const older: Answer = (response, received) => {
    const handle = /^\/v1\/profiles\/([a-z-]+)\?key=k$/.exec(received.url)?.[1];
    if (handle && !handle.startsWith('no-')) json(200, mentor(handle))(response, received);
    else json(404, { status: 404, code: 'not_found', detail: 'Nothing.' })(response, received);
  };

  it('is read profile by profile, and not asked for the route again', async () => {
    site.answer(older);
    const source = reader({ key: 'k' });
    const all = () =>
      Promise.all(
        ['ada', 'no-one', 'sam'].map((handle) => source.read('profile.get', { handle, sections: ['identity'] })),
      );
    expect(await all()).toEqual([mentor('ada'), null, mentor('sam')]);
    expect(await all()).toEqual([mentor('ada'), null, mentor('sam')]);
    expect(asked().filter((url) => url.includes('/read/'))).toEqual([
      '/v1/read/profile.get?sections=identity&handle=ada,no-one,sam&key=k',
    ]);
    expect(asked().filter((url) => url.includes('/profiles/'))).toHaveLength(6);
  });

  it('has nothing else', async () => {
    site.answer(older);
    const later = 'trust.endorsements.list' as ReadName;
    expect(await codes([reader().read(later, { handle: 'ada' })])).toEqual(['not_found']);
  });
});

describe('a signed-in client', () => {
  const client = () => createGigsy({ url: site.url, retries: 0 });

  it('reads resources as its viewer may see them, and profiles as a thin case', async () => {
    site.answer(value(mentor('ada')));
    const sections: ReadArgs<'profile.get'>['sections'] = ['identity'];
    expect(await resourceSource(client()).read('profile.get', { handle: 'ada', sections })).toEqual(mentor('ada'));
    expect(await profileSource(client()).get('ada')).toEqual(mentor('ada'));
    expect(site.received.map(({ body }) => body)).toMatchObject([
      { path: 'profile:get', args: [{ handle: 'ada', sections }] },
      { path: 'profile:get', args: [{ handle: 'ada' }] },
    ]);
    expect(await resourceSource(client()).read('profile.get', { handle: '..' })).toBeNull();
    expect(site.received).toHaveLength(2);
  });

  it('reads whole profiles where the deployment is too old to know sections', async () => {
    const refused = (path: string) =>
      thrown({ code: 'invalid_argument', message: 'x', fields: [{ path, message: 'is not a known field' }] });
    site.answer(refused('sections'), value(mentor('ada')));
    const args: ReadArgs<'profile.get'> = { handle: 'ada', sections: ['identity'] };
    expect(await resourceSource(client()).read('profile.get', args)).toEqual(mentor('ada'));
    expect(site.received.map(({ body }) => body.args)).toEqual([[args], [{ handle: 'ada' }]]);
    site.answer(refused('handle'));
    expect(await codes([resourceSource(client()).read('profile.get', args)])).toEqual(['invalid_argument']);
    expect(site.received).toHaveLength(1);
  });
});

describe('a source of profiles alone', () => {
  it('is a source of the resource profile.get', async () => {
    site.answer(json(200, mentor('ada')));
    const source = profileResources({ get: publicReader({ api: site.url }).get });
    expect(await source.read('profile.get', { handle: 'ada', sections: ['identity'] })).toEqual(mentor('ada'));
    expect(asked()).toEqual(['/v1/profiles/ada']);
    expect(source.watch).toBeUndefined();
    expect(await codes([source.read('trust.list' as ReadName, { handle: 'ada' })])).toEqual(['not_found']);
  });

  it('watches where it can', () => {
    const watched: unknown[] = [];
    const source = profileResources({
      get: () => Promise.resolve(null),
      watch: (handle, observer) => {
        watched.push(handle);
        observer.next(null);
        return () => watched.push('ended');
      },
    });
    source.watch!('profile.get', { handle: 'ada' }, { next: (found) => watched.push(found) })();
    const error = (failure: { code: string }) => watched.push(failure.code);
    source.watch!('trust.list' as ReadName, { handle: 'ada' }, { next: () => watched.push('next'), error })();
    expect(watched).toEqual(['ada', null, 'ended', 'not_found']);
  });
});

it('names, arguments and answers are those of the contract', () => {
  expectTypeOf<'profile.get'>().toExtend<ReadName>();
  expectTypeOf<'profile.mine'>().not.toExtend<ReadName>();
  expectTypeOf<ReadArgs<'profile.get'>['handle']>().toEqualTypeOf<string>();
  expectTypeOf<ReadResult<'profile.get'>>().toEqualTypeOf<ProfileView | null>();
});
