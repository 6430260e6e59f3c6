/** The same page in React, with the same data. */
import { type ReactElement, createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
import { type ShownPerson, initialsOf, metaOf } from './shown.ts';

function Card({ person }: { person: ShownPerson }): ReactElement {
  return h(
    'article',
    { className: 'card' },
    h('div', { className: 'avatar' }, initialsOf(person.name)),
    h(
      'div',
      { className: 'who' },
      h('h3', null, person.name),
      h('p', null, person.headline),
      h('p', { className: 'meta' }, metaOf(person)),
      h(
        'ul',
        { className: 'chips' },
        person.skills.map((name) => h('li', { key: name }, name)),
        h('li', null, `+${person.more}`),
      ),
      h('p', { className: 'links' }, h('a', { href: person.link.url }, person.link.label)),
      h('details', null, h('summary', null, 'More')),
    ),
  );
}

const response = await fetch('/shown.json');
const people = (await response.json()) as ShownPerson[];
createRoot(document.querySelector('main')!).render(people.map((person) => h(Card, { key: person.handle, person })));
