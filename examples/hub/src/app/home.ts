/** `/`: says what this is, and lets a visitor in. The same list asks a visitor to sign in before a page of their own. */
import { type Html, html } from '../template.ts';
import { type KnownPerson, madeUpPeople, newcomers } from './known-people.ts';
import type { Answer, Visit } from './visit.ts';

export async function showHome(visit: Visit): Promise<Answer> {
  const { site, subject, say } = visit;
  const start =
    subject === undefined
      ? html`<a class="button" href="/sign-up">${say('home.signUp')}</a>`
      : html`<a class="button" href="/me">${say('home.mine')}</a>`;
  return { canonical: `${site.addresses.app}/`, values: { start, choices: await choices(visit, '/me') } };
}

export async function showSignIn(visit: Visit): Promise<Answer> {
  return { status: 401, values: { choices: await choices(visit, visit.url.pathname) } };
}

async function choices(visit: Visit, to: string): Promise<Html> {
  const { site, say } = visit;
  const own = await newcomers(site);
  return html`${own.length > 0 && group(say('signIn.newcomers'), own, to, say)}${group(say('signIn.madeUp'), madeUpPeople(site.addresses.cdn), to, say)}`;
}

/** A click on a person signs in as them: this hub is a demonstration and has no passwords. */
function group(title: string, people: readonly KnownPerson[], to: string, say: Visit['say']): Html {
  return html`<h3 class="label">${title}</h3>
<form method="post" action="/session" class="people"><input type="hidden" name="to" value="${to}" />${people.map(
    ({ subject, name, role, portrait }) =>
      html`<button name="person" value="${subject}">${face(name, portrait)}<span><b><bdi>${name}</bdi></b><small>${role && say(`role.${role}`)}</small></span></button>`,
  )}</form>`;
}

function face(name: string, portrait: string | undefined): Html {
  if (portrait !== undefined) return html`<img src="${portrait}" alt="" width="40" height="40" loading="lazy" />`;
  return html`<span class="face" aria-hidden="true">${[...name][0]?.toUpperCase() ?? ''}</span>`;
}
