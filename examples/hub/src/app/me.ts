/** `/me`: the person's own profile to edit, and their card as others see it. */
import { html } from '../template.ts';
import { takeNotes } from './import-notes.ts';
import type { Answer, Visit } from './visit.ts';

export async function showMe(visit: Visit): Promise<Answer> {
  const { subject, say, site, language } = visit;
  const own = await visit.own();
  if (!own) return { redirect: '/sign-up' };
  const notes = takeNotes(subject!);
  const welcome =
    notes &&
    html`<section class="note welcome" aria-labelledby="welcome"><h2 id="welcome">${say('me.welcome')}</h2><p>${say(notes.imported ? 'me.imported' : 'me.created')}</p>
${
  notes.lines.length > 0 &&
  html`<details><summary>${say('me.importNotes')}</summary><ul>${notes.lines.map(({ path, message }) => html`<li><code dir="ltr">${path}</code> ${message}</li>`)}</ul></details>`
}</section>`;
  const partner = `${site.addresses.partner}/?student=${own.handle}&lang=${language}`;
  return { values: { handle: own.handle, welcome: welcome ?? html``, partner } };
}
