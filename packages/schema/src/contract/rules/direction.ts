/** Language tags, and the direction of a language's script: not every browser and server knows it. */

/** Beginnings of the ISO 15924 names of the scripts in use that run from right to left, from Adlam and Arabic to Yezidi. */
const RIGHT_TO_LEFT = /A(d|ra|rmi|v)|Gar|Heb|Man[di]|Mend|Nk|Roh|Samr|Syr|Thaa|Yez/;

export function directionOf(locale: Intl.Locale): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(locale.maximize().script!) ? 'rtl' : 'ltr';
}

/** The longest beginning of `tag` that is a language tag (RFC 4647, 3.4 "Lookup"); English if there is none. */
export function localeOf(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'));
  } catch {
    return localeOf(/(.+)[-_]/.exec(tag)?.[1] ?? 'en');
  }
}
