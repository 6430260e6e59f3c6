/** The card that a host writes in React, with the same content: at a glance, and in full where the reader opens it. */
import { type ReactElement, createElement as h } from 'react';
import type { ProfileView } from '@gigsy/sdk/reader';
import { wordsOf } from '../elements/words.ts';

export function PersonCard({ person }: { person: ProfileView }): ReactElement {
  const { name, initials, headline, meta, named, more } = wordsOf(person);
  return h(
    'article',
    { className: 'card' },
    h('div', { className: 'avatar', 'aria-hidden': true }, initials),
    h(
      'div',
      { className: 'who' },
      h('h3', null, name),
      h('p', null, headline),
      h('p', { className: 'meta' }, meta),
      h(
        'ul',
        { className: 'chips', 'aria-label': 'Skills' },
        named.map((skill) => h('li', { key: skill }, skill)),
        more > 0 && h('li', { 'aria-label': `${more} more skills` }, `+${more}`),
      ),
      h(
        'details',
        null,
        h('summary', null, 'More'),
        h(
          'ul',
          { 'aria-label': 'Skills' },
          person.skills?.map(({ id, name }) => h('li', { key: id }, name)),
        ),
      ),
    ),
  );
}

export function People({ people }: { people: ProfileView[] }): ReactElement {
  return h(
    'main',
    null,
    people.map((person) => h(PersonCard, { key: person.handle, person })),
  );
}
