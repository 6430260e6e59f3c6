/** The part of a portfolio that a lease opens. */
import { type LeasedView, fieldsBeyond, withFields } from '../privacy/lease-fields.ts';
import { type PortfolioView, portfolioSections } from './document.ts';
import { type PortfolioEntries, portfolioOf } from './project.ts';

/** Skills follow from the entries that are left. */
export const portfolioLeased: LeasedView<PortfolioView> = {
  fieldsBeyond: (narrow, wide) => fieldsBeyond(narrow && entriesIn(narrow), entriesIn(wide)),
  withFields(narrow, wide, fields) {
    const entries = withFields(narrow && entriesIn(narrow), entriesIn(wide), fields) as PortfolioEntries;
    return portfolioOf(wide.handle, { ...entries, partial: wide.partial });
  },
};

function entriesIn(view: PortfolioView): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    portfolioSections.filter((section) => view[section] !== undefined).map((section) => [section, view[section]]),
  );
}
