/** The page that a host writes by hand: one request for exactly the cards' content, and plain DOM. */
import { type ShownPerson, initialsOf, metaOf } from './shown.ts';

const make = (tag: string, className: string, ...content: (Node | string)[]): HTMLElement => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
};

function card(person: ShownPerson): HTMLElement {
  const chips = [...person.skills.map((name) => make('li', '', name)), make('li', '', `+${person.more}`)];
  const link = Object.assign(make('a', '', person.link.label), { href: person.link.url });
  return make(
    'article',
    'card',
    make('div', 'avatar', initialsOf(person.name)),
    make(
      'div',
      'who',
      make('h3', '', person.name),
      make('p', '', person.headline),
      make('p', 'meta', metaOf(person)),
      make('ul', 'chips', ...chips),
      make('p', 'links', link),
      make('details', '', make('summary', '', 'More')),
    ),
  );
}

const response = await fetch('/shown.json');
document.querySelector('main')!.append(...((await response.json()) as ShownPerson[]).map(card));
