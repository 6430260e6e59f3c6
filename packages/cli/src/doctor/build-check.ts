/** Checks the page's script: it must be there, load, be whole, and be of a supported version. */
import { createHash } from 'node:crypto';
import { isLoopback, isMixedContent, isReadable } from './addresses.ts';
import type { Findings } from './finding.ts';
import type { Page, Tag } from './page.ts';
import { type Reading, Unreadable, type Visit } from './reading.ts';

export interface Build {
  /** The script's address. */
  url: string;
  tag: Tag;
  /** Version of the build; undefined if its manifest cannot be read. */
  version: string | undefined;
  /** Tags that the build defines; undefined as above. */
  tags: ReadonlySet<string> | undefined;
}

/** The fields of a build's manifest.json that are used here. */
interface Manifest {
  version?: unknown;
  files?: Record<string, { modules?: unknown }>;
}

/** Minor versions before the newest that are supported (docs/adr/0010). */
const MINORS_BACK = 2;
const ALGORITHMS = ['sha256', 'sha384', 'sha512'];
const TAG_LINE = (url: string, integrity?: string) =>
  `<script type="module" crossorigin src="${url}"${integrity ? ` integrity="${integrity}"` : ''}></script>`;

/** Most scripts to read: a page needs one. */
const MAX_BUILDS = 5;

/** Every script of the page that is called gigsy.js. */
export async function checkBuilds(page: Page, visit: Visit, findings: Findings): Promise<Build[]> {
  const found = page.scripts
    .map((tag) => ({ tag, url: resolved(tag, page.base) }))
    .filter((script): script is { tag: Tag; url: string } => script.url !== undefined);
  if (found.length === 0) tellMissing(page, findings);
  for (const { tag } of found.slice(1)) {
    findings.warning(
      'script_twice',
      tag.where,
      'The page loads Gigsy more than once; the first definition of each tag wins.',
      'Keep one of the scripts.',
    );
  }
  return Promise.all(found.slice(0, MAX_BUILDS).map(({ tag, url }) => checkBuild(page, tag, url, visit, findings)));
}

function resolved({ attributes }: Tag, base: string): string | undefined {
  const src = attributes.get('src') ?? '';
  const url = URL.canParse(src, base) ? new URL(src, base) : undefined;
  return url && /\/gigsy\.js$/.test(url.pathname) && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function tellMissing(page: Page, findings: Findings): void {
  if (page.elements.length === 0) return;
  const fix = `${TAG_LINE('https://cdn.gigsy.example/v1/gigsy.js')} with the address of your CDN`;
  if (page.scripts.length === 0 && !page.hasInlineScript)
    findings.error(
      'script_missing',
      'the page',
      'No script defines the Gigsy tags, so they only show their fallback content.',
      fix,
    );
  else
    findings.warning(
      'script_missing',
      'the page',
      'There is no gigsy.js; the tags work only if a bundle of yours defines them.',
      fix,
    );
}

async function checkBuild(page: Page, tag: Tag, url: string, visit: Visit, findings: Findings): Promise<Build> {
  checkTag(page, tag, url, findings);
  const none = { url, tag, version: undefined, tags: undefined };
  let script: Reading;
  try {
    script = await visit.read(url, { headers: { origin: new URL(page.url).origin } });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    findings.error(
      'script_unreachable',
      tag.where,
      `The script ${url} ${error.message}.`,
      'Correct the address in src.',
    );
    return none;
  }
  if (script.status !== 200 || !/javascript/.test(script.headers.get('content-type') ?? '')) {
    findings.error(
      'script_unreachable',
      tag.where,
      `${url} answers ${script.status} with ${script.headers.get('content-type') ?? 'no type'}, which is no script.`,
      'Correct the address in src.',
    );
    return none;
  }
  if (!isReadable(script.headers, url, page.url)) {
    findings.error(
      'script_cors',
      tag.where,
      `${url} does not let other origins load it as a module.`,
      'Access-Control-Allow-Origin: * on the CDN',
    );
  }
  const manifest = await readJson<Manifest>(new URL('manifest.json', url).href, visit);
  const version = typeof manifest?.version === 'string' ? manifest.version : undefined;
  checkIntegrity(tag, url, script.bytes, findings);
  await checkAge(tag, url, version, visit, findings);
  return { url, tag, version, tags: tagsOf(manifest) };
}

function checkTag(page: Page, { attributes, where }: Tag, url: string, findings: Findings): void {
  if (attributes.get('type')?.toLowerCase() !== 'module') {
    findings.error('script_not_module', where, 'The script is a module, and its tag does not say so.', TAG_LINE(url));
  } else if (!attributes.has('crossorigin') && new URL(url).origin !== new URL(page.url).origin) {
    findings.hint(
      'script_crossorigin',
      where,
      'Without crossorigin a preload of the same script does not match it.',
      TAG_LINE(url),
    );
  }
  if (isMixedContent(url, page.url))
    findings.error(
      'mixed_content',
      where,
      'An https page may not load a script over http.',
      TAG_LINE(url.replace(/^http:/, 'https:')),
    );
  if (isLoopback(url) && !isLoopback(page.url))
    findings.error(
      'local_address',
      where,
      `${url} is this machine; visitors do not reach it.`,
      'Use the address of the CDN.',
    );
}

/** The version in the path of a pinned build. */
function pinned(url: string): string | undefined {
  return /\/(\d+\.\d+\.\d+)\/gigsy\.js$/.exec(new URL(url).pathname)?.[1];
}

function checkIntegrity({ attributes, where }: Tag, url: string, bytes: Buffer, findings: Findings): void {
  const given = attributes.get('integrity')?.trim();
  const right = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  if (!given) {
    if (pinned(url))
      findings.warning(
        'integrity_missing',
        where,
        'A pinned build without integrity is trusted blindly.',
        TAG_LINE(url, right),
      );
    return;
  }
  const isRight = given
    .split(/\s+/)
    .some((hash) =>
      ALGORITHMS.some((name) => hash.split('?')[0] === `${name}-${createHash(name).update(bytes).digest('base64')}`),
    );
  if (!isRight)
    findings.error(
      'integrity_mismatch',
      where,
      'The script is not the one that integrity names, so browsers refuse it.',
      TAG_LINE(url, right),
    );
  else if (!pinned(url))
    findings.error(
      'integrity_on_channel',
      where,
      'The channel changes with each release; browsers will then refuse it for its integrity.',
      TAG_LINE(url),
    );
}

interface Builds {
  newest?: unknown;
  deprecated?: unknown;
}

/** Compares the build with the CDN's list of builds, or with the channel's version if there is no list. */
async function checkAge(
  { where }: Tag,
  url: string,
  version: string | undefined,
  visit: Visit,
  findings: Findings,
): Promise<void> {
  const pin = pinned(url);
  if (pin && version && pin !== version)
    findings.warning(
      'build_misplaced',
      where,
      `The build under ${pin} calls itself ${version}.`,
      'Pin the version that you mean.',
    );
  if (!pin) return;
  const builds = await readJson<Builds>(new URL('../builds.json', url).href, visit);
  const channel = await readJson<Manifest>(new URL('../v1/manifest.json', url).href, visit);
  const newest = [builds?.newest, channel?.version].find((found) => typeof found === 'string');
  if (!newest)
    return findings.hint(
      'build_age_unknown',
      where,
      'The CDN does not say which builds there are, so the age of this one is unknown.',
      'Look at its /builds.json.',
    );
  const isOld = Array.isArray(builds?.deprecated)
    ? builds.deprecated.includes(pin)
    : minorsBehind(pin, newest) > MINORS_BACK;
  const line = `src="${new URL(`../${newest}/gigsy.js`, url).href}"`;
  if (isOld) findings.error('build_old', where, `Build ${pin} is no longer supported; the newest is ${newest}.`, line);
  else if (pin !== newest)
    findings.hint('build_behind', where, `Build ${pin} is supported; the newest is ${newest}.`, line);
}

function minorsBehind(version: string, newest: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [newestMajor = 0, newestMinor = 0] = newest.split('.').map(Number);
  return major === newestMajor ? newestMinor - minor : (newestMajor - major) * Infinity;
}

/** No module path is longer, and the time to match one grows with the square of its length. */
const LONGEST_PATH = 300;

/** The module that names a tag: its element's class, or in builds up to 0.1 its define module. */
const MODULE_OF_TAG = /elements\/dist\/(?:[a-z]+\/)?([a-z]+-[a-z-]+|provider)\/\1\.js$|([a-z-]+)\.define\.[jt]s$/;

/** The tags that a build defines; undefined if that is unknown. */
function tagsOf(manifest: Manifest | undefined): Set<string> | undefined {
  const modules = Object.values(manifest?.files ?? {}).flatMap((file) =>
    Array.isArray(file.modules) ? (file.modules as unknown[]) : [],
  );
  const paths = modules.filter(
    (module): module is string => typeof module === 'string' && module.length <= LONGEST_PATH,
  );
  const tags = paths
    .flatMap((module) => {
      const [, ofClass, ofDefinition] = MODULE_OF_TAG.exec(module) ?? [];
      return ofClass ?? ofDefinition ?? [];
    })
    .map((name) => `gigsy-${name}`);
  return tags.length > 0 ? new Set(tags) : undefined;
}

async function readJson<T extends object>(url: string, visit: Visit): Promise<T | undefined> {
  try {
    const { status, text } = await visit.read(url, { follow: 'origin' });
    const value: unknown = status === 200 ? JSON.parse(text) : undefined;
    return typeof value === 'object' && value !== null ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}
