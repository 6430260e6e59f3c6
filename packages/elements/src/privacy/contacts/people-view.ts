/** The contacts as they are drawn: the form, asks of others, the person's own asks, and those who are contacts. */
import { type TemplateResult, html, nothing } from 'lit';
import type { IncomingAsk, OpenAsk, Relation } from '@gigsy/schema';
import type { Localize } from '../../localization/localize.ts';
import { isolated, items, text, webUrl } from '../../untrusted.ts';
import { type FormView, faultOf, renderFault } from '../../client/form-fault.ts';
import { renderTitledList } from '../../client/titled-list.ts';
import type { PrivacyTerms } from '../terms.ts';
import type { ContactsTerms } from './terms.ts';

export interface ContactsView extends FormView {
  readonly said: ContactsTerms;
  readonly shared: PrivacyTerms;
  readonly localize: Localize;
  /** Level of the headings within. */
  readonly level: number;
  /** The address of a person's page, with `{handle}` in it, and the page that it is relative to. */
  readonly pages: { readonly template: string; readonly base: string };
  readonly ask: (event: SubmitEvent) => void;
  /** Takes the step that the button's `name` says. */
  readonly step: (event: Event) => void;
}

/** The steps that buttons of a list take. */
export type Step = 'accept' | 'decline' | 'withdraw' | 'end';

interface Person {
  handle?: unknown;
  name?: unknown;
  headline?: unknown;
}

export function renderAsk(view: ContactsView): TemplateResult {
  const { said, busy, level } = view;
  const fault = faultOf(view, 'handle');
  return html`<form part="ask" novalidate @submit=${view.ask}>
    <div part="title" class="title" role="heading" aria-level=${level}>${said.ask}</div>
    <div class="field">
      <label>${said.handle} <input name="handle" dir="ltr" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="41" required aria-invalid=${fault ? 'true' : nothing} aria-describedby="handle-help handle-fault" /></label>
      <p id="handle-help" class="hint">${said.handleHelp}</p>
      ${renderFault('handle', fault)}
    </div>
    <button part="send" class="primary" aria-disabled=${busy ? 'true' : nothing}>${said.send}</button>
  </form>`;
}

/** Nothing where nobody asks: a heading over nothing would be noise. */
export function renderIncoming(view: ContactsView, asks: readonly IncomingAsk[]): TemplateResult | typeof nothing {
  const { said } = view;
  const rows = items(asks).map((ask) => ({
    id: ask.ask,
    row: renderPerson(view, 'incoming', ask, whenIn(view, ask.askedAt), [
      renderStep(view, 'accept', ask.ask, nameOf(view, ask), true),
      renderStep(view, 'decline', ask.ask, nameOf(view, ask)),
    ]),
  }));
  return rows.length > 0
    ? renderTitledList(view.level, { part: 'incoming', kind: 'people', title: said.incoming, rows })
    : nothing;
}

export function renderOpen(view: ContactsView, asks: readonly OpenAsk[]): TemplateResult | typeof nothing {
  const { said } = view;
  const rows = items(asks).map((ask) => ({
    id: ask.ask,
    row: renderPerson(view, 'asked', ask, dated(view, ask.endsAt, said.until), [
      renderStep(view, 'withdraw', ask.ask, nameOf(view, ask)),
    ]),
  }));
  return rows.length > 0
    ? renderTitledList(view.level, { part: 'asked', kind: 'people', title: said.open, rows, hint: said.openMore })
    : nothing;
}

export function renderContacts(view: ContactsView, relations: readonly Relation[]): TemplateResult {
  const { said } = view;
  const rows = items(relations).map((relation) => ({
    id: relation.relation,
    row: renderPerson(view, 'contact', relation, dated(view, relation.since, said.since), [
      renderStep(view, 'end', relation.relation, nameOf(view, relation)),
    ]),
  }));
  return renderTitledList(view.level, {
    part: 'contacts',
    kind: 'people',
    title: said.contacts,
    rows,
    hint: rows.length > 0 ? undefined : said.none,
  });
}

function renderPerson(
  view: ContactsView,
  part: string,
  person: Person,
  note: string,
  buttons: readonly TemplateResult[],
): TemplateResult {
  const headline = text(person.headline);
  const handle = text(person.handle);
  return html`<li part="person ${part}-person" class="person">
    <div class="who">
      <div class="label">${linked(view, handle, nameOf(view, person))}${text(person.name) && handle ? html` <bdi dir="ltr" class="hint">@${handle}</bdi>` : nothing}</div>
      ${headline ? html`<div class="hint"><bdi>${headline}</bdi></div>` : nothing}
      ${note ? html`<div class="hint">${note}</div>` : nothing}
    </div>
    <div class="bar">${buttons}</div>
  </li>`;
}

function renderStep(
  { said, shared, busy, step }: ContactsView,
  name: Step,
  id: string,
  whom: string,
  isFirst = false,
): TemplateResult {
  return html`<button part=${name} type="button" class=${isFirst ? 'primary' : ''} name=${name} data-id=${id} data-whom=${whom} aria-label=${shared.of(said[name], whom)} aria-disabled=${busy ? 'true' : nothing} @click=${step}>${said[name]}</button>`;
}

/** The name, the handle, or that it cannot be said. Isolated where it may run the other way than the line. */
function nameOf({ said, localize }: ContactsView, { name, handle }: Person): string {
  const known = text(name) || (text(handle) && `@${text(handle)}`);
  return known ? isolated(known, localize) : said.unnamed;
}

function linked({ pages }: ContactsView, handle: string, name: string): TemplateResult | string {
  const address = handle && pages.template && pages.template.replaceAll('{handle}', encodeURIComponent(handle));
  const url = address ? webUrl(address, pages.base) : undefined;
  return url ? html`<a part="link" href=${url}>${name}</a>` : name;
}

function dated(view: ContactsView, time: number, sentence: (date: string) => string): string {
  const date = whenIn(view, time);
  return date && sentence(date);
}

function whenIn({ localize }: ContactsView, time: number): string {
  if (Number.isNaN(new Date(time).getTime())) return '';
  return localize.format(Intl.DateTimeFormat, { dateStyle: 'long' }).format(time);
}
