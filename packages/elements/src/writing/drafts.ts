/**
 * Drafts: a person's unsaved input, kept for the tab (`sessionStorage`), so that it outlives a reload, a navigation and
 * a lost element, and no later user of the machine finds it. Where storage is missing, full or blocked, the page's
 * memory keeps them.
 */
import { type Values, isRecord } from './field.ts';

/** A request whose outcome is not known yet. */
export interface PendingRequest {
  /** Kept over retries of the same content. */
  readonly key: string;
  /** The version that it was made from. */
  readonly expected: number;
  /** The values that it writes. */
  readonly values: Values;
  /** Values of earlier requests with an unknown outcome, the newest first. */
  readonly earlier: readonly Values[];
}

export interface Draft {
  /** The version that the changes were made from. */
  readonly version: number;
  /** Of the changed fields: the values of that version. */
  readonly base: Values;
  /** The typed values of the changed fields. */
  readonly values: Values;
  readonly pending?: PendingRequest | undefined;
}

/** The person and the object of a draft. */
export interface DraftScope {
  readonly deployment: string;
  readonly person: string;
  readonly form: string;
}

const PREFIX = 'gigsy-draft';
const memory = new Map<string, string>();

function personKey({ deployment, person }: Omit<DraftScope, 'form'>): string {
  return [PREFIX, deployment, person].map(encodeURIComponent).join(' ') + ' ';
}

function keyOf(scope: DraftScope): string {
  return personKey(scope) + encodeURIComponent(scope.form);
}

/** Frames without an origin of their own and browsers that block storage throw at the mention of it. */
function storage(): Storage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

/** Also keeps other data of a form that are for this person alone. False if the draft would not outlive the page. */
export function keepDraft(scope: DraftScope, draft: Draft | readonly object[]): boolean {
  const [key, text] = [keyOf(scope), JSON.stringify(draft)];
  dropDraft(scope);
  try {
    const kept = storage();
    kept?.setItem(key, text);
    if (kept) return true;
  } catch {
    // Full. Only the page's memory remains.
  }
  memory.set(key, text);
  return false;
}

/** Undefined if there is no draft, or none that can be read. */
export function findDraft(scope: DraftScope): Draft | undefined {
  const draft = findData(scope);
  return isDraft(draft) ? draft : undefined;
}

/** As it was kept, unless somebody has written into the storage; undefined if there is nothing. */
export function findData(scope: DraftScope): unknown {
  const key = keyOf(scope);
  try {
    return JSON.parse(memory.get(key) ?? storage()?.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function isDraft(value: unknown): value is Draft {
  if (!isRecord(value)) return false;
  const { version, base, values, pending } = value;
  return (
    typeof version === 'number' && isRecord(base) && isRecord(values) && (pending === undefined || isPending(pending))
  );
}

function isPending(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { key, expected, values, earlier } = value;
  return (
    typeof key === 'string' &&
    typeof expected === 'number' &&
    isRecord(values) &&
    Array.isArray(earlier) &&
    earlier.every(isRecord)
  );
}

/** All values that may have been stored by `pending` and those before it. */
export function sentBy(pending: PendingRequest | undefined): readonly Values[] {
  return pending ? [pending.values, ...pending.earlier] : [];
}

export function dropDraft(scope: DraftScope): void {
  dropWhere((key) => key === keyOf(scope));
}

/** Drops all drafts of the tab; with `person`, those of everybody else at their deployment. */
export function forgetDrafts(person?: Omit<DraftScope, 'form'>): void {
  const all = person ? `${encodeURIComponent(PREFIX)} ${encodeURIComponent(person.deployment)} ` : `${PREFIX} `;
  dropWhere((key) => key.startsWith(all) && !(person && key.startsWith(personKey(person))));
}

function dropWhere(matches: (key: string) => boolean): void {
  for (const key of [...memory.keys()].filter(matches)) memory.delete(key);
  try {
    const kept = storage();
    for (const key of Object.keys(kept ?? {}).filter(matches)) kept!.removeItem(key);
  } catch {
    // Blocked meanwhile: our entries cannot be reached.
  }
}
