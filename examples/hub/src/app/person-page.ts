/** `/people/{handle}`: a profile as its visitor may see it. */
import { HANDLE } from '@gigsy/schema/rules';
import type { ProfileView } from '@gigsy/sdk';
import { publicReader } from '@gigsy/sdk/reader';
import { type Html, html } from '../template.ts';
import { endorsementsOn } from './endorsements.ts';
import { reportOf } from './moderation.ts';
import { renderProfile } from './profile.ts';
import { trustShown } from './trust.ts';
import { type Answer, type Elsewhere, NOT_FOUND, type Shown, type Visit } from './visit.ts';

/** Hidden and unknown profiles answer alike. */
export async function showPerson(visit: Visit): Promise<Answer> {
  const profile = await visibleProfile(visit);
  if ('values' in profile || 'redirect' in profile) return profile;
  const { handle, subject, site, say } = visit;
  const canonical = `${site.addresses.app}/people/${handle}`;
  return {
    title: profile.identity?.displayName ?? handle,
    canonical,
    head: socialTags(profile, canonical),
    values: {
      profile: await renderProfile(profile, visit, { live: true }),
      trust: await trustShown(visit),
      endorsements: await endorsementsOn(visit),
      above: subject === undefined ? html`` : await aboveFor(visit),
      more: html`<p class="links"><a href="/people/${handle}/portfolio">${say('portfolio.title')}</a></p>`,
      note: subject === undefined ? noteToStrangers(visit) : html``,
      report: await reportOf(visit),
    },
  };
}

/** The profile that the visitor may see, or the answer in its place. `under` is the rest of the page's path. */
export async function visibleProfile(
  { handle, subject, gigsy, site }: Visit,
  under = '',
): Promise<ProfileView | Shown | Elsewhere> {
  if (!HANDLE.test(handle)) return NOT_FOUND;
  const profile =
    subject === undefined
      ? await publicReader({ api: site.addresses.site }).get(handle)
      : await gigsy.profile.get({ handle });
  if (!profile) return NOT_FOUND;
  // The profile has moved to another handle.
  if (profile.handle !== handle) return { redirect: `/people/${profile.handle}${under}`, isLasting: true };
  return profile;
}

/** Strangers learn that members may see more, whatever the profile hides. */
export function noteToStrangers({ say }: Visit): Html {
  return html`<p class="note">${say('person.public')} <a href="/#sign-in">${say('nav.signIn')}</a></p>`;
}

/** Owners learn that others may see less, and are led to their editor; members may ask for what the public does not see. */
export async function aboveFor(visit: Visit, editLink: (visit: Visit) => Html = profileLink): Promise<Html> {
  const { say, handle } = visit;
  const own = await visit.own().catch(() => null);
  if (!own) return html``;
  if (own.handle !== handle) return html`<gigsy-access-request class="ask"></gigsy-access-request>`;
  return html`<p class="note owner">
    <b>${say('person.own')}</b> ${say('person.ownMore')} <a href="/me/privacy">${say('privacy.link')}</a>
    ${editLink(visit)}
  </p>`;
}

function profileLink({ say }: Visit): Html {
  return html`<a href="/me">${say('person.edit')}</a>`;
}

/** Open Graph's words for the public view. A picture that the deployment serves is an address for everybody. */
function socialTags({ handle, identity, about }: ProfileView, address: string): Html {
  const description = (identity?.headline ?? about?.text ?? `@${handle}`).slice(0, 200);
  const tag = (property: string, content: string | undefined) =>
    content !== undefined && html`<meta property="${property}" content="${content}" />`;
  return html`<meta name="description" content="${description}" />
${tag('og:type', 'profile')}${tag('og:title', identity?.displayName ?? handle)}${tag('og:description', description)}${tag('og:url', address)}${tag('og:image', identity?.avatarUrl)}${tag('profile:username', handle)}`;
}
