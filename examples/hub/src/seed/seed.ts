/**
 * Brings the made-up people in through the SDK, each signed in as themselves, as real people would come in. Each step
 * looks first whether it was done already, so a start that was killed midway goes on where it stopped.
 */
import { type Gigsy, createGigsy } from '@gigsy/sdk';
import type { Addresses } from '../partner.ts';
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

/** Where the hub's ports have changed, the portraits that people still have from it move along. */
export async function movePortraits(from: string, { addresses, token }: SeedDoors): Promise<void> {
  await Promise.all(people.filter(({ photo }) => photo).map(async ({ handle }) => {
    const gigsy = asPerson(handle, addresses, token);
    const mine = await gigsy.profile.mine();
    if (mine?.sections.identity.avatarUrl !== portrait(from, handle)) return;
    await gigsy.profile.update({
      changes: { identity: { avatarUrl: portrait(addresses.cdn, handle) } }, expected: { identity: mine.versions.identity },
    });
  }));
}

async function bringIn(person: Person, { addresses, token, run }: SeedDoors): Promise<void> {
  const { handle, role, privacy, granted } = person;
  const gigsy = asPerson(handle, addresses, token);
  const before = await gigsy.profile.mine();
  if (!before) await gigsy.profile.create({ handle, role, sections: withPhoto(person, addresses.cdn) });
  const settings = await gigsy.privacy.get();
  if (privacy && settings && Object.keys(settings.chosen).length === 0) {
    await gigsy.privacy.update({ changes: privacy, expected: settings.version });
  }
  if (granted) await run('profile/accounts:grantRole', { subject: `demo_${handle}`, role: granted });
}

function asPerson(handle: string, addresses: Addresses, token: SeedDoors['token']): Gigsy {
  return createGigsy({ url: addresses.convex, auth: { getToken: () => token(handle) } });
}

function withPhoto({ handle, photo, sections }: Person, cdn: string): Person['sections'] {
  return photo ? { ...sections, identity: { ...sections.identity, avatarUrl: portrait(cdn, handle) } } : sections;
}

function portrait(cdn: string, handle: string): string {
  return `${cdn}/people/${handle}.svg`;
}
