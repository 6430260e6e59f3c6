/** Web and e-mail addresses as documents write them: clear ones are completed, doubtful ones are left out. */
import { hostOf, isEmail, isSafeUrl } from '../../contract/text.ts';
import { isTopLevelDomain } from './top-level-domains.ts';

/** Top-level domains that are endings of files too: only more of an address tells them apart. */
const FILE_ENDINGS = new Set(['md', 'mov', 'ps', 'py', 'rs', 'sh', 'zip']);

/** Labels of letters and digits of any script, then perhaps a port, a path, a query or a fragment. */
const BARE =
  /^(?:\/\/)?((?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}\p{M}])?\.)+[\p{L}\p{N}\p{M}-]+)(?::\d{1,5})?([/?#]\S*)?$/u;

/**
 * The absolute http or https address that `given` is, or is without its `https://`; undefined for file names, other schemes,
 * addresses with credentials and everything else.
 */
export function webAddress(given: string): string | undefined {
  if (/^https?:\/\//i.test(given)) return isSafeUrl(given) ? given : undefined;
  const [, host, rest] = BARE.exec(given) ?? [];
  if (host === undefined || !isHost(host, given.startsWith('//') || /^\//.test(rest ?? ''))) return undefined;
  const absolute = `https://${given.replace(/^\/\//, '')}`;
  return isSafeUrl(absolute) ? absolute : undefined;
}

/** `certain`: the text around the name has the form of an address. */
function isHost(name: string, certain: boolean): boolean {
  const labels = name.toLowerCase().split('.');
  const last = labels.at(-1) ?? '';
  if (!isTopLevelDomain(last) && !isEncodedDomain(last)) return false;
  return certain || (labels[0] === 'www' && labels.length > 2) || !FILE_ENDINGS.has(last);
}

/** An internationalized top-level domain in its ASCII form, such as `xn--p1ai`. */
function isEncodedDomain(label: string): boolean {
  return /^xn--[a-z0-9-]+$/.test(label);
}

/** The e-mail address in `given`: bare, after `mailto:`, or in angle brackets after a name. */
export function emailAddress(given: string): { email: string; more: boolean } | undefined {
  const named = /^([^<>]*)<([^<>]+)>$/.exec(given);
  const address = (named?.[2] ?? given).trim().replace(/^mailto:/i, '');
  const [email = '', ...headers] = address.split('?');
  return isEmail(email) ? { email, more: (named?.[1] ?? '').trim() !== '' || headers.length > 0 } : undefined;
}

/** Where the public page of a user is, for networks with one form of address. */
const PAGES: Readonly<Record<string, string>> = {
  behance: 'www.behance.net/',
  bitbucket: 'bitbucket.org/',
  bluesky: 'bsky.app/profile/',
  codeberg: 'codeberg.org/',
  codepen: 'codepen.io/',
  devto: 'dev.to/',
  dribbble: 'dribbble.com/',
  facebook: 'www.facebook.com/',
  github: 'github.com/',
  gitlab: 'gitlab.com/',
  goodreads: 'www.goodreads.com/',
  hackernews: 'news.ycombinator.com/user?id=',
  huggingface: 'huggingface.co/',
  instagram: 'www.instagram.com/',
  kaggle: 'www.kaggle.com/',
  keybase: 'keybase.io/',
  linkedin: 'www.linkedin.com/in/',
  medium: 'medium.com/@',
  npm: 'www.npmjs.com/~',
  orcid: 'orcid.org/',
  pinterest: 'www.pinterest.com/',
  reddit: 'www.reddit.com/user/',
  soundcloud: 'soundcloud.com/',
  telegram: 't.me/',
  threads: 'www.threads.net/@',
  tiktok: 'www.tiktok.com/@',
  twitch: 'www.twitch.tv/',
  twitter: 'x.com/',
  vimeo: 'vimeo.com/',
  x: 'x.com/',
  xing: 'www.xing.com/profile/',
  youtube: 'www.youtube.com/@',
};

/** The page of `username` at a network that we know; Mastodon's servers stand in the name: `@mara@social.example`. */
export function profilePage(network: string, username: string): string | undefined {
  const name = network
    .toLowerCase()
    .replace(/(?:\.com|\.org|\.net)$/, '')
    .replace(/[^a-z]/g, '');
  const federated = /^@?([A-Za-z0-9_.]+)@([\p{L}\p{N}.-]+)$/u.exec(username);
  if (federated)
    return ['mastodon', 'fediverse', 'pixelfed'].includes(name) && isHost(federated[2]!, true)
      ? webAddress(`https://${federated[2]}/@${federated[1]}`)
      : undefined;
  const page = Object.hasOwn(PAGES, name) ? PAGES[name] : undefined;
  const user = username.replace(/^@/, '');
  return page !== undefined && /^[\p{L}\p{N}](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?$/u.test(user)
    ? `https://${page}${encodeURIComponent(user)}`
    : undefined;
}

/** The label of a link for which the document names no network. */
export function hostName(url: string): string {
  return hostOf(url).replace(/^www\./, '');
}
