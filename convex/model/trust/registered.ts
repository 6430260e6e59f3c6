/** Whether a domain is one that somebody registers, by the Public Suffix List (publicsuffix.org), which the library brings. */
import { parse } from 'tldts';

/**
 * True for a name directly below a public suffix, such as `example.co.uk`. False for the suffixes themselves (`co.uk`, `github.io`),
 * for names below (`www.example.org`), which an owner may give to others, and for names of inner networks (`printer.local`).
 */
export function isRegistered(domain: string): boolean {
  const { domain: registered, isIcann, isPrivate } = parse(domain, { allowPrivateDomains: true });
  return registered === domain && (isIcann === true || isPrivate === true);
}
