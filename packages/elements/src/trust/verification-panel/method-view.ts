/** One method of verification as it is drawn: its evidence, the code that is awaited, or the field that asks for one. */
import { type TemplateResult, html, nothing } from 'lit';
import type { CodeMethod, OwnEvidence, OwnVerifications, VerificationMethod } from '@gigsy/schema';
import { type FormView, faultOf, renderFault } from '../../client/form-fault.ts';
import type { Localize } from '../../localization/localize.ts';
import { isolated, items, text } from '../../untrusted.ts';
import type { VerificationTerms } from './terms.ts';

/** Messages that a deployment for development does not send. */
export type Outbox = readonly { readonly method: CodeMethod; readonly to: string; readonly code: string }[];

/** The content that every block is drawn from. */
export interface BlockView extends FormView {
  readonly said: VerificationTerms;
  readonly localize: Localize;
  /** Level of the headings within. */
  readonly level: number;
  readonly own: OwnVerifications;
  /** Takes the evidence back, or what is awaited, that the button names. */
  readonly withdraw: (event: Event) => void;
}

export interface VerificationView extends BlockView {
  readonly outbox: Outbox;
  /** Sends a code to the subject in the form. */
  readonly start: (event: SubmitEvent) => void;
  readonly confirm: (event: SubmitEvent) => void;
  /** Sends a code to the subject that the button names. */
  readonly again: (event: Event) => void;
  /** Downloads the credential of the evidence whose method the button names. */
  readonly credential: (event: Event) => void;
}

/** How the field of a method is filled: by its keyboard, and by the browser's own memory. */
const FIELDS = { email: { type: 'email', complete: 'email' }, phone: { type: 'tel', complete: 'tel' } } as const;

export function renderMethod(view: VerificationView, method: CodeMethod): TemplateResult {
  const { own } = view;
  const active = items(own.evidence).find((each) => each.method === method && each.state === 'active');
  const pending = items(own.pending).find((each) => each.method === method);
  const parts = html`${active ? renderActive(view, active) : nothing}
    ${pending ? renderPending(view, pending, active !== undefined) : nothing}
    ${active || pending ? nothing : renderField(view, method)}`;
  return renderBlock(view, method, parts);
}

/** The block of a method, under its title. */
export function renderBlock({ said, level }: BlockView, method: VerificationMethod, parts: unknown): TemplateResult {
  return html`<section part="method" class="block method" aria-labelledby="${method}-title">
    <div id="${method}-title" part="title" class="title" role="heading" aria-level=${level}>${said.methods[method]}</div>
    ${parts}
  </section>`;
}

function renderActive(view: VerificationView, evidence: OwnEvidence): TemplateResult {
  const { said } = view;
  const { method, subject, endsSoon } = evidence;
  return html`${renderHolding(view, evidence)}
    <div class="bar">
      ${endsSoon ? renderButton(view, 'again', said.again, method, text(subject)) : nothing}
      ${renderButton(view, 'credential', said.credential, method)}
      ${renderButton(view, 'withdraw', said.withdraw, method)}
    </div>`;
}

/** Evidence that holds, and its end. */
export function renderHolding(
  view: BlockView,
  { subject, issuedAt, expiresAt, endsSoon }: OwnEvidence,
): TemplateResult {
  const { said } = view;
  const until = dayOf(view, expiresAt);
  return html`<div part="evidence">
    ${subject === undefined ? nothing : html`<p class="subject"><bdi dir="ltr">${text(subject)}</bdi></p>`}
    <p class="hint">${said.holds(dayOf(view, issuedAt), until)}</p>
    ${endsSoon ? html`<p part="ends-soon" class="bad">${said.endsSoon(until)}</p>` : nothing}
  </div>`;
}

/** The code of a further proof is not cancelled: what would be taken back is the evidence. */
function renderPending(
  view: VerificationView,
  { method, subject, expiresAt }: OwnVerifications['pending'][number],
  isFurther: boolean,
): TemplateResult {
  const { said, busy, localize } = view;
  const [field, to] = [`${method}-code`, text(subject)];
  const fault = faultOf(view, field);
  const time = timeOf(view, expiresAt);
  const message = items(view.outbox).find((each) => each.method === method);
  return html`<form part="code" data-method=${method} novalidate @submit=${view.confirm}>
      <div class="field code">
        <label>${said.code} <input id=${field} name="code" dir="ltr" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required aria-invalid=${fault ? 'true' : nothing} aria-describedby="${field}-help ${field}-fault" /></label>
        <p id="${field}-help" class="hint">${said.codeHelp(isolated(to, localize), time)}</p>
        ${renderFault(field, fault)}
        ${message ? html`<p part="outbox" class="note">${said.outbox(isolated(text(message.to), localize), text(message.code))}</p>` : nothing}
      </div>
      <div class="bar">
        <button part="confirm" class="primary" aria-disabled=${busy ? 'true' : nothing}>${said.confirm}</button>
        ${renderButton(view, 'again', said.another, method, to)}
        ${isFurther ? nothing : renderButton(view, 'withdraw', said.cancel, method)}
      </div>
    </form>`;
}

function renderField(view: VerificationView, method: CodeMethod): TemplateResult {
  const { said, busy } = view;
  const field = `${method}-subject`;
  const { type, complete } = FIELDS[method];
  const fault = faultOf(view, field);
  return html`<form part="subject" data-method=${method} novalidate @submit=${view.start}>
    <div class="field">
      <input id=${field} name="subject" type=${type} dir="ltr" autocomplete=${complete} maxlength="254" required aria-label=${said.methods[method]} aria-invalid=${fault ? 'true' : nothing} aria-describedby="${field}-help ${field}-fault" />
      <p id="${field}-help" class="hint">${said.help[method]}</p>
      ${renderFault(field, fault)}
    </div>
    <button part="send" class="primary" aria-label="${said.send}: ${said.methods[method]}" aria-disabled=${busy ? 'true' : nothing}>${said.send}</button>
  </form>`;
}

function renderButton(
  view: VerificationView,
  act: 'again' | 'withdraw' | 'credential',
  label: string,
  method: VerificationMethod,
  subject = '',
): TemplateResult {
  const { said, busy } = view;
  return html`<button part=${act} type="button" data-method=${method} data-subject=${subject} aria-label="${label}: ${said.methods[method]}" aria-disabled=${busy ? 'true' : nothing} @click=${view[act]}>${label}</button>`;
}

/** Evidence that ended, in the order in which it is told: the last one first. */
export function renderEarlier(view: BlockView): TemplateResult | typeof nothing {
  const { said, own } = view;
  const rows = items(own.evidence).flatMap(({ method, state, endedAt }) =>
    state === 'active' || endedAt === undefined
      ? []
      : html`<li part="ended" class="hint">${said.methods[method]} · ${said.ended[state](dayOf(view, endedAt))}</li>`,
  );
  return rows.length > 0
    ? html`<details><summary>${said.earlier}</summary><ul class="earlier">${rows}</ul></details>`
    : nothing;
}

export function dayOf({ localize }: BlockView, time: number): string {
  return localize.format(Intl.DateTimeFormat, { dateStyle: 'long' }).format(time);
}

function timeOf({ localize }: VerificationView, time: number): string {
  return localize.format(Intl.DateTimeFormat, { timeStyle: 'short' }).format(time);
}
