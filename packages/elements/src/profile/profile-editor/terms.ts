/** Words of the editor, beside those of the forms in it. */
import type { PictureTerms } from './picture/terms.ts';

export interface ProfileEditorTerms {
  title: string;
  picture: PictureTerms;
  removed: RemovedTerms;
}

/** Of the entries that were removed in earlier visits. */
export interface RemovedTerms {
  /** Opens the list of them. */
  show: string;
  none: string;
  /** The last day, as written. */
  until: (date: string) => string;
  restore: string;
  /** By its name. */
  restored: (name: string) => string;
  failed: string;
  gone: string;
  /** How many are kept, as written; said where there are so many. */
  most: (written: string) => string;
}
