/** Typed projection of a portfolio: the privacy domain's `project` over its sections, cut to what a view may hold. */
import type { ViewerFacts } from '../privacy/policy.ts';
import { type Projectable, project } from '../privacy/project.ts';
import type { Audience } from '../privacy/visibility.ts';
import {
  MAX_PORTFOLIO_BYTES,
  MAX_PORTFOLIO_ENTRIES,
  type PortfolioSection,
  type PortfolioView,
  portfolioSections,
} from './document.ts';
import { portfolioRows } from './matrix.ts';
import { skillsOf } from './skills.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** The parts of a view that a reader may name. */
export const portfolioParts = [...portfolioSections, 'skills'] as const;
export type PortfolioPart = (typeof portfolioParts)[number];

/** Entries by section, in the order in which they are shown. */
export type PortfolioEntries = { [S in PortfolioSection]?: NonNullable<PortfolioView[S]> };

interface PortfolioDocument extends Pick<Projectable, 'status' | 'role' | 'settings' | 'withheld'> {
  handle: string;
  sections: PortfolioEntries;
}

/**
 * The part of a portfolio that `viewer` may see, cut to the bounds of a view; null if they may not even see that there is a
 * profile. Skills are those of the shown entries alone.
 */
export function projectPortfolio(
  document: PortfolioDocument,
  viewer: Audience | ViewerFacts,
  rows = portfolioRows,
): PortfolioView | null {
  const shown = project(document, viewer, rows) as PortfolioEntries | null;
  return shown && portfolioOf(document.handle, fitting(shown));
}

interface Named {
  readonly skills?: readonly string[] | undefined;
}

/** The view that has these entries. */
export function portfolioOf(
  handle: string,
  { partial, ...entries }: PortfolioEntries & Pick<PortfolioView, 'partial'>,
): PortfolioView {
  const skills = skillsOf(portfolioSections.flatMap((section): Named[] => entries[section] ?? []));
  return { handle, ...entries, ...(skills.length > 0 && { skills }), ...(partial && { partial }) };
}

/** `view` with the parts that `named` names and no others; with all of them where it is undefined. */
export function withPortfolioParts(view: PortfolioView, named: readonly PortfolioPart[] | undefined): PortfolioView {
  if (!named) return view;
  const shown = named.filter((part) => view[part] !== undefined);
  return {
    handle: view.handle,
    ...Object.fromEntries(shown.map((part) => [part, view[part]])),
    ...(view.partial && { partial: view.partial }),
  };
}

/**
 * The entries that a view has room for. The first of each section come before the second of any, so that no section takes
 * all the room; a section ends with its first entry that does not fit.
 */
function fitting(shown: PortfolioEntries): PortfolioEntries & Pick<PortfolioView, 'partial'> {
  const lists = new Map<PortfolioSection, { id: string }[]>(
    portfolioSections.map((section) => [section, (shown[section] ?? []).slice(0, MAX_PORTFOLIO_ENTRIES)]),
  );
  const ends = new Map<PortfolioSection, number>();
  let room = MAX_PORTFOLIO_BYTES - RESERVED_BYTES;
  for (let rank = 0; rank < MAX_PORTFOLIO_ENTRIES; rank += 1) {
    for (const [section, list] of lists) {
      if (ends.has(section)) continue;
      const entry = list[rank];
      const bytes = entry ? bytesOf(entry) : Infinity;
      if (bytes > room) ends.set(section, rank);
      else room -= bytes;
    }
  }
  const fit = [...lists].map(([section, list]) => [section, list.slice(0, ends.get(section))] as const);
  const isCut = fit.some(([section, list]) => list.length < (shown[section]?.length ?? 0));
  return {
    ...(Object.fromEntries(fit.filter(([, list]) => list.length > 0)) as PortfolioEntries),
    ...(isCut && { partial: true }),
  };
}

/** Room for the handle, the names of the sections and the skills, of which there are at most 200 of 80 characters. */
const RESERVED_BYTES = 72 * 1024;

/** With the comma after it. */
function bytesOf(entry: object): number {
  return new TextEncoder().encode(JSON.stringify(entry)).length + 1;
}
