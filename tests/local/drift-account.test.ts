/** The drift soak's own account of a person: what it must find, and what it must let pass. */
import {
  type OwnProfile,
  type Sections,
  type Versions,
  emptySections,
  projectProfile,
  versionsOfNew,
} from '@gigsy/schema';
import { beforeEach, describe, expect, test } from 'vitest';
import { Person } from '../soak/drift/person.ts';

let breaches: string[];
let ada: Person;
let born: OwnProfile;

beforeEach(() => {
  breaches = [];
  ada = new Person('ada', 'p-ada', 'mentor', (breach) => breaches.push(breach));
  const [sections, versions] = [emptySections('Ada'), versionsOfNew()];
  born = { handle: 'p-ada', role: 'mentor', settings: {}, sections, versions };
  ada.bear(born);
});

/** A write of these sections, as the deployment makes it from `from`. */
function written(from: OwnProfile, sections: Partial<Sections>): OwnProfile {
  const versions = { ...from.versions };
  for (const name of Object.keys(sections) as (keyof Versions)[]) versions[name] += 1;
  return { ...from, versions, sections: { ...from.sections, ...sections } };
}

function accepted(from: OwnProfile, sections: Partial<Sections>, answered = written(from, sections).versions): void {
  const names = Object.keys(sections) as (keyof Versions)[];
  ada.accept({
    expected: Object.fromEntries(names.map((name) => [name, from.versions[name]])),
    sections,
    answered,
    since: 0,
  });
}

const headline = (text: string) => ({ identity: { displayName: 'Ada', headline: text }, about: { text } });
const skills = (...names: string[]) => ({ skills: names.map((name) => ({ id: name, name })) });

test('writes whose answers come in another order are one chain', () => {
  const [first, second] = [ada.begin(), ada.begin()];
  const one = written(born, headline('one'));
  accepted(one, skills('a'));
  second();
  accepted(born, headline('one'));
  first();
  ada.sawOwn(written(one, skills('a')), ada.look());
  expect(breaches).toEqual([]);
  expect(ada.tip.versions).toMatchObject({ identity: 2, about: 2, skills: 2 });
});

test('a change of settings finds its place among writes that are known later', () => {
  const end = ada.begin();
  const beside = ada.begin();
  const hidden = { ...written(born, {}), settings: { about: 'owner' as const } };
  hidden.versions = { ...born.versions, settings: 2 };
  accepted(hidden, headline('one'));
  end();
  ada.accept({
    expected: { settings: 1 },
    sections: {},
    settings: hidden.settings,
    answered: { settings: 2 },
    since: 0,
  });
  beside();
  ada.sawOwn({ ...hidden, ...written(hidden, headline('one')) }, ada.look());
  expect(breaches).toEqual([]);
});

describe('a lost update is found', () => {
  test('where two writes were made from one version', () => {
    for (const name of ['one', 'two']) {
      const end = ada.begin();
      accepted(born, headline(name));
      end();
    }
    expect(breaches).toEqual([expect.stringContaining('lost update')]);
  });

  test('where one was made twice, or another one between', () => {
    const end = ada.begin();
    accepted(born, skills('a'), { ...born.versions, skills: 3 });
    end();
    expect(breaches).toEqual([expect.stringContaining('lost update')]);
  });
});

describe('a reader who is shown what never was is found', () => {
  let now: OwnProfile;
  beforeEach(() => {
    const end = ada.begin();
    accepted(born, headline('one'));
    end();
    now = written(born, headline('one'));
  });

  const cases: [string, () => void][] = [
    ['halves of two writes', () => seen({ ...now.sections, about: {} })],
    ['versions of one write and content of another', () => seen(born.sections)],
    ['a doubled item', () => seen({ ...now.sections, ...skills('a', 'a') })],
    ['a state from before the reading began', () => ada.sawOwn(born, ada.look())],
    ["another person's handle", () => ada.sawOwn({ ...now, handle: 'p-ben' }, ada.look())],
    ['a view of halves', () => ada.sawView(viewOf({ ...now.sections, about: {} }), 'public', ada.look())],
    ['an old view', () => ada.sawView(viewOf(born.sections), 'public', ada.look())],
    ['nothing', () => ada.sawView(null, 'public', ada.look())],
    [
      "a frame whose view is not of its profile's moment",
      () => ada.sawOwn(now, ada.look(), viewOf(born.sections, 'owner')),
    ],
  ];
  test.each(cases)('%s', (_, see) => {
    see();
    expect(breaches).toHaveLength(1);
  });

  test('and nobody else', () => {
    ada.sawOwn(now, ada.look(), viewOf(now.sections, 'owner'));
    ada.sawView(viewOf(now.sections), 'public', ada.look());
    ada.sawView(viewOf(born.sections), 'public', { ...ada.look(), floor: 0 });
    expect(breaches).toEqual([]);
  });

  test('a view of somebody who has left', () => {
    ada.change()(() => {
      ada.hidden = true;
    });
    ada.sawView(null, 'public', ada.look());
    expect(breaches).toEqual([]);
    ada.sawView(viewOf(now.sections), 'public', ada.look());
    expect(breaches).toHaveLength(1);
  });

  const seen = (sections: Sections) => ada.sawOwn({ ...now, sections }, ada.look());
  const viewOf = (sections: Sections, audience: 'public' | 'owner' = 'public') =>
    projectProfile({ ...now, sections, status: 'active' }, audience);
});
