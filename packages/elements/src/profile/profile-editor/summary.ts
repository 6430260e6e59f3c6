/** The content of a section in a few words, while it is not open. */
import type { Localize } from '../../localization/localize.ts';
import { writtenValue } from '../../writing/field-view.ts';
import type { FormTerms } from '../../writing/form.ts';
import type { OpenForm } from '../../writing/open-form.ts';
import { idsOf } from '../../writing/shape.ts';
import { nameOfItem } from '../../writing/view.ts';
import type { SectionForm } from '../profile-form/sections.ts';

/** More would not fit into a line. */
const MOST_ITEMS = 5;
const MOST_LETTERS = 200;

/** The names of the first items of a list, or the values that stand for an object. */
export function summaryOf({ form, editor }: OpenForm, words: FormTerms, localize: Localize): string {
  const copy = editor.copy!;
  const ids = idsOf(copy.values).slice(0, MOST_ITEMS);
  const texts = form.list
    ? ids.map((id) => nameOfItem({ copy, form, words, localize }, id))
    : (form as SectionForm).gist.map((name) => {
        const field = copy.shape.fieldOf(name)!;
        return writtenValue({ field, words, localize }, copy.values[name]).trim().slice(0, MOST_LETTERS);
      });
  return texts.filter(Boolean).join(' · ') || words.writing.empty;
}
