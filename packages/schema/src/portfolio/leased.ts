/** The part of a portfolio that a lease opens. */
import { fieldsBeyond, withFields } from '../privacy/lease-fields.ts';
import { type PortfolioView, portfolioSections } from './document.ts';
import { type PortfolioEntries, portfolioOf } from './project.ts';

/** Names of the fields, as `section.field`, that `wide` has and `narrow` lacks. Skills follow from the entries and have none. */
export function portfolioFieldsBeyond(narrow: PortfolioView | null, wide: PortfolioView): string[] {
  return fieldsBeyond(narrow && entriesIn(narrow), entriesIn(wide));
}

/** `wide` without the fields that are neither in `narrow` nor named in `fields`; with the skills of the entries that are left. */
export function portfolioWithFields(
  narrow: PortfolioView | null,
  wide: PortfolioView,
  fields: readonly string[],
): PortfolioView {
  const entries = withFields(narrow && entriesIn(narrow), entriesIn(wide), fields) as PortfolioEntries;
  return portfolioOf(wide.handle, { ...entries, partial: wide.partial });
}

function entriesIn(view: PortfolioView): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    portfolioSections.filter((section) => view[section] !== undefined).map((section) => [section, view[section]]),
  );
}
