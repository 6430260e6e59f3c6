/** The meaning of an API's refusal to show a handle, for the page that asks. */
import { HANDLE_FORM } from '@gigsy/schema/rules';
import type { Findings } from './finding.ts';
import type { GigsyTag, Page, Tag } from './page.ts';
import { type Reading, jsonOf } from './reading.ts';

export interface Refused {
  reading: Reading;
  handle: string;
  /** The element that shows the handle; undefined where the doctor asks for one of its own. */
  element: GigsyTag | undefined;
  key: Tag | undefined;
  api: string;
  /** The place that names the API. */
  where: string;
  page: Page;
}

/** Adds a finding. True if every other handle would be refused in the same way. */
export function tellRefusal(refused: Refused, findings: Findings): boolean {
  const { code } = jsonOf(refused.reading);
  switch (code) {
    case 'not_found':
    case 'invalid_argument':
      tellHandle(refused, code, findings);
      return false;
    case 'origin_not_allowed':
    case 'invalid_key':
    case 'unauthenticated':
    case 'forbidden':
      tellKey(refused, code, findings);
      return true;
    default:
      tellFailure(refused, code, findings);
      return code === 'rate_limited';
  }
}

function tellHandle({ element, handle, api }: Refused, code: 'not_found' | 'invalid_argument', findings: Findings) {
  if (!element) return;
  if (code === 'not_found')
    findings.warning(
      'handle_not_shown',
      element.where,
      `"${handle}" is shown as not available: ${api} has no such profile, or its owner hides it.`,
      'Check the handle.',
    );
  else findings.error('handle_invalid', element.where, `"${handle}" cannot be a handle.`, `handle="…": ${HANDLE_FORM}`);
}

function tellKey({ key, where, api, page }: Refused, code: string, findings: Findings) {
  const { origin } = new URL(page.url);
  if (code === 'origin_not_allowed')
    findings.error(
      'origin_not_allowed',
      key?.where ?? where,
      `The page's key does not work on ${origin}.`,
      `Have ${origin} added to the key's origins, or use the key of this site.`,
    );
  else if (key)
    findings.error(
      'key_refused',
      key.where,
      `${api} refuses the page's key: unknown, revoked, or another deployment's.`,
      '<meta name="gigsy-key" content="pk_…"> with a key that is in force',
    );
  else
    findings.error(
      'key_missing',
      where,
      `${api} asks for a publishable key, and the page has none.`,
      '<meta name="gigsy-key" content="pk_…">',
    );
}

function tellFailure({ reading, handle, api, where }: Refused, code: unknown, findings: Findings) {
  findings.warning(
    'api_failing',
    where,
    `${api} answers ${reading.status} to a request for "${handle}"${typeof code === 'string' ? ` (${code})` : ''}.`,
    'Ask again later; tell your Gigsy contact if it stays so.',
  );
}
