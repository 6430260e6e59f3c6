/** The contract, whole: every public function under its domain. Key = Convex path = SDK path. */
import { operationsContract } from './operations/contract.ts';
import { privacyContract } from './privacy/contract.ts';
import { profileContract } from './profile/contract.ts';

export const contract = { profile: profileContract, privacy: privacyContract, operations: operationsContract } as const;
export type Contract = typeof contract;
