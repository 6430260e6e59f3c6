/** Starts the project of the tests about files, search, vectors, limits and sharing. */
import { fileURLToPath } from 'node:url';
import { startFixture } from '../fixture/deployment.ts';
import type { Fixture } from '../fixture/deployment.ts';
import type { DeploymentOptions } from '../../../packages/local/src/index.ts';

export { api, until } from '../fixture/deployment.ts';
export type { Fixture } from '../fixture/deployment.ts';

export function startServices(options: Partial<DeploymentOptions> = {}): Promise<Fixture> {
  return startFixture({ functionsDir: fileURLToPath(new URL('./convex', import.meta.url)), ...options });
}
