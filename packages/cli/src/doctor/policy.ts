/**
 * Content Security Policy as browsers apply it (CSP level 3): fallback directives, nonces, hashes, 'strict-dynamic',
 * wildcards and paths. Every policy of a page must admit a request.
 */

export interface Policy {
  /** Directives by lower-case name; the first of a name counts. */
  directives: ReadonlyMap<string, readonly string[]>;
  /** The policy's place, for people. */
  where: string;
  enforced: boolean;
}

/** Fallbacks of each directive, nearest first. */
const FALLBACKS: Readonly<Record<string, readonly string[]>> = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'style-src': ['style-src-elem', 'style-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
  'img-src': ['img-src', 'default-src'],
};

export type Directive = 'script-src' | 'style-src' | 'connect-src' | 'img-src';

/** A header may hold several policies, separated by commas. */
export function parsePolicies(text: string, where: string, enforced: boolean): Policy[] {
  return text
    .split(',')
    .filter((policy) => policy.trim())
    .map((policy) => {
      const directives = new Map<string, string[]>();
      for (const directive of policy.split(';')) {
        const [name, ...sources] = directive.trim().split(/[\t\n\f\r ]+/);
        if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
      }
      return { directives, where, enforced };
    });
}

/** The directive in force and its sources; undefined if the policy restricts nothing here. */
export function inForce(
  { directives }: Policy,
  directive: Directive,
): { name: string; sources: readonly string[] } | undefined {
  const name = FALLBACKS[directive]!.find((candidate) => directives.has(candidate));
  return name === undefined ? undefined : { name, sources: directives.get(name)! };
}

/** True if `policy` lets the page at `pageUrl` ask `url` under `directive`. */
export function admits(policy: Policy, directive: Directive, url: string, pageUrl: string): boolean {
  const rule = inForce(policy, directive);
  return !rule || rule.sources.some((source) => matches(source, new URL(url), new URL(pageUrl)));
}

export interface ScriptTag {
  nonce: string | undefined;
  integrity: string | undefined;
}

/** The same for a script tag: its nonce or the hash of its integrity admits it too. */
export function admitsScript(policy: Policy, { nonce, integrity }: ScriptTag, url: string, pageUrl: string): boolean {
  const rule = inForce(policy, 'script-src');
  if (!rule) return true;
  if (nonce && rule.sources.includes(`'nonce-${nonce}'`)) return true;
  const hashes = integrity?.trim().split(/\s+/) ?? [];
  if (hashes.length > 0 && hashes.every((hash) => rule.sources.includes(`'${hash}'`))) return true;
  return !isStrictDynamic(policy) && admits(policy, 'script-src', url, pageUrl);
}

/** Sources by address are then ignored, and a trusted script may load others. */
export function isStrictDynamic(policy: Policy): boolean {
  return inForce(policy, 'script-src')?.sources.some((source) => source.toLowerCase() === "'strict-dynamic'") ?? false;
}

/**
 * True if an inline style with this hash is applied. 'unsafe-inline' counts only in a policy without nonces and hashes.
 */
export function admitsStyle(policy: Policy, hash: string): boolean {
  const rule = inForce(policy, 'style-src');
  if (!rule || rule.sources.includes(`'${hash}'`)) return true;
  return (
    rule.sources.some((source) => source.toLowerCase() === "'unsafe-inline'") &&
    !rule.sources.some((source) => /^'(nonce|sha\d+)-/i.test(source))
  );
}

/** CSP 3, 6.7.2.8, "Does url match expression in origin". */
function matches(expression: string, url: URL, page: URL): boolean {
  const source = expression.toLowerCase();
  if (source === '*') return /^(https?|wss?):$/.test(url.protocol) || url.protocol === page.protocol;
  if (source === "'self'") return isSelf(url, page);
  const scheme = /^([a-z][a-z0-9+.-]*):$/.exec(source)?.[1];
  if (scheme) return schemeMatches(`${scheme}:`, url.protocol);
  const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[^/:'*]+)(?::(\d+|\*))?(\/[^?#]*)?$/i.exec(expression);
  if (!parts) return false;
  const [, given, host = '', port, path] = parts;
  return (
    schemeMatches(given ? `${given.toLowerCase()}:` : page.protocol, url.protocol) &&
    hostMatches(host.toLowerCase(), url.hostname) &&
    portMatches(port, url) &&
    pathMatches(path, url.pathname)
  );
}

function isSelf(url: URL, page: URL): boolean {
  if (url.origin === page.origin) return true;
  return (
    url.hostname === page.hostname &&
    portOf(url) === portOf(page) &&
    ['https:', 'wss:', ...(page.protocol === 'http:' ? ['ws:'] : [])].includes(url.protocol)
  );
}

/** A safer scheme or port than the named one is admitted too. */
function schemeMatches(named: string, actual: string): boolean {
  const safer: Record<string, string[]> = {
    'http:': ['https:'],
    'ws:': ['wss:', 'http:', 'https:'],
    'wss:': ['https:'],
  };
  return named === actual || (safer[named]?.includes(actual) ?? false);
}

function hostMatches(pattern: string, host: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : pattern === host;
}

function portMatches(port: string | undefined, url: URL): boolean {
  if (port === '*' || port === portOf(url)) return true;
  if (port === undefined) return url.port === '';
  return port === '80' && portOf(url) === '443';
}

function portOf({ port, protocol }: URL): string {
  return port || (/^(https|wss):$/.test(protocol) ? '443' : '80');
}

/** A path that ends in a slash admits everything below it; any other path admits itself only. */
function pathMatches(path: string | undefined, actual: string): boolean {
  if (!path || path === '/') return true;
  const decoded = decode(path);
  return decoded.endsWith('/') ? decode(actual).startsWith(decoded) : decode(actual) === decoded;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
