/** The words of the editor of a portfolio. A table that lacks a term does not compile. */
import type { FieldTerms } from '../../writing/terms.ts';
import type { FilesTerms } from './files/terms.ts';

export interface PortfolioEditorTerms {
  title: string;
  /** For people without a profile. */
  empty: string;
  /** In the place of the sections that other systems fill, as long as there is nothing in them. */
  nothingSent: string;
  /** Over the sections that other systems fill. */
  sent: string;
  /** Over the contributions. */
  own: string;
  /** Labels the choices of who sees an entry. */
  whoSees: string;
  /** In the place of the choices for an entry that is not stored yet. */
  notYet: string;
  fields: Readonly<Record<string, FieldTerms>>;
  files: FilesTerms;
}
