/** Names of regions, kept: Intl writes each anew, which takes a page of cards a tenth of its time. */
import { Localize } from '../localization/localize.ts';

type Names = Pick<Intl.DisplayNames, 'of'>;

/** By language; the elements ask for codes of two letters. */
const kept = new WeakMap<Intl.DisplayNames, Names>();

function keeping(names: Intl.DisplayNames): Names {
  const known = new Map<string, string | undefined>();
  return {
    of(code) {
      if (!known.has(code)) known.set(code, names.of(code));
      return known.get(code);
    },
  };
}

/** Makes `localize` give kept names. */
export function keepRegionNames(localize: Localize): void {
  localize.format = formatKept as Localize['format'];
}

const { format } = Localize.prototype;

function formatKept(this: Localize, ...asked: Parameters<Localize['format']>): unknown {
  const made = format.apply(this, asked);
  if (!(made instanceof Intl.DisplayNames)) return made;
  let names = kept.get(made);
  if (!names) kept.set(made, (names = keeping(made)));
  return names;
}
