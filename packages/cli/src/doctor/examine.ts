/** The doctor's round: reads the page and everything that its Gigsy elements will need, and tells what is missing. */
import { CliError } from '../failure.ts';
import { printable } from '../printable.ts';
import { checkApis } from './api-check.ts';
import { checkBuilds } from './build-check.ts';
import { type Finding, Findings } from './finding.ts';
import { checkMarkup } from './markup-check.ts';
import { readPage } from './page.ts';
import { checkPolicies } from './policy-check.ts';
import { type Reading, Unreadable, isWebAddress, readAddress } from './reading.ts';

export interface Report {
  /** After redirects. */
  url: string;
  /** Of the script that the page loads first. */
  version: string | null;
  elements: number;
  findings: Finding[];
}

/** Throws a CliError where there is no page to examine. */
export async function examine(url: string, tell: (line: string) => void): Promise<Report> {
  tell(`Reading ${url}`);
  const page = readPage(await readHtml(url));
  const findings = new Findings();
  tell('Reading its script');
  const builds = await checkBuilds(page, findings);
  checkMarkup(page, builds.find(({ tags }) => tags)?.tags, findings);
  const needs = await checkApis(page, findings, (line) => tell(printable(line)));
  checkPolicies(page, builds, needs, findings);
  return { url: page.url, version: builds[0]?.version ?? null, elements: page.elements.length, findings: findings.list() };
}

async function readHtml(url: string): Promise<Reading> {
  if (!isWebAddress(url)) throw new CliError('usage', 'gigsy doctor wants the http:// or https:// address of a page.');
  const reading = await readAddress(url, { accept: 'text/html' }).catch((error: unknown) => {
    if (error instanceof Unreadable) throw new CliError('page_unreachable', `The page ${error.message}.`);
    throw error;
  });
  const type = reading.headers.get('content-type') ?? 'no type';
  if (reading.status !== 200) throw new CliError('page_unreachable', `The page answers ${reading.status}.`);
  if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) throw new CliError('not_html', `The page is ${printable(type)}, not HTML.`);
  return reading;
}
