/** The samples of all domains, by the names of their functions and routes. */
import type { contract, routes } from './contract.ts';
import type { FunctionSamples, RouteSamples, SampleRequest, SampleSubject } from './contract/samples.ts';
import { eventsRouteSamples, eventsSamples } from './events/samples.ts';
import { operationsRouteSamples, operationsSamples } from './operations/samples.ts';
import { portfolioRouteSamples, portfolioSamples } from './portfolio/samples.ts';
import { trustRouteSamples, trustSamples } from './trust/samples.ts';
import { privacyRouteSamples, privacySamples } from './privacy/samples.ts';
import { profileRouteSamples, profileSamples } from './profile/samples.ts';

const functions: FunctionSamples<typeof contract> = {
  profile: profileSamples,
  portfolio: portfolioSamples,
  trust: trustSamples,
  privacy: privacySamples,
  events: eventsSamples,
  operations: operationsSamples,
};

const requests: { [D in keyof typeof routes]: RouteSamples<(typeof routes)[D]> } = {
  profile: profileRouteSamples,
  portfolio: portfolioRouteSamples,
  trust: trustRouteSamples,
  privacy: privacyRouteSamples,
  events: eventsRouteSamples,
  operations: operationsRouteSamples,
};

type Sample<T> = (about: SampleSubject) => T;
interface Tree<T> {
  readonly [name: string]: Sample<T> | Tree<T>;
}

function byName<T>(tree: Tree<T>, trail: readonly string[] = []): [name: string, sample: Sample<T>][] {
  return Object.entries(tree).flatMap(([name, node]) => {
    const names = [...trail, name];
    return typeof node === 'function' ? [[names.join('.'), node] as [string, Sample<T>]] : byName(node, names);
  });
}

export const functionSamples = new Map(byName<object>(functions as never));
export const routeSamples = new Map(byName<SampleRequest[]>(requests as never));
