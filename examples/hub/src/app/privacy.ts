/** `/me/privacy` and `/me/contacts`: who sees each part of the person's profile, and whom they know. The elements ask for everything themselves. */
import type { Answer, Visit } from './visit.ts';

export async function showPrivacy(visit: Visit): Promise<Answer> {
  return (await visit.own()) ? { values: {} } : { redirect: '/sign-up' };
}
