/**
 * The only maker of what leaves the backend: the part of a document that an audience may see, by the privacy matrix.
 * It reads nothing but the document, so what it hides cannot change what it shows.
 */
import type { AccountStatus, Role } from '../contract/principals.ts';
import { type MatrixKey, type PrivacySettings, isMatrixKey, visibilityOf } from './matrix.ts';
import { type Audience, type Visibility, maySee, narrowest } from './visibility.ts';

/** What the projection needs to know of a document: whose role sets the defaults, what the owner chose, the sections. */
export interface Projectable {
  /** Of the owner's account; absent for what belongs to no account, such as samples. */
  status?: AccountStatus;
  role: Role;
  settings: PrivacySettings;
  /** By section name: an object of fields, a list of such objects, or absent. */
  sections: Readonly<Record<string, unknown>>;
}

/**
 * The sections of `document` that `audience` may see, fields that it may not see left out, empty sections left out;
 * null if it may not see the profile at all (the caller must then answer as if there were none). Where the account is
 * suspended or deactivated, nobody but the owner may.
 */
export function project(document: Projectable, audience: Audience): Record<string, unknown> | null {
  if (audience !== 'owner' && document.status !== undefined && document.status !== 'active') return null;
  const visible = (...keys: MatrixKey[]) =>
    maySee(
      audience,
      narrowest(...['profile' as const, ...keys].map((key) => visibilityOf(key, document.role, document.settings))),
    );
  if (!visible()) return null;
  const shown: Record<string, unknown> = {};
  for (const [section, content] of Object.entries(document.sections)) {
    const part = projectSection(section, content, visible);
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

function projectSection(section: string, content: unknown, visible: (...keys: MatrixKey[]) => boolean): unknown {
  if (Array.isArray(content))
    return content.map((item) => projectSection(section, item, visible)).filter((item) => !isEmpty(item));
  if (content === null || typeof content !== 'object') {
    const keys = governing(section);
    return keys.length > 0 && visible(...keys) ? content : undefined;
  }
  return Object.fromEntries(
    Object.entries(content).filter(([field, value]) => {
      const keys = governing(`${section}.${field}`);
      return value !== undefined && keys.length > 0 && visible(...keys);
    }),
  );
}

/** The matrix rows that speak of a path: its section's and its own. None: nobody but the owner. */
function governing(path: string): MatrixKey[] {
  const section = path.split('.', 1)[0] ?? path;
  return [...new Set([section, path])].filter((key): key is MatrixKey => key !== 'profile' && isMatrixKey(key));
}

function isEmpty(part: unknown): boolean {
  if (part === undefined || part === null) return true;
  if (typeof part !== 'object') return false;
  return Object.keys(part).length === 0;
}
