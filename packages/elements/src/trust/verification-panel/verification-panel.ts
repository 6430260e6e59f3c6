/** The verifications of the signed-in person: codes asked for and typed in, evidence seen and taken back. */
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import type { CheckMethod, CodeMethod, OwnVerifications, StandInPlay, VerificationMethod } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { ActingElement, type Refusals, type Told } from '../../client/acting-element.ts';
import type { Questions } from '../../client/followed.ts';
import { dispatch } from '../../dispatch.ts';
import { saveFile } from '../../save-file.ts';
import { isolated } from '../../untrusted.ts';
import { renderClaims } from './claim-view.ts';
import { credentialOf } from './credential-file.ts';
import { renderDocument } from './document-view.ts';
import { type Outbox, renderEarlier, renderMethod } from './method-view.ts';
import type { VerificationTerms } from './terms.ts';
import { styles } from './verification-panel.styles.ts';
import { words } from './words.ts';

/** The person's verifications, and the messages that a deployment for development does not send. */
export interface Verifications {
  readonly own: OwnVerifications;
  readonly outbox: Outbox;
}

/** The person began a verification, confirmed by a code, asked for a look, took something back, or had a credential. Does not bubble. */
export type VerifyEvent = CustomEvent<{
  change: 'start' | 'check' | 'confirm' | 'withdraw' | 'credential';
  method: VerificationMethod;
}>;

const CODES: readonly CodeMethod[] = ['email', 'phone'];
const CLAIMS: readonly CheckMethod[] = ['domain', 'link'];

const CODE = /^\d{6}$/;

const START_REFUSALS: Refusals<VerificationTerms> = {
  not_found: ({ noProfile }) => noProfile,
  not_configured: ({ noSender }) => noSender,
  rate_limited: ({ tooOften }) => tooOften,
};

const CLAIM_REFUSALS: Refusals<VerificationTerms> = {
  not_found: ({ noProfile }) => noProfile,
  not_configured: ({ claims }) => claims.notOffered,
  too_large: ({ claims }) => claims.tooMany,
};

/**
 * @summary The verifications of the signed-in person: sends a code to an e-mail address or phone number and confirms by it, says what to
 * put at a domain or on a page, begins the check of an identity document, tells what holds until when and what ended, downloads
 * evidence as a verifiable credential, and takes it back. Follows all of it live.
 * @tag gigsy-verification-panel
 *
 * @event {CustomEvent<{ change: string, method: string }>} gigsy-verify - The person took a step: `start`, `check`, `confirm`, `withdraw` or `credential`.
 *
 * @csspart level - The person's level in words.
 * @csspart method - The block of a method.
 * @csspart title - The heading of a block.
 * @csspart evidence - What holds.
 * @csspart ends-soon - The sentence that it ends soon.
 * @csspart subject - The form that asks for a code, or claims a domain or page.
 * @csspart send - Its button.
 * @csspart code - The form that confirms by a code.
 * @csspart confirm - Its button.
 * @csspart outbox - The message that a deployment for development does not send.
 * @csspart again - The button that sends another code.
 * @csspart claim - A domain or page.
 * @csspart expected - A text to put there.
 * @csspart copy - The button that copies it.
 * @csspart look - What the last look found.
 * @csspart check - The button that has it looked at.
 * @csspart begin - The button that begins the check of a document.
 * @csspart check-state - How far the check is.
 * @csspart go-on - The link to its provider.
 * @csspart stand-in - The stand-in of a deployment for development.
 * @csspart play - A button that says how its check ends.
 * @csspart withdraw - The button that takes evidence back, or what is awaited.
 * @csspart credential - The button that downloads the credential of what holds.
 * @csspart ended - Evidence that ended.
 * @csspart fault - What is wrong with a field.
 * @csspart status - The line that tells the outcome.
 */
export class GigsyVerificationPanel extends ActingElement<Verifications, VerificationTerms> {
  static override styles: CSSResultGroup = [ActingElement.styles, styles];

  static override parts: readonly string[] = [...ActingElement.parts, words.name];

  protected override readonly own = words;

  protected override questions({ trust: { verifications } }: Gigsy): Questions<Verifications> {
    return {
      own: (observer) => verifications.watchMine({}, observer),
      outbox: (observer) => verifications.watchOutbox({}, observer),
    };
  }

  protected override shownOf(answers: Verifications): Verifications {
    return answers;
  }

  protected override renderValue({ own, outbox }: Verifications): TemplateResult {
    const { said, busy, localize, fault, innerLevel: level } = this;
    const block = { said, busy, localize, level, fault, own, withdraw: this.#withdraw };
    const steps = { start: this.#start, again: this.#again, confirm: this.#confirm, credential: this.#credential };
    const codes = { ...block, outbox, ...steps };
    const claims = { ...block, claim: this.#claim, check: this.#check, copy: this.#copy };
    return html`<p class="intro">${said.intro}</p>
      <p part="level" class="level">${said.levels[own.level]}</p>
      ${this.renderStatus()} ${CODES.map((method) => renderMethod(codes, method))}
      ${CLAIMS.map((method) => renderClaims(claims, method))}
      ${renderDocument({ ...block, beginCheck: this.#beginCheck, play: this.#play })} ${renderEarlier(block)}`;
  }

  readonly #start = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    this.#send(methodOf<CodeMethod>(form), valueIn(form, 'subject'));
  };

  readonly #again = ({ currentTarget }: Event): void => {
    const button = currentTarget as HTMLElement;
    this.#send(methodOf<CodeMethod>(button), button.dataset.subject!);
  };

  #send(method: CodeMethod, subject: string): void {
    this.refused = undefined;
    const send = async ({ trust }: Gigsy) => {
      if (!(await this.#isTaken(trust.verifications.start({ method, subject }), method))) return undefined;
      this.#tell('start', method);
      this.focusNext(`#${method}-code`);
      return ({ sent }: VerificationTerms) => sent(isolated(subject, this.localize));
    };
    void this.act(send, START_REFUSALS);
  }

  /** False for a text that is no such address, number or place: its field says so. */
  async #isTaken(start: Promise<unknown>, method: CodeMethod | CheckMethod): Promise<boolean> {
    try {
      await start;
      return true;
    } catch (error) {
      if (!isGigsyError(error, 'invalid_argument')) throw error;
      this.#refuse(`${method}-subject`, ({ wanted }) => wanted[method]);
      return false;
    }
  }

  readonly #confirm = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const [method, code] = [methodOf<CodeMethod>(form), valueIn(form, 'code').replace(/\s/g, '')];
    if (!CODE.test(code)) return this.#refuse(`${method}-code`, ({ codeWanted }) => codeWanted);
    this.refused = undefined;
    const confirm = async ({ trust }: Gigsy) => {
      const { confirmed } = await trust.verifications.confirm({ method, code });
      if (!confirmed) {
        this.#refuse(`${method}-code`, ({ wrong }) => wrong);
        return undefined;
      }
      this.#tell('confirm', method);
      return (said: VerificationTerms) => said.confirmed[method];
    };
    void this.act(confirm, { not_found: ({ noProfile }) => noProfile });
  };

  readonly #claim = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const [method, subject] = [methodOf<CheckMethod>(form), valueIn(form, 'subject')];
    this.refused = undefined;
    const claim = async ({ trust }: Gigsy) => {
      if (!(await this.#isTaken(trust.claims.start({ method, subject }), method))) return undefined;
      form.reset();
      this.#tell('start', method);
      return ({ claims }: VerificationTerms) => claims.added(isolated(subject, this.localize));
    };
    void this.act(claim, CLAIM_REFUSALS);
  };

  readonly #check = ({ currentTarget }: Event): void => {
    const { dataset } = currentTarget as HTMLElement;
    const check = async ({ trust }: Gigsy) => {
      await trust.claims.check({ id: dataset.id! });
      this.#tell('check', dataset.method as CheckMethod);
      return ({ claims }: VerificationTerms) => claims.checking;
    };
    void this.act(check, CLAIM_REFUSALS);
  };

  readonly #copy = ({ currentTarget }: Event): void => {
    const { text } = (currentTarget as HTMLElement).dataset;
    const told = (how: 'copied' | 'notCopied') => () => this.tell(({ claims }) => claims[how]);
    // Pages without TLS, and frames without the permission, have no clipboard.
    const copied = navigator.clipboard?.writeText(text!) ?? Promise.reject(new Error('There is no clipboard.'));
    void copied.then(told('copied'), told('notCopied'));
  };

  readonly #beginCheck = (): void => {
    const begin = async ({ trust }: Gigsy) => {
      await trust.documents.start();
      this.#tell('start', 'document');
      return ({ documents }: VerificationTerms) => documents.begun;
    };
    void this.act(begin, {
      not_found: ({ noProfile }) => noProfile,
      not_configured: ({ claims }) => claims.notOffered,
    });
  };

  readonly #play = ({ currentTarget }: Event): void => {
    const play = (currentTarget as HTMLElement).dataset.play as StandInPlay;
    const end = async ({ trust }: Gigsy) => {
      await trust.documents.play({ play });
      return ({ documents }: VerificationTerms) => documents.states.open;
    };
    void this.act(end, { not_found: ({ over }) => over });
  };

  readonly #withdraw = ({ currentTarget }: Event): void => {
    const { dataset } = currentTarget as HTMLElement;
    const method = methodOf(currentTarget as HTMLElement);
    const wasCode = (currentTarget as HTMLElement).closest('form') !== null;
    this.refused = undefined;
    const withdraw = async ({ trust }: Gigsy) => {
      await trust.verifications.withdraw({ id: dataset.id ?? method });
      this.#tell('withdraw', method);
      const isCode = (CODES as readonly string[]).includes(method);
      return ({ cancelled, withdrawn, claims }: VerificationTerms) =>
        wasCode ? cancelled : isCode ? withdrawn : claims.dropped;
    };
    void this.act(withdraw, { not_found: ({ over }) => over });
  };

  readonly #credential = ({ currentTarget }: Event): void => {
    const method = methodOf(currentTarget as HTMLElement);
    this.refused = undefined;
    const download = async (client: Gigsy) => {
      const document = await credentialOf(client, method);
      if (document === undefined) return ({ credentialLate }: VerificationTerms) => credentialLate;
      saveFile(this, new Blob([document], { type: 'application/vc' }), `gigsy-${method}-credential.json`);
      this.#tell('credential', method);
      return ({ credentialSaved }: VerificationTerms) => credentialSaved;
    };
    void this.act(download, { not_found: ({ over }) => over, not_configured: ({ noCredentials }) => noCredentials });
  };

  /** The field for the code follows the form that asked for it, whether the watch or the call answers first. */
  protected override heirOf(gone: HTMLElement): HTMLElement {
    const form = gone.closest<HTMLElement>('form[part=subject]');
    const field = form && this.shadowRoot!.querySelector<HTMLElement>(`#${methodOf(form)}-code`);
    return field ?? super.heirOf(gone);
  }

  #tell(change: VerifyEvent['detail']['change'], method: VerificationMethod): void {
    dispatch(this, 'gigsy-verify', { change, method });
  }

  #refuse(id: string, told: Told<VerificationTerms>): void {
    this.refuse(id, told, `#${id}`);
  }
}

function methodOf<Method extends VerificationMethod>({ dataset }: HTMLElement): Method {
  return dataset.method as Method;
}

function valueIn(form: HTMLFormElement, name: string): string {
  return (new FormData(form).get(name) as string | null)?.trim() ?? '';
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-verification-panel': GigsyVerificationPanel;
  }
  interface HTMLElementEventMap {
    'gigsy-verify': VerifyEvent;
  }
}
