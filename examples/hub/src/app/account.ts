/** `/me/account`: the person's handle. Each step is a form that works without script, and says what follows from it. */
import { html } from '../template.ts';
import { changeHandle, handlePanel } from './account-handle.ts';
import { readForm } from './form.ts';
import type { Answer, Visit } from './visit.ts';

/** Steps that the page tells of once they are done. */
const STEPS = ['changeHandle'];

export async function showAccount(visit: Visit): Promise<Answer> {
  const own = await visit.own();
  if (!own) return { redirect: '/sign-up' };
  const done = visit.url.searchParams.get('done') ?? '';
  const message = STEPS.includes(done)
    ? html`<p class="note done" role="status">${visit.say(`account.done.${done}`)}</p>`
    : html``;
  return { values: { message, handle: handlePanel(visit, own.handle) } };
}

export async function receiveAccount(visit: Visit): Promise<Answer> {
  const own = await visit.own();
  if (!own) return { redirect: '/sign-up' };
  const wanted = String((await readForm(visit.request))?.get('handle') ?? '').trim();
  const fault = wanted === own.handle ? undefined : await changeHandle(visit, wanted);
  if (fault === undefined) return { redirect: '/me/account?done=changeHandle' };
  return { status: 422, values: { message: html``, handle: handlePanel(visit, own.handle, { wanted, fault }) } };
}
