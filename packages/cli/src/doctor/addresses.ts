/** What the addresses in a page mean for those who visit it. */

/** True for this machine: a visitor's browser would ask the visitor's own. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname);
}

/** True if a browser refuses `url` on the page as mixed content (W3C Mixed Content, 4.4; this machine is exempt). */
export function isMixedContent(url: string, pageUrl: string): boolean {
  return new URL(pageUrl).protocol === 'https:' && new URL(url).protocol === 'http:' && !isLoopback(url);
}

/** True if an answer with these headers may be read by a script of the page, without credentials. */
export function isReadable(headers: Headers, url: string, pageUrl: string): boolean {
  const { origin } = new URL(pageUrl);
  const allowed = headers.get('access-control-allow-origin');
  return new URL(url).origin === origin || allowed === '*' || allowed === origin;
}
