/** Requests as they are drawn: the copy in each of its states, and the deletion before and after it was asked for. */
import { type TemplateResult, html, nothing } from 'lit';
import type { AccountState, ExportFile, ExportState } from '@gigsy/schema';
import type { Localize } from '../../localization/localize.ts';
import { items, text, webUrl } from '../../untrusted.ts';
import type { PrivacyTerms } from '../terms.ts';
import type { DataRequestsTerms } from './terms.ts';

/** Days between a request for deletion and the deletion: `DELETION_GRACE_MS` of the contract, which would bring its text. */
export const GRACE_DAYS = 30;

export type Act = 'ask' | 'callOff' | 'download' | 'remove' | 'request' | 'keep';

/** Addresses of the copy's files, for as long as they work. */
export interface Links {
  readonly files: readonly ExportFile[];
  readonly expiresAt: number;
}

export interface RequestsView {
  readonly said: DataRequestsTerms;
  readonly shared: PrivacyTerms;
  readonly localize: Localize;
  readonly busy: boolean;
  /** `over` once their time has come. */
  readonly links: Links | 'over' | undefined;
  /** Listens to all buttons; their data name the act. */
  readonly press: (event: Event) => void;
}

export function renderCopy(view: RequestsView, state: ExportState): TemplateResult {
  const { said } = view;
  return html`<p class="hint">${said.copyMore}</p>
    ${state.state === 'making' ? renderMaking(view, state) : state.state === 'ready' ? renderReady(view, state) : nothing}
    ${state.state === 'failed' ? html`<p class="bad">${said.copyFailed}</p>` : nothing}
    ${state.state === 'none' || state.state === 'failed' ? button(view, 'ask', said.ask, 'primary') : nothing}`;
}

function renderMaking(view: RequestsView, { progress }: ExportState): TemplateResult {
  const { said, localize } = view;
  const done = Math.min(1, Math.max(0, progress));
  const written = localize.format(Intl.NumberFormat, { style: 'percent' }).format(done);
  return html`<p part="progress-text" class="strong" aria-hidden="true">${said.making(written)}</p>
    <svg part="progress" class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" role="progressbar" aria-label=${said.copy} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(done * 100)} aria-valuetext=${said.making(written)}>
      <rect width="100" height="1" /><rect class="fill" width=${done * 100} height="1" />
    </svg>
    ${button(view, 'callOff', said.callOff)}`;
}

function renderReady(view: RequestsView, { files, size, expiresAt }: ExportState): TemplateResult {
  const { said, localize } = view;
  const written = localize.format(Intl.NumberFormat, {}).format(files);
  const date = localize.format(Intl.DateTimeFormat, { dateStyle: 'long' });
  return html`<p part="ready" class="strong">${said.ready(files, written, sizeText(view, size))}</p>
    ${expiresAt === null ? nothing : html`<p class="hint">${said.keptUntil(date.format(expiresAt))}</p>`}
    ${renderLinks(view)}
    <div class="bar">
      ${button(view, 'download', said.download, typeof view.links === 'object' ? '' : 'primary')}
      ${button(view, 'ask', said.askAgain)} ${button(view, 'remove', said.remove)}
    </div>`;
}

function renderLinks(view: RequestsView): TemplateResult | typeof nothing {
  const { said, links, localize } = view;
  if (links === undefined) return nothing;
  if (links === 'over') return html`<p class="hint">${said.linksOver}</p>`;
  const time = localize.format(Intl.DateTimeFormat, { timeStyle: 'short' });
  return html`<ul part="files" class="files">
      ${items(links.files).map(({ name, address, size }) => {
        const file = text(name);
        return html`<li>
          <a part="file" href=${webUrl(address) ?? nothing} download=${file} dir="ltr">${file}</a> <span class="size">${sizeText(view, size)}</span>
        </li>`;
      })}
    </ul>
    <p class="hint">${said.linksUntil(time.format(links.expiresAt))}</p>`;
}

export function renderDeletion(view: RequestsView, { deletion }: AccountState): TemplateResult {
  const { said, localize } = view;
  if (!deletion) {
    const days = localize.format(Intl.NumberFormat, {}).format(GRACE_DAYS);
    return html`<p class="hint">${said.deletionMore(GRACE_DAYS, days)}</p>
      <ul part="goes" class="goes">
        ${said.goes.map((line) => html`<li>${line}</li>`)}
      </ul>
      <p class="hint">${said.stays} ${said.receipt}</p>
      ${button(view, 'request', said.request, 'danger')}`;
  }
  const { hold, dueAt } = deletion;
  const date = localize.format(Intl.DateTimeFormat, { dateStyle: 'long' }).format(dueAt);
  return html`<p part="due" class="strong">${said.due(date)}</p>
    <p class="hint">${said.untilThen}</p>
    ${
      hold
        ? html`<p part="hold" class="note">
            ${said.held}${hold.reason === null ? nothing : ` ${said.heldFor(said.reason[hold.reason] ?? text(hold.reason))}`}
          </p>`
        : nothing
    }
    <p class="hint">${said.receipt}</p>
    ${button(view, 'keep', said.keep, 'primary')}`;
}

function button({ busy, press }: RequestsView, act: Act, word: string, look = ''): TemplateResult {
  return html`<button part=${PARTS[act]} type="button" class=${look} data-act=${act} aria-disabled=${busy ? 'true' : nothing} @click=${press}>${word}</button>`;
}

const PARTS: Readonly<Record<Act, string>> = {
  ask: 'ask',
  callOff: 'call-off',
  download: 'download',
  remove: 'remove',
  request: 'request',
  keep: 'keep',
};

/** In the unit that reads best: kilobytes up to a megabyte. */
function sizeText({ localize }: RequestsView, bytes: number): string {
  const inKilobytes = bytes < 1_000_000;
  const unit = inKilobytes ? 'kilobyte' : 'megabyte';
  const value = inKilobytes ? Math.max(1, Math.round(bytes / 1_000)) : bytes / 1_000_000;
  return localize.format(Intl.NumberFormat, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}
