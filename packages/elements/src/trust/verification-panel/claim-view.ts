/** Claims to domains or pages as they are drawn: what to put there, what the last look found, what holds, and the field for another one. */
import { type TemplateResult, html, nothing } from 'lit';
import type { CheckMethod, OwnClaim, OwnEvidence } from '@gigsy/schema';
import { faultOf, renderFault } from '../../client/form-fault.ts';
import { items, text } from '../../untrusted.ts';
import { type BlockView, dayOf, renderBlock, renderHolding } from './method-view.ts';

export interface ClaimsView extends BlockView {
  /** Claims what is in the form. */
  readonly claim: (event: SubmitEvent) => void;
  /** Has the claim that the button names looked at. */
  readonly check: (event: Event) => void;
  /** Copies the text that the button names. */
  readonly copy: (event: Event) => void;
}

/** Where a domain shows its line: the contract's names, which elements do not import. */
const RECORD = '_gigsy-verification.';
const FILE = '/.well-known/gigsy-verification.txt';

export function renderClaims(view: ClaimsView, method: CheckMethod): TemplateResult {
  const claims = items(view.own.claims).filter((each) => each.method === method);
  const list = claims.map((claim) => renderClaim(view, claim));
  return renderBlock(view, method, [
    claims[0] ? html`<ul class="claims">${list}</ul>` : nothing,
    renderField(view, method),
  ]);
}

function renderClaim(view: ClaimsView, claim: OwnClaim): TemplateResult {
  const { own, said } = view;
  const evidence = items(own.evidence).find(({ id, state }) => id === claim.id && state === 'active');
  return html`<li part="claim">
    ${evidence ? renderHolding(view, evidence) : html`<p class="subject"><bdi dir="ltr">${text(claim.subject)}</bdi></p>`}
    ${renderExpected(view, claim, evidence)}
    <p class="hint" part="look">${lookOf(view, claim, evidence)}</p>
    <div class="bar">
      ${renderButton(view, claim, 'check', said.claims.check)} ${renderButton(view, claim, 'withdraw', said.withdraw)}
    </div>
  </li>`;
}

/** Folded once it was seen: it is of use if it was lost there. */
function renderExpected(
  view: ClaimsView,
  claim: OwnClaim,
  evidence: OwnEvidence | undefined,
): TemplateResult | typeof nothing {
  const { claims } = view.said;
  const { method, expected, subject } = claim;
  if (expected === undefined) return nothing;
  const rows =
    method === 'domain'
      ? [
          renderText(view, claims.record, RECORD + text(subject)),
          renderText(view, claims.line, text(expected)),
          renderText(view, claims.file, `https://${text(subject)}${FILE}`),
        ]
      : renderText(view, claims.backLink, text(expected));
  return evidence && !claim.fault ? html`<details><summary>${claims.stays}</summary>${rows}</details>` : html`${rows}`;
}

function renderText({ said, copy }: ClaimsView, label: string, words: string): TemplateResult {
  return html`<div part="expected" class="expected">
    <p class="hint">${label}</p>
    <p class="bar"><code dir="ltr">${words}</code></p>
    <button part="copy" type="button" class="plain" data-text=${words} aria-label="${said.claims.copy}: ${label}" @click=${copy}>${said.claims.copy}</button>
  </div>`;
}

/** The outcome of the last look, and how it goes on. */
function lookOf(view: ClaimsView, claim: OwnClaim, evidence: OwnEvidence | undefined): string {
  const { looking, fault, lookedAt, expiresAt } = claim;
  const { checking, faults, waits } = view.said.claims;
  if (looking) return checking;
  const found =
    fault && Object.hasOwn(faults, fault) && lookedAt !== undefined ? faults[fault](momentOf(view, lookedAt)) : '';
  const goesOn = evidence || expiresAt === undefined ? '' : waits(dayOf(view, expiresAt));
  return [found, goesOn].filter(Boolean).join(' ');
}

function momentOf({ localize }: ClaimsView, time: number): string {
  return localize.format(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

function renderField(view: ClaimsView, method: CheckMethod): TemplateResult {
  const { said, busy } = view;
  const field = `${method}-subject`;
  const fault = faultOf(view, field);
  return html`<form part="subject" data-method=${method} novalidate @submit=${view.claim}>
    <div class="field">
      <input id=${field} name="subject" type=${method === 'link' ? 'url' : 'text'} dir="ltr" autocomplete="url" autocapitalize="none" spellcheck="false" maxlength="2048" required aria-label=${said.methods[method]} aria-invalid=${fault ? 'true' : nothing} aria-describedby="${field}-help ${field}-fault" />
      <p id="${field}-help" class="hint">${said.help[method]}</p>
      ${renderFault(field, fault)}
    </div>
    <button part="send" class="primary" aria-disabled=${busy ? 'true' : nothing}>${said.claims.add[method]}</button>
  </form>`;
}

function renderButton(
  view: ClaimsView,
  { id, method, subject }: OwnClaim,
  act: 'check' | 'withdraw',
  label: string,
): TemplateResult {
  return html`<button part=${act} type="button" data-method=${method} data-id=${id} aria-label="${label}: ${text(subject)}" aria-disabled=${view.busy ? 'true' : nothing} @click=${view[act]}>${label}</button>`;
}
