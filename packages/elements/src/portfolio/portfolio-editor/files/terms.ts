/** The words of files in a contribution. */
import type { UploadFault } from './upload.ts';

export interface FilesTerms {
  choose: string;
  help: string;
  /** The list has its most files, as written. */
  full: (most: string) => string;
  /** A file whose name is not known: its number, as written. */
  picture: (number: string) => string;
  document: (number: string) => string;
  /** The field for the content of a picture in words. */
  alt: string;
  altHelp: string;
  remove: string;
  /** A file that was taken out, with a way back. */
  removed: (name: string) => string;
  undo: string;
  waiting: string;
  /** How much has arrived, as a percentage. */
  sending: (percent: string) => string;
  checking: string;
  /** Heard once a file is stored. */
  stored: (name: string) => string;
  lost: string;
  cancel: string;
  retry: string;
  /** Begun in an earlier visit. */
  begun: string;
  dismiss: string;
  faults: Readonly<Record<UploadFault, string>>;
}
