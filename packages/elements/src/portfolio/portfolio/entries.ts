/** The entries of a portfolio as they are shown, from a view that may hold anything. */
import type { PortfolioMedia, PortfolioSection, PortfolioView } from '@gigsy/schema';
import { items, text, texts, webUrl } from '../../untrusted.ts';

/** In the order in which they are shown. */
export const sections = ['courses', 'gigs', 'badges', 'contributions'] as const satisfies readonly PortfolioSection[];

/** Fields of all sections, any of which may be missing; none can be trusted. */
export interface Listed {
  id?: unknown;
  name?: unknown;
  title?: unknown;
  url?: unknown;
  linkPreview?: { title?: unknown; description?: unknown; site?: unknown };
  issuer?: { name?: unknown; url?: unknown };
  client?: { name?: unknown; url?: unknown };
  startedOn?: unknown;
  completedOn?: unknown;
  awardedOn?: unknown;
  date?: unknown;
  expiresOn?: unknown;
  summary?: unknown;
  description?: unknown;
  criteria?: unknown;
  credential?: { id?: unknown; url?: unknown };
  kind?: unknown;
  skills?: unknown;
  evidence?: unknown;
  files?: readonly PortfolioMedia[];
}

export interface Entry {
  /** The section and the entry's own id, by which it is found again after a change. */
  key: string;
  section: PortfolioSection;
  title: string;
  /** The issuer's name. */
  issuer: string;
  summary: string;
  skills: string[];
  given: Listed;
}

/** Those with a title, in the order of the sections and of the person. */
export function entriesOf(portfolio: PortfolioView): Entry[] {
  return sections.flatMap((section) =>
    items<Listed>(portfolio[section] as readonly Listed[] | undefined)
      .map((given, index) => ({
        key: `${section}/${text(given.id) || index}`,
        section,
        title: text(given.name) || text(given.title),
        issuer: text(given.issuer?.name),
        summary: text(given.summary) || text(given.description),
        skills: texts(given.skills),
        given,
      }))
      .filter(({ title }) => title),
  );
}

/** Whether the entry holds more than its tile shows. */
export function hasMore({ summary, skills, given }: Entry): boolean {
  const { credential, evidence, files, client, criteria } = given;
  const listed = skills[0] || texts(evidence)[0] || items(files)[0];
  return Boolean(summary || listed || client || criteria || credential || pageOf(given));
}

/** The words of the page at the entry's address; undefined without a title, or without an address of the web. */
export function pageOf({ url, linkPreview }: Listed) {
  const [address, title] = [webUrl(url), text(linkPreview?.title)];
  return address && title
    ? { address, title, description: text(linkPreview?.description), site: text(linkPreview?.site) }
    : undefined;
}

export interface Skill {
  name: string;
  /** How many entries name it. */
  entries: number;
}

export function skillsOf({ skills }: PortfolioView): Skill[] {
  return items(skills)
    .map(({ name, entries }) => ({ name: text(name), entries: Number.isSafeInteger(entries) ? entries : 0 }))
    .filter(({ name, entries }) => name && entries > 0);
}
