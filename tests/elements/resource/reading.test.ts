/**
 * The sources of elements: together through the page's site, each for its own content, or a host's source of either
 * kind.
 */
import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { ProfileView, ResourceSource } from '@gigsy/sdk/reader';
import '@gigsy/elements/profile-card/define';
import '@gigsy/elements/skill-matrix/define';
import '@gigsy/elements/about-section/define';
import { put, rendered } from '../profile/element.ts';
import { ada, answering } from '../profile/people.ts';

const SITE = 'https://profiles.example.com';
const pageFetch = window.fetch;

/** Answers like a site that knows `people`, by the requested sections; returns the asks, in order. */
function answerAs(people: Record<string, ProfileView>): URL[] {
  const asked: URL[] = [];
  window.fetch = (address) => {
    const url = new URL(address as string);
    asked.push(url);
    const answers: { value: object | null }[] = [];
    let sections: string[] = [];
    for (const [name, value] of url.searchParams) {
      if (name === 'sections') sections = value.split(',');
      else if (name === 'handle')
        answers.push(...value.split(',').map((handle) => ({ value: part(people[handle], sections) })));
    }
    return Promise.resolve(Response.json({ answers }));
  };
  return asked;
}

function part(person: ProfileView | undefined, sections: string[]): object | null {
  const names = ['handle', 'role', ...sections] as (keyof ProfileView)[];
  return person ? Object.fromEntries(names.map((name) => [name, person[name]])) : null;
}

afterEach(() => {
  window.fetch = pageFetch;
});

it('the elements of a page ask in one request, each for the sections that it shows', async () => {
  const asked = answerAs({ ada, bob: { ...ada, handle: 'bob' } });
  const page = await fixture(html`<div>
    <gigsy-profile-card api=${SITE} handle="ada"></gigsy-profile-card>
    <gigsy-profile-card api=${SITE} handle="bob"></gigsy-profile-card>
    <gigsy-profile-card api=${SITE} handle="nobody"></gigsy-profile-card>
    <gigsy-skill-matrix api=${SITE} handle="ada"></gigsy-skill-matrix>
  </div>`);
  const elements = [...page.children] as (Element & { state: string })[];
  await waitUntil(() => elements.every(({ state }) => state !== 'loading'));
  expect(elements.map(({ state }) => state)).to.deep.equal(['ready', 'ready', 'unavailable', 'ready']);
  expect(asked.map(({ pathname }) => pathname)).to.deep.equal(['/v1/read/profile.get']);
  expect(asked[0]!.searchParams.getAll('sections').map((list) => list.split(',').sort().join())).to.have.members([
    'about,availability,identity,links,skills',
    'skills',
  ]);
});

it('the request goes out before the elements are rendered', async () => {
  const asked = answerAs({ ada });
  const card = Object.assign(document.createElement('gigsy-profile-card'), { api: SITE, handle: 'ada' });
  const answered = window.fetch;
  let shown: number | undefined;
  window.fetch = (address) => {
    shown = card.shadowRoot!.childElementCount;
    return answered(address);
  };
  document.body.append(card);
  await rendered(card);
  expect(shown).to.equal(0);
  expect(asked).to.have.length(1);
  expect(card.state).to.equal('ready');
  card.remove();
});

it('asks for nothing if a profile is given', async () => {
  const asked = answerAs({ ada });
  await put('gigsy-profile-card', { api: SITE, handle: 'ada', profile: ada });
  expect(asked).to.deep.equal([]);
});

it('a source of resources is asked by name, with the sections; one of profiles by handle', async () => {
  const calls: unknown[] = [];
  const source: ResourceSource = {
    read: (name, args, { signal } = {}) => {
      calls.push(name, args, signal instanceof AbortSignal);
      return Promise.resolve(ada as never);
    },
    watch: (name, args, { next }) => {
      calls.push(`watch ${name}`, args);
      next(ada as never);
      return () => {};
    },
  };
  const about = await put('gigsy-about-section', { handle: 'ada', source, live: true });
  expect(calls).to.deep.equal([
    'watch profile.get',
    { handle: 'ada', sections: ['about'] },
    'profile.get',
    { handle: 'ada', sections: ['about'] },
    true,
  ]);
  expect(about.state).to.equal('ready');
  expect((await put('gigsy-about-section', { handle: 'ada', source: answering(ada) })).state).to.equal('ready');
});

it('a value that throws once more when it is shown again is an error of the page, and no endless work', async () => {
  const element = await put('gigsy-about-section', {});
  let times = 0;
  Object.assign(element, {
    renderProfile: () => {
      times += 1;
      throw new Error('For the test.');
    },
  });
  const heard = new Promise<unknown>((resolve) =>
    addEventListener('unhandledrejection', (event) => (event.preventDefault(), resolve(event.reason)), { once: true }),
  );
  element.profile = ada;
  expect(await heard).to.be.instanceOf(TypeError);
  await aTimeout(20);
  expect(times).to.equal(2);
});
