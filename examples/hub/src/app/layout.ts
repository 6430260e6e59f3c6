/** The frame of every page: head, navigation, the page's own content, foot. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, directionIn } from '../languages.ts';
import { type Html, fill, html } from '../template.ts';
import { mayVisit } from './known-people.ts';
import { type Page, pages } from './pages.ts';
import type { Shown, Visit } from './visit.ts';

/** Names of the languages in themselves. */
const OWN_NAMES = { en: 'English', es: 'Español', ar: 'العربية' } as const;

/** The whole page as HTML. Templates are read anew each time, so that a change to one shows without a new start. */
export async function renderPage(page: Page, visit: Visit, shown: Shown): Promise<string> {
  const read = (file: string) => readFileSync(join(visit.site.sources, file), 'utf8');
  const name = shown.template ?? page.name;
  const content = fill(read(`pages/${name}.html`), { ...visit.texts, ...shown.values }, name);
  return fill(read('layout.html'), { ...frameOf(page, visit, shown), account: await account(visit), content }, 'layout')
    .markup;
}

function frameOf(page: Page, visit: Visit, shown: Shown) {
  const { site, language, texts, say, subject, url } = visit;
  const canonical = shown.canonical;
  return {
    ...texts,
    ...site.addresses,
    lang: language,
    dir: directionIn(language),
    title: shown.title ?? say(`${shown.template ?? page.name}.title`),
    robots:
      canonical === undefined
        ? html`<meta name="robots" content="noindex" />`
        : html`<link rel="canonical" href="${canonical}" />`,
    head: shown.head ?? '',
    scripts: page.script ? html`<script type="module" src="/scripts/${page.name}.js"></script>` : '',
    page: page.name,
    reads: page.reads ?? 'public',
    session: subject === undefined ? 'out' : 'in',
    navigation: navigation(page, visit),
    languages: languages(visit, url),
  };
}

function navigation(current: Page, { subject, say }: Visit): Html {
  if (subject === undefined) return html``;
  const links = pages.filter((page) => page.navigation === 'main' && mayVisit(subject, page.for));
  return html`${links.map(
    ({ path, name }) =>
      html`<a href="${path}"${name === current.name && html` aria-current="page"`}>${say(`nav.${name}`)}</a>`,
  )}`;
}

/** The signed-in person, or the ways in. A person whose profile cannot be read still finds the way out. */
async function account({ subject, say, own }: Visit): Promise<Html> {
  if (subject === undefined)
    return html`<a href="/#sign-in">${say('nav.signIn')}</a>
      <a class="button small" href="/sign-up">${say('nav.signUp')}</a>`;
  const profile = await own().catch(() => null);
  return html`${profile && html`<a class="self" href="/people/${profile.handle}"><bdi>${profile.sections.identity.displayName}</bdi></a>`}
    <button type="button" class="quiet small" id="sign-out">${say('nav.signOut')}</button>`;
}

function languages({ language }: Visit, url: URL): Html {
  return html`${LANGUAGES.map((other) => {
    const query = new URLSearchParams(url.searchParams);
    query.set('lang', other);
    return html`<a href="?${query.toString()}" lang="${other}" hreflang="${other}"${other === language && html` aria-current="true"`}>${OWN_NAMES[other]}</a>`;
  })}`;
}
