/** `/me/resume.json`: the person's own profile, whole, as a file of JSON Resume. A link gets it, without script. */
import { toJsonResume } from '@gigsy/schema';
import type { Answer, Visit } from './visit.ts';

export async function giveResume(visit: Visit): Promise<Answer> {
  const own = await visit.own();
  if (!own) return { redirect: '/sign-up' };
  return {
    fileName: `${own.handle}.resume.json`,
    contentType: 'application/json; charset=utf-8',
    content: `${JSON.stringify(toJsonResume(own), null, 2)}\n`,
  };
}
