/** Tells a page's developer that the API it reads will end. Loaded when an answer announces it. */
import { tellOnce } from './tell-once.ts';

/** Reads `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and `Link rel="deprecation"` of an answer of `api`. */
export function warnOnce(api: string, headers: Headers): void {
  const since = day(Number(headers.get('deprecation')?.replace(/^@/, '')) * 1000);
  const end = day(Date.parse(headers.get('sunset') ?? ''));
  const link = /<(https?:[^<>\s]+)>[^,]*;\s*rel="?deprecation\b/i.exec(headers.get('link') ?? '')?.[1];
  const message =
    `the API at ${api.replace(/\/+$/, '')}/v1 is deprecated${since && ` since ${since}`}${end && ` and ends on ${end}`}.` +
    (link ? ` What to do: ${link}` : '');
  tellOnce(`Gigsy: ${message}`, message);
}

/** `2027-01-31`; empty for text that is not a time. */
function day(time: number): string {
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString().slice(0, 10) : '';
}
