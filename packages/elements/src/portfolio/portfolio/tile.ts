/** One entry of the portfolio as a tile: what it is, of whom, when, and whether it still holds. */
import { type TemplateResult, html } from 'lit';
import type { Localize } from '../../localization/localize.ts';
import { partialDate } from '../../localization/partial-date.ts';
import { items, text, webUrl } from '../../untrusted.ts';
import { validity } from '../validity.ts';
import type { Entry, Listed } from './entries.ts';
import { type PortfolioWords, words } from './words.ts';

/** Draws files that are not for everybody, by their paths. */
export interface FilesForSome {
  picture(picture: Picture): TemplateResult;
  /** `name` is what the file is stored as, `said` what it is, and `failed` what to say when it could not be asked for. */
  file(path: string, name: string, words: { said: TemplateResult; failed: string }): TemplateResult;
}

export interface TileContext {
  localize: Localize;
  /** Level of the title as a heading. */
  level: number;
  /** The whole address of a file for everybody, and the path of one that `kept` reads. */
  addressOf(address: unknown): string | undefined;
  /** Files that are not for everybody, once their code is there. */
  kept: FilesForSome | undefined;
}

export interface Picture {
  src: string;
  width: number;
  height: number;
  alt: string;
}

/** The first picture of an entry, in its small form if there is one. Undefined without its size: the page would move. */
export function pictureOf({ files }: Listed, { addressOf }: TileContext): Picture | undefined {
  for (const { type, alt, preview, ...file } of items(files)) {
    const { address, width, height } = preview ?? (text(type).startsWith('image/') ? file : {});
    const src = addressOf(address);
    if (src && width! > 0 && height! > 0) return { src, width: width!, height: height!, alt: text(alt) };
  }
  return undefined;
}

export function renderPicture(picture: Picture, { kept }: TileContext): TemplateResult {
  const { src, width, height, alt } = picture;
  if (src[0] === '/') return kept!.picture(picture);
  return html`<img part="picture" class="seen" src=${src} width=${width} height=${height} alt=${alt} loading="lazy" decoding="async" referrerpolicy="no-referrer">`;
}

/** When it was, or from when to when. */
export function renderWhen(
  { startedOn, completedOn, awardedOn, date }: Listed,
  localize: Localize,
): TemplateResult | undefined {
  const [from, to] = [renderDate(startedOn, localize), renderDate(completedOn ?? awardedOn ?? date, localize)];
  return from || to ? html`<p part="period" class="meta period">${from}${from && ' – '}${to}</p>` : undefined;
}

function renderDate(date: unknown, localize: Localize): TemplateResult | '' {
  const said = partialDate(date, localize, 'short');
  return said && html`<time datetime=${date as string}>${said}</time>`;
}

/** Until when it holds, or that it has expired, which the shape of the mark says too. */
export function renderValidity({ expiresOn }: Listed, localize: Localize): TemplateResult | '' {
  const { said, expired } = validity(expiresOn, localize);
  return said && html`<p part="validity" class=${expired ? 'pill expired' : 'meta'}>${said}</p>`;
}

/** The word for what kind of contribution it is; empty for entries of other sections. */
export function kindOf({ section, given }: Entry, localize: Localize): string {
  const said: PortfolioWords = localize.terms(words);
  return section === 'contributions' && /^(project|media|document)$/.test(text(given.kind))
    ? said[given.kind as 'project']
    : '';
}

export function renderLink(label: string, address: unknown): TemplateResult {
  const url = webUrl(address);
  const shown = html`<bdi>${label}</bdi>`;
  return url ? html`<a href=${url} rel="noopener nofollow">${shown}</a>` : shown;
}

/** `more` opens the whole of it. */
export function renderTile(entry: Entry, more: unknown, context: TileContext): TemplateResult {
  const { localize, level } = context;
  const { title, issuer, summary, given } = entry;
  const picture = pictureOf(given, context);
  const kind = kindOf(entry, localize);
  return html`${picture ? renderPicture(picture, context) : ''}
    ${kind && html`<p class="meta kind">${kind}</p>`}
    <div part="title" class="title" role="heading" aria-level=${level}>${renderLink(title, given.url)}</div>
    ${issuer && html`<p part="issuer" class="issuer">${renderLink(issuer, given.issuer?.url)}</p>`}
    ${renderWhen(given, localize)}
    ${renderValidity(given, localize)}
    ${summary && html`<p part="summary" class="summary" dir="auto">${summary}</p>`}
    ${more}`;
}
