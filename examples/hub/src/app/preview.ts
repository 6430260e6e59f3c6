/** `/me/preview`: the person's own page, as the public or another member gets it from the backend. */
import { createGigsy } from '@gigsy/sdk';
import { publicReader } from '@gigsy/sdk/reader';
import { html } from '../template.ts';
import { subjectOf } from './known-people.ts';
import { renderProfile } from './profile.ts';
import type { Answer, Visit } from './visit.ts';

/** Made-up people without any special rights. The one who is not the visitor looks at the profile. */
const MEMBERS = ['sam', 'ines'].map(subjectOf);

export async function showPreview(visit: Visit): Promise<Answer> {
  const { url, say } = visit;
  const own = await visit.own();
  if (!own) return { redirect: '/sign-up' };
  const asMember = url.searchParams.get('as') === 'member';
  const profile = await (asMember ? readAsMember(visit, own.handle) : readAsPublic(visit, own.handle));
  const tab = (as: string, chosen: boolean) =>
    html`<a href="?as=${as}"${chosen && html` aria-current="page"`}>${say(`preview.${as}`)}</a>`;
  return {
    values: {
      tabs: html`${[tab('public', !asMember), tab('member', asMember)]}`,
      explanation: say(asMember ? 'preview.memberMore' : 'preview.publicMore'),
      profile: profile
        ? await renderProfile(profile, visit, { live: false })
        : html`<p class="empty">${say('preview.hidden')}</p>`,
    },
  };
}

function readAsPublic({ site }: Visit, handle: string) {
  return publicReader({ api: site.addresses.site }).get(handle);
}

function readAsMember({ site, subject }: Visit, handle: string) {
  const other = MEMBERS.find((member) => member !== subject)!;
  const member = createGigsy({ url: site.addresses.convex, auth: { getToken: () => site.token(other) } });
  return member.profile.get({ handle });
}
