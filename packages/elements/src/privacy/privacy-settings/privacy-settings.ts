/** The settings of privacy: who sees each part of the signed-in person's profile. */
import { type CSSResultGroup, type PropertyValues, type TemplateResult, html } from 'lit';
import type { Preset, SettingKey, Visibility } from '@gigsy/schema';
import { presetSettings } from '@gigsy/schema/rules';
import type { Gigsy } from '@gigsy/sdk';
import type { WatchObserver } from '@gigsy/sdk/reader';
import { ClientElement } from '../../client/client-element.ts';
import { dispatch } from '../../dispatch.ts';
import { followAll } from '../followed.ts';
import { privacyStyles } from '../privacy.styles.ts';
import type { PrivacyTerms } from '../terms.ts';
import { words as sharedWords } from '../words.ts';
import { Explanations } from './explanations.ts';
import { type LaterView, planOf, renderLater, timeText } from './later.ts';
import { renderBar } from './outcome-bar.ts';
import { type Choices, type OwnPrivacy, changesOf } from './own.ts';
import { type Kind, type NamedLink, type PeopleView, namingOf, renderPeople } from './people.ts';
import { type PresetsView, renderPresets } from './presets.ts';
import { styles } from './privacy-settings.styles.ts';
import { renderProfileRow, renderSections } from './rows.ts';
import { Saver } from './saver.ts';
import { Steps } from './steps.ts';
import type { PrivacySettingsTerms } from './terms.ts';
import { granteeName } from '../grantee.ts';
import { words } from './words.ts';

/** Settings are stored: each with its new audience, null for the default. Does not bubble. */
export type ChooseEvent = CustomEvent<{ choices: Choices }>;

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
export class GigsyPrivacySettings extends ClientElement<OwnPrivacy> {
  static override styles: CSSResultGroup = [ClientElement.styles, privacyStyles, styles];

  static override parts: readonly string[] = [...ClientElement.parts, sharedWords.name, words.name];

  /** The client that gave what is on show, and what belongs to its person alone. */
  #asked: Gigsy | undefined;
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
    refused: (field) => this.#focusNext(`[name=${field}]`),
    failed: (error) => dispatch(this, 'gigsy-error', error),
  });

  protected override get heading(): string {
    return this.localize.terms(words).title;
  }

  protected override get emptyText(): string {
    return this.localize.terms(words).empty;
  }

  protected override follow(client: Gigsy, { next, error, signal }: WatchObserver<OwnPrivacy | null>): void {
    if (client !== this.#asked) this.#begin(client);
    followAll(
      {
        settings: (observer: WatchObserver<Awaited<ReturnType<Gigsy['privacy']['get']>>>) =>
          client.privacy.watch({}, observer),
        mine: (observer: WatchObserver<Awaited<ReturnType<Gigsy['profile']['mine']>>>) =>
          client.profile.watchMine({}, observer),
        grants: (observer: WatchObserver<OwnPrivacy['grants']>) => client.privacy.grants.watchList({}, observer),
        scheduled: (observer: WatchObserver<OwnPrivacy['scheduled']>) =>
          client.privacy.schedule.watchList({}, observer),
      },
      {
        next: ({ settings, mine, grants, scheduled }) => {
          const own = settings && mine && { ...settings, role: mine.role, sections: mine.sections, grants, scheduled };
          if (own) this.#take(client, own);
          next(own);
        },
        error: (failure) => error?.(failure),
        ...(signal && { signal }),
      },
    );
  }

  #begin(client: Gigsy): void {
    this.#asked = client;
    this.#saver = this.#preset = undefined;
    this.#steps.clear();
    this.#links = [];
    this.#explanations = new Explanations(client, () => this.requestUpdate());
    // Without them only people and roles can be named.
    client.operations.links.list().then(
      (links) => client === this.#asked && ((this.#links = links), this.requestUpdate()),
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
    return html`<p class="intro">${said.intro}</p>
      <details class="meanings"><summary>${said.meanings}</summary>${renderMeanings(view)}</details>
      ${renderPresets(view)}
      <div class="block">${renderProfileRow(view)}</div>
      <div class="title" role="heading" aria-level=${this.innerLevel}>${said.sections}</div>
      ${renderSections(view)} ${renderPeople(view)} ${renderLater(view)}
      ${renderBar({ ...view, saver, outcome: this.#steps.outcome?.(said, view.shared) ?? '', act: this.#act })}`;
  }

  #view(saver: Saver): PresetsView & PeopleView & LaterView {
    const said = this.localize.terms(words);
    const shared = this.localize.terms(sharedWords);
    const { shown: own, pending } = saver;
    const { fault, busy } = this.#steps;
    return {
      ...{ own, said, shared, localize: this.localize, level: this.innerLevel, pending },
      told: (name) => this.#explanations?.told(own, name),
      isOpen: (block) => this.#open.has(block),
      ...{ toggle: this.#toggle, choose: this.#choose, asked: this.#preset, preset: this.#pressPreset },
      fault: fault && { field: fault.field, text: fault.said(said, shared) },
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
    if (act !== 'ask') this.#focusNext(`[data-act=ask][data-preset=${preset}]`);
  };

  readonly #act = ({ currentTarget }: Event): void => {
    const act = (currentTarget as HTMLElement).dataset.act as 'undo' | 'retry' | 'discard' | 'insist' | 'yield';
    this.#steps.clear();
    this.#saver?.[act]();
  };

  /** What a form asks about decides on its further fields. */
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
        const grant = await this.#asked!.privacy.grants.add(naming);
        form.reset();
        return (said, shared) => said.named(granteeName(grant, shared, this.localize));
      },
      ({ tooManyNamed }) => tooManyNamed,
    );
  };

  readonly #end = ({ currentTarget }: Event): void => {
    const { grant, name } = (currentTarget as HTMLElement).dataset;
    void this.#steps.take(async () => {
      await this.#asked!.privacy.grants.remove({ grant: grant! });
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
        const { at } = await this.#asked!.privacy.schedule.add({
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
      await this.#asked!.privacy.schedule.cancel({ scheduled: scheduled! });
      return (said) => said.calledOff;
    });
  };

  #focusNext(selector: string): void {
    void this.updateComplete.then(() => this.shadowRoot!.querySelector<HTMLElement>(selector)?.focus());
  }

  /** Focus goes on where the focused control goes away: to the choice of its row, else to the line that tells the outcome. */
  protected override update(changed: PropertyValues): void {
    const focused = this.shadowRoot!.activeElement as HTMLElement | null;
    super.update(changed);
    if (!focused || focused.isConnected) return;
    const { setting } = focused.dataset;
    const pressed =
      setting && this.shadowRoot!.querySelector<HTMLElement>(`[data-setting="${setting}"][aria-pressed=true]`);
    const line = this.shadowRoot!.querySelector<HTMLElement>('.status');
    (pressed || line || this.shadowRoot!.querySelector<HTMLElement>('article')!).focus();
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
