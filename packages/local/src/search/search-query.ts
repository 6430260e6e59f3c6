/**
 * A `.withSearchIndex(...)` query: its filters checked as Convex does, and turned into a query of the full-text index.
 */
import type { SearchIndexInfo, TableInfo } from '../store/catalog.ts';
import { isUndefinedMarker } from '../values/json.ts';
import type { JSONValue } from '../values/json.ts';
import { filterWord, isSearchIndex } from './search-index.ts';
import { tokensOf } from './tokens.ts';

/** docs.convex.dev/search/text-search#limits; further words are ignored, as Convex does. */
const MAX_TERMS = 16;
const MAX_FILTERS = 8;

export interface SearchFilter {
  type: 'Search' | 'Eq';
  fieldPath: string;
  value: JSONValue;
}

export interface SearchPlan {
  index: SearchIndexInfo;
  /** FTS5 query, or null when nothing can match: the search text has no words. */
  match: string | null;
}

export function planSearch(table: TableInfo, indexName: string, filters: SearchFilter[]): SearchPlan {
  const printable = `${table.name}.${indexName}`;
  const index = table.special.get(indexName);
  if (!index) throw new Error(`Index ${printable} not found.`);
  if (!isSearchIndex(index)) throw new Error(`Index ${printable} is not a search index`);
  const text = searchText(index, printable, filters);
  const equalities = filters.filter((filter) => filter.type === 'Eq');
  if (equalities.length > MAX_FILTERS) {
    throw new Error(
      `Search query against ${printable} has too many filter conditions. Max: ${MAX_FILTERS} Actual: ${equalities.length}`,
    );
  }
  const words = equalities.map((filter) => wordOf(index, printable, filter));
  return { index, match: matchOf(tokensOf(text).slice(0, MAX_TERMS), words) };
}

function searchText(index: SearchIndexInfo, printable: string, filters: SearchFilter[]): string {
  const { field } = index.definition;
  const searches = filters.filter((filter) => filter.type === 'Search');
  const wrong = searches.find((filter) => filter.fieldPath !== field);
  if (wrong) {
    throw new Error(
      `Search query against ${printable} contains a search filter against "${wrong.fieldPath}", which doesn't match the indexed \`searchField\` "${field}".`,
    );
  }
  if (searches.length > 1)
    throw new Error(
      `Search query against ${printable} contains multiple search filters against "${field}". Only one is allowed.`,
    );
  if (!searches[0]) {
    throw new Error(
      `Search query against ${printable} does not contain any search filters. You must include a search filter like \`q.search("${field}", searchText)\`.`,
    );
  }
  return String(searches[0].value);
}

function wordOf(index: SearchIndexInfo, printable: string, { fieldPath, value }: SearchFilter): string {
  const at = index.definition.filterFields.indexOf(fieldPath);
  if (at < 0) {
    throw new Error(
      `Search query against ${printable} contains an equality filter on "${fieldPath}" but that field isn't indexed for filtering in \`filterFields\`.`,
    );
  }
  return filterWord(at, isUndefinedMarker(value) ? undefined : value);
}

/** Any of the words, the last one also as the beginning of a word; all of the filters. Words hold no quotes. */
function matchOf(words: string[], filters: string[]): string | null {
  const last = words.pop();
  if (last === undefined) return null;
  const terms = [...words.map((word) => `"${word}"`), `"${last}"*`].join(' OR ');
  return [`words : (${terms})`, ...filters.map((word) => `filters : "${word}"`)].join(' AND ');
}
