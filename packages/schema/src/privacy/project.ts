/**
 * The projection: the part of a document that a viewer may see, by the policy. Nothing else makes data that leaves the
 * backend. It reads nothing but the document, so a hidden field cannot change the shown part.
 */
import type { Role } from '../contract/principals.ts';
import { type PrivacySettings, visibilityOf } from './matrix.ts';
import { type Governing, type Policy, type Rows, type ViewerFacts, governing, policyOf, viewersOf } from './policy.ts';
import { type Audience, type Visibility, narrowest } from './visibility.ts';

/** The facts about a document that the projection needs. */
export interface Projectable extends Governing {
  /** By section name: an object of fields, a list of such objects, or absent. */
  sections: Readonly<Record<string, unknown>>;
}

/**
 * The sections of `document` that `viewer` may see, without the fields and items that they may not see and without empty
 * sections. Null if the viewer may not see the profile at all: the caller must then answer as if there were none. Nobody
 * but the owner sees anything of a suspended or deactivated account.
 *
 * `rows` names the matrix rows that the caller declares, all by default. A field is hidden if a row that governs it is
 * missing from `rows`, so fewer rows never show more.
 */
export function project(
  document: Projectable,
  viewer: Audience | ViewerFacts,
  rows?: Rows,
): Record<string, unknown> | null {
  const policy = policyOf(document, typeof viewer === 'string' ? viewersOf(viewer) : viewer, rows);
  if (!policy.profile) return null;
  const shown: Record<string, unknown> = {};
  for (const [section, content] of Object.entries(document.sections)) {
    const part = projectSection(section, content, policy);
    if (!isEmpty(part)) shown[section] = part;
  }
  return shown;
}

/**
 * The narrowest visibility that governs `section` or `section.field`; `owner` where the matrix has no row. The settings of
 * single items are not part of it.
 */
export function effectiveVisibility(path: string, role: Role, settings: PrivacySettings): Visibility {
  const [section, field] = placeAt(path);
  const keys = governing(section, field);
  if (keys.length === 0) return 'owner';
  return narrowest(...['profile' as const, ...keys].map((key) => visibilityOf(key, role, settings)));
}

/** The section and the field that a path such as `education.gpa` names. */
export function placeAt(path: string): [section: string, field: string | undefined] {
  const dot = path.indexOf('.');
  return dot < 0 ? [path, undefined] : [path.slice(0, dot), path.slice(dot + 1)];
}

function projectSection(section: string, content: unknown, policy: Policy): unknown {
  const part = (content: unknown): unknown => {
    if (content === null || typeof content !== 'object') return policy.sees(section) ? content : undefined;
    return projectFields(content as Record<string, unknown>, (field) => policy.sees(section, field));
  };
  if (!Array.isArray(content)) return part(content);
  return projectList(content, (item) => (policy.hides(section, item) ? undefined : part(item)));
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

function isEmpty(part: unknown): boolean {
  if (part === undefined || part === null) return true;
  if (typeof part !== 'object') return false;
  return Object.keys(part).length === 0;
}
