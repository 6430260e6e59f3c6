/**
 * The custom-elements manifest of this tree as the module `virtual:elements-manifest`, the source of docs pages and
 * controls.
 */
import type { Plugin } from 'vite';
import { type ClassDeclaration, type Described, takeManifest } from '../scripts/elements/manifest.ts';

const id = 'virtual:elements-manifest';

export function elementsManifest(): Plugin {
  return {
    name: 'gigsy-elements-manifest',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: async (source) =>
      source === `\0${id}` ? `export default ${JSON.stringify(await forStorybook())}` : undefined,
  };
}

/** Elements alone, and what can be set, each once: a property that is an attribute is described there. Storybook reads `description` where the standard says `summary`. */
async function forStorybook(): Promise<unknown> {
  const { modules, ...manifest } = await takeManifest();
  const declarations = modules.flatMap((module) => module.declarations).filter(({ tagName }) => tagName);
  return { ...manifest, modules: [{ declarations: declarations.map(settable) }] };
}

function settable(declaration: ClassDeclaration & Partial<Described>) {
  const { summary, description, attributes = [], members = [] } = declaration;
  return {
    ...declaration,
    description: description || summary,
    attributes: attributes
      .filter((attribute) => attribute.description)
      .map((attribute) => ({
        ...attribute,
        type: attribute.type && { text: attribute.type.text.replace(' | undefined', '') },
      })),
    members: members.filter(({ kind, attribute }) => kind === 'field' && !attribute),
  };
}
