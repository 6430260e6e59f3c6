/** The sections that the editor, the strength and the app offer to people of each role. Free of zod: pages load it. */
import type { Role } from '../contract/principals.ts';
import type { SectionName } from './sections.ts';

const PERSON = ['identity', 'about', 'contact'] as const;
const STAFF: readonly SectionName[] = [...PERSON, 'languages', 'links'];
/** Knowledge and work. */
const HISTORY = [
  'skills',
  'education',
  'workExperience',
  'projects',
  'certificates',
  'awards',
  'publications',
  'volunteering',
  'languages',
  'links',
] as const;

/**
 * In the order in which they are offered. A section that a role is not offered is kept, and shown by the matrix, when
 * somebody of the role has it, after a change of role for one.
 */
export const roleSections: Readonly<Record<Role, readonly SectionName[]>> = {
  student: [...PERSON, 'availability', ...HISTORY],
  employer: [...PERSON, 'organisation', 'availability', 'skills', 'workExperience', 'languages', 'links'],
  mentor: [...PERSON, 'availability', 'mentoring', ...HISTORY],
  moderator: STAFF,
  admin: STAFF,
};
