/** `/me/verifications`, and the badges of trust on a person's page. */
import type { TrustView } from '@gigsy/schema';
import { publicReader } from '@gigsy/sdk/reader';
import { type Html, html, raw } from '../template.ts';
import { elements } from './stylesheets.ts';
import type { Answer, Visit } from './visit.ts';

export async function showVerifications({ own }: Visit): Promise<Answer> {
  return (await own()) ? { values: {} } : { redirect: '/sign-up' };
}

/** Nothing where the visitor sees no evidence: most pages would hold a place for it in vain. */
export async function trustBadges(visit: Visit): Promise<Html> {
  const trust = await trustOf(visit);
  if (!trust?.evidence) return html``;
  const { renderElement } = await elements();
  const attributes = { class: 'trust', handle: trust.handle, live: true, 'hide-empty': true };
  const shown = { trust, lang: visit.language, attributes, stylesheets: '/styles/', handOver: true };
  return raw(await renderElement('gigsy-trust-badges', shown));
}

function trustOf({ subject, gigsy, site, handle }: Visit): Promise<TrustView | null> {
  return subject === undefined
    ? publicReader({ api: site.addresses.site }).read('trust.get', { handle })
    : gigsy.trust.get({ handle });
}
