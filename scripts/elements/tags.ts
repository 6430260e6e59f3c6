/**
 * The TypeScript declarations of the attributes and properties of each tag (dist/tags.d.ts), on which the types for
 * React, Preact, Vue and Svelte in packages/elements/types stand. Types of properties are the class's own.
 */
import type { ElementApi } from './api.ts';

const HEAD = '/** Generated from the class comments: the attributes, properties and events of each tag. */';

export function tagsDeclaration(api: Record<string, ElementApi>): string {
  const imports = Object.values(api).map(
    ({ class: name, module }) => `import type { ${name} } from '${module.replace(/^dist/, '.')}';`,
  );
  return [
    HEAD,
    "import type { EventOf } from './event-of.js';",
    ...imports,
    '',
    'export interface GigsyTags {',
    ...Object.entries(api).map(declaration),
    '}',
    '',
  ].join('\n');
}

function declaration([tag, element]: [string, ElementApi]): string {
  const { class: name, summary, properties, attributes, events } = element;
  const fields = Object.entries(properties)
    .filter(([, { readonly }]) => !readonly)
    .map(([field, { description }]) => ({ key: field, type: `${name}['${field}']`, description }));
  const others = Object.entries(attributes)
    .filter(([attribute, { readonly }]) => !readonly && !(attribute in properties))
    .map(([attribute, { type, description }]) => ({ key: attribute, type, description }));
  const lines = [...fields, ...others].flatMap(({ key, type, description }) => [
    ...(description ? [`      /** ${description} */`] : []),
    `      '${key}'?: ${type} | undefined;`,
  ]);
  return [
    `  /** ${summary} */`,
    `  '${tag}': {`,
    `    element: ${name};`,
    '    props: {',
    ...lines,
    '    };',
    '    events: {',
    ...Object.keys(events).map((event) => `      '${event}': EventOf<${name}, '${event}'>;`),
    '    };',
    '  };',
  ].join('\n');
}
