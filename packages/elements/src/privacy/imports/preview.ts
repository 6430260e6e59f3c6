/** The list from which the person picks: each entry with a box, by section; and what stays as they wrote it. */
import type { ConsentSource, Proposal, SectionName } from '@gigsy/schema';
import { type TemplateResult, html, nothing } from 'lit';
import { fieldName } from '../field-name.ts';
import { itemTitle, labelOf } from './labels.ts';
import { type ImportsView, type Preview, numberText } from './view.ts';

export function renderPreview(view: ImportsView, source: ConsentSource): TemplateResult | '' {
  const preview = view.previewOf(source);
  if (!preview) return '';
  const { said, localize, busy, press } = view;
  const { proposals, left } = preview.plan;
  const count = proposals.length - preview.left.size;
  const close = html`<button part="close" type="button" data-act="close" data-source=${source} @click=${press}>${said.close}</button>`;
  return html`<div part="preview" class="preview" id="preview-${source}" tabindex="-1" role="group" aria-label=${said.pick}>
    ${
      proposals.length === 0
        ? html`<p>${said.nothingNew}</p>
            <div class="bar">${close}</div>`
        : html`<p class="label">${said.pick}</p>
            ${sectionsOf(proposals).map((section) => renderSection(view, source, preview, section))}
            ${left > 0 ? html`<p class="hint">${said.left(left, numberText(localize, left))}</p>` : ''}
            ${renderKept(view, preview)}
            <div class="bar">
              <button part="take" class="primary" type="button" data-act="take" data-source=${source} aria-disabled=${busy ? 'true' : nothing} @click=${press}>${said.take(count, numberText(localize, count))}</button>
              ${close}
            </div>`
    }
    ${proposals.length === 0 ? renderKept(view, preview) : ''}
  </div>`;
}

function sectionsOf(proposals: readonly Proposal[]): SectionName[] {
  return [...new Set(proposals.map(({ operation }) => operation.section))];
}

function renderSection(
  view: ImportsView,
  source: ConsentSource,
  { plan, left }: Preview,
  section: SectionName,
): TemplateResult {
  return html`<fieldset>
    <legend>${fieldName(view.shared, section)}</legend>
    ${plan.proposals.map((proposal, at) =>
      proposal.operation.section === section
        ? renderProposal(view, source, proposal, { at, picked: !left.has(at) })
        : '',
    )}
  </fieldset>`;
}

function renderProposal(
  view: ImportsView,
  source: ConsentSource,
  { kind, operation }: Proposal,
  { at, picked }: { at: number; picked: boolean },
): TemplateResult {
  const { title, more } = labelOf(view, operation);
  return html`<label part="proposal" class="proposal">
    <input type="checkbox" data-source=${source} data-at=${at} .checked=${picked} @change=${view.pick} />
    <span><span class="name">${title}</span> <span class="tag">${view.said.kind[kind]}</span>${more ? html`<span class="hint">${more}</span>` : ''}</span>
  </label>`;
}

function renderKept(view: ImportsView, { plan: { kept } }: Preview): TemplateResult | '' {
  if (kept.length === 0) return '';
  const { said, shared, localize } = view;
  return html`<details>
    <summary>${said.kept(kept.length, numberText(localize, kept.length))}</summary>
    <ul>
      ${kept.map(
        ({ section, item, field }) =>
          html`<li>${item === null ? fieldName(shared, `${section}.${field}`) : shared.of(fieldName(shared, section), itemTitle(view, section, item))}</li>`,
      )}
    </ul>
  </details>`;
}
