/** The content of a section in a few words, while it is not open. */
import type { Localize } from '../../localization/localize.ts';
import { writtenValue } from '../../writing/field-view.ts';
import type { FormTerms } from '../../writing/form.ts';
import type { OpenForm } from '../../writing/open-form.ts';
import { idsOf } from '../../writing/shape.ts';
import { nameOfItem } from '../../writing/view.ts';
import type { SectionForm } from '../profile-form/sections.ts';

/** Most items, and most letters as readers see them: about two lines. The whole text wraps, so that none is cut. */
const MOST_ITEMS = 5;
const MOST_LETTERS = 90;

/** The names of the first items of a list, or the values that stand for an object. */
export function summaryOf({ form, editor }: OpenForm, words: FormTerms, localize: Localize): string {
  const copy = editor.copy!;
  const ids = idsOf(copy.values).slice(0, MOST_ITEMS);
  const texts = form.list
    ? ids.map((id) => nameOfItem({ copy, form, words, localize }, id))
    : (form as SectionForm).gist.map((name) => {
        const field = copy.shape.fieldOf(name)!;
        return writtenValue({ field, words, localize }, copy.values[name]).trim();
      });
  return shortened(texts.filter(Boolean).join(' · ')) || words.writing.empty;
}

function shortened(text: string): string {
  // A letter has a few code units at most, except in hostile texts.
  const letters = [...new Intl.Segmenter().segment(text.slice(0, 20 * MOST_LETTERS))];
  return letters.length > MOST_LETTERS ? `${text.slice(0, letters[MOST_LETTERS - 1]!.index).trimEnd()}…` : text;
}
