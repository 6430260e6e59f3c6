/** A form for a section of the person's own profile. */
import type { PropertyDeclarations } from 'lit';
import type { Form, FormTerms } from '../../writing/form.ts';
import { words as writing } from '../../writing/words.ts';
import { WritingElement } from '../../writing/writing-element.ts';
import { identityFields } from './identity.ts';
import { sectionStore } from './section-store.ts';
import { words } from './words.ts';

/** By section. A section that is not among them is `identity`. */
const forms = {
  identity: {
    name: 'profile/identity',
    fields: identityFields,
    store: (client) => sectionStore(client, 'identity'),
  },
} as const satisfies Record<string, Form>;

/**
 * @summary A form for a section of the signed-in person's own profile. Keeps unsaved input over reloads and lost
 * connections, and lets the person choose if somebody else was faster.
 * @tag gigsy-profile-form
 *
 * @attr {'identity'} section - The section to edit: `identity` when absent.
 */
export class GigsyProfileForm extends WritingElement {
  static override properties: PropertyDeclarations = { section: {} };

  static override parts: readonly string[] = [...WritingElement.parts, words.name];

  /** The section to edit: `identity` when absent. */
  declare section?: 'identity';

  protected override get form(): Form {
    return forms[this.#section];
  }

  protected override get words(): FormTerms {
    const { empty, [this.#section]: section } = this.localize.terms(words);
    return { ...section, writing: this.localize.terms(writing), empty };
  }

  get #section(): keyof typeof forms {
    const { section = '' } = this;
    return Object.hasOwn(forms, section) ? (section as keyof typeof forms) : 'identity';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-profile-form': GigsyProfileForm;
  }
}
