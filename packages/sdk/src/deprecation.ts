/**
 * Tells whoever develops a page that the API it reads will end, once per page and message, however many cards and copies
 * of the SDK it holds. Loaded when an answer announces it; the one place of the SDK that writes to the console, since the
 * developer has asked for nothing that could return it.
 */

const registry: unique symbol = Symbol.for('gigsy.deprecations');

/** Reads `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and `Link rel="deprecation"` of an answer of `api`. */
export function warnOnce(api: string, headers: Headers): void {
  const since = day(Number(headers.get('deprecation')?.replace(/^@/, '')) * 1000);
  const end = day(Date.parse(headers.get('sunset') ?? ''));
  const link = /<(https?:[^<>\s]+)>[^,]*;\s*rel="?deprecation\b/i.exec(headers.get('link') ?? '')?.[1];
  const message = `Gigsy: the API at ${api.replace(/\/+$/, '')}/v1 is deprecated${since && ` since ${since}`}${end && ` and ends on ${end}`}.`
    + (link ? ` What to do: ${link}` : '');
  const told = ((globalThis as { [registry]?: Set<string> })[registry] ??= new Set());
  if (told.has(message)) return;
  told.add(message);
  // eslint-disable-next-line no-console -- see above
  console.warn(message);
}

/** `2027-01-31`; empty for what is no time. */
function day(time: number): string {
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString().slice(0, 10) : '';
}
