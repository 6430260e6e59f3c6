/**
 * The iframe page, for sites that allow no script, and how oEmbed describes it. Nothing here reads a profile: the
 * page's bytes follow from the address alone, and the card in it asks for the public view.
 */
import type { EmbedPage, OEmbedRequest } from '@gigsy/schema';
import { embedPageSchema, routes, escapeHtml } from '@gigsy/schema';

export interface EmbedHosts {
  /** Origins of the HTTP site, of the deployment's socket and of the CDN. */
  site: string;
  convex: string;
  cdn: string;
  /** Address of people's pages with `{handle}` in it, if the platform has such pages. */
  profile?: string | undefined;
}

export const EMBED_PATH = routes.profile.embedPage.path;
export const OEMBED_PATH = routes.profile.oembed.path;

/** Largest width that the frame asks for, in CSS pixels. */
const WIDTH = 480;
/** Heights, in CSS pixels, that hold a card and the sentence that it is offline, by width: below 20 em the card is compact. tests/e2e measures them. */
const HEIGHTS = [
  { from: 320, height: 280 },
  { from: 0, height: 188 },
];
/** Seconds that a consumer may keep the answer. The answer holds no data of the profile, so a day does no harm. */
const CACHE_AGE = 86_400;

/** The card has the frame's height. Its typeface is that of a page without fonts of its own. */
const STYLE = 'body{margin:0;font:1rem/1.5 system-ui,sans-serif}gigsy-profile-card{min-height:100vh}';

/** From the environment. Undefined on a deployment that names no CDN and so offers no embed page. */
export function embedHosts(): EmbedHosts | undefined {
  const { CONVEX_SITE_URL, CONVEX_CLOUD_URL, GIGSY_CDN_URL } = process.env;
  const [site, convex, cdn] = [CONVEX_SITE_URL, CONVEX_CLOUD_URL, GIGSY_CDN_URL].map(originOf);
  if (!site || !convex || !cdn) return undefined;
  return { site, convex, cdn, profile: profileTemplate() };
}

/** Address of people's pages with `{handle}` in it; undefined if the platform has no such pages. */
export function profileTemplate(): string | undefined {
  const { GIGSY_PROFILE_URL } = process.env;
  return GIGSY_PROFILE_URL?.includes('{handle}') && originOf(GIGSY_PROFILE_URL) ? GIGSY_PROFILE_URL : undefined;
}

/** An http or https origin. It needs no escaping in a policy or in markup. */
function originOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, origin } = new URL(address);
  return /^https?:$/.test(protocol) ? origin : undefined;
}

export function embedHtml(hosts: EmbedHosts, page: EmbedPage): string {
  const { handle, lang, theme } = page;
  const own = hosts.profile?.replaceAll('{handle}', handle);
  const card = attributes({ handle, live: '', theme, 'href-template': hosts.profile });
  const discovery = `${hosts.site}${OEMBED_PATH}?format=json&url=${encodeURIComponent(pageAddress(hosts, page))}`;
  return `<!doctype html>
<html${attributes({ lang: lang ?? 'en' })}>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta${attributes({ name: 'color-scheme', content: theme ?? 'light dark' })}>
<meta${attributes({ name: 'gigsy-api', content: hosts.site })}>
<base target="_blank">
<title>@${handle} · Gigsy</title>
<link${attributes({ rel: 'alternate', type: 'application/json+oembed', title: titleOf(handle), href: discovery })}>
<style>${STYLE}</style>
<script type="module" crossorigin${attributes({ src: `${hosts.cdn}/v1/gigsy.js` })}></script>
<gigsy-profile-card${card}>${own ? `<a${attributes({ href: own })}>@${handle}</a>` : `@${handle}`}</gigsy-profile-card>
</html>
`;
}

/** As strict as the card allows; any page may frame it. */
export async function embedPolicy({ site, convex, cdn }: EmbedHosts): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE)));
  return [
    "default-src 'none'",
    `script-src ${cdn}`,
    `connect-src ${site} ${convex} ${convex.replace(/^http/, 'ws')}`,
    `img-src ${site} ${cdn}`,
    `style-src 'sha256-${btoa(String.fromCharCode(...digest))}'`,
    "require-trusted-types-for 'script'",
    // Lit's policy alone, so that nobody can make a policy that passes everything.
    "trusted-types lit-html 'allow-duplicates'",
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
  ].join('; ');
}

/**
 * The profile that an address shows. Addresses of the iframe page count, and those of people's pages on the platform.
 */
export function pageAt(hosts: EmbedHosts, address: string): EmbedPage | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname, searchParams } = new URL(address);
  const [before, after] = (hosts.profile ?? '').split('{handle}') as [string, string?];
  const bare = origin + pathname;
  const frame = hosts.site + EMBED_PATH;
  const parsed = bare.startsWith(frame)
    ? embedPageSchema.safeParse({ ...presentation(searchParams), handle: bare.slice(frame.length) })
    : after !== undefined &&
        bare.startsWith(before) &&
        bare.endsWith(after) &&
        bare.length >= before.length + after.length
      ? embedPageSchema.safeParse({ handle: bare.slice(before.length, bare.length - after.length) })
      : undefined;
  return parsed?.data;
}

/** The parameters of an address that the iframe page knows. */
export function presentation(given: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...given].filter(([name]) => name === 'lang' || name === 'theme'));
}

/**
 * oEmbed 1.0, section 2.3.4.4 (rich). Carries the handle and nothing else of the person: consumers keep it for good.
 */
export function oembedOf(
  hosts: EmbedHosts,
  page: EmbedPage,
  { maxwidth = WIDTH, maxheight }: Pick<OEmbedRequest, 'maxwidth' | 'maxheight'>,
) {
  const width = Math.min(WIDTH, maxwidth);
  const room = HEIGHTS.find(({ from }) => width >= from)!.height;
  const height = Math.min(room, maxheight ?? room);
  const title = titleOf(page.handle);
  const html = `<iframe${attributes({
    src: pageAddress(hosts, page),
    title,
    width: String(width),
    height: String(height),
    frameborder: '0',
    loading: 'lazy',
    referrerpolicy: 'no-referrer',
    sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
  })}></iframe>`;
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Gigsy',
    provider_url: originOf(hosts.profile) ?? hosts.site,
    cache_age: CACHE_AGE,
    html,
    width,
    height,
  };
}

function pageAddress({ site }: EmbedHosts, { handle, lang, theme }: EmbedPage): string {
  const query = new URLSearchParams({ ...(lang && { lang }), ...(theme && { theme }) }).toString();
  return `${site}${EMBED_PATH}${handle}${query && `?${query}`}`;
}

function titleOf(handle: string): string {
  return `@${handle} on Gigsy`;
}

/** ` name="value"` for each that has a value, escaped. */
function attributes(given: Record<string, string | undefined>): string {
  return Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeHtml(value!)}"`)
    .join('');
}
