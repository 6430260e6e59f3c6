/** The whole of an entry, as its dialog shows it. A chunk of its own, loaded when the first one is opened; a server renders it too. */
import { type CSSResult, type TemplateResult, html } from 'lit';
import { css } from '../../appearance/css.ts';
import { items, text, texts, webUrl } from '../../untrusted.ts';
import { fileSize } from '../file-size.ts';
import { type Entry, type Listed, pageOf } from './entries.ts';
import { type TileContext, kindOf, renderLink, renderPicture, renderValidity, renderWhen } from './tile.ts';
import { type PortfolioWords, words } from './words.ts';

/** The dialog's content: a button that closes it, which takes focus first, and the title, which the dialog is named after. */
export function renderDialog(entry: Entry, context: TileContext): TemplateResult {
  const { localize } = context;
  const { title, issuer, given } = entry;
  const { close }: PortfolioWords = localize.terms(words);
  const kind = kindOf(entry, localize);
  return html`<form method="dialog" class="sheet">
    <div class="top">
      <button part="close">${close}</button>
      <div id="entry" class="heading" role="heading" aria-level=${context.level}>${renderLink(title, given.url)}</div>
    </div>
    ${kind && html`<p class="meta">${kind}</p>`}
    ${issuer && html`<p class="issuer">${renderLink(issuer, given.issuer?.url)}</p>`}
    ${renderWhen(given, localize)}
    ${renderValidity(given, localize)}
    ${renderRest(entry, context)}
  </form>`;
}

/** The part of an entry that its tile leaves out. */
export function renderRest(entry: Entry, context: TileContext): TemplateResult {
  const { summary, skills, given } = entry;
  const { localize } = context;
  const said: PortfolioWords = localize.terms(words);
  const { credential, client, criteria } = given;
  const [credentialId, clientName] = [text(credential?.id), text(client?.name)];
  const facts: [string, unknown][] = [
    [said.client, clientName && renderLink(clientName, client?.url)],
    [said.credential, credentialId && renderLink(credentialId, credential?.url)],
    [said.criteria, webUrl(criteria) && renderLink(shortOf(criteria), criteria)],
    [
      localize.table.skills,
      skills[0] && html`<ul class="chips">${skills.map((name) => html`<li dir="auto">${name}</li>`)}</ul>`,
    ],
    [said.page, renderPage(given)],
    [said.evidence, listOf(texts(given.evidence).filter((address) => webUrl(address)))],
    [said.files, renderFiles(entry, context)],
  ];
  return html`<div class="rest">
    ${summary && html`<p class="prose" dir="auto">${summary}</p>`}
    <dl>${facts.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
  </div>`;
}

/** The page at the entry's address in its own words, under its host: those words are anybody's, and the host is a fact. */
function renderPage(given: Listed): TemplateResult | undefined {
  const page = pageOf(given);
  if (!page) return undefined;
  const { address, title, description, site } = page;
  return html`<div part="page" class="page">
    <p class="meta"><bdi>${new URL(address).hostname.replace(/^www\./, '')}</bdi>${site && html` · <bdi>${site}</bdi>`}</p>
    <a href=${address} rel="noopener nofollow ugc"><bdi>${title}</bdi></a>
    ${description && html`<p class="prose" dir="auto">${description}</p>`}
  </div>`;
}

function listOf(addresses: string[]): TemplateResult | undefined {
  return addresses[0] === undefined
    ? undefined
    : html`<ul>${addresses.map((address) => html`<li>${renderLink(shortOf(address), address)}</li>`)}</ul>`;
}

/** An address as people read it: without the scheme. */
function shortOf(address: unknown): string {
  return text(address).replace(/^https?:\/\/(www\.)?|\/$/g, '');
}

/** Pictures as such, other files as links with their type and size. */
function renderFiles({ title, given }: Entry, context: TileContext): TemplateResult | undefined {
  const { addressOf, kept, localize } = context;
  const shown = items(given.files).flatMap(({ address, type, size, width, height, alt }) => {
    const src = addressOf(address);
    if (!src) return [];
    if (text(type).startsWith('image/') && width! > 0 && height! > 0)
      return [html`<li>${renderPicture({ src, width: width!, height: height!, alt: text(alt) }, context)}</li>`];
    const kind = text(type).split('/').at(-1)!;
    const said = html`${kind.toUpperCase()}${size > 0 ? html` <span class="meta">${fileSize(size, localize)}</span>` : ''}`;
    return [
      html`<li>${src[0] === '/' ? kept!.file(src, `${title}.${kind}`, { said, failed: localize.table.offline }) : html`<a href=${src} rel="noopener nofollow">${said}</a>`}</li>`,
    ];
  });
  return shown[0] && html`<ul>${shown}</ul>`;
}

const detailsStyles: CSSResult = css`
  .rest { display: grid; gap: .75em; margin-block-start: .75em; font-size: .875em }
  dl { display: grid; gap: .75em }
  dt { color: var(--_muted); font-size: .857em }
  .page { margin-block-start: .25em; padding: .625em .75em; border: 1px solid var(--_line); border-radius: .5em; overflow-wrap: anywhere }
  .page a { display: inline-block; min-block-size: 24px; font-weight: 550 }
  dd .seen { max-inline-size: 100%; block-size: auto; border-radius: .375em }
  .sheet > * + * { margin-block-start: .25em }
  .top { display: flex; flex-direction: row-reverse; align-items: start; justify-content: space-between; gap: 1em }
  .top > * { margin: 0 }
  .top button { flex: none }
`;

export const styles: CSSResult[] = [detailsStyles];
