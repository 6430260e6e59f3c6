/** Optimistic updates of the own profile, by two windows of one person on a real deployment. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Gigsy, isGigsyError } from '@gigsy/sdk';
import { MyProfile } from '@gigsy/sdk/my-profile';
import { failure, held } from './own-profile.ts';
import { type People, startPeople } from './people.ts';

let people: People;
let count = 0;
let subject = '';
let here: Gigsy;
let elsewhere: Gigsy;
const soon = { timeout: 10_000, interval: 20 };

beforeAll(async () => {
  people = await startPeople();
}, 60_000);
afterAll(() => people.close());
beforeEach(async () => {
  subject = `person_${(count += 1)}`;
  [here, elsewhere] = [people.client(subject), people.client(subject)];
  await here.profile.create({
    handle: `person-${count}`,
    role: 'student',
    sections: { identity: { displayName: 'Ada', headline: 'First' }, skills: [{ name: 'Logic' }] },
  });
});

const headline = (mine: MyProfile) => mine.state.profile?.sections.identity.headline;
async function followed(gigsy: Gigsy): Promise<{ mine: MyProfile; seen: (string | undefined)[] }> {
  const mine = new MyProfile(gigsy);
  const seen: (string | undefined)[] = [];
  mine.subscribe(() => seen.at(-1) === headline(mine) || seen.push(headline(mine)));
  await vi.waitFor(() => expect(mine.state.status).toBe('ready'), soon);
  return { mine, seen };
}

describe('an update', () => {
  it('shows at once, and stays when it is stored', async () => {
    const { gigsy, go } = held(here);
    const { mine, seen } = await followed(gigsy);
    const sent = mine.update({ identity: { headline: 'Second' } });
    expect([headline(mine), mine.state.pending]).toEqual(['Second', 1]);
    expect((await elsewhere.profile.mine())?.sections.identity.headline).toBe('First');
    go();
    await sent;
    expect([headline(mine), mine.state.pending]).toEqual(['Second', 0]);
    await vi.waitFor(() => expect(mine.state.profile?.versions.identity).toBe(2), soon);
    expect(seen).toEqual(['First', 'Second']);
  });

  it('is taken back if it is refused, with the reason for the caller', async () => {
    const { mine } = await followed(here);
    const sent = mine.update({ identity: { headline: 'x'.repeat(201) } });
    expect(headline(mine)).toHaveLength(201);
    const error = await failure(sent);
    expect(error).toMatchObject({ code: 'invalid_argument', fields: [{ path: 'changes.identity.headline' }] });
    expect([headline(mine), mine.state.pending]).toEqual(['First', 0]);
  });

  it('keeps the ids of new items from the first showing on', async () => {
    const { gigsy, go } = held(here);
    const { mine } = await followed(gigsy);
    const known = mine.state.profile!.sections.skills;
    const sent = mine.update({ skills: [...known, { name: 'Music' }] });
    const shown = mine.state.profile!.sections.skills.map(({ id }) => id);
    go();
    await sent;
    expect((await elsewhere.profile.mine())?.sections.skills.map(({ id }) => id)).toEqual(shown);
  });

  it('reads the profile first where nobody follows it', async () => {
    const mine = new MyProfile(here);
    await mine.update({ about: { text: 'Later' } });
    expect(mine.state.profile?.sections.about.text).toBe('Later');
  });

  it('without a profile is refused as not_found', async () => {
    const error = await failure(new MyProfile(people.client('nobody_yet')).update({ about: { text: 'x' } }));
    expect(error?.code).toBe('not_found');
  });
});

describe('updates in a row', () => {
  it('are each made from the one before, also in one section', async () => {
    const { mine } = await followed(here);
    const sent = ['a', 'b', 'c'].map((text) => mine.update({ identity: { headline: text } }));
    expect(headline(mine)).toBe('c');
    await Promise.all(sent);
    const stored = await elsewhere.profile.mine();
    expect([stored?.sections.identity.headline, stored?.versions.identity]).toEqual(['c', 4]);
    expect(headline(mine)).toBe('c');
  });

  it('keep their order where nobody follows the profile, however its readings arrive', async () => {
    const readings: (() => void)[] = [];
    const slow: Gigsy['profile']['mine'] = async (...args) => {
      const mine = await here.profile.mine(...args);
      await new Promise<void>((resolve) => readings.push(resolve));
      return mine;
    };
    const mine = new MyProfile({ ...here, profile: { ...here.profile, mine: slow } });
    const sent = ['a', 'b', 'c'].map((text) => mine.update({ identity: { headline: text } }));
    await vi.waitFor(() => expect(readings.length).toBeGreaterThan(0), soon);
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const arrive of readings.reverse()) arrive();
    await Promise.all(sent);
    expect((await elsewhere.profile.mine())?.sections.identity.headline).toBe('c');
  });

  it('fail with the one that they build on, and others go on', async () => {
    const { mine } = await followed(here);
    const refused = failure(mine.update({ identity: { headline: 'x'.repeat(201) } }));
    const after = failure(mine.update({ identity: { pronouns: 'she/her' } }));
    const other = failure(mine.update({ about: { text: 'Kept' } }));
    expect(await refused).toMatchObject({ code: 'invalid_argument' });
    expect(await after).toBe(await refused);
    expect(await other).toBeUndefined();
    expect(mine.state.profile?.sections).toMatchObject({
      identity: { displayName: 'Ada', headline: 'First' },
      about: { text: 'Kept' },
    });
  });
});

describe('a conflict', () => {
  it('carries both versions, and the profile shows what the other window stored', async () => {
    const mine = new MyProfile(here);
    await mine.update({ about: { text: 'x' } });
    await elsewhere.profile.update({ changes: { identity: { headline: 'Theirs' } }, expected: { identity: 1 } });
    const error = await failure(mine.update({ identity: { headline: 'Yours' } }));
    expect(isGigsyError(error, 'version_conflict')).toBe(true);
    expect(error?.conflict).toEqual({
      yours: { identity: { headline: 'Yours' } },
      theirs: { sections: { identity: { displayName: 'Ada', headline: 'Theirs' } }, versions: { identity: 2 } },
    });
    expect(headline(mine)).toBe('Theirs');
    await mine.update(error!.conflict!.yours);
    expect((await elsewhere.profile.mine())?.sections.identity.headline).toBe('Yours');
  });

  it('does not overwrite what another window stored while an update waited', async () => {
    const { gigsy, go } = held(here);
    const { mine } = await followed(gigsy);
    const first = mine.update({ about: { text: 'x' } });
    const sent = failure(mine.update({ identity: { headline: 'Yours' } }));
    await elsewhere.profile.update({ changes: { identity: { headline: 'Theirs' } }, expected: { identity: 1 } });
    await vi.waitFor(() => expect(mine.state.profile?.versions.identity).toBe(2), soon);
    go();
    await first;
    expect(await sent).toMatchObject({ code: 'version_conflict' });
    expect(headline(mine)).toBe('Theirs');
  });
});

it('a reading from before a stored update does not undo it', async () => {
  const before = await here.profile.mine();
  let tell = (_: typeof before) => {};
  const watchMine: Gigsy['profile']['watchMine'] = ((_: object, { next }: { next: typeof tell }) => {
    tell = next;
    next(before);
    return () => {};
  }) as never;
  const mine = new MyProfile({ profile: { ...here.profile, watchMine } });
  mine.subscribe(() => {});
  await mine.update({ identity: { headline: 'Stored' } });
  tell(before);
  expect(headline(mine)).toBe('Stored');
  tell(await here.profile.mine());
  tell(null);
  expect(mine.state.profile).toBeNull();
});

it('another window’s change arrives while somebody subscribes, and no more afterwards', async () => {
  const mine = new MyProfile(here);
  const end = mine.subscribe(() => {});
  await vi.waitFor(() => expect(headline(mine)).toBe('First'), soon);
  await elsewhere.profile.update({ changes: { identity: { headline: 'Second' } }, expected: { identity: 1 } });
  await vi.waitFor(() => expect(headline(mine)).toBe('Second'), soon);
  end();
  await elsewhere.profile.update({ changes: { identity: { headline: 'Third' } }, expected: { identity: 2 } });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(headline(mine)).toBe('Second');
});

describe('for await over a watch', () => {
  it('gives each state to a quick reader and the newest to a slow one, until the loop is left', async () => {
    const seen: (string | undefined)[] = [];
    for await (const view of here.profile.watch({ handle: `person-${count}` })) {
      seen.push(view?.identity?.headline);
      if (seen.length === 1) {
        await elsewhere.profile.update({ changes: { identity: { headline: 'Skipped' } }, expected: { identity: 1 } });
        await elsewhere.profile.update({ changes: { identity: { headline: 'Newest' } }, expected: { identity: 2 } });
        await new Promise((resolve) => setTimeout(resolve, 300));
      } else break;
    }
    expect(seen).toEqual(['First', 'Newest']);
  });

  it('ends with its signal, and throws a failure', async () => {
    const ended = new AbortController();
    const seen = [];
    for await (const view of here.profile.watch({ handle: `person-${count}` }, { signal: ended.signal })) {
      seen.push(view?.handle);
      ended.abort();
    }
    expect(seen).toEqual([`person-${count}`]);
    const refused = (async () => {
      for await (const view of here.profile.watch({ handle: 'No handle' })) throw new Error(String(view));
    })();
    await expect(refused).rejects.toMatchObject({ code: 'invalid_argument' });
  });
});
