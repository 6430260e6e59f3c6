/** Every query of the contract, with the arguments by which the test of live frames watches it. */
import { contract, listFunctions } from '@gigsy/schema';
import type { SampleSubject } from '../../packages/schema/src/contract/samples.ts';
import { functionSamples } from '../../packages/schema/src/samples.ts';

export const queries = listFunctions(contract).filter(({ contract: { kind } }) => kind === 'query');

/** The arguments of queries that are watched for Ada: every set. Others are asked with their sample. */
export const sets: Readonly<Record<string, (partner: string) => Record<string, unknown>[]>> = {
  'profile.get': () => [{ handle: 'ada' }, { handle: 'ada', sections: ['identity', 'contact', 'education'] }],
  'profile.mine': () => [{}],
  'privacy.get': () => [{}],
  'operations.partners.list': () => [{}],
  'operations.keys.list': (partner) => [{ partner }],
  'operations.links.preview': () => [{ code: `lc_${'0'.repeat(32)}` }],
  'operations.links.list': () => [{}],
};

export function watchedSets(name: string, partner: string): Record<string, unknown>[] {
  const subject = { handle: 'ada', partner } as SampleSubject;
  return sets[name]?.(partner) ?? [functionSamples.get(name)!(subject) as Record<string, unknown>];
}
