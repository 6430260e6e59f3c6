/** `/me/privacy` and `/me/contacts`: who sees each part of the person's profile, and whom they know, by elements that ask for everything themselves. `/privacy`: the rules, for anybody. */
import type { Answer, Visit } from './visit.ts';

export async function showPrivacy(visit: Visit): Promise<Answer> {
  return (await visit.own()) ? { values: {} } : { redirect: '/sign-up' };
}

/** A signed-in person sees the defaults of their own role first. A person whose profile cannot be read sees the rules, too. */
export async function showPrivacyMatrix({ own, site }: Visit): Promise<Answer> {
  const profile = await own().catch(() => null);
  const canonical = `${site.addresses.app}/privacy`;
  return { values: { role: profile?.role ?? 'student' }, canonical };
}
