/** The React hooks in a server's rendering, and how a browser takes it over. */
import './dom.ts';
import { act } from '@testing-library/react';
import { Suspense, createElement as h } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GigsyClient, dehydrate, preload, useProfile } from '@gigsy/sdk/react';
import { type People, startPeople } from '../people.ts';

const handle = 'ada';
let people: People;

beforeAll(async () => {
  people = await startPeople();
  await people.client('ada').profile.create({
    handle,
    role: 'student',
    sections: { identity: { displayName: 'Ada', headline: 'First' } },
  });
}, 60_000);
afterAll(() => people.close());

function Headline() {
  const { data, status } = useProfile({ handle });
  return h('p', null, data?.identity?.headline ?? status);
}

function Suspended() {
  const { data } = useProfile({ handle }, { suspense: true });
  return h('p', null, data?.identity?.displayName);
}

describe('a server', () => {
  it('renders without asking, and with the answers that were read ahead; the browser takes them over without asking', async () => {
    const { client, calls } = people.counting();
    expect(renderToString(h(GigsyClient, { client }, h(Headline)))).toBe('<p>loading</p>');
    expect(calls).toEqual([]);
    await preload(client, 'profile.get', { handle });
    const html = renderToString(h(GigsyClient, { client }, h(Headline)));
    expect(html).toBe('<p>First</p>');

    const answers = JSON.parse(JSON.stringify(dehydrate(client))) as ReturnType<typeof dehydrate>;
    const browser = people.counting();
    const root = document.body.appendChild(document.createElement('main'));
    root.innerHTML = html;
    const faults: unknown[] = [];
    await act(async () => {
      hydrateRoot(root, h(GigsyClient, { client: browser.client, answers }, h(Headline)), {
        onRecoverableError: (fault) => faults.push(fault),
      });
    });
    expect([root.innerHTML, faults, browser.calls]).toEqual([html, [], []]);
    root.remove();
  });

  it('streams a component that suspends', async () => {
    let html = '';
    const sink = new Writable({
      write(chunk: Buffer, _, done) {
        html += chunk.toString();
        done();
      },
    });
    const page = h(GigsyClient, { client: people.client() }, h(Suspense, { fallback: 'waiting' }, h(Suspended)));
    const ended = new Promise((resolve) => sink.on('finish', resolve));
    const { pipe } = renderToPipeableStream(page, { onAllReady: () => pipe(sink) });
    await ended;
    expect(html).toContain('<p>Ada</p>');
  });
});
