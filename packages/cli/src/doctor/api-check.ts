/**
 * Checks the API that the page names: it must be Gigsy's, accept the page's key and origin, and show the page's
 * handles.
 */
import { isLoopback, isMixedContent, isReadable } from './addresses.ts';
import { tellRefusal } from './api-refusal.ts';
import type { Findings } from './finding.ts';
import { type GigsyTag, type Page, type Tag, metaNamed, showsPerson } from './page.ts';
import { type Reading, Unreadable, type Visit, isWebAddress, jsonOf } from './reading.ts';

/** Addresses that the page's elements will ask; a policy must admit them. */
export interface Needs {
  connect: Set<string>;
  images: Set<string>;
}

interface Use {
  api: string;
  where: string;
  elements: GigsyTag[];
}

const WITH_PICTURE = new Set(['gigsy-profile-card', 'gigsy-profile-header']);

/** Most profiles to ask for: a page of a hundred cards can be judged with fewer requests. */
const MAX_HANDLES = 20;
/** Most APIs to ask. */
const MAX_APIS = 5;

export async function checkApis(
  page: Page,
  visit: Visit,
  findings: Findings,
  tell: (line: string) => void,
): Promise<Needs> {
  const needs: Needs = { connect: new Set(), images: new Set() };
  const key = readKey(page, findings);
  for (const use of usesOf(page, findings).slice(0, MAX_APIS)) {
    if (!isUsable(use, page, findings)) continue;
    const api = withoutSlashes(use.api);
    tell(`Asking ${api}/v1`);
    needs.connect.add(api);
    const convex = await checkRoot(api, use, page, visit, findings);
    if (convex === undefined) continue;
    if (use.elements.some(({ attributes }) => attributes.has('live'))) {
      needs.connect.add(convex.replace(/^http/, 'ws')).add(convex);
    }
    // Pictures come from the API itself. A person without a picture today may have one tomorrow.
    if (use.elements.some(({ name }) => WITH_PICTURE.has(name))) needs.images.add(`${api}/v1/photos/any`);
    await checkHandles(api, use, key, page, visit, findings, needs.images);
  }
  return needs;
}

/** The address without slashes at its end. A loop, since a pattern would try every run of slashes. */
function withoutSlashes(address: string): string {
  let end = address.length;
  while (address[end - 1] === '/') end -= 1;
  return address.slice(0, end);
}

/** The publishable key; undefined if the page has no key that could be sent. */
function readKey(page: Page, findings: Findings): Tag | undefined {
  const meta = metaNamed(page, 'gigsy-key');
  if (!meta) return undefined;
  const value = meta.attributes.get('content') ?? '';
  if (value.startsWith('pk_')) return meta;
  if (!value.startsWith('sk_'))
    findings.error(
      'key_invalid',
      meta.where,
      'gigsy-key holds no publishable key.',
      '<meta name="gigsy-key" content="pk_…">',
    );
  return undefined;
}

/** The page's elements, grouped by the API that they ask. */
function usesOf(page: Page, findings: Findings): Use[] {
  const meta = metaNamed(page, 'gigsy-api');
  const uses = new Map<string, Use>();
  for (const element of page.elements.filter(showsPerson)) {
    const api = element.api ?? meta?.attributes.get('content');
    if (api === undefined) {
      findings.error(
        'api_missing',
        element.where,
        `<${element.name}> does not know where to read profiles (unless a script of yours tells it).`,
        '<meta name="gigsy-api" content="https://…">',
      );
      continue;
    }
    const where = element.api === undefined ? meta!.where : element.where;
    uses.set(api, { api, where, elements: [...(uses.get(api)?.elements ?? []), element] });
  }
  if (meta && uses.size === 0)
    uses.set(meta.attributes.get('content') ?? '', {
      api: meta.attributes.get('content') ?? '',
      where: meta.where,
      elements: [],
    });
  return [...uses.values()];
}

function isUsable({ api, where }: Use, page: Page, findings: Findings): boolean {
  if (!isWebAddress(api)) {
    findings.error(
      'api_invalid',
      where,
      `The API's address "${api}" is no http or https address.`,
      'content="https://…", the origin of the Gigsy site',
    );
    return false;
  }
  const { username, password } = new URL(api);
  if (username || password) {
    findings.error(
      'api_invalid',
      where,
      "A user name or password stands in the API's address; browsers refuse it, and everybody can read it.",
      `content="${new URL(api).origin}"`,
    );
    return false;
  }
  if (isMixedContent(api, page.url))
    findings.error(
      'mixed_content',
      where,
      'An https page may not ask an API over http.',
      `content="${api.replace(/^http:/, 'https:')}"`,
    );
  if (isLoopback(api) && !isLoopback(page.url))
    findings.error(
      'local_address',
      where,
      `${api} is this machine; visitors do not reach it.`,
      'Use the address of the Gigsy site.',
    );
  return true;
}

/** Asks `GET /v1` for the deployment's address; undefined if this is not a Gigsy API. */
async function checkRoot(
  api: string,
  { where }: Use,
  page: Page,
  visit: Visit,
  findings: Findings,
): Promise<string | undefined> {
  const reading = await ask(`${api}/v1`, page, where, visit, findings);
  if (!reading) return undefined;
  const { name, convex } = jsonOf(reading);
  if (reading.status !== 200 || name !== 'gigsy') {
    const isRedirect = reading.status >= 300 && reading.status < 400;
    const more = isRedirect
      ? ' Redirects are not followed.'
      : new URL(api).pathname === '/'
        ? ''
        : ' It should be an origin, without a path.';
    findings.error(
      'api_not_gigsy',
      where,
      `${api}/v1 answers ${reading.status}, and not as Gigsy does.${more}`,
      `content="${new URL(api).origin}"`,
    );
    return undefined;
  }
  if (!isReadable(reading.headers, `${api}/v1`, page.url))
    findings.error(
      'api_cors',
      where,
      `${api} does not let this page read its answers.`,
      'Access-Control-Allow-Origin: *',
    );
  return typeof convex === 'string' && isWebAddress(convex) ? withoutSlashes(convex) : api;
}

async function checkHandles(
  api: string,
  use: Use,
  key: Tag | undefined,
  page: Page,
  visit: Visit,
  findings: Findings,
  images: Set<string>,
): Promise<void> {
  const byHandle = new Map<string, GigsyTag>();
  for (const element of use.elements) {
    const handle = element.attributes.get('handle');
    if (handle) byHandle.set(handle, byHandle.get(handle) ?? element);
    else
      findings.warning(
        'handle_missing',
        element.where,
        `<${element.name}> has no handle, so it loads nothing (unless a script of yours gives it a profile).`,
        'handle="…"',
      );
  }
  if (byHandle.size > MAX_HANDLES)
    findings.hint(
      'handles_many',
      use.where,
      `Of ${byHandle.size} handles the first ${MAX_HANDLES} were asked for.`,
      'Nothing is to be done.',
    );
  const handles = byHandle.size > 0 ? [...byHandle].slice(0, MAX_HANDLES) : ([['gigsy', undefined]] as const);
  const query = key ? `?key=${encodeURIComponent(key.attributes.get('content') ?? '')}` : '';
  for (const [handle, element] of handles) {
    const reading = await ask(
      `${api}/v1/profiles/${encodeURIComponent(handle)}${query}`,
      page,
      element?.where ?? use.where,
      visit,
      findings,
    );
    if (!reading) return;
    if (reading.status === 200) addPicture(reading, images);
    else if (tellRefusal({ reading, handle, element, key, api, where: use.where, page }, findings)) return;
  }
}

function addPicture(reading: Reading, images: Set<string>): void {
  const { identity } = jsonOf(reading);
  const url = (identity as { avatarUrl?: unknown } | undefined)?.avatarUrl;
  if (typeof url === 'string' && isWebAddress(url)) images.add(url);
}

/** Asks as an element does, without credentials. Gigsy's API never redirects, so redirects are not followed. */
async function ask(
  url: string,
  page: Page,
  where: string,
  visit: Visit,
  findings: Findings,
): Promise<Reading | undefined> {
  try {
    return await visit.read(url, { headers: { origin: new URL(page.url).origin }, follow: 'never', anonymous: true });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    findings.error(
      'api_unreachable',
      where,
      `${new URL(url).origin} ${error.message}.`,
      'Check the address in gigsy-api.',
    );
    return undefined;
  }
}
