/** The forms of changes, without zod. */
import type { Sections } from './document.ts';
import type { ListSection, ObjectSection } from './sections.ts';

/** A field given replaces, null removes, absent stays. A field that must be there can't be removed. */
export type Patch<T> = { [F in keyof T]?: undefined extends T[F] ? T[F] | null : T[F] };
/** Lists are replaced as a whole. An item keeps its row by its id; one without gets a new id. */
type Replacement<T> = (Omit<T, 'id'> & { id?: string | undefined })[];

export type Changes = { [S in ObjectSection]?: Patch<Sections[S]> | undefined } & {
  [S in ListSection]?: Replacement<Sections[S][number]> | undefined;
};

/** Sections of a new profile: as changes, with a name. */
export type NewSections = Omit<Changes, 'identity'> & { identity: Sections['identity'] };
