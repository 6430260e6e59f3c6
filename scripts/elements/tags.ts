/**
 * The TypeScript declarations of what markup may set on each tag (dist/tags.d.ts), which the types for React, Preact,
 * Vue and Svelte in packages/elements/types stand on. Types of properties are the class's own.
 */
import type { ElementApi } from './api.ts';

const HEAD =
  '/** Generated from the class comments: what markup may set on each tag, and the events it may listen to. */';

export function tagsDeclaration(api: Record<string, ElementApi>): string {
  const imports = Object.values(api).map(
    ({ class: name, module }) => `import type { ${name} } from '${module.replace(/^dist/, '.')}';`,
  );
  return [HEAD, ...imports, '', 'export interface GigsyTags {', ...Object.entries(api).map(declaration), '}', ''].join(
    '\n',
  );
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
    ...Object.keys(events).map((event) => `      '${event}': HTMLElementEventMap['${event}'];`),
    '    };',
    '  };',
  ].join('\n');
}
