/** Checks the tags themselves: names, language, fallback content, and secrets in the page. */
import { nearest } from '../nearest.ts';
import { SECRET_KEY } from '../secrets.ts';
import type { Findings } from './finding.ts';
import { type GigsyTag, type Page, showsPerson } from './page.ts';

/** `defined`: the tags that the page's build defines; undefined if unknown. */
export function checkMarkup(page: Page, defined: ReadonlySet<string> | undefined, findings: Findings): void {
  checkSecrets(page, findings);
  checkLanguage(page, findings);
  if (page.elements.length === 0) {
    findings.warning(
      'elements_none',
      'the page',
      'No Gigsy element stands in the HTML; those that a script adds can not be examined.',
      '<gigsy-profile-card handle="ada"></gigsy-profile-card>',
    );
  }
  for (const element of page.elements) {
    if (defined && !element.name.endsWith('-form')) checkName(element, defined, findings);
    if (element.selfClosed) {
      findings.error(
        'tag_self_closed',
        element.where,
        `HTML has no <${element.name} />: all that follows stands inside the element, and is hidden by it.`,
        `</${element.name}> after its fallback content`,
      );
    } else if (!element.hasFallback && showsPerson(element)) {
      findings.warning(
        'fallback_missing',
        element.where,
        `<${element.name}> is empty, so nothing is shown before its script has loaded, or without it.`,
        `<a href="…">…</a> inside the tag`,
      );
    }
  }
}

function checkSecrets({ source }: Page, findings: Findings): void {
  let line = 1;
  let counted = 0;
  for (const { index } of source.matchAll(SECRET_KEY)) {
    for (; counted < index; counted += 1) if (source[counted] === '\n') line += 1;
    findings.error(
      'secret_key_in_page',
      `line ${line}`,
      'A SECRET KEY STANDS IN THE PAGE, and everybody who opens it can read it. Revoke it now; taking it out of the page does not make it secret again.',
      'gigsy-key takes the publishable key, which starts with pk_.',
    );
  }
}

function checkLanguage({ html, elements }: Page, findings: Findings): void {
  const lang = html?.attributes.get('lang')?.trim() ?? '';
  const without = elements.filter((element) => !element.lang?.trim());
  if (!lang) {
    const speaks =
      elements.length > without.length ? '' : " Elements then speak the language of the visitor's browser.";
    findings.warning(
      'lang_missing',
      html?.where ?? 'the page',
      `The page does not say its language (WCAG 3.1.1).${speaks}`,
      '<html lang="en">',
    );
  }
  const own = elements
    .map((element) => [element.where, element.lang?.trim() ?? ''] as const)
    .filter(([, value]) => value !== lang);
  for (const [where, value] of [[html?.where ?? '', lang] as const, ...own]) {
    if (value && !isLanguage(value))
      findings.warning(
        'lang_invalid',
        where,
        `lang="${value}" is no language tag (BCP 47); elements then speak English.`,
        'lang="en", lang="pt-BR" …',
      );
  }
}

/** No tag in use is longer. */
const LONGEST_TAG = 100;

function isLanguage(tag: string): boolean {
  try {
    return tag.length <= LONGEST_TAG && Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

function checkName({ name, where }: GigsyTag, defined: ReadonlySet<string>, findings: Findings): void {
  if (defined.has(name)) return;
  const meant = nearest(name, [...defined]);
  findings.error(
    'tag_unknown',
    where,
    `This build defines no <${name}>.${meant ? ` Did you mean ${meant}?` : ''}`,
    meant ? `<${meant}>` : `It defines ${[...defined].join(', ')}.`,
  );
}
