/** A whole profile as HTML from the published elements, complete without script. */
import type { ProfileTag, ProfileView } from '@gigsy/elements/server';
import { type Html, html, raw } from '../template.ts';
import { elements } from './stylesheets.ts';
import type { Visit } from './visit.ts';

/** Wide sections, in their order on the page. */
const MAIN: readonly ProfileTag[] = [
  'gigsy-about-section',
  'gigsy-mentoring-section',
  'gigsy-organisation-section',
  'gigsy-experience-list',
  'gigsy-project-list',
  'gigsy-publication-list',
  'gigsy-volunteering-list',
  'gigsy-skill-matrix',
];
/** Narrow ones, which stand beside the wide ones where there is room. */
const SIDE: readonly ProfileTag[] = [
  'gigsy-education-list',
  'gigsy-certificate-list',
  'gigsy-award-list',
  'gigsy-language-list',
];

/**
 * `live` elements follow changes. They ask as the page's client does, so a view that was made for somebody else stays as
 * it is without it.
 */
export async function renderProfile(profile: ProfileView, visit: Visit, { live }: { live: boolean }): Promise<Html> {
  const [head, main, side] = await Promise.all([
    renderTag('gigsy-profile-header', 1, profile, visit, live),
    Promise.all(MAIN.map((tag) => renderTag(tag, 2, profile, visit, live))),
    Promise.all(SIDE.map((tag) => renderTag(tag, 2, profile, visit, live))),
  ]);
  return html`<div class="profile">
    ${head}
    <div class="profile-columns">
      <div class="profile-main">${main}</div>
      <div class="profile-side">${side}</div>
    </div>
    <p class="empty">${visit.say('person.empty')}</p>
  </div>`;
}

async function renderTag(
  tag: ProfileTag,
  level: number,
  profile: ProfileView,
  { language }: Visit,
  live: boolean,
): Promise<Html> {
  const { renderElement } = await elements();
  const attributes = { 'heading-level': level, 'hide-empty': level > 1, live };
  // Beside the name: what was checked about the person.
  const mark = html`<gigsy-trust-mark slot="badge" handle="${profile.handle}" ${live ? 'live' : ''}></gigsy-trust-mark>`;
  const fallback = tag === 'gigsy-profile-header' ? mark.markup : '';
  const shown = { profile, lang: language, attributes, stylesheets: '/styles/', handOver: true, fallback };
  return raw(await renderElement(tag, shown));
}
