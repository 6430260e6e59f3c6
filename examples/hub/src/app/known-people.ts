/** The people who can be signed in by a click: those made up, and those who signed up here. */
import { createGigsy } from '@gigsy/sdk';
import { people } from '../seed/people.ts';
import type { AppSite } from './visit.ts';

export interface KnownPerson {
  subject: string;
  name: string;
  handle: string;
  role: string;
  /** Address of a portrait. */
  portrait?: string;
}

/** The subject of a handle's first owner at the local issuer; it stays when the handle changes. */
export function subjectOf(handle: string): string {
  return `demo_${handle}`;
}

/** Subjects of the made-up people who operate the hub. */
const operators: ReadonlySet<string> = new Set(
  people.filter(({ granted }) => granted === 'admin').map(({ handle }) => subjectOf(handle)),
);

/** Subjects of the made-up people who moderate the hub: those who operate it may, too. */
const moderators: ReadonlySet<string> = new Set(
  people.filter(({ granted }) => granted !== undefined).map(({ handle }) => subjectOf(handle)),
);

/** Whether the signed-in person may see a page. */
export function mayVisit(subject: string, audience: 'people' | 'moderators' | 'operators' = 'people'): boolean {
  if (audience === 'moderators') return moderators.has(subject);
  return audience === 'people' || operators.has(subject);
}

/** The made-up people, by subject. */
export function madeUpPeople(cdn: string): KnownPerson[] {
  return people.map(({ handle, role, granted, photo, sections }) => ({
    subject: subjectOf(handle),
    name: sections.identity.displayName,
    handle,
    role: granted ?? role,
    ...(photo && { portrait: `${cdn}/people/${handle}.webp` }),
  }));
}

/** The people who signed up here, newest first. Those whose account is gone are forgotten. */
export async function newcomers({ addresses, file, token }: AppSite): Promise<KnownPerson[]> {
  const found = await Promise.all(
    file.newcomers().map(async (subject): Promise<KnownPerson[]> => {
      const handle = subject.slice(subjectOf('').length);
      try {
        const own = await createGigsy({
          url: addresses.convex,
          auth: { getToken: () => token(subject) },
        }).profile.mine();
        if (own) return [{ subject, name: own.sections.identity.displayName, handle: own.handle, role: own.role }];
        file.forget(subject);
        return [];
      } catch {
        // A deactivated account answers nobody, and its owner must find the way back.
        return [{ subject, name: handle, handle, role: '' }];
      }
    }),
  );
  return found.flat();
}
