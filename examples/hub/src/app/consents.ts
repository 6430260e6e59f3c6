/** `/me/imports` and `/consent`: imports from elsewhere, and partners that may name the person. */
import type { Answer, Visit } from './visit.ts';

export async function showImports(visit: Visit): Promise<Answer> {
  return (await visit.own()) ? { values: {} } : { redirect: '/sign-up' };
}

/** A partner's site leads here with the code that it was given: `/consent?code=lc_...`. The element checks it. */
export function showConsent({ url }: Visit): Answer {
  return { values: { code: url.searchParams.get('code')?.slice(0, 100) ?? '' } };
}
