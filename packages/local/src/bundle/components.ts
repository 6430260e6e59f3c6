/**
 * The tree of components that `convex.config.ts` installs with `app.use`. Each definition is evaluated with the
 * definitions it imports replaced by their name and folder, as on a Convex deployment.
 */
import type { Plugin } from 'esbuild';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { LocalDeploymentError, errorText } from '../errors.ts';
import { bundleSource } from './esbuild.ts';

/** An environment variable given to a component: a value, or the name of one of the parent's. */
export type ComponentEnv = Record<string, string | { __envVarRef: string }>;

export interface ComponentDefinition {
  dir: string;
  defaultName: string;
  children: ChildComponent[];
}

export interface ChildComponent {
  name: string;
  definition: ComponentDefinition;
  /** How the definition is imported, for instance "@convex-dev/rate-limiter/convex.config.js". */
  specifier: string;
  env: ComponentEnv;
  httpPrefix: string | undefined;
}

interface Imported {
  definition: ComponentDefinition;
  specifier: string;
}

type Child = [
  name: string,
  definition: { componentDefinitionPath: string },
  env: ComponentEnv | null,
  httpPrefix: string | undefined,
];

const CONFIG = /convex\.config(\.(ts|js))?$/;

export async function findComponents(dir: string): Promise<ComponentDefinition> {
  const config = ['convex.config.ts', 'convex.config.js']
    .map((name) => join(dir, name))
    .find((file) => existsSync(file));
  return config ? new DefinitionLoader().load(config) : { dir, defaultName: '', children: [] };
}

class DefinitionLoader {
  readonly #loaded = new Map<string, Promise<ComponentDefinition>>();

  load(config: string): Promise<ComponentDefinition> {
    let definition = this.#loaded.get(config);
    if (!definition) this.#loaded.set(config, (definition = this.#evaluate(config)));
    return definition;
  }

  async #evaluate(config: string): Promise<ComponentDefinition> {
    const dir = dirname(config);
    const imported = new Map<string, Imported>();
    const contents = `import definition from ${JSON.stringify(config)}; export { definition };`;
    const source = await bundleSource({ dir, contents, plugins: [this.#replaceDefinitions(config, imported)] });
    try {
      const context = createContext({ process: { env: {} } });
      runInContext(source, context, { filename: config });
      const { definition } = (context as { __bundle: { definition: { _name?: string; _childComponents: Child[] } } })
        .__bundle;
      const children = definition._childComponents.map(([name, child, env, httpPrefix]) => ({
        name,
        ...imported.get(child.componentDefinitionPath)!,
        env: { ...env },
        httpPrefix,
      }));
      return { dir, defaultName: definition._name ?? '', children };
    } catch (error) {
      throw new LocalDeploymentError('functions_invalid', `${config} could not be evaluated: ${errorText(error)}.`, {
        cause: error,
      });
    }
  }

  #replaceDefinitions(config: string, imported: Map<string, Imported>): Plugin {
    return {
      name: 'component-definitions',
      setup: (build) => {
        build.onResolve({ filter: CONFIG }, async (args) => {
          if (args.pluginData === 'resolving' || args.path === config) return undefined;
          const resolved = await build.resolve(args.path, {
            kind: args.kind,
            resolveDir: args.resolveDir,
            pluginData: 'resolving',
          });
          return resolved.errors.length > 0
            ? resolved
            : { path: resolved.path, namespace: 'component', pluginData: args.path };
        });
        build.onLoad({ filter: /.*/, namespace: 'component' }, async (args) => {
          const definition = await this.load(args.path);
          imported.set(definition.dir, { definition, specifier: String(args.pluginData) });
          const stub = { componentDefinitionPath: definition.dir, defaultName: definition.defaultName };
          return { contents: `export default ${JSON.stringify(stub)};`, loader: 'js' };
        });
      },
    };
  }
}
