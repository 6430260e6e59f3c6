/** Words of the picture in the editor. */
import type { PhotoFault } from '@gigsy/schema';
import type { PictureFault } from './faults.ts';

export interface PictureTerms {
  /** Heads the field. */
  title: string;
  choose: string;
  /** While one is being cropped. */
  another: string;
  /** The kinds of files, and the ways to give one. */
  help: string;
  remove: string;
  /** The deployment is fetching it from its address. */
  waiting: string;
  /** The reasons why the picture at an address could not be taken. */
  address: Readonly<Record<PhotoFault, string>>;
  opening: string;
  /** Name of the picture while its part is chosen. */
  part: string;
  partHelp: string;
  zoom: string;
  /** Where the part is now, to be heard: numbers as written, with their signs. The place is 0 to 100 percent. */
  at: (zoom: string, fromLeft: string, fromTop: string) => string;
  preview: string;
  use: string;
  cancel: string;
  /** As written, with its sign. */
  sending: (percent: string) => string;
  stored: string;
  removed: string;
  faults: Readonly<Record<PictureFault, string>>;
}
