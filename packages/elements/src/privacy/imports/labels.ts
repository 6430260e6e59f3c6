/** Entries of an import in words. All values come from elsewhere, so they are shown as text alone. */
import type { ListSection, Operation, SectionName } from '@gigsy/schema';
import { isolated, text, texts } from '../../untrusted.ts';
import { partialDate } from '../../localization/partial-date.ts';
import { fieldName } from '../field-name.ts';
import { type ImportsView, listText } from './view.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The members of items by which people tell them apart, the first that is there. */
const TITLES = ['name', 'title', 'position', 'institution', 'organisation', 'label'];
/** Members that are told beside the title, as far as they are there. */
const MORE = ['organisation', 'studyType', 'area', 'issuer', 'publisher', 'fluency', 'url', 'description', 'summary'];
/** Longest text that is shown of one value, in code points. */
const MAX_SHOWN = 160;

export interface Label {
  readonly title: string;
  readonly more: string;
}

export function labelOf(view: ImportsView, operation: Operation): Label {
  const { shared } = view;
  if (operation.op === 'set') {
    const [[field, value] = ['', '']] = Object.entries(operation.fields as Fields);
    return { title: fieldName(shared, `${operation.section}.${field}`), more: valueText(view, value) };
  }
  if (operation.op === 'add') {
    const item = operation.item as Fields;
    return { title: titleOf(view, item), more: factsOf(view, item) };
  }
  if (operation.op !== 'change') return { title: '', more: '' };
  const values = Object.values(operation.fields as Fields).map((value) => valueText(view, value));
  return {
    title: itemTitle(view, operation.section, operation.id),
    more: listText(view.localize, values.filter(Boolean)),
  };
}

/** The item of the person's own profile; the name of its section where the item has no title. */
export function itemTitle(view: ImportsView, section: SectionName, id: string | null): string {
  const list = id === null ? [] : (view.own.sections[section as ListSection] as readonly (Fields & { id: string })[]);
  const item = list.find((each) => each.id === id);
  return (item && titleOf(view, item)) || fieldName(view.shared, section);
}

function titleOf({ localize }: ImportsView, item: Fields): string {
  return isolated(shortened(TITLES.map((member) => text(item[member])).find(Boolean) ?? ''), localize);
}

/** Dates, and the further members. */
function factsOf(view: ImportsView, item: Fields): string {
  const { localize } = view;
  const title = TITLES.find((member) => text(item[member]));
  const dates = ['startDate', 'endDate', 'date', 'releaseDate']
    .map((member) => partialDate(item[member], localize, 'short'))
    .filter(Boolean);
  const more = MORE.filter((member) => member !== title).map((member) => valueText(view, item[member]));
  return [...more.filter(Boolean).slice(0, 2), dates.join(' – ')].filter(Boolean).join(' · ');
}

function valueText(view: ImportsView, value: unknown): string {
  const { localize } = view;
  if (typeof value === 'number') return localize.format(Intl.NumberFormat, {}).format(value);
  if (Array.isArray(value)) return texts(value).join(', ');
  if (value !== null && typeof value === 'object') return placeText(view, value as Fields);
  return partialDate(value, localize) || isolated(shortened(text(value)), localize);
}

/** City, region and country of a place. */
function placeText({ localize }: ImportsView, { city, region, countryCode }: Fields): string {
  const country = /^[A-Z]{2}$/.test(text(countryCode))
    ? localize.format(Intl.DisplayNames, { type: 'region' } as Intl.DisplayNamesOptions).of(text(countryCode))
    : '';
  return [text(city), text(region), country].filter(Boolean).join(', ');
}

function shortened(words: string): string {
  const signs = [...words.replace(/\s+/g, ' ')];
  return signs.length > MAX_SHOWN ? `${signs.slice(0, MAX_SHOWN).join('')} …` : signs.join('');
}
