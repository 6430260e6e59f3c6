/**
 * `/me/data`: a copy of the person's data, the deletion of their account, and who saw what is not public. Its elements ask for
 * everything themselves. Somebody who is hidden reads no log: others cannot read them either.
 */
import { html } from '../template.ts';
import type { Answer, Visit } from './visit.ts';

export async function showData({ gigsy }: Visit): Promise<Answer> {
  const { status } = await gigsy.profile.accounts.status();
  if (status === 'newcomer') return { redirect: '/sign-up' };
  const log = status === 'active' ? html`<gigsy-access-log></gigsy-access-log>` : html``;
  return { values: { log } };
}
