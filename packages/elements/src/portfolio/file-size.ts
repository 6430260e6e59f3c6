/** Sizes of files for readers. */
import type { Localize } from '../localization/localize.ts';

/** In kilobytes or megabytes of the decimal kind, and never less than one kilobyte. */
export function fileSize(bytes: number, localize: Localize): string {
  const large = bytes >= 1e6;
  const options = {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  } as const;
  return localize.format(Intl.NumberFormat, options).format(Math.max(bytes / (large ? 1e6 : 1e3), 1));
}
