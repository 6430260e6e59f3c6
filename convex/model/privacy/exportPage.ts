/**
 * The page of an export that a person can read in a browser: no script, and values in the direction of their own language.
 * It is a summary: of a long store it shows the beginning and names the file that holds all.
 */
import { escapeHtml } from '@gigsy/schema';
import type { ExportedRow } from '../contract/store.js';

/** Rows of one store that the page shows. */
const SHOWN = 50;

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-inline-size:60rem;margin:2rem auto;padding-inline:1rem;color-scheme:light dark}' +
  'h2{margin-block-start:2.5rem}dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.25rem 1rem;' +
  'border-block-start:1px solid;padding-block:.75rem;margin:0}dt{opacity:.75}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}' +
  '@media(max-width:30rem){dl{grid-template-columns:1fr}}';

export class ExportPage {
  readonly #sections: string[] = [];

  /** `files` are the names of the archive's files that hold the rows. `rows` are the first ones. */
  add({
    about,
    rows,
    count,
    files,
  }: {
    about: string;
    rows: readonly ExportedRow[];
    count: number;
    files: readonly string[];
  }): void {
    const links = files.map((file) => `<a href="${escapeHtml(file)}">${escapeHtml(file)}</a>`).join(', ');
    const rest = count > rows.length ? `<p>${count - rows.length} more stand in the file.</p>` : '';
    const lists = rows.map((row) => `<dl>${fieldsOf(row)}</dl>`).join('');
    this.#sections.push(`<section><h2>${escapeHtml(about)}</h2><p>${count} in ${links}</p>${lists}${rest}</section>`);
  }

  get shown(): number {
    return SHOWN;
  }

  /** Stores are read in the order of their erasure, what leans on a row before the row: the person looks for the account and the profile first. */
  html(handle: string, madeAt: Date): string {
    const title = `Everything that is stored about ${escapeHtml(handle)}`;
    return (
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:">` +
      `<title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>` +
      `<p>Made on ${escapeHtml(madeAt.toISOString())}. <a href="about.json">about.json</a> lists the files.</p>` +
      `${[...this.#sections].reverse().join('')}</main></body></html>`
    );
  }
}

function fieldsOf(row: ExportedRow): string {
  return Object.entries(row)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd dir="auto">${escapeHtml(textOf(value))}</dd>`)
    .join('');
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}
