/** A section of the person's own profile as something to edit: `profile.mine` and `profile.update`. */
import type { Gigsy, OwnProfile } from '@gigsy/sdk';
import type { Store, Stored } from '../../writing/store.ts';

/** Sections that are one object, changed member by member. */
export type FormSection = 'identity';

export function sectionStore({ profile, url }: Gigsy, section: FormSection): Store {
  return {
    deployment: url,
    errorPath: `changes.${section}.`,
    read: async (signal) => storedOf(await profile.mine({}, { signal }), section),
    async write(patch, expected, idempotencyKey) {
      const { versions } = await profile.update({
        changes: { [section]: patch },
        expected: { [section]: expected },
        idempotencyKey,
      });
      return versions[section];
    },
    watch({ next, error, signal }) {
      profile.watchMine({}, { next: (mine) => next(storedOf(mine, section)), error, signal });
    },
  };
}

function storedOf(mine: OwnProfile | null, section: FormSection): Stored | null {
  return mine && { value: mine.sections[section], version: mine.versions[section], person: mine.handle };
}
