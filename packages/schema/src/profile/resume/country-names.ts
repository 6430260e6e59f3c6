/** Countries as people write them, to ISO 3166-1 alpha-2: codes of every form, names in the languages of Unicode CLDR. */
import { countryCodes, countryOfCode } from '../../contract/country-codes.ts';
import { plainWords } from './plain-words.ts';

/** Languages whose names for countries are known; languages that the runtime lacks add no names. */
const LANGUAGES = `af am ar as az be bg bn bs ca cs cy da de el es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt
  lv mk ml mn mr ms my nb ne nl or pa pl ps pt pt-PT ro ru sd si sk sl so sq sr sr-Latn sv sw ta te th tk tr uk ur uz vi zh zh-Hant zu`;

/** Names in common use that CLDR has under another one, each of one country alone. */
const OTHER_NAMES = `
  GB: uk, great britain, england, scotland, wales, northern ireland, united kingdom of great britain and northern ireland
  US: united states of america, us of a; NL: holland, hollande, olanda, holanda; CZ: czech republic, ceska republika; CI: ivory coast
  MM: burma, birma; SZ: swaziland, kingdom of eswatini; MK: macedonia, fyrom, republic of north macedonia; CV: cape verde
  TL: east timor; VA: vatican, holy see; RU: russian federation; IE: eire, republic of ireland; KR: republic of korea, korea republic of, rok
  KP: democratic peoples republic of korea, dprk; CN: prc, peoples republic of china; TW: republic of china, taiwan province of china
  IR: islamic republic of iran, iran islamic republic of; VN: viet nam; LA: lao pdr, lao peoples democratic republic; SY: syrian arab republic
  BO: plurinational state of bolivia, bolivia plurinational state of; VE: bolivarian republic of venezuela, venezuela bolivarian republic of
  CD: drc, democratic republic of the congo, democratic republic of congo, congo the democratic republic of the
  CG: republic of the congo, republic of congo; AE: uae; BA: bosnia; SK: slovak republic; GR: hellenic republic; MD: republic of moldova
  TZ: united republic of tanzania, tanzania united republic of; BN: brunei darussalam; CH: swiss confederation; PS: state of palestine, palestine state of
  FM: federated states of micronesia, micronesia federated states of; HK: hong kong sar; MO: macau, macao sar; TR: turkey, republic of turkiye
  FK: falkland islands malvinas; GM: gambia the, republic of the gambia; BS: bahamas the; LY: libyan arab jamahiriya; ST: sao tome and principe`;

/** The beginnings of formal names; the rest must be a country's name by itself. */
const FORMAL =
  /^(?:(?:federal |federative |democratic |islamic |arab |peoples )*republic of|kingdom of|grand duchy of|principality of|bundesrepublik|republik|konigreich|furstentum|republique d[eu]|royaume de|republica (?:de|del|da|do)|reino de|repubblica di) ?(?:the )?/;

/** Countries that share a name with another one, which a formal name tells apart. */
const NAMESAKES = new Set(['CD', 'CG', 'CN', 'KP', 'KR', 'TW']);

/** The alpha-2 code for a code or name; undefined if it is unknown or could mean two countries. */
export function countryOf(given: string): string | undefined {
  const word = plain(given);
  const code = ofCode(given.trim().replace(/\./g, ''));
  if (code === undefined) return ofName(word) ?? ofFormalName(word);
  // "Nga" is Russia in Vietnamese, but NGA is Nigeria.
  const name = given === given.toUpperCase() ? code : ofName(word);
  return (name ?? code) === code ? code : undefined;
}

/** In capitals or small letters: "Aus" is more likely a name cut short than AUS. */
function ofCode(given: string): string | undefined {
  if (given !== given.toUpperCase() && given !== given.toLowerCase()) return undefined;
  return countryOfCode(/^\d{1,2}$/.test(given) ? given.padStart(3, '0') : given);
}

function ofFormalName(word: string): string | undefined {
  const name = word.replace(FORMAL, '');
  const code = name === word ? undefined : ofName(name);
  return code !== undefined && NAMESAKES.has(code) ? undefined : code;
}

/** As words are compared, without a leading article, and abbreviated in one way. */
function plain(name: string): string {
  return plainWords(name.replace(/\./g, '').replace(/&/g, ' and '))
    .replace(/^the /, '')
    .replace(/\bsaint\b/g, 'st');
}

/** Built on the first use of a name: English, which decides, and all others. */
let english: ReadonlyMap<string, string> | undefined;
let others: ReadonlyMap<string, string> | undefined;

function ofName(name: string): string | undefined {
  english ??= new Map([...namesIn('en'), ...otherNames()]);
  const found = english.get(name);
  if (found !== undefined) return found;
  others ??= new Map(LANGUAGES.split(/\s+/).flatMap(namesIn));
  return others.get(name);
}

function namesIn(language: string): [string, string][] {
  return (['long', 'short'] as const).flatMap((style) => {
    const names = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
    if (names.resolvedOptions().locale.split('-')[0] !== language.split('-')[0]) return [];
    return (
      countryCodes()
        .map((code): [string, string] => [plain(names.of(code) ?? ''), code])
        // One word is both Congos' name, the only one that two countries share.
        .filter(([name, code]) => name !== '' && !(/^C[DG]$/.test(code) && !name.includes(' ')))
    );
  });
}

function otherNames(): [string, string][] {
  return OTHER_NAMES.trim()
    .split(/[\n;]/)
    .flatMap((entry) => {
      const [code = '', names = ''] = entry.split(':');
      return names.split(',').map((name): [string, string] => [name.trim(), code.trim()]);
    });
}
