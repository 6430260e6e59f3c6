/**
 * The base of privacy's elements that show several answers as one: their words, the client that gave what is on show, and
 * focus. A subclass names its words and its questions, makes the value of their answers, and renders it.
 */
import type { CSSResultGroup, PropertyValues } from 'lit';
import type { Gigsy } from '@gigsy/sdk';
import type { WatchObserver } from '@gigsy/sdk/reader';
import { ClientElement } from '../client/client-element.ts';
import type { Part } from '../localization/part.ts';
import { type Questions, followAll } from './followed.ts';
import { privacyStyles } from './privacy.styles.ts';
import type { PrivacyTerms } from './terms.ts';
import { words } from './words.ts';

/** A sentence, said in the language of the time at which it is drawn. */
export type Told<Terms> = (said: Terms, shared: PrivacyTerms) => string;

export abstract class PrivacyElement<
  Value extends object,
  Terms extends { title: string },
  Answers extends object = Value,
> extends ClientElement<Value> {
  static override styles: CSSResultGroup = [ClientElement.styles, privacyStyles];

  static override parts: readonly string[] = [...ClientElement.parts, words.name];

  /** The element's own words. */
  protected abstract readonly own: Part<Terms>;
  /** The client that gave what is on show. */
  protected asked: Gigsy | undefined;

  /** The questions that are followed. */
  protected abstract questions(client: Gigsy): Questions<Answers>;
  /** The value on show; null where the person has nothing of the kind yet. */
  protected abstract shownOf(answers: Answers, client: Gigsy): Value | null;

  protected get said(): Terms {
    return this.localize.terms(this.own);
  }

  protected get shared(): PrivacyTerms {
    return this.localize.terms(words);
  }

  protected override get heading(): string {
    return this.said.title;
  }

  protected override follow(client: Gigsy, observer: WatchObserver<Value | null>): void {
    if (client !== this.asked) {
      this.asked = client;
      this.begin(client);
    }
    followAll(this.questions(client), {
      ...observer,
      next: (answers) => observer.next(this.shownOf(answers, client)),
    });
  }

  /** Forgets all that belonged to the person of the client before. */
  protected abstract begin(client: Gigsy): void;

  /** Leads to a control that may come with the next drawing. */
  protected focusNext(selector: string): void {
    this.requestUpdate();
    void this.updateComplete.then(() => this.shadowRoot!.querySelector<HTMLElement>(selector)?.focus());
  }

  /** Focus goes on where the focused control goes away. */
  protected override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot!.activeElement as HTMLElement | null;
    super.update(changed);
    if (focused && !focused.isConnected) this.heirOf(focused).focus();
  }

  /** The place of focus after `gone`: the line that tells the outcome. */
  protected heirOf(_gone: HTMLElement): HTMLElement {
    return (this.shadowRoot!.querySelector<HTMLElement>('.status') ?? this.shadowRoot!.querySelector('article'))!;
  }
}
