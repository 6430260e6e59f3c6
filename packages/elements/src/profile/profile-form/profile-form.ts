/** A form for a section of the person's own profile. */
import type { PropertyDeclarations } from 'lit';
import type { Form, FormTerms } from '../../writing/form.ts';
import { words as writing } from '../../writing/words.ts';
import { WritingElement } from '../../writing/writing-element.ts';
import type { SectionName } from './terms.ts';
import { type SectionForm, isSection, sectionForm } from './sections.ts';
import { sectionTerms } from './section-terms.ts';
import { words } from './words.ts';

/**
 * @summary A form for a section of the signed-in person's own profile. Keeps unsaved input over reloads and lost
 * connections, and lets the person choose if somebody else was faster.
 * @tag gigsy-profile-form
 *
 * @attr {'identity'|'about'|'availability'|'contact'|'organisation'|'mentoring'|'skills'|'workExperience'|'education'|'projects'|'certificates'|'awards'|'publications'|'volunteering'|'languages'|'links'} section - The section to edit: `identity` when absent.
 */
export class GigsyProfileForm extends WritingElement {
  static override properties: PropertyDeclarations = { section: {} };

  static override parts: readonly string[] = [...WritingElement.parts, words.name];

  /** The section to edit: `identity` when absent. */
  declare section?: SectionName;

  #forms: readonly [SectionForm] = [sectionForm('identity')];

  protected override get forms(): readonly Form[] {
    const { section = '' } = this;
    const wanted = isSection(section) ? section : 'identity';
    if (this.#forms[0].section !== wanted) this.#forms = [sectionForm(wanted)];
    return this.#forms;
  }

  protected override wordsOf(form: Form): FormTerms {
    return sectionTerms(this.localize.terms(words), (form as SectionForm).section, this.localize.terms(writing));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-profile-form': GigsyProfileForm;
  }
}
