/** The settings of privacy: who sees each part of the signed-in person's profile. */
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import type { Preset, SettingKey, Visibility } from '@gigsy/schema';
import { presetSettings } from '@gigsy/schema/rules';
import type { Gigsy } from '@gigsy/sdk';
import { dispatch } from '../../dispatch.ts';
import type { Questions } from '../../client/followed.ts';
import { PrivacyElement } from '../privacy-element.ts';
import type { PrivacyTerms } from '../terms.ts';
import { Explanations } from './explanations.ts';
import { type LaterView, planOf, renderLater, timeText } from './later.ts';
import { renderBar } from './outcome-bar.ts';
import { type Choices, type OwnPrivacy, changesOf } from './own.ts';
import { type Kind, type NamedLink, type PeopleView, namingOf, renderPeople } from './people.ts';
import { type PresetsView, renderPresets } from './presets.ts';
import { styles } from './privacy-settings.styles.ts';
import { rowStyles } from './rows.styles.ts';
import { renderProfileRow, renderSections } from './rows.ts';
import { Saver } from './saver.ts';
import { Steps } from './steps.ts';
import type { PrivacySettingsTerms } from './terms.ts';
import { granteeName } from '../grantee.ts';
import { words } from './words.ts';

/** Settings are stored: each with its new audience, null for the default. Does not bubble. */
export type ChooseEvent = CustomEvent<{ choices: Choices }>;

interface Answers extends Pick<OwnPrivacy, 'grants' | 'scheduled'> {
  readonly settings: Awaited<ReturnType<Gigsy['privacy']['get']>>;
  readonly mine: Awaited<ReturnType<Gigsy['profile']['mine']>>;
}

/**
 * @summary Who sees each part of the signed-in person's profile: presets, sections, fields and single entries, the people whom they
 * named, and changes to come. Each choice says who sees the part then and why, can be undone, and is merged with changes from elsewhere.
 * @tag gigsy-privacy-settings
 *
 * @event {CustomEvent<{ choices: Record<string, string | null> }>} gigsy-choose - Settings are stored, each with its new audience; null for the default.
 *
 * @csspart presets - The presets.
 * @csspart preset - The button of a preset.
 * @csspart take - The button that takes the preset that is asked about.
 * @csspart cancel - The button that leaves all as it is.
 * @csspart section - A block that opens.
 * @csspart row - A setting with its choices.
 * @csspart choice - The button of a choice.
 * @csspart default - The button that returns a setting to its default.
 * @csspart people - Those who are named, and the form that names somebody.
 * @csspart grant - Somebody who is named.
 * @csspart end - The button that removes them.
 * @csspart name-form - The form that names somebody.
 * @csspart add - Its button.
 * @csspart later - Changes to come, and the form that plans one.
 * @csspart scheduled - A change to come.
 * @csspart call-off - The button that calls it off.
 * @csspart plan-form - The form that plans a change.
 * @csspart plan - Its button.
 * @csspart fault - The words beside a field that is refused.
 * @csspart dispute - The question after a change from elsewhere.
 * @csspart insist - The button that stores the person's choice over it.
 * @csspart yield - The button that keeps what is stored.
 * @csspart status - The line that tells the outcome.
 * @csspart undo - The button that takes the last change back.
 * @csspart discard - The button that drops what could not be stored.
 */
export class GigsyPrivacySettings extends PrivacyElement<OwnPrivacy, PrivacySettingsTerms, Answers> {
  static override styles: CSSResultGroup = [PrivacyElement.styles, rowStyles, styles];

  static override parts: readonly string[] = [...PrivacyElement.parts, words.name];

  protected override readonly own = words;

  /** All of these belong to the person of the client alone. */
  #saver: Saver | undefined;
  #explanations: Explanations | undefined;
  #links: readonly NamedLink[] = [];
  readonly #open = new Set<string>();
  #preset: Preset | undefined;
  #kind: Kind = 'person';
  #single = false;
  #what: SettingKey = 'profile';
  readonly #steps = new Steps({
    changed: () => this.requestUpdate(),
    refused: (field) => this.focusNext(`[name=${field}]`),
    failed: (error) => dispatch(this, 'gigsy-error', error),
  });

  protected override questions({ privacy, profile }: Gigsy): Questions<Answers> {
    return {
      settings: (observer) => privacy.watch({}, observer),
      mine: (observer) => profile.watchMine({}, observer),
      grants: (observer) => privacy.grants.watchList({}, observer),
      scheduled: (observer) => privacy.schedule.watchList({}, observer),
    };
  }

  protected override shownOf({ settings, mine, grants, scheduled }: Answers, client: Gigsy): OwnPrivacy | null {
    const own = settings && mine && { ...settings, role: mine.role, sections: mine.sections, grants, scheduled };
    if (own) this.#take(client, own);
    return own;
  }

  protected override begin(client: Gigsy): void {
    super.begin(client);
    this.#saver = this.#preset = undefined;
    this.#steps.clear();
    this.#links = [];
    this.#explanations = new Explanations(client, () => this.requestUpdate());
    // Without them only people and roles can be named.
    client.operations.links.list().then(
      (links) => client === this.asked && ((this.#links = links), this.requestUpdate()),
      () => {},
    );
  }

  #take(client: Gigsy, own: OwnPrivacy): void {
    this.#saver?.follow(own);
    this.#saver ??= new Saver(client, own, {
      changed: () => this.requestUpdate(),
      stored: (choices) => dispatch(this, 'gigsy-choose', { choices }),
      failed: (error) => dispatch(this, 'gigsy-error', error),
    });
  }

  protected override renderValue(): TemplateResult {
    const saver = this.#saver!;
    const view = this.#view(saver);
    const { said } = view;
    const { general } = this;
    return html`<p class="intro">${said.intro}</p>
      <details class="meanings"><summary>${said.meanings}</summary>${renderMeanings(view)}</details>
      ${renderPresets(view)}
      <div class="block">${renderProfileRow(view)}</div>
      <div class="title" role="heading" aria-level=${this.innerLevel}>${said.sections}</div>
      ${renderSections(view)} ${renderPeople(view)} ${renderLater(view)}
      ${renderBar({ ...view, saver, general, outcome: this.#steps.outcome?.(said, general) ?? '', act: this.#act })}`;
  }

  #view(saver: Saver): PresetsView & PeopleView & LaterView {
    const { said, shared } = this;
    const { shown: own, pending } = saver;
    const { fault, busy } = this.#steps;
    return {
      ...{ own, said, shared, localize: this.localize, level: this.innerLevel, pending },
      told: (name) => this.#explanations?.told(own, name),
      isOpen: (block) => this.#open.has(block),
      ...{ toggle: this.#toggle, choose: this.#choose, asked: this.#preset, preset: this.#pressPreset },
      fault: fault && { field: fault.field, text: fault.said(said, this.general) },
      ...{ busy, links: this.#links, kind: this.#kind, single: this.#single, adjust: this.#adjust },
      ...{
        name: this.#name,
        end: this.#end,
        what: this.#what,
        adjustLater: this.#adjust,
        plan: this.#plan,
        callOff: this.#callOff,
      },
    };
  }

  readonly #toggle = ({ currentTarget }: Event): void => {
    const { dataset, open } = currentTarget as HTMLDetailsElement;
    if (open === this.#open.has(dataset.block!)) return;
    if (open) this.#open.add(dataset.block!);
    else this.#open.delete(dataset.block!);
    this.requestUpdate();
  };

  readonly #choose = ({ currentTarget }: Event): void => {
    const { setting, to } = (currentTarget as HTMLElement).dataset;
    this.#steps.clear();
    this.#saver?.choose({ [setting!]: (to || null) as Visibility | null });
  };

  readonly #pressPreset = ({ currentTarget }: Event): void => {
    const { act, preset } = (currentTarget as HTMLElement).dataset as { act: string; preset: Preset };
    this.#steps.clear();
    this.#preset = act === 'ask' && this.#preset !== preset ? preset : undefined;
    if (act === 'take') this.#saver?.choose(presetSettings(preset));
    this.requestUpdate();
    if (act !== 'ask') this.focusNext(`[data-act=ask][data-preset=${preset}]`);
  };

  readonly #act = ({ currentTarget }: Event): void => {
    const act = (currentTarget as HTMLElement).dataset.act as 'undo' | 'retry' | 'discard' | 'insist' | 'yield';
    this.#steps.clear();
    this.#saver?.[act]();
  };

  /** Some fields of a form decide which others there are. */
  readonly #adjust = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    if (name === 'kind') this.#kind = value as Kind;
    if (name === 'sees') this.#single = value === 'only';
    if (name === 'what') this.#what = value as SettingKey;
    this.#steps.clear();
    this.requestUpdate();
  };

  readonly #name = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const naming = namingOf(form, this.#kind);
    if (naming.fault) return this.#steps.refuse(naming.fault.field, ({ [naming.fault.code]: text }) => text);
    void this.#steps.take(
      async () => {
        const grant = await this.asked!.privacy.grants.add(naming);
        form.reset();
        return (said) => said.named(granteeName(grant, this.shared, this.localize));
      },
      ({ tooManyNamed }) => tooManyNamed,
    );
  };

  readonly #end = ({ currentTarget }: Event): void => {
    const { grant, name } = (currentTarget as HTMLElement).dataset;
    void this.#steps.take(async () => {
      await this.asked!.privacy.grants.remove({ grant: grant! });
      return (said) => said.ended(name!);
    });
  };

  readonly #plan = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const plan = planOf(form);
    if (!plan) return this.#steps.refuse('at', ({ whenWanted }) => whenWanted);
    void this.#steps.take(
      async () => {
        const { at } = await this.asked!.privacy.schedule.add({
          at: plan.at,
          changes: changesOf({ [plan.key]: plan.to }),
        });
        form.reset();
        return (said) => said.planned(timeText(this.localize, at));
      },
      ({ tooManyLater }) => tooManyLater,
    );
  };

  readonly #callOff = ({ currentTarget }: Event): void => {
    const { scheduled } = (currentTarget as HTMLElement).dataset;
    void this.#steps.take(async () => {
      await this.asked!.privacy.schedule.cancel({ scheduled: scheduled! });
      return (said) => said.calledOff;
    });
  };

  /** The choice of the same row comes before the line that tells the outcome. */
  protected override heirOf(gone: HTMLElement): HTMLElement {
    const { setting } = gone.dataset;
    const pressed =
      setting && this.shadowRoot!.querySelector<HTMLElement>(`[data-setting="${setting}"][aria-pressed=true]`);
    return pressed || super.heirOf(gone);
  }
}

function renderMeanings({ said, shared }: { said: PrivacySettingsTerms; shared: PrivacyTerms }): TemplateResult {
  const all = Object.keys(said.meaning) as Visibility[];
  return html`<dl>${all.map((each) => html`<dt>${shared.visibility[each]}</dt><dd>${said.meaning[each]}</dd>`)}</dl>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-privacy-settings': GigsyPrivacySettings;
  }
  interface HTMLElementEventMap {
    'gigsy-choose': ChooseEvent;
  }
}
