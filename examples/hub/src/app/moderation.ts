/** `/moderation`, `/me/decisions`, and the way to report a person's page. */
import { type Html, html } from '../template.ts';
import type { Answer, Visit } from './visit.ts';

export function showModeration(): Answer {
  return { values: {} };
}

export async function showDecisions({ own }: Visit): Promise<Answer> {
  return (await own()) ? { values: {} } : { redirect: '/sign-up' };
}

/** Nobody is asked to report their own page. */
export async function reportOf({ handle, own, subject }: Visit): Promise<Html> {
  const isOwn = subject !== undefined && (await own().catch(() => null))?.handle === handle;
  return isOwn ? html`` : html`<gigsy-report-dialog class="report" handle="${handle}"></gigsy-report-dialog>`;
}
