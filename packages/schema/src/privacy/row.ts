/** One row of the privacy matrix. Each domain declares its rows in its own `matrix.ts`. */
import type { Role } from '../contract/principals.ts';
import type { LegalBasis } from '../contract/retention.ts';
import type { Visibility } from './visibility.ts';

/** Why a row's content may be held, and for how long. */
export interface Grounds {
  readonly basis: LegalBasis;
  /** Classes of `retention` whose tables hold the content. */
  readonly kept: readonly string[];
}

export interface MatrixRow extends Grounds {
  /**
   * Default by role, least privilege: fields that a card needs are public, fields that identify or locate a person are
   * not.
   */
  readonly defaults: Readonly<Record<Role, Visibility>>;
  /** The widest visibility the owner may choose. */
  readonly widest: Visibility;
  /** True: follows the whole profile and has no setting of its own. */
  readonly fixed?: true;
  /** True: shown by an address that opens for everybody who knows it, so `restricted` means the owner alone. */
  readonly addressed?: true;
  /** True: the content may tell of a special category of data (GDPR, article 9), so it needs explicit consent. */
  readonly special?: true;
  /** Compliance annotation for the published matrix. */
  readonly note: string;
}

/** A row; the defaults are in the order student, employer, mentor, moderator, admin. */
export function row(
  [student, employer, mentor, moderator, admin]: readonly [Visibility, Visibility, Visibility, Visibility, Visibility],
  widest: Visibility,
  note: string,
  { basis, kept }: Grounds,
): MatrixRow {
  return { defaults: { student, employer, mentor, moderator, admin }, widest, note, basis, kept };
}

type Joined<M extends readonly object[]> = M extends readonly [infer First, ...infer Rest extends readonly object[]]
  ? First & Joined<Rest>
  : unknown;

/**
 * All rows of these matrices. Throws if two domains declare the same row: the second would silently replace the first.
 */
export function joinMatrices<M extends readonly Readonly<Record<string, MatrixRow>>[]>(...matrices: M): Joined<M> {
  const all: Record<string, MatrixRow> = {};
  for (const [key, declared] of matrices.flatMap((matrix) => Object.entries(matrix))) {
    if (Object.hasOwn(all, key)) throw new Error(`Two domains declare the row ${key} of the privacy matrix.`);
    all[key] = declared;
  }
  return all as Joined<M>;
}
