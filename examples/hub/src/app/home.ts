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
  return html`${own.length > 0 && group('newcomers', own, to, say)}${group('madeUp', madeUpPeople(site.addresses.cdn), to, say)}`;
}

/** A click on a person signs in as them: this hub is a demonstration and has no passwords. */
function group(name: 'newcomers' | 'madeUp', people: readonly KnownPerson[], to: string, say: Visit['say']): Html {
  return html`<p class="label" id="${name}">${say(`signIn.${name}`)}</p>
    <form method="post" action="/session" class="people" aria-labelledby="${name}">
      <input type="hidden" name="to" value="${to}" />
      ${people.map((person) => choice(person, say))}
    </form>`;
}

function choice({ subject, name, role, portrait }: KnownPerson, say: Visit['say']): Html {
  return html`<button name="person" value="${subject}">
    ${face(name, portrait)}<span><b><bdi>${name}</bdi></b> <small>${role && say(`role.${role}`)}</small></span>
  </button>`;
}

function face(name: string, portrait: string | undefined): Html {
  if (portrait !== undefined) return html`<img src="${portrait}" alt="" width="40" height="40" loading="lazy" />`;
  const [first] = new Intl.Segmenter().segment(name);
  return html`<span class="face" aria-hidden="true">${first?.segment.toUpperCase() ?? ''}</span>`;
}
