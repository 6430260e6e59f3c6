/** The request to `npm run new`: its kind, and names in the forms that files need. */
import { domains } from '../lint/domains.mjs';
import { pascalCase } from '../elements/descriptors.ts';

export const kinds = ['element', 'function', 'domain'] as const;
export type Kind = (typeof kinds)[number];

/** A mistake in the command's arguments: one sentence that says what to do. */
export class NameError extends Error {}

export function checkedKind(given: string | undefined): Kind {
  if (kinds.includes(given as Kind)) return given as Kind;
  throw new NameError(
    `${given === undefined ? 'Say what to make' : `"${given}" cannot be made`}: ${kinds.join(', ')}.`,
  );
}

export function checkedDomain(given: string | undefined): string {
  if (domains.includes(given ?? '')) return given!;
  throw new NameError(`"${given ?? ''}" is not a domain: choose from ${domains.join(', ')}.`);
}

export interface ElementName {
  domain: string;
  /** `badge-list`, of `<gigsy-badge-list>`. */
  name: string;
  class: string;
  /** `Badge list`. */
  title: string;
}

/** `profile/badge-list`, or `badge-list` of the profile domain. */
export function elementName(given: string | undefined): ElementName {
  const [name = '', domain = 'profile', ...rest] = (given ?? '').split('/').reverse();
  if (rest.length > 0 || !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name) || /-(form|editor)$/.test(name))
    throw new NameError(
      `"${given ?? ''}" cannot name an element: give two or more words in lower case with hyphens, such as badge-list or portfolio/badge-list. Elements that edit, whose names end in -form or -editor, are written by hand.`,
    );
  const words = name.replaceAll('-', ' ');
  return {
    domain: checkedDomain(domain),
    name,
    class: `Gigsy${pascalCase(name)}`,
    title: words[0]!.toUpperCase() + words.slice(1),
  };
}

export interface FunctionName {
  domain: string;
  /** `archived`, of `portfolio.archived`. */
  name: string;
}

export function functionName(given: string | undefined): FunctionName {
  const [, domain, name] = /^([a-z]+)\.([a-z][A-Za-z0-9]*)$/.exec(given ?? '') ?? [];
  if (domain === undefined || name === undefined)
    throw new NameError(
      `"${given ?? ''}" cannot name a function: give its domain and its name, such as portfolio.archived.`,
    );
  return { domain: checkedDomain(domain), name };
}
