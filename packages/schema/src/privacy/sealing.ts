/**
 * The seals of the audit log, as pure rules: the text of a commitment, the text of a head, and the check of one block
 * against the rows in its place. The sealer and `gigsy audit verify` share them.
 */
import { canonicalJson } from '../contract/canonical.ts';
import type { AuditBlock, AuditedRow } from './audit-contract.ts';

/** SHA-256 of a text's UTF-8 bytes, base64url without padding. */
export type Digest = (text: string) => Promise<string>;

/** The head before the first block. */
export const FIRST_HEAD = '';

/** A row's commitment is the SHA-256 of this. `text` is the row in canonical JSON, `salt` 32 hex digits. */
export function commitmentText(text: string, salt: string): string {
  return `{"row":${text},"salt":${JSON.stringify(salt)}}`;
}

/** The commitment of the words of a reason is the SHA-256 of this. */
export function noteText(note: string, salt: string): string {
  return canonicalJson({ note, salt });
}

/** A block without its head: what the head is made of. */
export type Unheaded = Omit<AuditBlock, 'head'>;

/** A block's head is the SHA-256 of this. The commitments stand for the rows and the salts. */
export function headText({ number, previous, size, through, sealedAt, entries }: Unheaded): string {
  const commitments = entries.map(({ commitment }) => commitment);
  return canonicalJson({ number, previous, size, through, sealedAt, commitments });
}

/**
 * The faults that a walk finds. `row_changed`: the row or its salt is not what was sealed. `row_missing`: a sealed row is not in its
 * place. `row_added`: a row stands in a sealed place without a seal. `rows_reordered`: rows have changed places.
 * `block_changed`, `block_missing`, `block_added`: the chain itself. `note_changed`, `note_missing`: the words of a reason are
 * others, or are gone although nobody whom they concern was erased. `anchor_differs`: a head is not the one that left
 * the database. `anchor_ahead`: a block whose head left the database is gone.
 */
export const auditFaults = [
  'row_changed',
  'row_missing',
  'row_added',
  'rows_reordered',
  'block_changed',
  'block_missing',
  'block_added',
  'note_changed',
  'note_missing',
  'anchor_differs',
  'anchor_ahead',
] as const;
export type AuditFault = (typeof auditFaults)[number];

export interface AuditFinding {
  fault: AuditFault;
  /** Number of the block. */
  block: number;
  /** Id of the row. */
  row?: string;
}

/** Where a walk through the log is: behind this block. */
export interface Chain {
  number: number;
  head: string;
  /** Rows in all blocks so far. */
  size: number;
}

export const emptyChain: Chain = { number: 0, head: FIRST_HEAD, size: 0 };

/** Everything that is wrong with the block after `chain`, given the rows that stand in its place in their order. */
export async function checkBlock(
  chain: Chain,
  block: AuditBlock,
  rows: readonly AuditedRow[],
  digest: Digest,
): Promise<AuditFinding[]> {
  const { number, previous, head, size, entries } = block;
  const isNext =
    number === chain.number + 1 &&
    previous === chain.head &&
    size === chain.size + entries.length &&
    entries.length > 0;
  const isWhole = isNext && head === (await digest(headText(block)));
  return [
    ...(isWhole ? [] : [{ fault: 'block_changed' as const, block: number }]),
    ...(await rowFaults(block, rows, digest)),
    ...rows.flatMap(({ row, note }): AuditFinding[] =>
      note === 'changed' || note === 'missing' ? [{ fault: `note_${note}`, block: number, row }] : [],
    ),
  ];
}

async function rowFaults(
  { number: block, entries }: AuditBlock,
  rows: readonly AuditedRow[],
  digest: Digest,
): Promise<AuditFinding[]> {
  const found: AuditFinding[] = [];
  const standing = new Map(rows.map((each) => [each.row, each.text]));
  for (const { row, salt, commitment } of entries) {
    const text = standing.get(row);
    if (text === undefined) found.push({ fault: 'row_missing', block, row });
    else if (commitment !== (await digest(commitmentText(text, salt))))
      found.push({ fault: 'row_changed', block, row });
  }
  const sealed = new Set(entries.map(({ row }) => row));
  for (const { row } of rows) if (!sealed.has(row)) found.push({ fault: 'row_added', block, row });
  const order = entries.map(({ row }) => row).filter((row) => standing.has(row));
  const stands = rows.map(({ row }) => row).filter((row) => sealed.has(row));
  if (order.join() !== stands.join()) found.push({ fault: 'rows_reordered', block });
  return found;
}
