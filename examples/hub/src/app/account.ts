/**
 * `/me/account`: another handle, and hiding the profile. Each step is a form that works without script, says what follows from
 * it, and can be taken back. The way to the deletion of the account is a link.
 */
import { type Gigsy, isGigsyError } from '@gigsy/sdk';
import { type Html, html } from '../template.ts';
import { changeHandle, handlePanel } from './account-handle.ts';
import { readForm } from './form.ts';
import type { Answer, Visit } from './visit.ts';

type Account = Awaited<ReturnType<Gigsy['profile']['accounts']['status']>>;

const STEPS = {
  deactivate: ({ profile }: Gigsy) => profile.accounts.deactivate(),
  restore: ({ profile }: Gigsy) => profile.accounts.restore(),
};
type Step = keyof typeof STEPS;

export async function showAccount(visit: Visit): Promise<Answer> {
  const account = await visit.gigsy.profile.accounts.status();
  if (account.handle === null) return { redirect: '/sign-up' };
  const done = visit.url.searchParams.get('done') ?? '';
  const message =
    done === 'changeHandle' || isStep(done)
      ? html`<p class="note done" role="status">${visit.say(`account.done.${done}`)}</p>`
      : html``;
  return { values: { ...panels(visit, account), message, handle: handleOf(visit, account) } };
}

export async function receiveAccount(visit: Visit): Promise<Answer> {
  const account = await visit.gigsy.profile.accounts.status();
  if (account.handle === null) return { redirect: '/sign-up' };
  const form = await readForm(visit.request);
  const step = String(form?.get('step') ?? '');
  if (isStep(step)) return take(step, visit);
  const wanted = String(form?.get('handle') ?? '').trim();
  const fault = wanted === account.handle ? undefined : await changeHandle(visit, wanted);
  if (fault === undefined) return { redirect: '/me/account?done=changeHandle' };
  const handle = handlePanel(visit, account.handle, { wanted, fault });
  return { status: 422, values: { ...panels(visit, account), message: html``, handle } };
}

/** A step that another window has taken already is no fault: the page shows how things are. */
async function take(step: Step, { gigsy }: Visit): Promise<Answer> {
  try {
    await STEPS[step](gigsy);
    return { redirect: `/me/account?done=${step}` };
  } catch (error) {
    if (isGigsyError(error, 'account_state')) return { redirect: '/me/account' };
    throw error;
  }
}

function isStep(name: string): name is Step {
  return Object.hasOwn(STEPS, name);
}

/** A hidden profile keeps its handle. */
function handleOf(visit: Visit, { status, handle }: Account): Html {
  return status === 'active' ? handlePanel(visit, handle!) : html``;
}

function panels(visit: Visit, account: Account): Record<'resume' | 'visibility' | 'deletion', Html> {
  const { say } = visit;
  const download = html`<p>${say('account.resumeMore')}</p>
    <p><a class="quiet button" href="/me/resume.json" download>${say('account.resume')}</a>
      <a class="quiet button" href="/consent">${say('account.partners')}</a></p>`;
  return {
    // A hidden profile is not read, by its owner either.
    resume: account.status === 'active' ? panel('resume', say('account.data'), download) : html``,
    visibility: panel('visible', say('account.visible'), visibility(visit, account)),
    deletion: panel('delete', say('account.delete'), deletion(visit)),
  };
}

function panel(name: string, title: string, content: Html): Html {
  return html`<section class="panel" aria-labelledby="account-${name}">
    <h2 id="account-${name}">${title}</h2>
    ${content}
  </section>`;
}

function visibility({ say }: Visit, { status, deletion }: Account): Html {
  if (status === 'active')
    return html`<p>${say('account.shown')}</p>
      ${button('deactivate', say('account.deactivate'), 'quiet button')}`;
  if (deletion) return html`<p>${say('account.hiddenByDeletion')}</p>`;
  return html`<p>${say('account.hidden')}</p>
    ${button('restore', say('account.restore'), 'button')}`;
}

function deletion({ say }: Visit): Html {
  return html`<p>${say('account.deleteMore')}</p>
    <p><a class="quiet button" href="/me/data">${say('account.toData')}</a></p>`;
}

function button(step: Step, word: string, look: string): Html {
  return html`<form method="post" action="/me/account">
    <button class="${look}" name="step" value="${step}">${word}</button>
  </form>`;
}
