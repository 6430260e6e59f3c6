/** The parts of a case as they are drawn, with the steps that its state allows. */
import { type TemplateResult, html, nothing } from 'lit';
import { type CaseDetail, type Inspected } from '@gigsy/schema';
import type { FormView } from '../../client/form-fault.ts';
import { items, text } from '../../untrusted.ts';
import { renderChoice, renderLine, renderText } from '../moderating/fields.ts';
import type { ModerationTerms } from '../moderating/terms.ts';

type Submit = (event: SubmitEvent) => void;

export interface CaseParts extends FormView {
  readonly said: ModerationTerms;
  /** Level of the headings within. */
  readonly level: number;
  /** The reported content, once it was asked for. */
  readonly inspected: Inspected['fields'] | undefined;
  readonly nameOf: (place: unknown) => string;
  readonly timeOf: (time: number) => string;
  readonly take: () => void;
  readonly inspect: () => void;
  readonly note: Submit;
  readonly act: Submit;
  readonly restore: () => void;
  readonly decide: Submit;
  readonly askDeletion: Submit;
  readonly confirmDeletion: () => void;
}

export function renderCase(parts: CaseParts, found: CaseDetail): TemplateResult {
  return html`${renderHead(parts, found)} ${renderReports(parts, found)} ${renderNotes(parts, found)}
  ${found.decision || found.state === 'inReview' ? renderDecision(parts, found) : nothing}
  ${found.appeal ? renderAppeal(parts, found, found.appeal) : nothing} ${renderDeletion(parts, found)}`;
}

function section({ level }: CaseParts, id: string, title: string, content: unknown): TemplateResult {
  return html`<section part="section" class="block" aria-labelledby="${id}-title">
    <div id="${id}-title" part="title" class="title" role="heading" aria-level=${level}>${title}</div>
    ${content}
  </section>`;
}

function button({ busy }: CaseParts, part: string, label: string, act: () => void, kind = ''): TemplateResult {
  return html`<button part=${part} class=${kind} type="button" aria-disabled=${busy ? 'true' : nothing} @click=${act}>${label}</button>`;
}

function submit({ busy }: CaseParts, label: string, kind = 'primary'): TemplateResult {
  return html`<button class=${kind} aria-disabled=${busy ? 'true' : nothing}>${label}</button>`;
}

function renderHead(parts: CaseParts, { handle, place, state, overdue, assignee, dueAt }: CaseDetail): TemplateResult {
  const { said, nameOf, timeOf, inspected } = parts;
  const canTake = state === 'open' || (state === 'inReview' && assignee !== 'you');
  return html`<p class="label"><bdi>${handle === null ? '' : `@${text(handle)}`}</bdi> ${nameOf(place)}</p>
    <p class="tags">
      <span class="tag">${said.states[state]}</span>
      ${overdue ? html`<span class="tag bad">${said.queue.overdue}</span>` : nothing}
      ${assignee === null ? nothing : html`<span class="tag">${assignee === 'you' ? said.queue.yours : said.queue.others}</span>`}
      ${dueAt === null ? nothing : html`<span class="hint">${said.due(timeOf(dueAt))}</span>`}
    </p>
    <div class="bar">
      ${canTake ? button(parts, 'assign', said.case.take, parts.take, 'primary') : nothing}
      ${button(parts, 'inspect', said.case.inspect, parts.inspect)}
    </div>
    <p class="hint">${said.case.inspectHelp}</p>
    ${inspected ? renderContent(said, inspected) : nothing}`;
}

function renderContent(said: ModerationTerms, fields: NonNullable<Inspected['fields']>): TemplateResult {
  if (fields.length === 0) return html`<p part="content" class="note" tabindex="-1">${said.case.gone}</p>`;
  return html`<ul part="content" class="note" tabindex="-1">
    ${items(fields).map(({ name, value }) => html`<li><span class="hint"><bdi dir="ltr">${text(name)}</bdi></span><p class="said" dir="auto">${text(value)}</p></li>`)}
  </ul>`;
}

function renderReports(parts: CaseParts, { received }: CaseDetail): TemplateResult {
  const { said, timeOf } = parts;
  const rows = items(received).map(
    ({ reason, explanation, contact, signedIn, at }) => html`<li part="report">
      <p class="hint">${[said.reasons[reason], signedIn ? said.case.signedIn : said.case.stranger, timeOf(at)].join(' · ')}</p>
      <p class="said" dir="auto">${text(explanation)}</p>
      ${contact === undefined ? nothing : html`<p class="hint"><bdi dir="ltr">${text(contact)}</bdi></p>`}
    </li>`,
  );
  return section(parts, 'reports', said.case.reports, html`<ul>${rows}</ul>`);
}

function renderNotes(parts: CaseParts, { notes }: CaseDetail): TemplateResult {
  const { said, timeOf } = parts;
  const by = { you: said.queue.yours, other: said.queue.others, rules: said.case.byRules };
  const rows = items(notes).map(
    (note) =>
      html`<li part="note"><p class="hint">${by[note.by]} · ${timeOf(note.at)}</p><p class="said" dir="auto">${text(note.text)}</p></li>`,
  );
  return section(
    parts,
    'notes',
    said.case.notes,
    html`${rows.length > 0 ? html`<ul>${rows}</ul>` : nothing}
      <form novalidate @submit=${parts.note}>
        ${renderText(parts, { name: 'note', label: said.case.note, most: 1000 })} ${submit(parts, said.case.addNote, '')}
      </form>`,
  );
}

function renderDecision(parts: CaseParts, { decision, state, assignee }: CaseDetail): TemplateResult | typeof nothing {
  const { said, timeOf } = parts;
  if (!decision)
    return assignee === 'you' ? section(parts, 'decision', said.case.decision, renderActing(parts)) : nothing;
  const { measure, ground, rule, explanation, at, inForce } = decision;
  const canRestore = inForce && (state === 'actioned' || state === 'closed');
  return section(
    parts,
    'decision',
    said.case.decision,
    html`<p class="tags"><span class="tag">${said.measures[measure]}</span> <span class="tag">${inForce ? said.notices.inForce : said.notices.takenBack}</span></p>
      <p class="hint">${said.grounds[ground]}: <bdi>${text(rule)}</bdi> · ${timeOf(at)}</p>
      <p class="said" dir="auto">${text(explanation)}</p>
      ${canRestore ? button(parts, 'restore', said.case.restore, parts.restore) : nothing}`,
  );
}

function renderActing(parts: CaseParts): TemplateResult {
  const { said } = parts;
  return html`<form part="act" novalidate @submit=${parts.act}>
    ${renderChoice(parts, { name: 'measure', label: said.case.measure }, Object.entries(said.measures))}
    ${renderChoice(parts, { name: 'ground', label: said.case.ground }, Object.entries(said.grounds))}
    ${renderLine(parts, { name: 'rule', label: said.rule })} ${renderText(parts, { name: 'facts', label: said.case.facts })}
    ${submit(parts, said.case.decide)}
  </form>`;
}

function renderAppeal(
  parts: CaseParts,
  { state, decision }: CaseDetail,
  appeal: NonNullable<CaseDetail['appeal']>,
): TemplateResult {
  const { said } = parts;
  const awaits = state === 'appealed';
  const form = html`<form part="decide" novalidate @submit=${parts.decide}>
    ${renderChoice(parts, { name: 'outcome', label: said.case.outcome }, Object.entries(said.outcomes))}
    ${renderText(parts, { name: 'answer', label: said.case.facts })} ${submit(parts, said.case.decide)}
  </form>`;
  return section(
    parts,
    'appeal',
    said.case.appeal,
    html`<p class="said" dir="auto">${text(appeal.text)}</p>
      ${appeal.outcome ? html`<p class="tag">${said.outcomes[appeal.outcome]}</p><p class="said" dir="auto">${text(appeal.explanation)}</p>` : nothing}
      ${awaits && decision?.by === 'you' ? html`<p class="hint">${said.case.another}</p>` : nothing}
      ${awaits && decision?.by !== 'you' ? form : nothing}`,
  );
}

function renderDeletion(parts: CaseParts, { deletion, handle, state }: CaseDetail): TemplateResult | typeof nothing {
  const { said } = parts;
  if (handle === null || (!deletion && state === 'dismissed')) return nothing;
  const content = deletion
    ? html`<p class="said" dir="auto">${text(deletion.reason)}</p>
        ${deletion.by === 'you' ? html`<p class="hint">${said.case.asked}</p>` : button(parts, 'confirm', said.case.confirmDeletion, parts.confirmDeletion, 'danger')}`
    : html`<form part="deletion" novalidate @submit=${parts.askDeletion}>
        ${renderText(parts, { name: 'deletion', label: said.reason, help: said.case.deletionHelp, most: 1000 })}
        ${submit(parts, said.case.askDeletion, 'danger')}
      </form>`;
  return section(parts, 'deletion', said.case.deletion, content);
}
