/**
 * The policy: one pure function that decides whether a viewer sees a field, from the owner's settings and from facts about
 * the viewer. All that no rule allows is denied. The projection, the explanations and previews all ask here.
 */
import type { AccountStatus, Role } from '../contract/principals.ts';
import type { RelationName } from '../relations.ts';
import {
  type MatrixKey,
  type PrivacySettings,
  type SettingKey,
  isMatrixKey,
  itemKeyOf,
  matrixKeys,
  rowOf,
  visibilityOf,
} from './matrix.ts';
import { type Audience, type SharedAudience, type Visibility, maySee } from './visibility.ts';

/** The facts about a person that govern all that is shown of them. */
export interface Governing {
  /** Of the owner's account. Absent for a document that belongs to no account, such as a sample. */
  status?: AccountStatus;
  /** The owner's role, which sets the defaults. */
  role: Role;
  settings: PrivacySettings;
  /**
   * Places that are withheld from everybody but the owner, whatever the owner chose: rows of the matrix, `profile` for all of
   * them, and items by `itemKeyOf`.
   */
  withheld?: readonly string[];
}

/** A grant of the owner that names a viewer: the settings that it opens where they are `restricted`. */
export interface Granted {
  /** All settings where it is left out. */
  readonly keys?: readonly SettingKey[] | undefined;
  /** The relation by which the grant names the viewer. None for a grant that names them in another way. */
  readonly relation?: RelationName | undefined;
}

/** The facts about a viewer that the policy knows. */
export interface ViewerFacts {
  /** The owner, or the widest class of people that the viewer belongs to. */
  readonly audience: SharedAudience | 'owner';
  /** Those of the owner's grants that name the viewer. */
  readonly grants: readonly Granted[];
}

/** Rows of the matrix, to look keys up in. */
export type Rows = ReadonlySet<string>;

/** Why a setting lets a viewer pass: it is open to their class, or a grant of the owner names them. */
export type Passage = 'open' | Granted;

/** Decides for one owner and one viewer. */
export interface Policy {
  /** Whether the viewer may know that there is a profile. */
  readonly profile: boolean;
  /** Whether the viewer sees a field, or a section that has no fields. */
  sees(section: string, field?: string): boolean;
  /** Whether the item's own setting hides it. It can only narrow what the viewer sees. */
  hides(section: string, item: unknown): boolean;
}

/** Those who are the viewers of an audience. `restricted` stands for somebody whom the owner has named for everything. */
export function viewersOf(audience: Audience): ViewerFacts {
  return audience === 'restricted' ? { audience: 'platform', grants: [{}] } : { audience, grants: [] };
}

/** The rows of the matrix that govern a section, and those of its fields. */
interface GovernedSection {
  row: MatrixKey | undefined;
  fields: ReadonlyMap<string, MatrixKey>;
}

const governedSections: ReadonlyMap<string, GovernedSection> = new Map(
  [...new Set(matrixKeys.filter((key) => key !== 'profile').map((key) => key.split('.', 1)[0]!))].map((section) => {
    const own = matrixKeys.filter((key) => key.startsWith(`${section}.`));
    return [
      section,
      {
        row: isMatrixKey(section) ? section : undefined,
        fields: new Map(own.map((key) => [key.slice(section.length + 1), key])),
      },
    ];
  }),
);

/** The rows that govern a place, the section's first. Without any, nobody sees it. */
export function governing(section: string, field?: string): MatrixKey[] {
  const governed = governedSections.get(section);
  return [governed?.row, field === undefined ? undefined : governed?.fields.get(field)].filter(
    (key) => key !== undefined,
  );
}

/**
 * How a viewer passes a setting with this visibility; undefined if they do not. `opener` is the setting that a grant must
 * name to open it.
 */
export function passage(viewer: ViewerFacts, opener: string, visibility: Visibility): Passage | undefined {
  if (maySee(viewer.audience, visibility)) return 'open';
  if (visibility !== 'restricted') return undefined;
  return viewer.grants.find(({ keys }) => keys === undefined || (keys as readonly string[]).includes(opener));
}

/** The setting that a grant must name to open a row: a row without a setting follows the whole profile. */
export function openerOf(key: MatrixKey): string {
  return rowOf(key).fixed ? 'profile' : key;
}

/** False where the owner's account hides everything from this viewer. */
export function isActive({ status }: Governing, viewer: ViewerFacts): boolean {
  return viewer.audience === 'owner' || status === undefined || status === 'active';
}

/** True where this key, or the whole profile, is withheld from the viewer. No setting and no grant opens it. */
export function isWithheld({ withheld = [] }: Governing, viewer: ViewerFacts, key: string): boolean {
  return viewer.audience !== 'owner' && (withheld.includes(key) || withheld.includes('profile'));
}

/**
 * The policy of `owner` towards `viewer`. `rows` names the matrix rows that the caller declares, all by default: a field
 * is hidden if a row that governs it is missing there, so fewer rows never show more.
 */
export function policyOf(owner: Governing, viewer: ViewerFacts, rows?: Rows): Policy {
  const { role, settings } = owner;
  const { items } = settings;
  const passes = (key: MatrixKey) =>
    !isWithheld(owner, viewer, key) && passage(viewer, openerOf(key), visibilityOf(key, role, settings)) !== undefined;
  const profile = isActive(owner, viewer) && passes('profile');
  const open = new Set<MatrixKey>();
  if (profile) for (const key of matrixKeys) if ((rows?.has(key) ?? true) && passes(key)) open.add(key);
  return {
    profile,
    sees(section, field) {
      if (!profile) return false;
      const governed = governedSections.get(section);
      if (!governed) return false;
      const { row } = governed;
      if (row !== undefined && !open.has(row)) return false;
      const own = field === undefined ? undefined : governed.fields.get(field);
      return own === undefined ? row !== undefined : open.has(own);
    },
    hides(section, item) {
      if (!isItem(item)) return false;
      const key = itemKeyOf(section, item.id);
      if (isWithheld(owner, viewer, key)) return true;
      const chosen = items?.[key];
      // An item's section stands for it in grants.
      return chosen !== undefined && passage(viewer, section, chosen) === undefined;
    },
  };
}

function isItem(item: unknown): item is { id: string } {
  return item !== null && typeof item === 'object' && typeof (item as { id?: unknown }).id === 'string';
}
