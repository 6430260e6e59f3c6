/**
 * `/me/data`: a copy of the person's data, the deletion of their account, and the log of accesses to their data. Its elements ask for
 * everything themselves; without script the requests are forms. Somebody who is hidden reads no log: others cannot read them either.
 */
import { type Gigsy, isGigsyError } from '@gigsy/sdk';
import { type Html, html } from '../template.ts';
import { type Links, requestForms } from './data-forms.ts';
import { readForm } from './form.ts';
import type { Answer, Visit } from './visit.ts';

const STEPS = {
  ask: ({ privacy }: Gigsy) => privacy.exports.request(),
  remove: ({ privacy }: Gigsy) => privacy.exports.cancel(),
  requestDeletion: ({ profile }: Gigsy) => profile.accounts.requestDeletion(),
  cancelDeletion: ({ profile }: Gigsy) => profile.accounts.cancelDeletion(),
};
type Step = keyof typeof STEPS;

export function showData(visit: Visit): Promise<Answer> {
  const done = visit.url.searchParams.get('done') ?? '';
  const message = isStep(done)
    ? html`<p class="note done" role="status">${visit.say(`data.done.${done}`)}</p>`
    : html``;
  return page(visit, message);
}

/** Takes a step, and leads to the page as it is then. The links of a copy stand in the answer alone, since they open for everybody. */
export async function receiveData(visit: Visit): Promise<Answer> {
  const form = await readForm(visit.request);
  const step = String(form?.get('step') ?? '');
  if (step === 'download') return download(visit);
  if (!isStep(step)) return { redirect: '/me/data' };
  try {
    await STEPS[step](visit.gigsy);
    return { redirect: `/me/data?done=${step}` };
  } catch (error) {
    return refused(error);
  }
}

async function download(visit: Visit): Promise<Answer> {
  try {
    return await page(visit, html``, await visit.gigsy.privacy.exports.download());
  } catch (error) {
    return refused(error);
  }
}

/** Another window was faster: the page shows how things are. */
function refused(error: unknown): Answer {
  if (isGigsyError(error, 'account_state') || isGigsyError(error, 'not_found')) return { redirect: '/me/data' };
  throw error;
}

async function page(visit: Visit, message: Html, links?: Links): Promise<Answer> {
  const { gigsy } = visit;
  const account = await gigsy.profile.accounts.status();
  if (account.status === 'newcomer') return { redirect: '/sign-up' };
  const forms = requestForms(visit, { account, copy: await gigsy.privacy.exports.status(), links });
  const log = account.status === 'active' ? html`<gigsy-access-log></gigsy-access-log>` : html``;
  return { values: { log, forms, message } };
}

function isStep(name: string): name is Step {
  return Object.hasOwn(STEPS, name);
}
