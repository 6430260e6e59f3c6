/**
 * Uploads that have begun, kept for the tab with the person's drafts, so that a page that was left can go on with them. The
 * deployment waits for a day. The files themselves stay on the person's machine: they choose them again.
 */
import type { UploadTicket } from '@gigsy/sdk/files';
import { type DraftScope, findData, keepDraft } from '../../../writing/drafts.ts';
import { isRecord } from '../../../writing/field.ts';

export interface KeptUpload {
  /** The contribution that the file is for. */
  readonly owner: string;
  /** These three tell a file from others. */
  readonly name: string;
  readonly size: number;
  readonly modified: number;
  readonly ticket: UploadTicket;
}

export type Person = Omit<DraftScope, 'form'>;

const scopeOf = (person: Person): DraftScope => ({ ...person, form: 'portfolio/uploads' });

/** Those for which the deployment still waits. */
export function keptUploads(person: Person): readonly KeptUpload[] {
  const kept = findData(scopeOf(person));
  return Array.isArray(kept) ? kept.filter(isKept).filter(({ ticket }) => ticket.expiresAt > Date.now()) : [];
}

export function keepUpload(person: Person, upload: KeptUpload): void {
  const others = keptUploads(person).filter(({ ticket }) => ticket.upload !== upload.ticket.upload);
  keepDraft(scopeOf(person), [...others, upload]);
}

export function forgetUpload(person: Person, name: string): void {
  const others = keptUploads(person).filter(({ ticket }) => ticket.upload !== name);
  keepDraft(scopeOf(person), others);
}

function isKept(value: unknown): value is KeptUpload {
  if (!isRecord(value) || !isRecord(value.ticket)) return false;
  const { owner, name, size, ticket } = value;
  return [owner, name, ticket.upload, ticket.address].every((each) => typeof each === 'string') && size !== undefined;
}
