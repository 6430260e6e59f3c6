/** Imports from GitHub and LinkedIn, with the consents under which they are made. */
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import type { Consent, ConsentSource, OwnProfile } from '@gigsy/schema';
import { consentNotices, consentSources } from '@gigsy/schema/rules';
import type { Gigsy } from '@gigsy/sdk';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { dispatch } from '../../dispatch.ts';
import { PrivacyElement } from '../privacy-element.ts';
import type { Questions } from '../../client/followed.ts';
import type { Told } from '../../client/acting-element.ts';
import { styles } from './imports.styles.ts';
import { PickList, unpacked } from './pick-list.ts';
import { renderSource } from './source-block.ts';
import type { ImportsTerms } from './terms.ts';
import { type Imports, type ImportsView, LOGIN, givenFor, numberText } from './view.ts';
import { words } from './words.ts';

/** Entries were taken over. Does not bubble. */
export type ImportEvent = CustomEvent<{ source: ConsentSource; count: number }>;

interface Answers extends Pick<Imports, 'consents' | 'fetched' | 'provenance'> {
  readonly mine: OwnProfile | null;
}

/**
 * @summary Fills the signed-in person's profile from GitHub or from the archive that LinkedIn gives: a notice and a consent, a list
 * from which the person picks, where each part came from, and the withdrawal that takes it all back.
 * @tag gigsy-imports
 *
 * @event {CustomEvent<{ source: string, count: number }>} gigsy-import - Entries were taken over into the profile.
 *
 * @csspart source - A source.
 * @csspart notice - What happens, before the person agrees.
 * @csspart agree - The button that gives the consent.
 * @csspart login-form - The form for a name of an account.
 * @csspart look - Its button.
 * @csspart archive - The field for an archive.
 * @csspart preview - The list from which the person picks.
 * @csspart proposal - An entry of it.
 * @csspart take - The button that takes the picked entries over.
 * @csspart close - The button that closes the list.
 * @csspart record - The block on a consent.
 * @csspart came - The list of what came by it.
 * @csspart withdraw - The button that withdraws it, before and after the question.
 * @csspart keep - The button that keeps it.
 * @csspart fault - The words beside a field that is refused.
 * @csspart status - The line that tells the outcome.
 */
export class GigsyImports extends PrivacyElement<Imports, ImportsTerms, Answers> {
  static override styles: CSSResultGroup = [PrivacyElement.styles, styles];

  static override parts: readonly string[] = [...PrivacyElement.parts, words.name];

  protected override readonly own = words;

  /** All of these belong to the person of the client alone. */
  #imports: Imports | undefined;
  #lists: PickList | undefined;
  /** GitHub has answered, and its list is not open yet. Somebody who has waited for it is led there. */
  #arrived: { given: Consent; isAwaited: boolean } | undefined;
  #doubted: ConsentSource | undefined;
  #fault: { source: ConsentSource; said: Told<ImportsTerms> } | undefined;

  protected override begin(client: Gigsy): void {
    super.begin(client);
    this.#imports = this.#arrived = this.#doubted = this.#fault = undefined;
    this.#lists = new PickList(client);
  }

  protected override questions({ privacy, profile }: Gigsy): Questions<Answers> {
    return {
      consents: (observer) => privacy.consents.watchList({}, observer),
      fetched: (observer) => profile.imports.watchStatus({}, observer),
      provenance: (observer) => profile.imports.watchProvenance({}, observer),
      mine: (observer) => profile.watchMine({}, observer),
    };
  }

  protected override shownOf({ mine, ...answers }: Answers): Imports | null {
    const own = mine && { ...answers, sections: mine.sections };
    if (own) this.#follow(own);
    return own;
  }

  /** A new answer of GitHub is shown as a list, unless the person has seen and closed it. */
  #follow(own: Imports): void {
    const before = this.#imports?.fetched;
    this.#imports = own;
    const { state, requestedAt } = own.fetched;
    const given = givenFor(own, 'github');
    if (!given) this.#lists!.close('github');
    if (!givenFor(own, 'linkedin')) this.#lists!.close('linkedin');
    if (!given || state !== 'ready' || (before?.state === 'ready' && before.requestedAt === requestedAt)) return;
    this.#arrived = { given, isAwaited: before !== undefined };
    this.#openArrived();
  }

  /** The answer may arrive while the request for it is still a step. */
  #openArrived(): void {
    if (!this.#arrived || this.busy) return;
    const { given, isAwaited } = this.#arrived;
    this.#arrived = undefined;
    void this.#step(async () => {
      await this.#lists!.open(given);
      if (isAwaited) this.focusNext('#preview-github');
      return undefined;
    });
  }

  protected override renderValue(own: Imports): TemplateResult {
    const view = this.#view(own);
    return html`<p class="intro">${view.said.intro}</p>
      ${consentSources.map((source) => renderSource(view, source))}
      ${this.renderStatus()}`;
  }

  #view(own: Imports): ImportsView {
    const { said, shared } = this;
    const fault = this.#fault && { source: this.#fault.source, text: this.#fault.said(said, this.general) };
    return {
      ...{ own, said, shared, localize: this.localize, level: this.innerLevel },
      ...{ busy: this.busy, fault, doubted: this.#doubted },
      previewOf: (source) => this.#lists?.previewOf(source),
      ...{ press: this.#press, look: this.#look, choose: this.#choose, pick: this.#pick },
    };
  }

  readonly #press = ({ currentTarget }: Event): void => {
    const { act, source } = (currentTarget as HTMLElement).dataset as { act: string; source: ConsentSource };
    if (act === 'agree') void this.#agree(source);
    else if (act === 'take') void this.#take(source);
    else if (act === 'withdraw') void this.#withdraw(source);
    else if (act === 'ask' && !this.busy) this.#doubt(source, '[part=keep]');
    else if (act === 'keep') this.#doubt(undefined, `[part=withdraw][data-source=${source}]`);
    else if (act === 'close') {
      this.#lists!.close(source);
      this.outcome = undefined;
      this.focusNext(source === 'github' ? '[name=login]' : '[name=archive]');
    }
  };

  #doubt(source: ConsentSource | undefined, focus: string): void {
    this.#doubted = source;
    this.outcome = undefined;
    this.focusNext(focus);
  }

  #agree(source: ConsentSource): Promise<void> {
    const { code } = this.localize.table;
    return this.#step(async () => {
      await this.asked!.privacy.consents.give({
        source,
        notice: consentNotices[source].version,
        language: code === 'xa' ? 'en-XA' : code,
      });
      return (said) => said.agreed(said.source[source]);
    });
  }

  readonly #look = (event: SubmitEvent): void => {
    event.preventDefault();
    const login = String(new FormData(event.currentTarget as HTMLFormElement).get('login')).trim();
    if (!LOGIN.test(login)) return this.#refuse('github', ({ loginWanted }) => loginWanted, '[name=login]');
    const { consent } = givenFor(this.#imports!, 'github')!;
    this.#lists!.close('github');
    void this.#step(async () => {
      await this.asked!.profile.imports.fetch({ consent, login });
      return undefined;
    });
  };

  readonly #choose = ({ currentTarget }: Event): void => {
    const field = currentTarget as HTMLInputElement;
    const archive = field.files?.[0];
    const given = givenFor(this.#imports!, 'linkedin');
    if (!archive || !given) return;
    this.#lists!.close('linkedin');
    void this.#step(async () => {
      this.tell(({ reading }) => reading);
      const read = await unpacked(archive);
      field.value = '';
      if (!read.ok) this.#refuse('linkedin', (said) => said.archiveFault[read.fault], '[name=archive]');
      else {
        await this.#lists!.open(given, read.files);
        this.focusNext('#preview-linkedin');
      }
      return undefined;
    });
  };

  readonly #pick = ({ currentTarget }: Event): void => {
    const { dataset, checked } = currentTarget as HTMLInputElement;
    this.#lists!.pick(dataset.source as ConsentSource, Number(dataset.at), checked);
    this.requestUpdate();
  };

  #take(source: ConsentSource): Promise<void> {
    const given = givenFor(this.#imports!, source)!;
    return this.#step(async () => {
      if (!this.#lists!.hasPicked(source)) return ({ pickNothing }) => pickNothing;
      this.tell(({ taking }) => taking);
      try {
        const count = await this.#lists!.take(given);
        dispatch(this, 'gigsy-import', { source, count });
        return (said) => said.taken(count, numberText(this.localize, count));
      } catch (error) {
        if (!isGigsyError(error, 'version_conflict')) throw error;
        await this.#lists!.renew(given);
        return ({ changedMeanwhile }) => changedMeanwhile;
      }
    });
  }

  #withdraw(source: ConsentSource): Promise<void> {
    const { consent } = givenFor(this.#imports!, source)!;
    return this.#step(async () => {
      const { removed, kept } = await this.asked!.privacy.consents.withdraw({ consent });
      this.#doubted = undefined;
      const count = (value: number) => numberText(this.localize, value);
      return (said) =>
        `${said.withdrawn(removed, count(removed))}${kept > 0 ? ` ${said.stayed(kept, count(kept))}` : ''}`;
    });
  }

  /** A fault beside a field goes with the next step; a list that arrived meanwhile opens after it. */
  async #step(step: () => Promise<Told<ImportsTerms> | undefined>): Promise<void> {
    if (this.busy) return;
    this.#fault = undefined;
    await this.act(step);
    this.#openArrived();
  }

  #refuse(source: ConsentSource, said: Told<ImportsTerms>, field: string): void {
    this.#fault = { source, said };
    this.focusNext(field);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-imports': GigsyImports;
  }
  interface HTMLElementEventMap {
    'gigsy-import': ImportEvent;
  }
}
