/**
 * One descriptor an element, found by convention: `NAME/NAME.ts` in a room of packages/elements/src exports the class
 * `GigsyName`, whose comment has `@tag gigsy-NAME`. Everything that lists elements is made from these.
 */
import path from 'node:path';
import type { ClassDeclaration, ElementsManifest } from './manifest.ts';

export interface ElementDescriptor {
  /** The folder's name, such as `profile-card`. */
  name: string;
  tag: string;
  /** The class, and the React component of the same element. */
  class: string;
  component: string;
  /** Path of the class's module from packages/elements/src. */
  module: string;
  /** Types of the events that the element dispatches. */
  events: string[];
  /** The domain whose answer it shows, so that a server can render it. Undefined for others. */
  shows: (typeof SHOWN)[number] | undefined;
  /** Whether it edits: it uses Lit in full, so it comes from the package and not from the embed build (docs/adr/0018). */
  edits: boolean;
  /** Whether it asks by a client, which a page with the embed build alone has not: it comes from the package too. */
  asksClient: boolean;
  /** Whether it shows rules of the product and nothing of a person: no partner's page has it, so it comes from the package too. */
  explains: boolean;
  /** Whether its base says that the embed build has no room for it: it shows what a card does not need, and comes from the package. */
  packaged: boolean;
}

/** The room of the base of elements that edit. */
const WRITING = 'dist/writing/';
/** The room of the base of elements that ask by a client. */
const CLIENT = 'dist/client/';

/** Domains with a base of their own for elements that a server can render. */
const SHOWN = ['profile', 'portfolio', 'trust'] as const;

/** In the order of their names. Throws where a class does not follow the convention. */
export function elementDescriptors({ modules }: ElementsManifest): ElementDescriptor[] {
  const classes = new Map(
    modules.flatMap((module) =>
      module.declarations.map((declaration) => [declaration.name, { ...declaration, module }]),
    ),
  );
  const bases = ({ superclass }: ClassDeclaration): string[] => {
    const base = superclass && classes.get(superclass.name);
    return superclass ? [superclass.name, ...(base ? bases(base) : [])] : [];
  };
  return [...classes.values()]
    .filter(({ tagName }) => tagName !== undefined)
    .map((element) => {
      const ancestors = bases(element);
      const isFrom = (room: string) => ancestors.some((base) => classes.get(base)?.module.path.startsWith(room));
      const edits = isFrom(WRITING);
      const names = named(element, element.module.path);
      if (edits !== /-(form|editor)$/.test(names.name))
        throw new Error(`${names.module}: elements that edit, and no others, have names that end in -form or -editor.`);
      return {
        ...names,
        events: (element.events ?? []).map(({ name }) => name).sort(),
        shows: SHOWN.find((domain) => ancestors.includes(`${pascalCase(domain)}Element`)),
        edits,
        asksClient: isFrom(CLIENT),
        explains: ancestors[0] === 'StyledElement',
        packaged: ancestors.some((base) => base.startsWith('Packaged')),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function named(element: ClassDeclaration, published: string) {
  const module = published.replace(/^dist\/(.*)\.js$/, '$1.ts');
  const name = path.basename(module, '.ts');
  const component = pascalCase(name);
  const expected = { tag: `gigsy-${name}`, class: `Gigsy${component}`, folder: name };
  const found = { tag: element.tagName, class: element.name, folder: path.basename(path.dirname(module)) };
  for (const what of ['tag', 'class', 'folder'] as const) {
    if (found[what] !== expected[what])
      throw new Error(
        `packages/elements/src/${module}: the ${what} of the element ${name} is ${found[what]}; name it ${expected[what]}.`,
      );
  }
  return { name, tag: expected.tag, class: expected.class, component, module };
}

/** `profile-card` as `ProfileCard`. */
export function pascalCase(name: string): string {
  return name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
}
