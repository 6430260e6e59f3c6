/** `/me/endorsements`, `/endorse`, and what others say of a person on their page. */
import type { EndorsementsView } from '@gigsy/schema';
import { publicReader } from '@gigsy/sdk/reader';
import { type Html, html } from '../template.ts';
import type { Answer, Visit } from './visit.ts';

export async function showEndorsements({ own }: Visit): Promise<Answer> {
  return (await own()) ? { values: {} } : { redirect: '/sign-up' };
}

/**
 * The page to which a request leads: `/endorse?request=...` of a person who was asked, `/endorse?token=...` of people who have a link.
 * An endorsement is signed, so those without a profile are told to make one and to come back.
 */
export async function showEndorse({ url, own, say }: Visit): Promise<Answer> {
  const given = (name: string) => url.searchParams.get(name)?.slice(0, 100) ?? '';
  const isMember = (await own()) !== null;
  const note = html`<p class="note">${say('endorse.noProfile')} <a href="/sign-up">${say('endorse.signUp')}</a></p>`;
  const dialog = html`<gigsy-endorse-dialog inline request="${given('request')}" token="${given('token')}"><p class="fallback loading">${say('endorse.loading')}</p></gigsy-endorse-dialog>`;
  return { values: { content: isMember ? dialog : note } };
}

/** The words of others, where the visitor sees any; and, for members, the way to say something oneself. */
export async function endorsementsOn(visit: Visit): Promise<Html> {
  const { handle, subject, say } = visit;
  const view = await viewOf(visit);
  const words = view?.endorsements
    ? html`<gigsy-endorsements class="trust" handle="${handle}" href-template="/people/{handle}" live hide-empty></gigsy-endorsements>`
    : html``;
  const isOther = subject !== undefined && (await visit.own().catch(() => null))?.handle !== handle;
  if (!isOther) return words;
  return html`${words}<p class="links"><button id="endorse" type="button" class="button" hidden>${say('endorse.button')}</button></p>
    <gigsy-endorse-dialog handle="${handle}"></gigsy-endorse-dialog>`;
}

function viewOf({ subject, gigsy, site, handle }: Visit): Promise<EndorsementsView | null> {
  return subject === undefined
    ? publicReader({ api: site.addresses.site }).read('trust.endorsements.get', { handle })
    : gigsy.trust.endorsements.get({ handle });
}
