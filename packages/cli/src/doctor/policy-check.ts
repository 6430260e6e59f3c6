/**
 * Finds resources of Gigsy that the page's Content Security Policies refuse, and the directive that would admit them.
 */
import { createHash } from 'node:crypto';
import type { Needs } from './api-check.ts';
import type { Build } from './build-check.ts';
import type { Findings } from './finding.ts';
import type { Page } from './page.ts';
import { type Directive, type Policy, admits, admitsScript, admitsStyle, inForce, isStrictDynamic } from './policy.ts';

/** The Trusted Types policy that Lit makes when it loads. */
const LIT_POLICY = 'lit-html';

export function checkPolicies(page: Page, builds: readonly Build[], needs: Needs, findings: Findings): void {
  const hashes = [...new Set(page.elements.flatMap(({ styles }) => styles))].map(
    (style) => `sha256-${createHash('sha256').update(style).digest('base64')}`,
  );
  for (const policy of page.policies) {
    const tell = teller(policy, findings);
    for (const build of builds) checkScript(policy, build, page, tell);
    tellMissing(policy, 'connect-src', 'ask the API', [...needs.connect], page, tell);
    tellMissing(policy, 'img-src', 'show portraits', [...needs.images], page, tell);
    const refused = hashes.filter((hash) => !admitsStyle(policy, hash)).map((hash) => `'${hash}'`);
    if (refused.length > 0)
      tell(
        'csp_style_src',
        'style server-rendered elements before their script has loaded',
        line(policy, 'style-src', refused),
      );
    checkTrustedTypes(policy, builds, tell);
  }
}

type Tell = (code: string, what: string, fix: string) => void;

function teller(policy: Policy, findings: Findings): Tell {
  return (code, what, fix) => {
    if (policy.enforced) findings.error(code, policy.where, `The policy does not let Gigsy ${what}.`, fix);
    else
      findings.warning(
        'csp_report_only',
        policy.where,
        `Nothing is kept from working now, but once it is enforced this policy will not let Gigsy ${what}.`,
        fix,
      );
  };
}

function checkScript(policy: Policy, { url, tag }: Build, page: Page, tell: Tell): void {
  const nonce = tag.attributes.get('nonce');
  const integrity = tag.attributes.get('integrity');
  const sources = inForce(policy, 'script-src')?.sources ?? [];
  const hasNonce = nonce !== undefined && sources.includes(`'nonce-${nonce}'`);
  if (!admitsScript(policy, { nonce, integrity }, url, page.url)) {
    const wantsNonce = isStrictDynamic(policy) || sources.some((source) => source.startsWith("'nonce-"));
    tell(
      'csp_script_src',
      `load ${url}`,
      wantsNonce
        ? `<script nonce="…" type="module" crossorigin src="${url}"></script> with the nonce of the policy`
        : line(policy, 'script-src', [new URL(url).origin]),
    );
  } else if (
    !hasNonce &&
    !isStrictDynamic(policy) &&
    !admits(policy, 'script-src', new URL('chunks/any.js', url).href, page.url)
  ) {
    tell(
      'csp_script_src',
      `load the code of elements beside ${url}`,
      line(policy, 'script-src', [new URL('./', url).href]),
    );
  }
}

/** The requests of elements to an API: the profiles of a page in one, from older deployments one by one. */
const READS = ['/v1/read/profile.get', '/v1/profiles/any'];

function tellMissing(
  policy: Policy,
  directive: Directive,
  what: string,
  urls: readonly string[],
  page: Page,
  tell: Tell,
): void {
  const addresses = (url: string) => (directive === 'connect-src' ? READS.map((path) => url + path) : [url]);
  const missing = urls.filter(
    (url) => !addresses(url).every((address) => admits(policy, directive, address, page.url)),
  );
  if (missing.length === 0) return;
  const origins = [...new Set(missing.map((url) => new URL(url)).map(({ protocol, host }) => `${protocol}//${host}`))];
  tell(`csp_${directive.replace('-', '_')}`, `${what} (${origins.join(', ')})`, line(policy, directive, origins));
}

/** The whole directive to write: the sources in force now and the missing ones. */
function line(policy: Policy, directive: Directive, added: readonly string[]): string {
  const { name, sources = [] } = inForce(policy, directive) ?? {};
  const kept = sources.filter((source) => source.toLowerCase() !== "'none'");
  return [name === undefined || name === 'default-src' ? directive : name, ...new Set([...kept, ...added])].join(' ');
}

function checkTrustedTypes({ directives }: Policy, builds: readonly Build[], tell: Tell): void {
  const names = directives.get('trusted-types');
  if (!names) return;
  const allowsDuplicates = names.includes("'allow-duplicates'");
  const isListed = names.includes(LIT_POLICY) || names.includes('*');
  if (isListed && (allowsDuplicates || builds.length < 2)) return;
  const kept = names.filter((name) => name !== "'none'");
  const fix = ['trusted-types', ...new Set([...kept, ...(isListed ? [] : [LIT_POLICY]), "'allow-duplicates'"])].join(
    ' ',
  );
  tell('csp_trusted_types', isListed ? 'load twice, as this page does' : 'make the policy of its templates', fix);
}
