/**
 * The plan of an import: operations from which the owner of a profile picks. It fills what is empty, adds what is
 * missing, and renews what an earlier import brought and nobody has edited. It never touches the owner's own words.
 */
import { canonicalJson } from '../../contract/canonical.ts';
import type { FieldError } from '../../contract/errors.ts';
import type { Changes } from '../changes.ts';
import type { Sections } from '../document.ts';
import type { Operation } from '../operations.ts';
import { type ListSection, type SectionName, listSections, sectionNames } from '../sections.ts';
import { isSameItem } from './same-item.ts';

type Fields = Readonly<Record<string, unknown>>;
type Item = Fields & { id?: string | undefined };

/** `add`: a new item. `fill`: fields that are empty. `renew`: fields that an earlier import brought. */
export const proposalKinds = ['add', 'fill', 'renew'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export interface Proposal {
  kind: ProposalKind;
  operation: Operation;
}

/** A field that the source has otherwise, and that stays as its owner wrote it. */
export interface KeptField {
  section: SectionName;
  /** The item's id; null in a section that is one object. */
  item: string | null;
  field: string;
}

export interface ImportPlan {
  proposals: Proposal[];
  kept: KeptField[];
  /** Items that do not fit into their lists any more. */
  left: number;
}

/** True for a field that an import brought and nobody has edited since. `item` is null in a section that is one object. */
export type IsImported = (section: SectionName, item: string | null, field: string) => boolean;

/** The changes that `found` would make to `own`. `allowed` are the sections that the owner's consent names. */
export function planImport(
  own: Sections,
  found: Changes,
  { allowed, isImported }: { allowed: readonly string[]; isImported: IsImported },
): ImportPlan {
  const plan: ImportPlan = { proposals: [], kept: [], left: 0 };
  for (const section of sectionNames) {
    const given = found[section];
    if (given === undefined || !allowed.includes(section)) continue;
    if (isList(section)) planList({ section, own: own[section] as Item[], plan, isImported }, given as Item[]);
    else planFields({ section, own: own[section] as Fields, plan, isImported }, given as Fields);
  }
  return plan;
}

function isList(section: SectionName): section is ListSection {
  return section in listSections;
}

interface Planning<Own> {
  section: SectionName;
  own: Own;
  plan: ImportPlan;
  isImported: IsImported;
}

/** One proposal for each field, so that each can be picked. */
function planFields({ section, own, plan, isImported }: Planning<Fields>, found: Fields): void {
  const { fill, renew } = sorted({ section, own, plan, isImported }, null, found);
  for (const [kind, fields] of [
    ['fill', fill],
    ['renew', renew],
  ] as const)
    for (const [field, value] of Object.entries(fields))
      plan.proposals.push({ kind, operation: { op: 'set', section, fields: { [field]: value } } as Operation });
}

/** An item that is found twice counts once. Fields that are filled count for the items that follow, so that two jobs do not become one. */
function planList(planning: Planning<readonly Item[]>, found: readonly Item[]): void {
  const { own, plan } = planning;
  const section = planning.section as ListSection;
  const free = [...own];
  const seen: Item[] = [];
  let count = own.length;
  for (const { id: _, ...item } of found) {
    if (seen.some((other) => sharedFields(other, item) === Object.keys(item).length)) continue;
    const same = closest(free, section, item);
    if (same) {
      free.splice(free.indexOf(same), 1);
      seen.push({ ...same, ...planItem(planning, same, item) });
    } else if (seen.some((other) => isSameItem(section, other, item))) continue;
    else if (count >= listSections[section].max) plan.left += 1;
    else {
      count += 1;
      seen.push(item);
      plan.proposals.push({ kind: 'add', operation: { op: 'add', section, item } as Operation });
    }
  }
}

/** Of the items that are about the same thing the one that is most alike. */
function closest(items: readonly Item[], section: ListSection, item: Fields): Item | undefined {
  return items
    .filter((other) => isSameItem(section, other, item))
    .sort((one, other) => sharedFields(other, item) - sharedFields(one, item))[0];
}

/** Number of the item's fields that the other has too, the same. */
function sharedFields(other: Fields, item: Fields): number {
  const isShared = (field: string) => canonicalJson(item[field] ?? null) === canonicalJson(other[field] ?? null);
  return Object.keys(item).filter(isShared).length;
}

/** Returns the fields that would be filled. */
function planItem(planning: Planning<unknown>, own: Item, found: Fields): Fields {
  const { section, plan } = planning;
  const id = own.id!;
  const { fill, renew } = sorted({ ...planning, own }, id, found);
  const fields = { ...fill, ...renew };
  if (Object.keys(fields).length === 0) return fields;
  const kind = Object.keys(renew).length > 0 ? 'renew' : 'fill';
  plan.proposals.push({ kind, operation: { op: 'change', section, id, fields } as Operation });
  return fields;
}

/** The fields that may be filled and renewed. The others that differ are noted as kept. */
function sorted({ section, own, plan, isImported }: Planning<Fields>, item: string | null, found: Fields) {
  const [fill, renew]: Record<string, unknown>[] = [{}, {}];
  for (const [field, value] of Object.entries(found)) {
    if (value === undefined || value === null || field === 'displayName') continue;
    const before = own[field];
    if (before === undefined) {
      if (!speaksForOwner(field, own)) fill![field] = value;
    } else if (canonicalJson(before) === canonicalJson(value)) continue;
    else if (isImported(section, item, field)) renew![field] = value;
    else plan.kept.push({ section, item, field });
  }
  return { fill: fill!, renew: renew! };
}

/** An end that is written, or said to be open, is the owner's word on the other field too. */
function speaksForOwner(field: string, own: Fields): boolean {
  return (field === 'endStatus' && own.endDate !== undefined) || (field === 'endDate' && own.endStatus === 'ongoing');
}

/** Faults of operations that would do more than an import may: touch the owner's words, or a section without consent. */
export function faultsOfImport(
  own: Sections,
  operations: readonly Operation[],
  { allowed, isImported }: { allowed: readonly string[]; isImported: IsImported },
): FieldError[] {
  return operations.flatMap((operation, at): FieldError[] => {
    const path = `operations.${at}`;
    const { op, section } = operation;
    if (!allowed.includes(section))
      return [{ path: `${path}.section`, code: 'not_an_option', message: 'is not a section that the consent names' }];
    if (op === 'add')
      return operation.item.id === undefined
        ? []
        : [{ path: `${path}.item.id`, code: 'not_an_option', message: 'must be left out: a new item gets a new id' }];
    if (op !== 'set' && op !== 'change')
      return [{ path: `${path}.op`, code: 'not_an_option', message: 'must be set, add or change' }];
    const item = op === 'change' ? operation.id : null;
    const target = (item === null ? own[section] : findItem(own, section as ListSection, item)) as Fields | undefined;
    return Object.keys(operation.fields)
      .filter((field) => target?.[field] !== undefined && !isImported(section, item, field))
      .map((field) => ({
        path: `${path}.fields.${field}`,
        code: 'unavailable' as const,
        message: 'is written by you; an import does not replace it',
      }));
  });
}

function findItem(own: Sections, section: ListSection, id: string) {
  return (own[section] as Item[]).find((item) => item.id === id);
}
