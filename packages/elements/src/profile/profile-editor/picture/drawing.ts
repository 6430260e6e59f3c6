import type { Localize } from '../../../localization/localize.ts';
import type { PictureTerms } from './terms.ts';

/** A drawing in one language. */
export interface PictureDrawing {
  readonly words: PictureTerms;
  /** For the button that sends again. */
  readonly retry: string;
  readonly localize: Localize;
}
