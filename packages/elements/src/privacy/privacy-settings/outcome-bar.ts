/** The line at the foot: how far a change is, what was refused, and the ways on from there. It stays in sight. */
import { type TemplateResult, html } from 'lit';
import { type OutcomeWords, outcomeOf } from '../../client/outcome.ts';
import { chosenFor, inForce } from './own.ts';
import type { Saver } from './saver.ts';
import { type SettingsView, choiceName, listed, settingName } from './view.ts';

export interface BarView extends SettingsView {
  readonly saver: Saver;
  readonly general: OutcomeWords;
  /** The outcome of the last step that is no change of settings. */
  readonly outcome: string;
  /** Listens to the buttons; `data-act` is `undo`, `retry`, `discard`, `insist` or `yield`. */
  readonly act: (event: Event) => void;
}

export function renderBar(view: BarView): TemplateResult {
  const { said, saver, act } = view;
  const button = (name: string, words: string, look = '') =>
    html`<button part=${name} type="button" class=${look} data-act=${name} @click=${act}>${words}</button>`;
  const failed = saver.phase === 'failed';
  return html`<div class="foot">
    ${
      saver.disputed
        ? html`<div class="note" part="dispute" role="alert">
            ${Object.entries(saver.disputed).map(([name, choice]) => html`<p>${disputeOf(view, name, choiceName(view, name, choice))}</p>`)}
            <div class="bar">${button('insist', said.insist)}${button('yield', said.leave)}</div>
          </div>`
        : ''
    }
    <div class="bar">
      <p part="status" class="status ${failed ? 'bad' : ''}" role="status" tabindex="-1">${textOf(view)}</p>
      ${failed ? html`${button('retry', said.retry, 'primary')}${button('discard', said.discard)}` : ''}
      ${saver.canUndo ? button('undo', said.undo) : ''}
    </div>
  </div>`;
}

function disputeOf(view: BarView, name: string, wanted: string): string {
  const { own, said, shared } = view;
  const isOwn = chosenFor(own.chosen, name) !== undefined || !name.includes('/');
  const now = isOwn ? shared.visibility[inForce(own, name)] : said.asSection;
  return said.disputed(settingName(view, name), now, wanted);
}

function textOf(view: BarView): string {
  const { saver, said, general, localize, outcome } = view;
  if (outcome) return outcome;
  if (saver.phase === 'saving') return said.saving;
  if (saver.phase === 'saved') return said.saved;
  if (saver.phase !== 'failed') return '';
  const names = Object.keys(saver.unsent).map((name) => settingName(view, name));
  return `${outcomeOf(saver.fault)(general)} ${said.notStored(listed(localize, names))}`;
}
