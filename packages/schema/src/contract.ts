/** The contract, whole: every public function and every HTTP route under its domain. A function's key = Convex path = SDK path. */
import { operationsContract } from './operations/contract.ts';
import { operationsRoutes } from './operations/routes.ts';
import { privacyContract } from './privacy/contract.ts';
import { profileContract } from './profile/contract.ts';
import { profileRoutes } from './profile/routes.ts';

export const contract = { profile: profileContract, privacy: privacyContract, operations: operationsContract } as const;
export type Contract = typeof contract;

export const routes = { profile: profileRoutes, operations: operationsRoutes } as const;
