/** Loads a component's functions for inspection, without a deployment. No function is called. */
import type { ComponentBundle } from '../bundle/bundle.ts';
import type { SchemaJSON } from '../store/schema.ts';
import { Isolate } from './isolate.ts';
import type { ModuleExports } from './isolate.ts';
import { guardLoading } from './process-guard.ts';
import { loadNodeModules } from './runtime.ts';
import { evaluateSchema } from './schema.ts';
import { noSyscalls } from './syscall-host.ts';

export const LOOK_TIME = { now: 0, seed: new Uint8Array(16) };

export function loadToLookAt(
  component: ComponentBundle,
  env: Record<string, string>,
): Promise<{ modules: ModuleExports; node: ModuleExports; schema: SchemaJSON | null }> {
  const realm = { name: component.path, env, convex: noSyscalls, importTime: LOOK_TIME };
  return guardLoading(() => ({
    modules: new Isolate(component.isolate, realm, () => undefined).modules,
    node: loadNodeModules(component.node, component.dir, env, noSyscalls),
    schema: evaluateSchema(component, env, LOOK_TIME),
  }));
}
