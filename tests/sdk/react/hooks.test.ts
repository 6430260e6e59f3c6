/** The React hooks, rendered by React Testing Library over a real deployment. */
import './dom.ts';
import { act, cleanup, render, renderHook, screen, waitFor } from '@testing-library/react';
import { Component, type ReactNode, StrictMode, Suspense, createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Gigsy } from '@gigsy/sdk';
import { GigsyClient, dehydrate, preload, useMutation, useMyProfile, useProfile, useQuery } from '@gigsy/sdk/react';
import { type People, startPeople } from '../people.ts';

let people: People;
let count = 0;
let handle = '';
let subject = '';
let owner: Gigsy;

beforeAll(async () => {
  people = await startPeople();
}, 60_000);
afterAll(() => people.close());
beforeEach(async () => {
  count += 1;
  [handle, subject] = [`person-${count}`, `person_${count}`];
  owner = people.client(subject);
  await owner.profile.create({
    handle,
    role: 'student',
    sections: { identity: { displayName: 'Ada', headline: 'First' } },
  });
});
afterEach(cleanup);

const within = (client: Gigsy) =>
  function Wrapper({ children }: { children: ReactNode }) {
    return h(GigsyClient, { client }, children);
  };
const soon = { timeout: 10_000 };

function Headline({ live = false }: { live?: boolean }) {
  const { data, status, error } = useProfile({ handle }, { live });
  return h('p', { role: 'status' }, data === null ? 'nobody' : (data?.identity?.headline ?? error?.code ?? status));
}

describe('useProfile', () => {
  it('loads, and asks once for components that show the same', async () => {
    const { client, calls } = people.counting();
    render(h(StrictMode, null, h(GigsyClient, { client }, h(Headline), h(Headline))));
    expect(screen.getAllByRole('status').map((each) => each.textContent)).toEqual(['loading', 'loading']);
    await waitFor(() => expect(screen.getAllByText('First')).toHaveLength(2), soon);
    expect(calls).toEqual(['profile:get']);
  });

  it('shows the known answer at once, and then the newest', async () => {
    const { client, calls } = people.counting();
    await preload(client, 'profile.get', { handle });
    await owner.profile.update({ changes: { identity: { headline: 'Second' } }, expected: { identity: 1 } });
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    render(h(Headline), { wrapper: within(client) });
    expect(screen.getByRole('status').textContent).toBe('First');
    await screen.findByText('Second', {}, soon);
    expect(calls).toHaveLength(2);
  });

  it('asks again when the page is looked at again', async () => {
    const { client } = people.counting();
    render(h(Headline), { wrapper: within(client) });
    await screen.findByText('First', {}, soon);
    await owner.profile.update({ changes: { identity: { headline: 'Second' } }, expected: { identity: 1 } });
    act(() => void document.dispatchEvent(new window.Event('visibilitychange')));
    await screen.findByText('Second', {}, soon);
  });

  it('follows changes if it is live', async () => {
    render(h(Headline, { live: true }), { wrapper: within(people.client()) });
    await screen.findByText('First', {}, soon);
    await owner.profile.update({ changes: { identity: { headline: 'Second' } }, expected: { identity: 1 } });
    await screen.findByText('Second', {}, soon);
  });

  it('keeps the known answer when the deployment cannot be reached', async () => {
    let down = false;
    const client = people.client(undefined, {
      retries: 0,
      fetch: (address, init) => (down ? Promise.reject(new TypeError('down')) : fetch(address, init)),
    });
    const { result } = renderHook(() => useProfile({ handle }), { wrapper: within(client) });
    await waitFor(() => expect(result.current.status).toBe('ready'), soon);
    down = true;
    await act(() => result.current.refresh());
    expect(result.current).toMatchObject({ status: 'ready', data: { handle }, error: { code: 'offline' } });
    down = false;
    await act(() => result.current.refresh());
    expect(result.current.error).toBeUndefined();
  });

  it('shares no answer between two clients', async () => {
    await preload(owner, 'profile.mine', {});
    const { result } = renderHook(() => useQuery('profile.mine', {}), { wrapper: within(people.client('somebody')) });
    expect(result.current.data).toBeUndefined();
    await waitFor(() => expect(result.current.data).toBeNull(), soon);
  });
});

it('at most 200 answers that nobody shows are kept', async () => {
  const client = people.client(undefined, {
    fetch: () => Promise.resolve(Response.json({ status: 'success', value: null })),
  });
  for (let n = 0; n < 250; n += 1) await preload(client, 'profile.get', { handle: `handle-${n}` });
  const kept = Object.keys(dehydrate(client));
  expect([kept.length, kept.at(-1)]).toEqual([200, '["profile.get",{"handle":"handle-249"}]']);
});

class Boundary extends Component<{ children: ReactNode }, { code?: string }> {
  override state: { code?: string } = {};
  static getDerivedStateFromError(error: { code: string }) {
    return { code: error.code };
  }
  override render() {
    return this.state.code ? h('p', null, this.state.code) : this.props.children;
  }
}

function Suspended({ of = handle }: { of?: string }) {
  const { data } = useProfile({ handle: of }, { suspense: true });
  return h('p', null, data?.identity?.displayName ?? 'nobody');
}

describe('suspense', () => {
  it('waits for the answer, and gives an error to the boundary', async () => {
    const { client, calls } = people.counting();
    const page = (of: string) =>
      h(
        GigsyClient,
        { client },
        h(Boundary, null, h(Suspense, { fallback: h('p', null, 'waiting') }, h(Suspended, { of }))),
      );
    const shown = render(page(handle));
    await screen.findByText('waiting', {}, soon);
    await screen.findByText('Ada', {}, soon);
    expect(calls).toEqual(['profile:get']);
    shown.unmount();
    render(page('No handle'), { onCaughtError: () => {} });
    await screen.findByText('invalid_argument', {}, soon);
  });
});

describe('useMyProfile', () => {
  it('shows an update at once and takes it back if it fails', async () => {
    const { result } = renderHook(() => useMyProfile(), { wrapper: within(people.client(subject)) });
    expect(result.current.status).toBe('loading');
    await waitFor(() => expect(result.current.status).toBe('ready'), soon);
    const headline = () => result.current.profile?.sections.identity.headline;
    let stored: Promise<void> | undefined;
    act(() => void (stored = result.current.update({ identity: { headline: 'Second' } })));
    expect([headline(), result.current.pending]).toEqual(['Second', 1]);
    await act(() => stored!);
    expect([headline(), result.current.pending]).toEqual(['Second', 0]);
    let refused: Promise<unknown> | undefined;
    act(
      () => void (refused = result.current.update({ identity: { headline: 'x'.repeat(300) } }).catch((error) => error)),
    );
    expect(headline()).toHaveLength(300);
    expect(await act(() => refused!)).toMatchObject({ code: 'invalid_argument' });
    expect(headline()).toBe('Second');
  });
});

describe('useMutation', () => {
  it('has the state of its last call', async () => {
    const { result } = renderHook(() => useMutation('privacy.update'), { wrapper: within(owner) });
    expect(result.current.status).toBe('idle');
    let called: Promise<unknown> | undefined;
    act(() => void (called = result.current.call({ changes: { about: 'owner' }, expected: 1 })));
    expect(result.current.status).toBe('pending');
    await act(() => called!);
    expect(result.current).toMatchObject({ status: 'done', error: undefined });
    await act(() => result.current.call({ changes: { about: 'public' }, expected: 1 }).catch(() => undefined));
    expect(result.current).toMatchObject({ status: 'error', data: undefined, error: { code: 'version_conflict' } });
    act(() => result.current.reset());
    expect(result.current.status).toBe('idle');
  });
});

it('a hook without a client says what is missing', () => {
  expect(() => renderToString(h(Headline))).toThrow('GigsyClient');
});
