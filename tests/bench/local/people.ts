/** The project's own backend with people in it, as the benchmarks of reads and writes want them. */
import path from 'node:path';
import type { Deployment, DeploymentOptions } from '@gigsy/local';
import { type Subject, startFunctions } from './subject.ts';

export function startHub(
  env: Record<string, string> = {},
  more: Pick<DeploymentOptions, 'countConflicts'> = {},
): Promise<Subject> {
  const functions = path.resolve(import.meta.dirname, '../../../convex');
  return startFunctions(functions, { CLERK_JWT_ISSUER_DOMAIN: 'https://issuer.invalid', ...env }, more);
}

/** The deployment's identity of `handle`. */
export function identityOf(handle: string) {
  return { identity: { issuer: 'https://issuer.invalid', subject: handle, tokenIdentifier: handle } };
}

/** Items of a profile with 381 rows, its own included. */
export const LARGEST = { skills: 200, education: 50, workExperience: 50, projects: 50, languages: 30 };

export type Lists = Partial<typeof LARGEST>;

/** A mentor, since nearly all of a mentor's profile is public. */
export async function createPerson(deployment: Deployment, handle: string, lists: Lists): Promise<void> {
  const { skills, education, workExperience, projects, languages } = lists;
  await deployment.run(
    'profile:create',
    {
      handle,
      role: 'mentor',
      idempotencyKey: `create-${handle}`,
      sections: {
        identity: { displayName: `Person ${handle}`, headline: 'Surveys bridges', location: { countryCode: 'PT' } },
        about: { text: 'Inspects steel and stone.' },
        skills: items(skills, (at) => ({ name: `Skill ${at}`, level: 1 + (at % 5), years: at % 30 })),
        education: items(education, (at) => ({
          institution: `School ${at}`,
          area: 'Statics',
          startDate: '2001-09',
          endDate: '2004',
        })),
        workExperience: items(workExperience, (at) => ({
          organisation: `Office ${at}`,
          position: 'Surveyor',
          summary: 'Measured spans, and wrote what has to be mended before winter.',
          startDate: '2010-01',
        })),
        projects: items(projects, (at) => ({
          name: `Bridge ${at}`,
          description: 'From the first sketch to the opening.',
          keywords: ['steel', 'river'],
        })),
        languages: items(languages, (at) => ({ name: `Language ${at}`, fluency: 'Fluent' })),
      },
    },
    identityOf(handle),
  );
}

function items<Item>(count = 0, make: (at: number) => Item): Item[] {
  return Array.from({ length: count }, (_, at) => make(at));
}
