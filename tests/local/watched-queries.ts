/** Every query of the contract, with the arguments by which the test of live frames watches it. */
import { contract, listFunctions } from '@gigsy/schema';
import type { SampleSubject } from '../../packages/schema/src/contract/samples.ts';
import { functionSamples } from '../../packages/schema/src/samples.ts';

/** The audit log, the baselines and the consumers of events tell administrators of every change, hidden ones too: see docs/privacy.md. */
const told = ['privacy.audit.status', 'privacy.audit.page', 'profile.baselines', 'events.consumers.status'];
export const queries = listFunctions(contract).filter(
  ({ name, contract: { kind } }) => kind === 'query' && !told.includes(name),
);

/** Ids that exist in the deployment: a partner, and a lease on Ada's profile. */
export interface Known {
  partner: string;
  lease: string;
}

/** The arguments of queries that are watched for Ada: every set. Others are asked with their sample. */
export const sets: Readonly<Record<string, (known: Known) => Record<string, unknown>[]>> = {
  'profile.get': () => [{ handle: 'ada' }, { handle: 'ada', sections: ['identity', 'contact', 'education'] }],
  'profile.mine': () => [{}],
  'privacy.get': () => [{}],
  'privacy.access.view': ({ lease }) => [{ lease }],
  'operations.partners.list': () => [{}],
  'operations.keys.list': ({ partner }) => [{ partner }],
  'operations.links.preview': () => [{ code: `lc_${'0'.repeat(32)}` }],
  'operations.links.list': () => [{}],
};

export function watchedSets(name: string, known: Known): Record<string, unknown>[] {
  const subject = { handle: 'ada', ...known } as SampleSubject;
  return sets[name]?.(known) ?? [functionSamples.get(name)!(subject) as Record<string, unknown>];
}
