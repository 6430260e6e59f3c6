/** The panel of endorsements as it is drawn: lists of what was written and asked, and the forms. */
import { type TemplateResult, html, nothing } from 'lit';
import type { EndorsementVersion, Given, IncomingRequest, Received, SentRequest } from '@gigsy/schema';
import { type FormView, faultOf, renderFault } from '../../client/form-fault.ts';
import { renderTitledList } from '../../client/titled-list.ts';
import type { Localize } from '../../localization/localize.ts';
import { isolated, items, text, webUrl } from '../../untrusted.ts';
import type { PanelStep, PanelTerms } from './terms.ts';

export interface PanelView extends FormView {
  readonly said: PanelTerms;
  readonly localize: Localize;
  /** Level of the headings within. */
  readonly level: number;
  /** The page on which requests are answered, and the page that it is relative to. */
  readonly page: { readonly answer: string; readonly base: string };
  /** Takes the step that the button's `name` says. */
  readonly step: (event: Event) => void;
}

/** Endorsements that wait for the person: proposals, and changes of accepted ones. */
export function renderWaiting(view: PanelView, received: readonly Received[]): TemplateResult | typeof nothing {
  const rows = items(received).flatMap(({ id, offered, shown }) => {
    if (!offered) return [];
    const whom = isolated(text(offered.by.name), view.localize);
    const data = { id, whom, version: offered.version };
    const buttons = [renderStep(view, 'accept', data, true), renderStep(view, 'decline', data)];
    return [{ id, row: renderRow(view, offered, shown ? view.said.changed : '', buttons) }];
  });
  return rows.length > 0
    ? renderTitledList(view.level, { part: 'waiting', kind: 'rows', title: view.said.waiting, rows })
    : nothing;
}

export function renderReceived(view: PanelView, received: readonly Received[]): TemplateResult {
  const { said } = view;
  const rows = items(received).flatMap(({ id, state, shown }) => {
    if (!shown) return [];
    const data = { id, whom: isolated(text(shown.by.name), view.localize) };
    const isHidden = state === 'hidden';
    const buttons = [renderStep(view, isHidden ? 'show' : 'hide', data), renderStep(view, 'remove', data)];
    return [{ id, row: renderRow(view, shown, isHidden ? said.hidden : '', buttons) }];
  });
  return renderTitledList(view.level, {
    part: 'received',
    kind: 'rows',
    title: said.received,
    rows,
    hint: rows.length > 0 ? undefined : said.none,
  });
}

export function renderGiven(view: PanelView, given: readonly Given[]): TemplateResult | typeof nothing {
  const { said } = view;
  const rows = items(given).map(({ id, state, handle, name, shown, offered }) => {
    const whom = nameOf(view, { name, handle });
    const note = state === 'proposed' || offered ? said.waits : '';
    const row = renderRow(view, (offered ?? shown)!, note, [renderStep(view, 'withdraw', { id, whom })], whom);
    return { id, row };
  });
  return rows.length > 0
    ? renderTitledList(view.level, { part: 'given', kind: 'rows', title: said.given, rows })
    : nothing;
}

export function renderIncoming(view: PanelView, requests: readonly IncomingRequest[]): TemplateResult | typeof nothing {
  const { said } = view;
  const rows = items(requests).map((request) => {
    const whom = nameOf(view, request);
    const answer = webUrl(`${view.page.answer}?request=${encodeURIComponent(request.request)}`, view.page.base);
    const link = answer && html`<a part="answer" href=${answer}>${said.of(said.answer, whom)}</a>`;
    const refuse = renderStep(view, 'refuse', { id: request.request, whom });
    const buttons = link ? [link, refuse] : [refuse];
    return { id: request.request, row: renderRequest(view, request, whom, buttons) };
  });
  return rows.length > 0
    ? renderTitledList(view.level, { part: 'incoming', kind: 'rows', title: said.incoming, rows })
    : nothing;
}

export function renderSent(view: PanelView, requests: readonly SentRequest[]): TemplateResult | typeof nothing {
  const { said, localize } = view;
  const rows = items(requests).map((request) => {
    const { uses, handle } = request;
    const number = localize.format(Intl.NumberFormat, {}).format(uses ?? 0);
    const whom = handle === undefined ? said.byLink(number) : isolated(`@${text(handle)}`, localize);
    const buttons = [renderStep(view, 'cancel', { id: request.request, whom })];
    return { id: request.request, row: renderRequest(view, request, whom, buttons) };
  });
  return rows.length > 0
    ? renderTitledList(view.level, { part: 'sent', kind: 'rows', title: said.sent, rows })
    : nothing;
}

function renderRow(
  view: PanelView,
  { text: words, skills, by, at }: EndorsementVersion,
  note: string,
  buttons: readonly TemplateResult[],
  whom = isolated(text(by.name), view.localize),
): TemplateResult {
  const hints = [skillsOf(view, skills), dayOf(view, at), note].filter(Boolean);
  return html`<li part="row" class="row">
    <div class="who">${whom}</div>
    ${text(words) ? html`<blockquote dir="auto">${text(words)}</blockquote>` : nothing}
    <div class="hint">${hints.join(' · ')}</div>
    <div class="bar">${buttons}</div>
  </li>`;
}

function renderRequest(
  view: PanelView,
  { note, skills, endsAt }: Pick<SentRequest, 'note' | 'skills' | 'endsAt'>,
  whom: string,
  buttons: readonly TemplateResult[],
): TemplateResult {
  const hints = [skillsOf(view, skills), view.said.until(dayOf(view, endsAt))].filter(Boolean);
  return html`<li part="row" class="row">
    <div class="who">${whom}</div>
    ${text(note) ? html`<blockquote dir="auto">${text(note)}</blockquote>` : nothing}
    <div class="hint">${hints.join(' · ')}</div>
    <div class="bar">${buttons}</div>
  </li>`;
}

function renderStep(
  { said, busy, step }: PanelView,
  name: PanelStep,
  { id, whom, version }: { id: string; whom: string; version?: number },
  isFirst = false,
): TemplateResult {
  return html`<button part=${name} type="button" class=${isFirst ? 'primary' : ''} name=${name} data-id=${id} data-version=${version ?? nothing} aria-label=${said.of(said.steps[name], whom)} aria-disabled=${busy ? 'true' : nothing} @click=${step}>${said.steps[name]}</button>`;
}

/** The form that asks somebody, or makes a link; the link that was made last stands in it. */
export function renderAsk(
  view: PanelView,
  made: string | undefined,
  { ask, link }: { ask: (event: SubmitEvent) => void; link: (event: Event) => void },
): TemplateResult {
  const { said, busy, level } = view;
  const fault = faultOf(view, 'handle');
  return html`<div part="title" class="title" role="heading" aria-level=${level}>${said.ask}</div>
  <form part="ask" novalidate @submit=${ask}>
    <div class="field">
      <label for="handle">${said.handle}</label>
      <input id="handle" name="handle" dir="ltr" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="41" aria-invalid=${fault ? 'true' : nothing} aria-describedby="handle-help handle-fault" />
      <p id="handle-help" class="hint">${said.handleHelp}</p>
      ${renderFault('handle', fault)}
    </div>
    <div class="field">
      <label for="note">${said.note}</label>
      <textarea id="note" name="note" dir="auto" rows="3" maxlength="1000" aria-describedby="note-fault"></textarea>
      ${renderFault('note', faultOf(view, 'note'))}
    </div>
    <div class="bar">
      <button part="send" class="primary" aria-disabled=${busy ? 'true' : nothing}>${said.send}</button>
      <button part="make-link" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${link}>${said.makeLink}</button>
    </div>
    ${
      made === undefined
        ? nothing
        : html`<div class="field">
            <label for="link">${said.link}</label>
            <input id="link" part="link" dir="ltr" readonly .value=${made} aria-describedby="link-help" />
            <p id="link-help" class="hint">${said.linkHelp}</p>
          </div>`
    }
  </form>`;
}

/** The name, the handle, or that it cannot be said. Isolated where it may run the other way than the line. */
function nameOf({ said, localize }: PanelView, { name, handle }: { name: unknown; handle: unknown }): string {
  const known = text(name) || (text(handle) && `@${text(handle)}`);
  return known ? isolated(known, localize) : said.unnamed;
}

function skillsOf({ said, localize }: PanelView, skills: readonly { name: string }[]): string {
  const names = items(skills).map(({ name }) => isolated(text(name), localize));
  if (names.length === 0) return '';
  return said.forSkills(
    localize.format(Intl.ListFormat, { type: 'conjunction' } as Intl.ListFormatOptions).format(names),
  );
}

function dayOf({ localize }: PanelView, time: number): string {
  if (Number.isNaN(new Date(time).getTime())) return '';
  return localize.format(Intl.DateTimeFormat, { dateStyle: 'long' }).format(time);
}
