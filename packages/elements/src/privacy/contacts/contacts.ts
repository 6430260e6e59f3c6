/** The contacts of the signed-in person, and asks from them and to them. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import type { IncomingAsk, OpenAsk, Relation } from '@gigsy/schema';
import { HANDLE } from '@gigsy/schema/rules';
import type { Gigsy } from '@gigsy/sdk';
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { dispatch } from '../../dispatch.ts';
import { isolated, text } from '../../untrusted.ts';
import type { Refusals, Told } from '../../client/acting-element.ts';
import { PrivacyElement } from '../privacy-element.ts';
import type { Questions } from '../../client/followed.ts';
import { handleIn } from '../privacy-settings/handle-in.ts';
import { styles } from './contacts.styles.ts';
import { type ContactsView, type Step, renderAsk, renderContacts, renderIncoming, renderOpen } from './people-view.ts';
import type { ContactsTerms } from './terms.ts';
import { words } from './words.ts';

/** The first page of those who are contacts, and where the next begins. */
interface RelationPage {
  readonly relations: readonly Relation[];
  readonly next: string | null;
}

/** Asks to the person, asks of theirs, and the first page of their contacts. */
export interface Contacts {
  readonly incoming: readonly IncomingAsk[];
  readonly asked: readonly OpenAsk[];
  readonly list: RelationPage;
}

/** The person asked somebody, answered, took back or ended something. Does not bubble. */
export type ContactEvent = CustomEvent<{ change: 'ask' | Step }>;

const REFUSALS: Readonly<Record<Step, Refusals<ContactsTerms>>> = {
  accept: { not_found: ({ over }) => over, too_large: ({ tooMany }) => tooMany },
  decline: { not_found: ({ over }) => over },
  withdraw: { not_found: ({ over }) => over },
  end: { not_found: ({ over }) => over },
};

const ASK_REFUSALS: Refusals<ContactsTerms> = {
  not_found: ({ noProfile }) => noProfile,
  too_large: ({ tooManyAsks }) => tooManyAsks,
  rate_limited: ({ tooOften }) => tooOften,
};

/** The outcome of a step, with the name of the other person. */
const OUTCOMES: Readonly<Record<Step, (whom: string) => Told<ContactsTerms>>> = {
  accept:
    (whom) =>
    ({ accepted }) =>
      accepted(whom),
  decline:
    (whom) =>
    ({ declined }) =>
      declined(whom),
  withdraw:
    (whom) =>
    ({ withdrawn }) =>
      withdrawn(whom),
  end:
    (whom) =>
    ({ ended }) =>
      ended(whom),
};

/**
 * @summary The contacts of the signed-in person: asks somebody by their handle, accepts and declines asks, takes asks back, and ends
 * contacts. Follows all of them live.
 * @tag gigsy-contacts
 *
 * @attr {string} href-template - Where names lead, `{handle}` being replaced: `/people/{handle}`. http and https only.
 *
 * @event {CustomEvent<{ change: string }>} gigsy-contact - The person took a step: `ask`, `accept`, `decline`, `withdraw` or `end`.
 *
 * @csspart ask - The form that asks somebody.
 * @csspart send - Its button.
 * @csspart title - The heading of a list.
 * @csspart incoming - Asks of others.
 * @csspart asked - The person's own asks.
 * @csspart contacts - Those who are contacts.
 * @csspart person - A line of a list.
 * @csspart link - The link to a person's page.
 * @csspart accept - The button that accepts an ask.
 * @csspart decline - The button that declines one.
 * @csspart withdraw - The button that takes an ask back.
 * @csspart end - The button that ends a contact.
 * @csspart more - The button that shows more contacts.
 * @csspart status - The line that tells the outcome.
 */
export class GigsyContacts extends PrivacyElement<Contacts, ContactsTerms> {
  static override properties: PropertyDeclarations = { hrefTemplate: { attribute: 'href-template' } };

  static override styles: CSSResultGroup = [PrivacyElement.styles, styles];

  static override parts: readonly string[] = [...PrivacyElement.parts, words.name];

  protected override readonly own = words;

  /** Where names lead. */
  declare hrefTemplate?: string;

  /** The contacts on show, newest first, and where the next page begins. */
  #known: readonly Relation[] = [];
  #next: string | null = null;
  protected override questions({ privacy: { relations } }: Gigsy): Questions<Contacts> {
    return {
      incoming: (observer) => relations.watchIncoming({}, observer),
      asked: (observer) => relations.watchAsked({}, observer),
      list: (observer) => relations.watchList({}, observer),
    };
  }

  /** A change of the first page may have moved all that follow, so those are asked for again. */
  protected override shownOf(contacts: Contacts): Contacts {
    this.#known = contacts.list.relations;
    this.#next = contacts.list.next;
    return contacts;
  }

  protected override renderValue({ incoming, asked }: Contacts): TemplateResult {
    const { said, busy } = this;
    const view = this.#view();
    return html`<p class="intro">${said.intro}</p>
      ${this.renderStatus()} ${renderIncoming(view, incoming)} ${renderContacts(view, this.#known)}
      ${
        this.#next === null
          ? nothing
          : html`<button part="more" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${this.#more}>${said.more}</button>`
      }
      ${renderOpen(view, asked)} ${renderAsk(view)}`;
  }

  #view(): ContactsView {
    const { said, shared, busy, localize, fault } = this;
    const pages = { template: text(this.hrefTemplate), base: this.baseURI };
    const { innerLevel: level } = this;
    return { said, shared, busy, localize, level, fault, pages, ask: this.#ask, step: this.#step };
  }

  readonly #ask = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const handle = handleIn(new FormData(form));
    if (!HANDLE.test(handle)) return this.#refuse(({ handleWanted }) => handleWanted);
    this.refused = undefined;
    const ask = async ({ privacy }: Gigsy) => {
      try {
        await privacy.relations.ask({ kind: 'contact', handle });
      } catch (error) {
        if (!isGigsyError(error, 'invalid_argument')) throw error;
        this.#refuse(({ ownHandle }) => ownHandle);
        return undefined;
      }
      form.reset();
      dispatch(this, 'gigsy-contact', { change: 'ask' });
      return (said: ContactsTerms) => said.asked(isolated(`@${handle}`, this.localize));
    };
    void this.act(ask, ASK_REFUSALS);
  };

  #refuse(told: Told<ContactsTerms>): void {
    this.refuse('handle', told, '[name=handle]');
  }

  readonly #step = ({ currentTarget }: Event): void => {
    const { name, dataset } = currentTarget as HTMLButtonElement;
    const { id = '', whom = '' } = dataset;
    const step = name as Step;
    const take = async (client: Gigsy) => {
      const { relations } = client.privacy;
      await (step === 'end' ? relations.end({ relation: id }) : relations[step]({ ask: id }));
      // A page that is not the first is not followed.
      if (step === 'end' && client === this.asked) this.#known = this.#known.filter(({ relation }) => relation !== id);
      dispatch(this, 'gigsy-contact', { change: step });
      return OUTCOMES[step](whom);
    };
    void this.act(take, REFUSALS[step]);
  };

  readonly #more = (): void => {
    const read = async (client: Gigsy) => {
      const after = this.#next!;
      const { relations, next } = await client.privacy.relations.list({ after });
      // The first page has changed meanwhile, or somebody else is signed in.
      if (client !== this.asked || after !== this.#next) return undefined;
      this.#known = [...this.#known, ...relations];
      this.#next = next;
      const written = this.localize.format(Intl.NumberFormat, {}).format(relations.length);
      return ({ shown }: ContactsTerms) => shown(relations.length, written);
    };
    void this.act(read);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-contacts': GigsyContacts;
  }
  interface HTMLElementEventMap {
    'gigsy-contact': ContactEvent;
  }
}
