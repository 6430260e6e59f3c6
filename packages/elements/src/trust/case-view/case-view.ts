/** One case of moderation. */
import { type PropertyDeclarations, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import type { CaseDetail, Ground, Inspected, Measure } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import type { Refusals } from '../../client/acting-element.ts';
import type { Questions } from '../../client/followed.ts';
import { dispatch } from '../../dispatch.ts';
import { valueIn } from '../moderating/fields.ts';
import { ModeratingElement } from '../moderating/moderating-element.ts';
import type { ModerationTerms } from '../moderating/terms.ts';
import { type CaseParts, renderCase } from './case-parts.ts';

interface Answers {
  readonly found: CaseDetail | null;
}

/** A moderator took a step. Does not bubble. */
export type CaseStepEvent = CustomEvent<{ case: string; step: string }>;

const REFUSALS: Refusals<ModerationTerms> = {
  forbidden: (said) => said.case.another,
  account_state: (said) => said.case.changed,
  not_found: (said) => said.case.empty,
};

type Step = (client: Gigsy['trust']['moderation'], id: string) => Promise<unknown>;

/**
 * @summary A case of moderation: the reported place, the reports, notes, the decision and the appeal, with the steps that its
 * state allows. Shows the reported content on demand, which the owner reads in their log. For moderators and administrators.
 * @tag gigsy-case-view
 *
 * @event {CustomEvent<{ case: string, step: string }>} gigsy-case-step - The moderator took a step.
 *
 * @csspart section - A part of the case.
 * @csspart title - Its heading.
 * @csspart report - A report.
 * @csspart note - A note.
 * @csspart content - The reported content.
 * @csspart assign - The button that takes the case.
 * @csspart inspect - The button that shows the content.
 * @csspart act - The form of a decision.
 * @csspart restore - The button that takes a decision back.
 * @csspart decide - The form that decides an appeal.
 * @csspart deletion - The form that asks for a deletion.
 * @csspart confirm - The button that confirms it.
 * @csspart fault - What is wrong with a field.
 * @csspart status - The line that tells the outcome.
 */
export class GigsyCaseView extends ModeratingElement<CaseDetail, Answers> {
  static override properties: PropertyDeclarations = { case: {} };

  /** The id of the case. */
  declare case: string;

  #inspected: Inspected['fields'] | undefined;

  constructor() {
    super();
    this.case = '';
  }

  protected override get heading(): string {
    return this.said.case.title;
  }

  protected override get emptyText(): string {
    return this.said.case.empty;
  }

  protected override begin(client: Gigsy): void {
    super.begin(client);
    this.#inspected = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('case') || !this.hasUpdated) return;
    this.#inspected = this.outcome = this.refused = undefined;
    this.reload();
  }

  protected override questions({ trust: { moderation } }: Gigsy): Questions<Answers> {
    return { found: (observer) => moderation.watchView({ case: this.case || 'none' }, observer) };
  }

  protected override shownOf({ found }: Answers): CaseDetail | null {
    return found;
  }

  protected override renderValue(found: CaseDetail): TemplateResult {
    const parts: CaseParts = {
      ...this.form,
      said: this.said,
      level: this.innerLevel,
      inspected: this.#inspected,
      nameOf: (place) => this.nameOf(place),
      timeOf: (time) =>
        this.localize.format(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' }).format(time),
      take: () => this.#step('assign', (client, id) => client.assign({ case: id })),
      inspect: this.#inspect,
      note: this.#note,
      act: this.#act,
      restore: () => this.#step('restore', (client, id) => client.restore({ case: id })),
      decide: this.#decide,
      askDeletion: this.#askDeletion,
      confirmDeletion: () => this.#step('confirmDeletion', (client, id) => client.confirmDeletion({ case: id })),
    };
    return html`${this.renderStatus()} ${found.case === this.case ? renderCase(parts, found) : nothing}`;
  }

  #step(step: string, take: Step): void {
    const { case: id } = this;
    this.refused = undefined;
    void this.act(async ({ trust }) => {
      await take(trust.moderation, id);
      dispatch(this, 'gigsy-case-step', { case: id, step });
      this.focusNext('.status');
      return (said: ModerationTerms) => said.case.done;
    }, REFUSALS);
  }

  readonly #inspect = (): void => {
    const { case: id } = this;
    void this.act(async ({ trust }) => {
      const { fields } = await trust.moderation.inspect({ case: id });
      if (id === this.case) this.#inspected = fields ?? [];
      dispatch(this, 'gigsy-case-step', { case: id, step: 'inspect' });
      this.focusNext('[part=content]');
      return undefined;
    }, REFUSALS);
  };

  readonly #note = (event: SubmitEvent): void => {
    const text = this.#textIn(event, 'note');
    if (text) this.#step('note', (client, id) => client.note({ case: id, text }));
  };

  readonly #act = (event: SubmitEvent): void => {
    const form = event.currentTarget as HTMLFormElement;
    const [measure, ground, rule] = ['measure', 'ground', 'rule'].map((name) => valueIn(form, name)) as [Measure, Ground, string]; // prettier-ignore
    event.preventDefault();
    this.refused = undefined;
    if (rule === '') return this.want('rule', 'rule');
    const explanation = this.#textIn(event, 'facts');
    if (explanation) this.#step('act', (client, id) => client.act({ case: id, measure, ground, rule, explanation }));
  };

  readonly #decide = (event: SubmitEvent): void => {
    const outcome = valueIn(event.currentTarget as HTMLFormElement, 'outcome') as 'upheld' | 'overturned';
    const explanation = this.#textIn(event, 'answer');
    if (explanation) this.#step('decide', (client, id) => client.decide({ case: id, outcome, explanation }));
  };

  readonly #askDeletion = (event: SubmitEvent): void => {
    const reason = this.#textIn(event, 'deletion');
    if (reason) this.#step('askDeletion', (client, id) => client.askDeletion({ case: id, reason }));
  };

  /** The text of a field; empty, and said beside it, where there is none. */
  #textIn(event: SubmitEvent, name: string): string {
    event.preventDefault();
    const words = valueIn(event.currentTarget as HTMLFormElement, name);
    if (words === '') this.want(name, 'explanation');
    return words;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-case-view': GigsyCaseView;
  }
  interface HTMLElementEventMap {
    'gigsy-case-step': CaseStepEvent;
  }
}
