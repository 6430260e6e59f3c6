/** Words of the picture in the editor. */
import type { Localize } from '../../../localization/localize.ts';
import type { PictureFault } from './faults.ts';
import type { PhotoFault } from './photo.ts';

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

/** A drawing in one language. */
export interface PictureDrawing {
  readonly words: PictureTerms;
  /** For the button that sends again. */
  readonly retry: string;
  readonly localize: Localize;
}
