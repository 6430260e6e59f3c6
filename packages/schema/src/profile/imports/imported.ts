/**
 * The fate of the fields that an import brought. A field is known by a hash of the value that it had then: the same value
 * now means that nobody has edited it.
 */
import type { Sections } from '../document.ts';
import type { ListSection, SectionName } from '../sections.ts';
import { listSections } from '../sections.ts';

/** The fields that an import brought of one item, or of a section that is one object. */
export interface ImportedPart {
  section: SectionName;
  /** The item's id; null in a section that is one object. */
  item: string | null;
  /** True if the whole item came by the import. */
  added: boolean;
  /** Names of the fields that came by it. */
  fields: readonly string[];
}

export interface Forgotten {
  /** The same object for a section in which nothing is forgotten. */
  sections: Sections;
  /** Whole items and fields that leave. */
  removed: number;
  /** Whole items and fields that stay, because their owner has edited them. */
  kept: number;
}

type Fields = Readonly<Record<string, unknown>>;

/** The sections without what the parts brought. `isUntouched` tells of a field whether it is as an import brought it. */
export function withoutImported(
  sections: Sections,
  parts: readonly ImportedPart[],
  isUntouched: (section: SectionName, item: string | null, field: string) => boolean,
): Forgotten {
  const forgotten: Forgotten = { sections: { ...sections }, removed: 0, kept: 0 };
  const next = forgotten.sections as Record<SectionName, Fields | Fields[]>;
  for (const part of parts) {
    const { section, item: id } = part;
    const isOwn = (field: string) => !isUntouched(section, id, field);
    if (!(section in listSections)) {
      next[section] = withoutFields(next[section] as Fields, part, isOwn, forgotten);
      continue;
    }
    const list = next[section] as Fields[];
    const at = list.findIndex((item) => item.id === id);
    if (at < 0) continue;
    const item = list[at]!;
    const rest = (part.added ? afterAddition : withoutFields)(item, part, isOwn, forgotten);
    if (rest !== item) next[section] = rest ? list.with(at, rest) : list.toSpliced(at, 1);
  }
  return forgotten;
}

/** Null where the whole item leaves. One that its owner has edited stays whole: a half of it says nothing. */
function afterAddition(
  item: Fields,
  part: ImportedPart,
  isOwn: (field: string) => boolean,
  counted: Forgotten,
): Fields | null {
  if (isEdited(item, part, isOwn)) {
    counted.kept += 1;
    return item;
  }
  counted.removed += 1;
  return null;
}

/** True if the owner has changed, added or taken away a field of an item that came by an import. */
export function isEdited(
  item: Fields,
  { fields }: Pick<ImportedPart, 'fields'>,
  isOwn: (field: string) => boolean,
): boolean {
  return (
    fields.some((field) => item[field] === undefined) ||
    Object.keys(item).some((field) => field !== 'id' && item[field] !== undefined && isOwn(field))
  );
}

function withoutFields(
  holder: Fields,
  { fields }: ImportedPart,
  isOwn: (field: string) => boolean,
  counted: Forgotten,
): Fields {
  const leaving = fields.filter((field) => holder[field] !== undefined && !isOwn(field));
  counted.removed += leaving.length;
  counted.kept += fields.filter((field) => holder[field] !== undefined && isOwn(field)).length;
  if (leaving.length === 0) return holder;
  return Object.fromEntries(Object.entries(holder).filter(([field]) => !leaving.includes(field)));
}

/** The fields of each part that an import's operations bring, by the ids that they got. */
export function partsOf(
  operations: readonly { op: string; section: SectionName; fields?: object; item?: object }[],
  ids: readonly (string | null)[],
): ImportedPart[] {
  return operations.map(({ op, section, fields, item }, at) => ({
    section,
    item: ids[at] ?? null,
    added: op === 'add',
    fields: Object.entries(fields ?? item ?? {}).flatMap(([field, value]) => (value == null ? [] : [field])),
  }));
}

/** The value of a field now; undefined where there is none. */
export function valueAt(sections: Sections, section: SectionName, item: string | null, field: string): unknown {
  const holder =
    item === null ? sections[section] : (sections[section as ListSection] as Fields[]).find(({ id }) => id === item);
  return (holder as Fields | undefined)?.[field];
}
