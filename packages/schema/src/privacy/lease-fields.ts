/** The fields that a lease opens: those of a view that a narrower view lacks. Pure, over views as they are stored. */

/** Sections by name: an object of fields, or a list of such objects. Handle and role are no sections. */
type View = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, unknown>>;

/** How a lease opens a domain's view beside the profile. */
export interface LeasedView<V = never> {
  /** Names of the fields, as `section.field`, that `wide` has and `narrow` lacks. Values that follow from fields have no name. */
  fieldsBeyond(narrow: V | null, wide: V): string[];
  /** `wide` without the fields that are neither in `narrow` nor named in `fields`. */
  withFields(narrow: V | null, wide: V, fields: readonly string[]): V;
}

/** Names of the fields in order, as `section.field`, that `wide` has and `narrow` lacks, in at least one item of a list. */
export function fieldsBeyond(narrow: View | null, wide: View): string[] {
  const found = Object.entries(wide).flatMap(([section, content]) =>
    partsOf(content).flatMap((part) =>
      Object.keys(part)
        .filter((field) => field !== 'id' && !hasField(narrow?.[section], part, field))
        .map((field) => `${section}.${field}`),
    ),
  );
  return [...new Set(found)].sort();
}

/** `wide` without the fields that are neither in `narrow` nor named in `fields`, and without items that are then empty. */
export function withFields(narrow: View | null, wide: View, fields: readonly string[]): View {
  const named = new Set(fields);
  const kept = (section: string, part: Fields) => {
    const shown = Object.keys(part).filter(
      (field) => field !== 'id' && (named.has(`${section}.${field}`) || hasField(narrow?.[section], part, field)),
    );
    if (shown.length === 0) return undefined;
    return Object.fromEntries(Object.entries(part).filter(([field]) => field === 'id' || shown.includes(field)));
  };
  const sections = Object.entries(wide).map(([section, content]) => {
    if (Array.isArray(content)) {
      const items = partsOf(content).flatMap((part) => kept(section, part) ?? []);
      return [section, items.length > 0 ? items : undefined];
    }
    return [section, isFields(content) ? kept(section, content) : content];
  });
  return Object.fromEntries(sections.filter(([, content]) => content !== undefined));
}

function partsOf(content: unknown): Fields[] {
  return (Array.isArray(content) ? content : [content]).filter(isFields);
}

/** Whether the same part of a section has the field: the object itself, or the item with the same id. */
function hasField(section: unknown, part: Fields, field: string): boolean {
  const same = Array.isArray(section)
    ? section.find((item: unknown) => isFields(item) && item.id === part.id)
    : section;
  return isFields(same) && same[field] !== undefined;
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
