/** Writes `_generated` folders with no deployment: the project's own, and those of components that live in its folders. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { bundleProject } from '../bundle/bundle.ts';
import { findComponents } from '../bundle/components.ts';
import type { ComponentDefinition } from '../bundle/components.ts';
import { findEntryPoints } from '../bundle/entry-points.ts';
import { LocalDeploymentError } from '../errors.ts';
import { loadToLookAt } from '../runtime/look-at.ts';
import { componentApiSource } from './component-api.ts';
import { loadTemplates } from './templates.ts';
import type { Templates } from './templates.ts';

const FOLDER = '_generated';

export interface GeneratedFile {
  path: string;
  text: string;
}

/** The files that depend on names alone. Functions import them, so they come before the types of components. Installed packages are left as they are. */
export async function generate(functionsDir: string): Promise<GeneratedFile[]> {
  if (!existsSync(functionsDir))
    throw new LocalDeploymentError('functions_invalid', `There is no functions folder at ${functionsDir}.`);
  const templates = loadTemplates();
  const root = await findComponents(functionsDir);
  const files = await Promise.all(
    [root, ...ownComponents(root)].map((definition) => generateOne(definition, templates)),
  );
  return files.flat();
}

/** `component.ts` of the components in the project's own folders, whose functions have to be loaded for it. */
export async function generateComponentTypes(functionsDir: string): Promise<GeneratedFile[]> {
  const own = new Set(ownComponents(await findComponents(functionsDir)).map(({ dir }) => dir));
  if (own.size === 0) return [];
  const templates = loadTemplates();
  const files = new Map<string, GeneratedFile>();
  for (const component of (await bundleProject(functionsDir)).components) {
    if (!own.has(component.dir) || files.has(component.dir)) continue;
    const { modules } = await loadToLookAt(component, {});
    files.set(component.dir, {
      path: join(component.dir, FOLDER, 'component.ts'),
      text: await templates.format(componentApiSource(modules, templates)),
    });
  }
  return [...files.values()];
}

function ownComponents(root: ComponentDefinition): ComponentDefinition[] {
  return [...new Set(reachable(root))].filter(
    (definition) => definition !== root && !definition.dir.split(sep).includes('node_modules'),
  );
}

function* reachable(definition: ComponentDefinition): Generator<ComponentDefinition> {
  yield definition;
  for (const child of definition.children) yield* reachable(child.definition);
}

async function generateOne(definition: ComponentDefinition, templates: Templates): Promise<GeneratedFile[]> {
  const { dir, children } = definition;
  const entries = findEntryPoints(dir);
  const modules = [...entries.isolate, ...entries.node].map(({ file }) => slashed(relative(dir, file))).sort();
  const hasSchema = existsSync(join(dir, 'schema.ts')) || existsSync(join(dir, 'schema.js'));
  const api = templates.api(modules);
  const server = templates.server();
  const members = children.map((child) => `${JSON.stringify(child.name)}: ${typeOf(child, dir)};`);
  const installs = children.length > 0;
  const sources: Record<string, string> = {
    'api.d.ts': installs ? `${api.DTS}\nexport declare const components: {\n${members.join('\n')}\n};\n` : api.DTS,
    'api.js': installs
      ? `${api.JS.replace('import { anyApi }', 'import { anyApi, componentsGeneric }')}\nexport const components = componentsGeneric();\n`
      : api.JS,
    'dataModel.d.ts': templates.dataModel(hasSchema),
    'server.d.ts': server.DTS,
    'server.js': server.JS,
  };
  return Promise.all(
    Object.entries(sources).map(async ([name, source]) => ({
      path: join(dir, FOLDER, name),
      text: await templates.format(source),
    })),
  );
}

/** Published or not, a component says its types in its own `_generated/component`. */
function typeOf({ name, specifier, definition }: ComponentDefinition['children'][number], dir: string): string {
  const folder = specifier.startsWith('.')
    ? `../${slashed(relative(dir, definition.dir))}`
    : specifier.replace(/\/convex\.config(\.(js|ts))?$/, '');
  return `import("${folder}/${FOLDER}/component.js").ComponentApi<${JSON.stringify(name)}>`;
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

/** Says which files were not up to date. */
export function compare(files: GeneratedFile[]): string[] {
  return files
    .filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
    .map(({ path }) => path);
}

export function write(files: GeneratedFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
}
