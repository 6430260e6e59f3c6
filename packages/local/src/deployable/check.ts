/**
 * Finds faults that a real Convex deployment would refuse, without one: the rules of the Convex CLI's bundler, and
 * those that the backend applies to module and function names, exports, schemas and size. Sources: convex/src/bundler,
 * and the limits at https://docs.convex.dev/production/state/limits.
 */
import { bundleProject } from '../bundle/bundle.ts';
import type { ComponentBundle } from '../bundle/bundle.ts';
import { LocalDeploymentError, errorText } from '../errors.ts';
import { LOOK_TIME, loadToLookAt } from '../runtime/look-at.ts';
import { evaluateConfig } from '../runtime/runtime.ts';
import { parseAuthConfig } from '../auth/config.ts';
import type { Breach } from './breach.ts';
import { exportBreaches } from './exports.ts';
import { bundleAsCli, moduleBreaches } from './modules.ts';
import { schemaBreaches } from './schema.ts';

export interface CheckOptions {
  /** Environment variables that modules read while they load. */
  env?: Record<string, string>;
  /** Of all bundled code; Convex allows 32 MiB. */
  maximumBytes?: number;
}

const MAXIMUM_CODE_BYTES = 32 << 20;

export async function checkDeployable(functionsDir: string, options: CheckOptions = {}): Promise<Breach[]> {
  const breaches = moduleBreaches(functionsDir);
  if (breaches.length > 0) return breaches;
  try {
    const bytes = await bundleAsCli(functionsDir);
    const maximum = options.maximumBytes ?? MAXIMUM_CODE_BYTES;
    if (bytes > maximum)
      breaches.push({
        rule: 'size',
        message: `The bundled code is ${bytes} bytes; at most ${maximum} can be deployed.`,
      });
    const bundle = await bundleProject(functionsDir);
    for (const component of bundle.components)
      breaches.push(...(await componentBreaches(component, options.env ?? {})));
    if (bundle.authConfig !== null) breaches.push(...authBreaches(bundle.authConfig, options.env ?? {}));
  } catch (error) {
    breaches.push(bundlingBreach(error));
  }
  return breaches;
}

function bundlingBreach(error: unknown): Breach {
  const message = errorText(error);
  return { rule: /use node/.test(message) ? 'runtime' : 'bundle', message };
}

async function componentBreaches(component: ComponentBundle, env: Record<string, string>): Promise<Breach[]> {
  try {
    const { modules, node, schema } = await loadToLookAt(component, env);
    return [...exportBreaches(modules, node), ...(schema ? schemaBreaches(schema) : [])];
  } catch (error) {
    return [{ rule: 'exports', message: errorText(error) }];
  }
}

function authBreaches(source: string, env: Record<string, string>): Breach[] {
  try {
    parseAuthConfig(evaluateConfig(source, env, LOOK_TIME));
    return [];
  } catch (error) {
    return [
      {
        rule: 'auth',
        message:
          error instanceof LocalDeploymentError
            ? error.message
            : `auth.config can not be evaluated: ${errorText(error)}.`,
      },
    ];
  }
}
