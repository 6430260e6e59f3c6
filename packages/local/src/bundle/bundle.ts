/** Bundles a whole project: its functions, schema and auth config, its "use node" actions, and every component it installs. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LocalDeploymentError } from '../errors.ts';
import { findComponents } from './components.ts';
import type { ComponentDefinition, ComponentEnv } from './components.ts';
import { bundleSource } from './esbuild.ts';
import { findEntryPoints } from './entry-points.ts';
import { externalPackages } from './external-packages.ts';
import { splitModules } from './split.ts';
import type { SplitModules } from './split.ts';

export interface ComponentBundle {
  /** Slash-separated names from the root, which is "". */
  path: string;
  parent: string | null;
  env: ComponentEnv;
  httpPrefix: string | undefined;
  dir: string;
  /** The modules of the default runtime. */
  isolate: SplitModules;
  /** The "use node" modules. */
  node: SplitModules;
  /** Script whose `__bundle.config` is the schema, if there is one. */
  schema: string | null;
}

type ComponentSources = Pick<ComponentBundle, 'isolate' | 'node' | 'schema'>;

export interface ProjectBundle {
  components: ComponentBundle[];
  /** Script whose `__bundle.config` is the auth config, if there is one. */
  authConfig: string | null;
}

export async function bundleProject(functionsDir: string): Promise<ProjectBundle> {
  if (!existsSync(functionsDir) || !statSync(functionsDir).isDirectory()) {
    throw new LocalDeploymentError('functions_invalid', `There is no functions folder at ${functionsDir}.`);
  }
  const [definition, authConfig] = await Promise.all([
    findComponents(functionsDir),
    bundleConfig(functionsDir, 'auth.config'),
  ]);
  const sources = new Map<string, Promise<ComponentSources>>();
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

async function bundleComponent(dir: string, isRoot: boolean): Promise<ComponentSources> {
  const entries = findEntryPoints(dir);
  if (!isRoot && entries.node.length > 0) {
    throw new LocalDeploymentError(
      'functions_invalid',
      `"use node" directive is not supported in components. Remove it from the component at ${dir}.`,
    );
  }
  const [isolate, node, schema] = await Promise.all([
    splitModules({ dir, entries: entries.isolate, platform: 'browser' }),
    splitModules({ dir, entries: entries.node, platform: 'node', external: isRoot ? externalPackages(dir) : [] }),
    bundleConfig(dir, 'schema'),
  ]);
  return { isolate, node, schema };
}

/** A module that is evaluated alone, before all others. */
async function bundleConfig(dir: string, name: 'schema' | 'auth.config'): Promise<string | null> {
  const file = [`${name}.ts`, `${name}.js`].map((base) => join(dir, base)).find((path) => existsSync(path));
  if (!file) return null;
  return bundleSource({ dir, contents: `import config from ${JSON.stringify(file)}; export { config };` });
}
