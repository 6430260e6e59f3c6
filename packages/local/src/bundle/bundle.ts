/** Bundles a whole project: its functions, schema and auth config, its "use node" actions, and every component it installs. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LocalDeploymentError } from '../errors.ts';
import { findComponents } from './components.ts';
import type { ComponentDefinition, ComponentEnv } from './components.ts';
import { bundleSource } from './esbuild.ts';
import { findEntryPoints } from './entryPoints.ts';
import type { EntryPoint } from './entryPoints.ts';

export interface ComponentBundle {
  /** Slash-separated names from the root, which is "". */
  path: string;
  parent: string | null;
  env: ComponentEnv;
  httpPrefix: string | undefined;
  dir: string;
  /** Script for the default runtime; its `__bundle` holds `modules` and `schema`. */
  isolate: string;
  /** CommonJS source of the "use node" modules, if there are any. */
  node: string | null;
}

export interface ProjectBundle {
  components: ComponentBundle[];
  /** Script whose `__bundle.config` is the auth config, if there is one. */
  authConfig: string | null;
}

export async function bundleProject(functionsDir: string): Promise<ProjectBundle> {
  if (!existsSync(functionsDir) || !statSync(functionsDir).isDirectory()) {
    throw new LocalDeploymentError('functions_invalid', `There is no functions folder at ${functionsDir}.`);
  }
  const [definition, authConfig] = await Promise.all([findComponents(functionsDir), bundleAuthConfig(functionsDir)]);
  const sources = new Map<string, Promise<Pick<ComponentBundle, 'isolate' | 'node'>>>();
  const components: ComponentBundle[] = [];
  for (const instance of instances(definition)) {
    const dir = instance.definition.dir;
    if (!sources.has(dir)) sources.set(dir, bundleComponent(dir, instance.path === ''));
    components.push({ ...instance.placement, path: instance.path, dir, ...(await sources.get(dir)!) });
  }
  return { components, authConfig };
}

interface Instance {
  path: string;
  definition: ComponentDefinition;
  placement: Pick<ComponentBundle, 'parent' | 'env' | 'httpPrefix'>;
}

function* instances(root: ComponentDefinition): Generator<Instance> {
  yield { path: '', definition: root, placement: { parent: null, env: {}, httpPrefix: undefined } };
  yield* descend(root, '');
}

function* descend(definition: ComponentDefinition, parent: string): Generator<Instance> {
  for (const child of definition.children) {
    const path = parent === '' ? child.name : `${parent}/${child.name}`;
    yield { path, definition: child.definition, placement: { parent, env: child.env, httpPrefix: child.httpPrefix } };
    yield* descend(child.definition, path);
  }
}

async function bundleComponent(dir: string, isRoot: boolean): Promise<Pick<ComponentBundle, 'isolate' | 'node'>> {
  const entries = findEntryPoints(dir);
  if (!isRoot && entries.node.length > 0) {
    throw new LocalDeploymentError('functions_invalid', `"use node" directive is not supported in components. Remove it from the component at ${dir}.`);
  }
  const [isolate, node] = await Promise.all([
    bundleSource({ dir, contents: entrySource(entries.isolate, schemaFile(dir)), platform: 'browser' }),
    entries.node.length > 0 ? bundleSource({ dir, contents: entrySource(entries.node, null), platform: 'node' }) : null,
  ]);
  return { isolate, node };
}

function schemaFile(dir: string): string | null {
  return ['schema.ts', 'schema.js'].map((name) => join(dir, name)).find((file) => existsSync(file)) ?? null;
}

function entrySource(entries: EntryPoint[], schema: string | null): string {
  const imports = entries.map((entry, index) => `import * as m${index} from ${JSON.stringify(entry.file)};`);
  const modules = entries.map((entry, index) => `${JSON.stringify(entry.module)}: m${index}`);
  const schemaImport = schema ? `import schema from ${JSON.stringify(schema)};` : 'const schema = null;';
  return `${imports.join('\n')}\n${schemaImport}\nexport const modules = { ${modules.join(', ')} };\nexport { schema };\n`;
}

async function bundleAuthConfig(dir: string): Promise<string | null> {
  const file = ['auth.config.ts', 'auth.config.js'].map((name) => join(dir, name)).find((path) => existsSync(path));
  if (!file) return null;
  return bundleSource({ dir, contents: `import config from ${JSON.stringify(file)}; export { config };`, platform: 'browser' });
}
