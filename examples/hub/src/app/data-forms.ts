/** The requests about a person's data as forms that need no script. Their sender is checked as for every page of the app. */
import { DELETION_GRACE_MS } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { type Html, html } from '../template.ts';
import type { Visit } from './visit.ts';

const DAY_MS = 86_400_000;

export type Links = Awaited<ReturnType<Gigsy['privacy']['exports']['download']>>;

export interface RequestState {
  account: Awaited<ReturnType<Gigsy['profile']['accounts']['status']>>;
  copy: Awaited<ReturnType<Gigsy['privacy']['exports']['status']>>;
  /** Addresses of the copy's files, where they were asked for. */
  links: Links | undefined;
}

export function requestForms(visit: Visit, state: RequestState): Html {
  const { say } = visit;
  return html`<section class="panel" aria-labelledby="form-copy">
      <h2 id="form-copy">${say('data.copy')}</h2>
      ${copyForm(visit, state)}
    </section>
    <section class="panel" aria-labelledby="form-deletion">
      <h2 id="form-deletion">${say('data.deletion')}</h2>
      ${deletionForm(visit, state)}
    </section>`;
}

function copyForm({ say, language }: Visit, { copy, links }: RequestState): Html {
  if (links) {
    const until = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' }).format(links.expiresAt);
    return html`<ul>
        ${links.files.map(({ name, address }) => html`<li><a href="${address}" download="${name}" dir="ltr">${name}</a></li>`)}
      </ul>
      <p>${say('data.linksUntil').replace('{time}', () => `${until} UTC`)}</p>`;
  }
  if (copy.state === 'making')
    return html`<p>${say('data.making')} <a href="/me/data">${say('data.again')}</a></p>
      ${button('remove', say('data.stop'))}`;
  if (copy.state === 'ready')
    return html`<p>${say('data.ready')}</p>
      ${button('download', say('data.download'))} ${button('remove', say('data.remove'))}`;
  return html`<p>${say(copy.state === 'failed' ? 'data.failed' : 'data.copyMore')}</p>
    ${button('ask', say('data.ask'))}`;
}

function deletionForm({ say, language }: Visit, { account: { deletion } }: RequestState): Html {
  if (!deletion) {
    const days = new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' });
    return html`<p>${say('data.deletionMore').replace('{days}', () => days.format(DELETION_GRACE_MS / DAY_MS))}</p>
      ${button('requestDeletion', say('data.requestDeletion'))}`;
  }
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(deletion.dueAt);
  return html`<p><strong>${say('data.due').replace('{date}', () => date)}</strong></p>
    ${deletion.hold && html`<p>${say('data.held')}</p>`}
    ${button('cancelDeletion', say('data.cancelDeletion'))}`;
}

function button(step: string, word: string): Html {
  return html`<form method="post" action="/me/data">
    <button class="quiet button" name="step" value="${step}">${word}</button>
  </form>`;
}
