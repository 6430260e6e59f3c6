/**
 * Addresses as they are often mistaken: read as they are meant where that is certain, and the page's developer is told how
 * to write them. Convex gives a deployment two names, `NAME.convex.cloud` for calls and `NAME.convex.site` for HTTP routes.
 */
import { GigsyError } from './errors.ts';
import { tellOnce } from './tell-once.ts';

const CONVEX = /\.convex\.(cloud|site)$/;
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1])$/;

/**
 * The address of a Gigsy site that `given` means, without a slash at the end; a path of the page's own origin stays as it is.
 *
 * @throws GigsyError `invalid_argument` where it means none.
 */
export function siteMeant(given: string): string {
  const words = String(given).trim().replace(/\/+$/, '');
  if (/^(\/(?!\/)|$)/.test(words) && given) return words;
  return meant(words, 'site', 'the Gigsy site (<meta name="gigsy-api">)');
}

/** The address of a deployment that `given`, an http or https address, means, without a slash at the end. */
export function deploymentMeant(given: string): string {
  return meant(given.trim().replace(/\/+$/, ''), 'cloud', 'the deployment (the url of createGigsy)');
}

/** `domain`: the right one of Convex's two domains. `what`: the owner of the address, for the message. */
function meant(given: string, domain: 'site' | 'cloud', what: string): string {
  const bare = given.replace(/^\/\//, '');
  const schemed = /^[a-z][a-z0-9+.-]*:\/\//i.test(bare)
    ? bare
    : `${LOOPBACK.test(bare.replace(/[:/].*/, '')) ? 'http' : 'https'}://${bare}`;
  const url = URL.canParse(schemed) ? new URL(schemed) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || !/[.:]|^localhost$/.test(url.hostname)) throw noAddress(what);
  const reasons: [kind: string, reason: string][] = [];
  if (schemed !== given) reasons.push(['scheme', 'it begins with https://']);
  if (CONVEX.test(url.hostname) && !url.hostname.endsWith(domain)) {
    reasons.push([
      'domain',
      `.convex.${domain} is ${domain === 'site' ? 'the name of the site, .convex.cloud that of the deployment' : 'the name of the deployment, .convex.site that of the site'}`,
    ]);
    url.hostname = url.hostname.replace(CONVEX, `.convex.${domain}`);
  }
  if (url.protocol === 'http:' && isSecureAlone(url.hostname)) {
    reasons.push(['secure', 'it is reached by https:// alone']);
    url.protocol = 'https:';
  }
  const path = CONVEX.test(url.hostname) ? '' : url.pathname.replace(/\/v1(\/.*)?$|\/+$/, '');
  if (schemed.slice(schemed.indexOf('://') + 3).includes('@'))
    reasons.push(['credentials', 'it holds no user and password']);
  else if (path !== url.pathname.replace(/\/+$/, '') || url.search || url.hash)
    reasons.push(['path', 'it ends with the host']);
  const found = url.origin + path;
  if (reasons[0]) {
    const kinds = reasons.map(([kind]) => kind).join();
    tellOnce(
      `address of ${domain}: ${kinds}`,
      `the address of ${what} is read as ${found}: ${reasons.map(([, reason]) => reason).join(', and ')}.`,
    );
  }
  return found;
}

/** Convex answers by https alone, and a page that came by https may ask no one else, but for its own machine. */
function isSecureAlone(host: string): boolean {
  return CONVEX.test(host) || (globalThis.location?.protocol === 'https:' && !LOOPBACK.test(host));
}

function noAddress(what: string): GigsyError {
  const message = `the address of ${what} must be an http:// or https:// address.`;
  tellOnce(message, message);
  return new GigsyError('invalid_argument', `T${message.slice(1)}`);
}
