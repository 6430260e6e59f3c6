/**
 * The custom-elements manifest of the sources as they stand, as the module `virtual:elements-manifest`: what docs pages
 * and controls are made from.
 */
import path from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import type { Plugin } from 'vite';

const id = 'virtual:elements-manifest';
const elements = path.resolve(import.meta.dirname, '../packages/elements');

interface Described {
  description?: string;
  summary?: string;
}

interface Declaration extends Described {
  tagName?: string;
  attributes?: (Described & { type?: { text: string } })[];
  members?: { kind: string; privacy?: string; attribute?: string }[];
}

export function elementsManifest(): Plugin {
  return {
    name: 'gigsy-elements-manifest',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: async (source) => (source === `\0${id}` ? `export default ${JSON.stringify(await analyze())}` : undefined),
  };
}

/** Public parts alone, each once: a property that is an attribute is described there. Storybook reads `description` where the standard says `summary`. */
async function analyze(): Promise<unknown> {
  const manifest = await cli({
    argv: ['analyze', '--litelement', '--quiet', '--globs', 'src/**/*.ts'], cwd: elements, noWrite: true,
  }) as { modules: { declarations: Declaration[] }[] };
  const declarations = manifest.modules.flatMap((module) => module.declarations).filter(({ tagName }) => tagName);
  return { ...manifest, modules: [{ declarations: declarations.map(published) }] };
}

function published(declaration: Declaration): Declaration {
  const { summary, description, attributes = [], members = [] } = declaration;
  return {
    ...declaration,
    description: description || summary,
    attributes: attributes.filter((attribute) => attribute.description)
      .map((attribute) => ({ ...attribute, type: attribute.type && { text: attribute.type.text.replace(' | undefined', '') } })),
    members: members.filter(({ kind, privacy, attribute }) => kind === 'field' && !attribute && (privacy ?? 'public') === 'public'),
  };
}
