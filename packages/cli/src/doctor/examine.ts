/** Examines a page: reads it and everything that its Gigsy elements will need, and reports what is missing. */
import { CliError } from '../failure.ts';
import { printable } from '../printable.ts';
import { withoutSecrets } from '../secrets.ts';
import { checkApis } from './api-check.ts';
import { checkBuilds } from './build-check.ts';
import { type Finding, Findings } from './finding.ts';
import { checkMarkup } from './markup-check.ts';
import { readPage } from './page.ts';
import { checkPolicies } from './policy-check.ts';
import { type Reading, Unreadable, Visit, isWebAddress } from './reading.ts';

export interface Report {
  /** After redirects, without secrets. */
  url: string;
  /** Version of the script that the page loads first. */
  version: string | null;
  elements: number;
  findings: Finding[];
}

/** Throws a CliError if there is no page to examine. */
export async function examine(address: string, tell: (line: string) => void): Promise<Report> {
  if (!isWebAddress(address))
    throw new CliError('usage', 'gigsy doctor wants the http:// or https:// address of a page.');
  const visit = new Visit(address);
  const say = (line: string) => tell(printable(withoutSecrets(line)));
  say(`Reading ${visit.url}`);
  const page = readPage(await readHtml(visit));
  const findings = new Findings();
  say('Reading its script');
  const builds = await checkBuilds(page, visit, findings);
  checkMarkup(page, builds.find(({ tags }) => tags)?.tags, findings);
  const needs = await checkApis(page, visit, findings, say);
  checkPolicies(page, builds, needs, findings);
  return {
    url: withoutSecrets(page.url),
    version: builds[0]?.version ?? null,
    elements: page.elements.length,
    findings: findings.list(),
  };
}

async function readHtml(visit: Visit): Promise<Reading> {
  const reading = await visit.read(visit.url, { headers: { accept: 'text/html' } }).catch((error: unknown) => {
    if (error instanceof Unreadable) throw new CliError('page_unreachable', `The page ${error.message}.`);
    throw error;
  });
  const type = reading.headers.get('content-type') ?? 'no type';
  if (reading.status === 401)
    throw new CliError(
      'page_unreachable',
      'The page answers 401: it wants a user name and password, as in https://NAME:PASSWORD@staging.example/.',
    );
  if (reading.status !== 200) throw new CliError('page_unreachable', `The page answers ${reading.status}.`);
  if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type))
    throw new CliError('not_html', `The page is ${printable(type)}, not HTML.`);
  return reading;
}
