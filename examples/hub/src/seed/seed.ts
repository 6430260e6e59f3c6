/**
 * Adds the made-up people through the SDK, each signed in as themselves, as real people would. Each step first looks
 * whether it is done already, so that a start that was killed midway continues.
 */
import { setTimeout } from 'node:timers/promises';
import type { Contribution } from '@gigsy/schema';
import { type Gigsy, createGigsy } from '@gigsy/sdk';
import type { Addresses } from '../addresses.ts';
import { people } from './people.ts';
import type { Person } from './person.ts';

export interface SeedDoors {
  addresses: Addresses;
  /** Signs the person with this handle in. */
  token(handle: string): Promise<string>;
  /** Runs an internal function of the deployment. */
  run(path: string, args: object): Promise<unknown>;
}

export async function seed(doors: SeedDoors): Promise<void> {
  await Promise.all(people.map((person) => bringIn(person, doors)));
}

async function bringIn(person: Person, { addresses, token, run }: SeedDoors): Promise<void> {
  const { handle, role, privacy, contributions = [], granted } = person;
  const gigsy = asPerson(handle, addresses, token);
  const before = await gigsy.profile.mine();
  if (!before) await gigsy.profile.create({ handle, role, sections: withPhoto(person, addresses.cdn) });
  const settings = await gigsy.privacy.get();
  if (privacy && settings && Object.keys(settings.chosen).length === 0) {
    await gigsy.privacy.update({ changes: privacy, expected: settings.version });
  }
  await contribute(gigsy, contributions);
  await photoIn(gigsy);
  if (granted) await run('profile/accounts:grantRole', { subject: `demo_${handle}`, role: granted });
}

/** Those that are not there yet: contributions are added one by one. */
async function contribute(gigsy: Gigsy, contributions: readonly Contribution[]): Promise<void> {
  if (contributions.length === 0) return;
  const there = (await gigsy.portfolio.contributions.mine()).length;
  for (const contribution of contributions.slice(there)) {
    const { versions } = (await gigsy.portfolio.mine())!;
    await gigsy.portfolio.contributions.add({ contribution, expected: versions.contributions });
  }
}

/** Waits until the deployment has the person's photo, so that the first page shows it; five seconds at most. */
async function photoIn(gigsy: Gigsy): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if ((await gigsy.profile.mine())?.photo?.state !== 'waiting') return;
    await setTimeout(100);
  }
}

function asPerson(handle: string, addresses: Addresses, token: SeedDoors['token']): Gigsy {
  return createGigsy({ url: addresses.convex, auth: { getToken: () => token(handle) } });
}

function withPhoto({ handle, photo, sections }: Person, cdn: string): Person['sections'] {
  return photo ? { ...sections, identity: { ...sections.identity, avatarUrl: portrait(cdn, handle) } } : sections;
}

function portrait(cdn: string, handle: string): string {
  return `${cdn}/people/${handle}.webp`;
}
