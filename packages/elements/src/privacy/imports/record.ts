/** A consent: its facts, what came by it, and the way out; and earlier ones that have ended. */
import type { Consent, ConsentSource, Provenance } from '@gigsy/schema';
import { type TemplateResult, html, nothing } from 'lit';
import { isolated, text } from '../../untrusted.ts';
import { fieldName } from '../field-name.ts';
import { itemTitle } from './labels.ts';
import { type ImportsView, dateText, numberText } from './view.ts';

export function renderRecord(view: ImportsView, consent: Consent): TemplateResult {
  const { said, localize, own } = view;
  const { source, expiresAt, history, notice, controller } = consent;
  const came = own.provenance.filter((part) => part.source === source);
  return html`<details part="record">
    <summary>${said.record}</summary>
    <div class="record">
      <p>${said.since(dateText(localize, history[0]?.at ?? 0))} ${said.until(dateText(localize, expiresAt))}</p>
      <p class="hint">${said.controller(isolated(text(controller.name), localize))}${controller.contact ? html` · ${isolated(text(controller.contact), localize)}` : ''}</p>
      <p class="hint">${said.version(numberText(localize, notice.version))}</p>
      ${
        came.length === 0
          ? html`<p>${said.cameNone}</p>`
          : html`<p>${said.came(came.length, numberText(localize, came.length))}</p>
              <ul part="came">
                ${came.map((part) => renderPart(view, part))}
              </ul>`
      }
      <div class="bar">${view.doubted === source ? renderQuestion(view, source) : renderWithdraw(view, source)}</div>
    </div>
  </details>`;
}

function renderPart(view: ImportsView, { section, item, fields }: Provenance): TemplateResult {
  const { said, shared } = view;
  const name =
    item === null
      ? fieldName(shared, fields.length === 1 ? `${section}.${fields[0]!.field}` : section)
      : shared.of(fieldName(shared, section), itemTitle(view, section, item));
  return html`<li>${name}${fields.some(({ edited }) => edited) ? html` <span class="tag">${said.edited}</span>` : ''}</li>`;
}

function renderWithdraw({ said, press, busy, shared }: ImportsView, source: ConsentSource): TemplateResult {
  return html`<button part="withdraw" class="danger" type="button" data-act="ask" data-source=${source} aria-label=${shared.of(said.withdraw, said.source[source])} aria-disabled=${busy ? 'true' : nothing} @click=${press}>${said.withdraw}</button>`;
}

function renderQuestion({ said, press, busy }: ImportsView, source: ConsentSource): TemplateResult {
  return html`<p id="question" class="question">${said.askWithdraw(said.source[source])}</p>
    <button part="keep" type="button" data-act="keep" data-source=${source} aria-describedby="question" @click=${press}>${said.keep}</button>
    <button part="withdraw" class="danger" type="button" data-act="withdraw" data-source=${source} aria-describedby="question" aria-disabled=${busy ? 'true' : nothing} @click=${press}>${said.withdraw}</button>`;
}

export function renderEnded({ said, localize, own }: ImportsView, source: ConsentSource): TemplateResult[] {
  return own.consents.flatMap((consent) => {
    const { state, at } = consent.history.at(-1) ?? { state: 'given', at: 0 };
    return consent.source !== source || state === 'given'
      ? []
      : [html`<p class="hint">${said.ended[state](dateText(localize, at))}</p>`];
  });
}
