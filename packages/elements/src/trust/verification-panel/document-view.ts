/** The check of an identity document as it is drawn: what holds, the check that is under way, and the button that begins one. */
import { type TemplateResult, html, nothing } from 'lit';
import type { OwnSession, StandInPlay } from '@gigsy/schema';
import { items, webUrl } from '../../untrusted.ts';
import { type BlockView, renderBlock, renderHolding } from './method-view.ts';

export interface DocumentView extends BlockView {
  readonly beginCheck: () => void;
  /** Has the stand-in end the check as the button names. */
  readonly play: (event: Event) => void;
}

const PLAYS: readonly StandInPlay[] = ['pass', 'fail', 'lapse', 'repeat'];

export function renderDocument(view: DocumentView): TemplateResult {
  const { said, own, busy } = view;
  const active = items(own.evidence).find(({ method, state }) => method === 'document' && state === 'active');
  const { session } = own;
  const isUnderWay = session?.state === 'open' || session?.state === 'opening';
  const begin = html`<button part="begin" type="button" class=${active ? '' : 'primary'} aria-disabled=${busy ? 'true' : nothing} @click=${view.beginCheck}>${said.documents.begin}</button>`;
  return renderBlock(
    view,
    'document',
    html`${active ? renderHolding(view, active) : nothing}
      ${session ? renderSession(view, session) : nothing}
      ${active || session ? nothing : html`<p class="hint">${said.help.document}</p>`}
      <div class="bar">
        ${isUnderWay || (active && !active.endsSoon) ? nothing : begin}
        ${active ? renderBack(view, said.withdraw) : isUnderWay ? renderBack(view, said.cancel) : nothing}
      </div>`,
  );
}

function renderSession(view: DocumentView, { state, url, standIn }: OwnSession): TemplateResult {
  const { said, busy } = view;
  const { states, goOn, standIn: note, plays } = said.documents;
  const address = webUrl(url);
  const play = (each: StandInPlay) =>
    html`<button part="play" type="button" data-play=${each} aria-disabled=${busy ? 'true' : nothing} @click=${view.play}>${plays[each]}</button>`;
  return html`<p part="check-state" class=${state === 'open' || state === 'opening' ? 'hint' : 'bad'}>${Object.hasOwn(states, state) ? states[state] : ''}</p>
    ${state === 'open' && address ? html`<p><a part="go-on" href=${address} target="_blank" rel="noopener noreferrer">${goOn}</a></p>` : nothing}
    ${state === 'open' && standIn ? html`<div part="stand-in" class="note"><p>${note}</p><div class="bar">${PLAYS.map(play)}</div></div>` : nothing}`;
}

function renderBack(view: DocumentView, label: string): TemplateResult {
  const { said, busy } = view;
  return html`<button part="withdraw" type="button" data-method="document" aria-label="${label}: ${said.methods.document}" aria-disabled=${busy ? 'true' : nothing} @click=${view.withdraw}>${label}</button>`;
}
