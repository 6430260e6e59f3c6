/** `/me/verifications`, `/me/reviews` and `/me/reputation`, and what is known of trust on a person's page. */
import type { TrustView } from '@gigsy/schema';
import { publicReader } from '@gigsy/sdk/reader';
import { type Html, html, raw } from '../template.ts';
import { elements } from './stylesheets.ts';
import type { Answer, Visit } from './visit.ts';

/** A page around an element that works for people with a profile. */
export async function showTrust({ own }: Visit): Promise<Answer> {
  return (await own()) ? { values: {} } : { redirect: '/sign-up' };
}

/** Nothing where the visitor sees none of it: most pages would hold a place for it in vain. */
export async function trustShown(visit: Visit): Promise<Html> {
  const trust = await trustOf(visit);
  if (!trust) return html``;
  const { handle, evidence, reputation, reviews } = trust;
  return html`${evidence && (await trustBadges(visit, trust))}
${reputation && html`<gigsy-reputation class="trust" handle="${handle}" live hide-empty></gigsy-reputation>`}
${reviews && html`<gigsy-reviews class="trust" handle="${handle}" live hide-empty></gigsy-reviews>`}`;
}

async function trustBadges({ language: lang }: Visit, trust: TrustView): Promise<Html> {
  const { renderElement } = await elements();
  const attributes = { class: 'trust', handle: trust.handle, live: true, 'hide-empty': true };
  return raw(
    await renderElement('gigsy-trust-badges', { trust, lang, attributes, stylesheets: '/styles/', handOver: true }),
  );
}

function trustOf({ subject, gigsy, site, handle }: Visit): Promise<TrustView | null> {
  return subject === undefined
    ? publicReader({ api: site.addresses.site }).read('trust.get', { handle })
    : gigsy.trust.get({ handle });
}
