/** A mentor's offer: the subjects, the ways to meet, for how many people, and a text. */
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import { css } from '../../appearance/css.ts';
import type { ProfileView } from '@gigsy/sdk/reader';
import type { ProfileSection } from '../profile-element.ts';
import { SectionElement } from '../section-element.ts';
import { text, texts } from '../../untrusted.ts';
import { type ProfileWords, words } from '../words.ts';

type Mentoring = NonNullable<ProfileView['mentoring']>;

/** A format by its name in the contract; a list of anything else shows nothing. */
const FORMATS: Partial<Record<string, [keyof Pick<ProfileWords, 'chat' | 'call' | 'inPerson'>, english: string]>> = {
  chat: ['chat', 'Chat'],
  call: ['call', 'Call'],
  'in-person': ['inPerson', 'In person'],
};

/**
 * @summary A mentor's offer: subjects, ways to meet, the most mentees at a time, and a text.
 * @tag gigsy-mentoring-section
 *
 * @csspart expertise - The list of subjects.
 * @csspart topic - One subject.
 * @csspart facts - The ways to meet, and the most mentees at a time.
 * @csspart text - The text.
 */
export class GigsyMentoringSection extends SectionElement {
  static override sections: readonly ProfileSection[] = ['mentoring'];

  static override styles: CSSResultGroup = [
    SectionElement.styles,
    css`
    .subjects { display: flex; flex-wrap: wrap; gap: .5em; font-size: .875em }
    .subjects li {
      min-inline-size: 0;
      padding: .125em .625em;
      border: 1px solid transparent;
      border-radius: .5em;
      background: var(--_soft);
    }
    .subjects + *, .prose + * { margin-block-start: .5em }
  `,
  ];

  protected override get heading(): string {
    return this.localize.terms(words).mentoring ?? 'Mentoring';
  }

  protected override renderSection(profile: ProfileView): TemplateResult | undefined {
    const mentoring = profile.mentoring ?? {};
    const subjects = texts(mentoring.expertise);
    const about = text(mentoring.about);
    const facts = [...this.#formats(mentoring), this.#capacity(mentoring)].filter(Boolean).join(' · ');
    if (!subjects[0] && !about && !facts) return undefined;
    return html`<div>
      ${subjects[0] && html`<ul part="expertise" class="subjects">${subjects.map((subject) => html`<li part="topic" dir="auto">${subject}</li>`)}</ul>`}
      ${about && html`<p part="text" class="prose">${about}</p>`}
      ${facts && html`<p part="facts" class="meta">${facts}</p>`}
    </div>`;
  }

  #formats({ formats }: Mentoring): string[] {
    return texts(formats).flatMap((name) => {
      const [word, english] = (Object.hasOwn(FORMATS, name) && FORMATS[name]) || [];
      return word ? [this.localize.terms(words)[word] ?? english!] : [];
    });
  }

  #capacity({ capacity }: Mentoring): string {
    if (typeof capacity !== 'number' || !(capacity > 0)) return '';
    const {
      mentees = (count: number, written: string) => `Up to ${written} ${count === 1 ? 'mentee' : 'mentees'} at a time`,
    } = this.localize.terms(words);
    return mentees(capacity, this.localize.format(Intl.NumberFormat, {}).format(capacity));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-mentoring-section': GigsyMentoringSection;
  }
}
