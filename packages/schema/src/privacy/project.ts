/**
 * The projection: the part of a document that an audience may see, by the privacy matrix. Nothing else makes data that
 * leaves the backend. It reads nothing but the document, so a hidden field cannot change the shown part.
 */
import type { AccountStatus, Role } from '../contract/principals.ts';
import { type MatrixKey, type PrivacySettings, isMatrixKey, matrixKeys, visibilityOf } from './matrix.ts';
import { type Audience, type Visibility, maySee, narrowest } from './visibility.ts';

/** The part of a projection's input that is the same for all documents of a person. */
export interface Governing {
  /** Of the owner's account. Absent for a document that belongs to no account, such as a sample. */
  status?: AccountStatus;
  /** The owner's role, which sets the defaults. */
  role: Role;
  settings: PrivacySettings;
}

/** The facts about a document that the projection needs. */
export interface Projectable extends Governing {
  /** By section name: an object of fields, a list of such objects, or absent. */
  sections: Readonly<Record<string, unknown>>;
}

/** Rows of the matrix, to look keys up in. */
type Rows = ReadonlySet<string>;
const allRows: Rows = new Set(matrixKeys);

/**
 * The sections of `document` that `audience` may see, without the fields that it may not see and without empty sections.
 * Null if the audience may not see the profile at all: the caller must then answer as if there were none. Nobody but the
 * owner sees anything of a suspended or deactivated account.
 *
 * `rows` names the matrix rows that the caller declares, all by default. A field is hidden if a row that governs it is
 * missing from `rows`, so fewer rows never show more.
 */
export function project(
  document: Projectable,
  audience: Audience,
  rows: Rows = allRows,
): Record<string, unknown> | null {
  if (audience !== 'owner' && document.status !== undefined && document.status !== 'active') return null;
  const { role, settings } = document;
  const sees = (...keys: MatrixKey[]) =>
    maySee(audience, narrowest(...['profile' as const, ...keys].map((key) => visibilityOf(key, role, settings))));
  if (!sees()) return null;
  const decide = (path: string) => {
    const keys = governing(path);
    return keys.length > 0 && keys.every((key) => rows.has(key)) && sees(...keys);
  };
  const shown: Record<string, unknown> = {};
  for (const [section, content] of Object.entries(document.sections)) {
    const part = projectSection(section, content, decide);
    if (!isEmpty(part)) shown[section] = part;
  }
  return shown;
}

/** The narrowest visibility that governs `section` or `section.field`; `owner` where the matrix has no row. */
export function effectiveVisibility(path: string, role: Role, settings: PrivacySettings): Visibility {
  const keys = governing(path);
  if (keys.length === 0) return 'owner';
  return narrowest(...['profile' as const, ...keys].map((key) => visibilityOf(key, role, settings)));
}

function projectSection(section: string, content: unknown, decide: (path: string) => boolean): unknown {
  // Items of a list have the same fields.
  const decided = new Map<string, boolean>();
  const visible = (field: string) => {
    let answer = decided.get(field);
    if (answer === undefined) decided.set(field, (answer = decide(`${section}.${field}`)));
    return answer;
  };
  const part = (content: unknown): unknown => {
    if (Array.isArray(content)) return projectList(content, part);
    if (content === null || typeof content !== 'object') return decide(section) ? content : undefined;
    return projectFields(content as Record<string, unknown>, visible);
  };
  return part(content);
}

/** A list that is visible whole stays the same object, as do its items: most lists are, and copies take time. */
function projectList(list: unknown[], part: (item: unknown) => unknown): unknown[] {
  const parts = list.map(part);
  if (parts.every((item, at) => item === list[at] && !isEmpty(item))) return list;
  return parts.filter((item) => !isEmpty(item));
}

function projectFields(content: Record<string, unknown>, visible: (field: string) => boolean): unknown {
  const shows = (field: string) => content[field] !== undefined && visible(field);
  const fields = Object.keys(content);
  if (fields.every(shows)) return content;
  return Object.fromEntries(fields.filter(shows).map((field) => [field, content[field]]));
}

/** The matrix rows that govern a path: its section's and its own. Without any, the owner alone may see it. */
function governing(path: string): MatrixKey[] {
  const section = path.split('.', 1)[0] ?? path;
  return [...new Set([section, path])].filter((key): key is MatrixKey => key !== 'profile' && isMatrixKey(key));
}

function isEmpty(part: unknown): boolean {
  if (part === undefined || part === null) return true;
  if (typeof part !== 'object') return false;
  return Object.keys(part).length === 0;
}
