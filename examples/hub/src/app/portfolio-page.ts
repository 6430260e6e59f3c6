/** `/people/{handle}/portfolio`: a portfolio as its visitor may see it, with badges as they come. */
import type { PortfolioTag, PortfolioView } from '@gigsy/elements/server';
import { publicReader } from '@gigsy/sdk/reader';
import { type Html, html, raw } from '../template.ts';
import { aboveFor, noteToStrangers, visibleProfile } from './person-page.ts';
import { elements } from './stylesheets.ts';
import type { Answer, Visit } from './visit.ts';

/** As the page of the profile: hidden and unknown people answer alike. */
export async function showPortfolio(visit: Visit): Promise<Answer> {
  const profile = await visibleProfile(visit, '/portfolio');
  if ('values' in profile || 'redirect' in profile) return profile;
  const { handle } = profile;
  const portfolio = await portfolioOf(visit, handle);
  const name = profile.identity?.displayName ?? handle;
  const { subject, say, site } = visit;
  return {
    title: `${name}: ${say('portfolio.title')}`,
    canonical: `${site.addresses.app}/people/${handle}/portfolio`,
    values: {
      name,
      handle,
      badges: await renderTag('gigsy-badge-shelf', handle, portfolio, visit),
      portfolio: await renderTag('gigsy-portfolio', handle, portfolio, visit),
      above: subject === undefined ? html`` : await aboveFor(visit, portfolioLink),
      note: subject === undefined ? noteToStrangers(visit) : html``,
    },
  };
}

/** `/me/portfolio`: the person's own portfolio to edit. */
export async function showOwnPortfolio({ own }: Visit): Promise<Answer> {
  const profile = await own();
  return profile ? { values: { handle: profile.handle } } : { redirect: '/sign-up' };
}

/** Leads its owner to the editor. */
function portfolioLink({ say }: Visit): Html {
  return html`<a href="/me/portfolio">${say('portfolio-editor.link')}</a>`;
}

function portfolioOf({ subject, gigsy, site }: Visit, handle: string): Promise<PortfolioView | null> {
  return subject === undefined
    ? publicReader({ api: site.addresses.site }).read('portfolio.get', { handle })
    : gigsy.portfolio.get({ handle });
}

async function renderTag(
  tag: PortfolioTag,
  handle: string,
  portfolio: PortfolioView | null,
  { language, site }: Visit,
): Promise<Html> {
  const { renderElement } = await elements();
  const attributes = { handle, live: true, 'hide-empty': tag === 'gigsy-badge-shelf' };
  const shown = { portfolio, lang: language, attributes, stylesheets: '/styles/', handOver: true };
  return raw(await renderElement(tag, { ...shown, site: site.addresses.site }));
}
