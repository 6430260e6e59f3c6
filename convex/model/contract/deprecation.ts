/**
 * The end of an API version, as its operator announces it. GIGSY_V1_DEPRECATED and GIGSY_V1_SUNSET are dates such as
 * 2027-01-31. GIGSY_V1_DEPRECATION_LINK leads to a page that says what to do. Values that are not dates or addresses are
 * dropped.
 */

/** `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and `Link`; no header while nothing is announced. */
export function deprecationHeaders(): Record<string, string> {
  const { GIGSY_V1_DEPRECATED, GIGSY_V1_SUNSET, GIGSY_V1_DEPRECATION_LINK } = process.env;
  const since = timeOf(GIGSY_V1_DEPRECATED);
  const end = timeOf(GIGSY_V1_SUNSET);
  if (since === undefined) return {};
  return {
    Deprecation: `@${Math.floor(since / 1000)}`,
    // RFC 9745, section 4: no sunset before the deprecation.
    ...(end !== undefined && end >= since && { Sunset: new Date(end).toUTCString() }),
    ...linkTo(GIGSY_V1_DEPRECATION_LINK),
  };
}

/** Milliseconds since 1970, UTC. */
function timeOf(date: string | undefined): number | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : time;
}

function linkTo(address: string | undefined): { Link?: string } {
  if (!address || !URL.canParse(address)) return {};
  const { href, protocol } = new URL(address);
  return /^https?:$/.test(protocol) ? { Link: `<${href}>; rel="deprecation"; type="text/html"` } : {};
}
