/** An access that is followed: opened, renewed, dropped and closed; and the source that shares one a profile. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AccessState, accessSource, followAccess } from '@gigsy/sdk/access';
import { type LeaseOffice, reserved } from '../../stories/people/lease-office.ts';

const MINUTE = 60_000;
const asked = { handle: 'ada', purpose: 'hiring' } as const;

let office: LeaseOffice;
let end: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  office = reserved();
  end = () => {};
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

/** The observer's notices: the text that members see, or why there is none. */
function following(minutes = 60): unknown[] {
  const heard: unknown[] = [];
  end = followAccess(
    office.client,
    { ...asked, minutes },
    {
      next: ({ about }) => heard.push(about?.text),
      dropped: (why, error) => heard.push([why, error?.code]),
    },
  );
  return heard;
}
const passed = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const TEXT = 'I like problems in the real world.';

describe('an access', () => {
  it('gives the profile and its changes, and closes when nobody follows it any more', async () => {
    const heard = following();
    await passed(0);
    office.change({ leased: { ...office.leased, about: { text: 'Changed' } } });
    expect(heard).toEqual([TEXT, 'Changed']);
    end();
    await passed(0);
    office.change({ leased: { ...office.leased, about: { text: 'Unheard' } } });
    expect([heard, office.open]).toEqual([[TEXT, 'Changed'], 0]);
    expect(office.calls).toEqual(['open ada hiring', 'closed lease-1']);
  });

  it('is renewed before it ends, and closes the one before', async () => {
    const heard = following();
    await passed(54 * MINUTE);
    expect(office.calls).toEqual(['open ada hiring', 'open ada hiring', 'closed lease-1']);
    await passed(10 * MINUTE);
    expect([office.open, heard.filter((each) => each !== TEXT)]).toEqual([1, []]);
  });

  it('drops what it gave at its end where it cannot be renewed, by its own clock', async () => {
    const heard = following();
    await passed(0);
    office.troubles.push('rate_limited', 'rate_limited');
    await passed(60 * MINUTE - 1);
    expect(heard).toEqual([TEXT]);
    await passed(1);
    expect(heard).toEqual([TEXT, ['ended', undefined]]);
    office.change({});
    expect(heard).toHaveLength(2);
  });

  it('drops it at once when the owner ends it, and asks for no other', async () => {
    const heard = following();
    await passed(0);
    office.revoke();
    expect(heard).toEqual([TEXT, ['ended', undefined]]);
    await passed(60 * MINUTE);
    expect(office.calls).toEqual(['open ada hiring', 'revoked lease-1']);
  });

  it('says why it was refused', async () => {
    office.troubles.push('not_found');
    const heard = following();
    await passed(0);
    expect(heard).toEqual([['refused', 'not_found']]);
  });

  it('drops it after a minute without a connection, and gives it again with the connection', async () => {
    const heard = following();
    await passed(0);
    office.lose();
    await passed(MINUTE - 1);
    expect(heard).toEqual([TEXT]);
    await passed(1);
    expect(heard).toEqual([TEXT, ['offline', undefined]]);
    office.change({});
    expect(heard.at(-1)).toBe(TEXT);
    office.lose();
    await passed(MINUTE / 2);
    office.change({});
    await passed(MINUTE);
    expect(heard.filter((each) => Array.isArray(each))).toHaveLength(1);
  });

  it('that is closed while it opens leaves nothing open', async () => {
    let answer = () => {};
    office.troubles.push(new Promise<void>((resolve) => (answer = resolve)));
    const heard = following();
    end();
    answer();
    await passed(0);
    expect([heard, office.open]).toEqual([[], 0]);
  });
});

describe('a source', () => {
  const source = (changed = () => {}) => accessSource(office.client, { purpose: 'hiring', note: 'For us' }, changed);
  const textOf = (view: unknown) => (view as { about?: { text: string } } | null)?.about?.text;

  it('opens one access a profile for all its readers, and closes it after the last', async () => {
    const opened = source();
    const seen: unknown[] = [];
    const ends = [1, 2].map(() => opened.watch('profile.get', asked, { next: (view) => seen.push(textOf(view)) }));
    expect(textOf(await opened.read('profile.get', asked))).toBe(TEXT);
    expect(seen).toEqual([TEXT, TEXT]);
    expect([office.calls, [...opened.states.keys()]]).toEqual([['open ada hiring For us'], ['ada']]);
    ends[0]!();
    await passed(MINUTE);
    expect(office.open).toBe(1);
    ends[1]!();
    await passed(2_000);
    expect([office.open, opened.states.size]).toEqual([0, 0]);
  });

  it('shows what everybody sees where the access is refused, and asks again when it is told to', async () => {
    office.troubles.push('too_large');
    const states: AccessState['state'][] = [];
    const opened = source(() => states.push(...[...opened.states.values()].map(({ state }) => state)));
    const seen: unknown[] = [];
    end = opened.watch('profile.get', asked, { next: (view) => seen.push(textOf(view)) });
    await passed(0);
    expect([seen.at(-1), opened.states.get('ada')!.error!.code]).toEqual([undefined, 'too_large']);
    expect(await opened.read('profile.get', asked)).toEqual(office.everybody);
    opened.retry();
    await passed(0);
    expect(seen.at(-1)).toBe(TEXT);
    expect(states).toEqual(expect.arrayContaining(['opening', 'refused', 'open']));
  });

  it('shows what everybody sees as soon as the access ends, and hides a profile that the public may not see', async () => {
    office.everybody = null;
    const opened = source();
    const seen: unknown[] = [];
    end = opened.watch('profile.get', asked, { next: (view) => seen.push(view && textOf(view)) });
    await passed(0);
    expect(seen).toEqual([TEXT]);
    office.revoke();
    expect(seen).toEqual([TEXT, null]);
    office.change({ everybody: { handle: 'ada', role: 'student' } });
    expect(seen.at(-1)).toBeUndefined();
  });

  it('shows the portfolio that the access opened, else the one for everybody, and never the profile in its place', async () => {
    const opened = source();
    const seen: unknown[] = [];
    end = opened.watch('portfolio.get', asked, { next: (view) => seen.push(view) });
    await passed(0);
    expect([seen.at(-1), await opened.read('portfolio.get', asked)]).toEqual([{ handle: 'ada' }, { handle: 'ada' }]);
    const portfolio = { handle: 'ada', badges: [] };
    office.change({ portfolio });
    expect([seen.at(-1), await opened.read('portfolio.get', asked)]).toEqual([portfolio, portfolio]);
    office.revoke();
    expect(seen.at(-1)).toEqual({ handle: 'ada' });
  });

  it('opens nothing any more once it is closed', async () => {
    const opened = source();
    end = opened.watch('profile.get', asked, { next: () => {} });
    await passed(0);
    opened.close();
    await passed(0);
    expect(office.open).toBe(0);
    expect(await opened.read('profile.get', asked)).toEqual(office.everybody);
    expect(office.calls).toEqual(['open ada hiring For us', 'closed lease-1']);
  });
});
