/** Starts the project of the tests that compare functions with their behaviour on Convex. */
import { fileURLToPath } from 'node:url';
import { startFixture } from '../fixture/deployment.ts';
import type { Fixture } from '../fixture/deployment.ts';
import type { DeploymentOptions } from '../../../packages/local/src/index.ts';

export { api, until } from '../fixture/deployment.ts';
export type { Fixture } from '../fixture/deployment.ts';

export const functionsDir = fileURLToPath(new URL('./convex', import.meta.url));

export function startParity(options: Partial<DeploymentOptions> = {}): Promise<Fixture> {
  return startFixture({ functionsDir, ...options });
}
