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
  attributes?: Described[];
  members?: { kind: string; privacy?: string }[];
}

export function elementsManifest(): Plugin {
  return {
    name: 'gigsy-elements-manifest',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: async (source) => (source === `\0${id}` ? `export default ${JSON.stringify(await analyze())}` : undefined),
  };
}

/** Public parts alone; Storybook reads `description` where the standard says `summary`. */
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
    attributes: attributes.filter((attribute) => attribute.description),
    members: members.filter(({ kind, privacy }) => kind === 'field' && (privacy ?? 'public') === 'public'),
  };
}
