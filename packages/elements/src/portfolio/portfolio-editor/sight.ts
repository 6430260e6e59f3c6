/** The audience of each entry: its own setting, by the same choices, explanations and saves as the settings of privacy. */
import { type TemplateResult, html } from 'lit';
import type { PortfolioSection, Visibility } from '@gigsy/schema';
import { itemKeyOf, narrowest } from '@gigsy/schema/rules';
import type { Gigsy } from '@gigsy/sdk';
import { followAll } from '../../client/followed.ts';
import type { OutcomeWords } from '../../client/outcome.ts';
import type { Localize } from '../../localization/localize.ts';
import { Explanations } from '../../privacy/privacy-settings/explanations.ts';
import { renderBar } from '../../privacy/privacy-settings/outcome-bar.ts';
import { type Choices, type OwnPrivacy, chosenFor, inForce, itemOptions } from '../../privacy/privacy-settings/own.ts';
import { renderRow } from '../../privacy/privacy-settings/rows.ts';
import { Saver } from '../../privacy/privacy-settings/saver.ts';
import type { PrivacySettingsTerms } from '../../privacy/privacy-settings/terms.ts';
import type { SettingsView } from '../../privacy/privacy-settings/view.ts';
import type { PrivacyTerms } from '../../privacy/terms.ts';

interface Answers {
  readonly settings: Awaited<ReturnType<Gigsy['privacy']['get']>>;
  readonly mine: Awaited<ReturnType<Gigsy['profile']['mine']>>;
  readonly grants: OwnPrivacy['grants'];
}

/** Words and language of a drawing. */
export interface SightDrawing {
  readonly said: PrivacySettingsTerms;
  readonly shared: PrivacyTerms;
  readonly general: OutcomeWords;
  readonly localize: Localize;
}

export interface SightHost {
  changed(): void;
  stored(choices: Choices): void;
  failed(error: unknown): void;
}

export class Sight {
  readonly #host: SightHost;
  #client: Gigsy | null | undefined;
  #ended = new AbortController();
  #own: OwnPrivacy | undefined;
  #saver: Saver | undefined;
  #explanations: Explanations | undefined;
  #entries: Readonly<Record<string, unknown>> = {};

  constructor(host: SightHost) {
    this.#host = host;
  }

  /** Settings belong to the person of the client. */
  follow(client: Gigsy | null | undefined): void {
    if (client === this.#client) return;
    this.leave();
    this.#client = client;
    if (!client) return;
    const { privacy, profile } = client;
    this.#explanations = new Explanations(client, () => this.#host.changed());
    const { signal } = this.#ended;
    followAll<Answers>(
      {
        settings: (observer) => privacy.watch({}, observer),
        mine: (observer) => profile.watchMine({}, observer),
        grants: (observer) => privacy.grants.watchList({}, observer),
      },
      { signal, next: (answers) => signal.aborted || this.#take(client, answers), error: () => {} },
    );
  }

  /** Forgets the person; the next `follow` begins anew. */
  leave(): void {
    this.#ended.abort();
    this.#ended = new AbortController();
    this.#client = this.#own = this.#saver = this.#explanations = undefined;
  }

  /** Entries by section, which tell what a setting is about. */
  see(entries: Readonly<Record<string, unknown>>): void {
    this.#entries = { ...this.#entries, ...entries };
  }

  #take(client: Gigsy, { settings, mine, grants }: Answers): void {
    if (!settings || !mine) return;
    const sections = mine.sections;
    this.#own = { ...settings, role: mine.role, sections, grants, scheduled: [] };
    this.#saver?.follow(this.#own);
    this.#saver ??= new Saver(client, this.#own, this.#host);
    this.#host.changed();
  }

  /** The audience of an entry in a word; empty while it is not known. */
  noteOf(section: PortfolioSection, id: string, { shared }: SightDrawing): string {
    const own = this.#saver?.shown;
    if (!own) return '';
    return shared.visibility[narrowest(narrowest(inForce(own, 'profile'), inForce(own, section)), inForce(own, itemKeyOf(section, id)))]; // prettier-ignore
  }

  /** The choices of an entry, under `label`. */
  render(section: PortfolioSection, id: string, label: string, drawing: SightDrawing): TemplateResult | '' {
    const view = this.#view(drawing);
    if (!view) return '';
    const name = itemKeyOf(section, id);
    // The row itself says nothing about an entry that goes with its section.
    const now = chosenFor(view.own.chosen, name) ? '' : this.noteOf(section, id, drawing);
    return html`${renderRow(view, name, label, itemOptions(view.own, name))}
      <p class="hint now">${now}</p>`;
  }

  /** How far a change is, and what to do about one that failed. */
  renderFoot(drawing: SightDrawing): TemplateResult | '' {
    const view = this.#view(drawing);
    const saver = this.#saver;
    if (!view || !saver || (saver.phase === 'idle' && !saver.disputed)) return '';
    return html`<div class="sight">${renderBar({ ...view, saver, general: drawing.general, outcome: '', act: this.#act })}</div>`;
  }

  #view({ said, shared, localize }: SightDrawing): SettingsView | undefined {
    const saver = this.#saver;
    if (!saver) return undefined;
    const { shown, pending } = saver;
    const own = { ...shown, sections: { ...shown.sections, ...this.#entries } };
    return {
      ...{ own, said, shared, localize, level: 3, pending },
      told: (name) => this.#explanations?.told(own, name),
      isOpen: () => false,
      toggle: () => {},
      choose: this.#choose,
    };
  }

  readonly #choose = ({ currentTarget }: Event): void => {
    const { setting, to } = (currentTarget as HTMLElement).dataset;
    this.#saver?.choose({ [setting!]: (to || null) as Visibility | null });
  };

  readonly #act = ({ currentTarget }: Event): void => {
    const act = (currentTarget as HTMLElement).dataset.act as 'undo' | 'retry' | 'discard' | 'insist' | 'yield';
    this.#saver?.[act]();
  };
}
