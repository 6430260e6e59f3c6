/** The walk through the sealed audit log, from the first block to the last. Reads page by page and trusts no answer. */
import type { AuditPage, AuditStatus } from './audit-contract.ts';
import { type AuditFinding, type Chain, type Digest, checkBlock, emptyChain } from './sealing.ts';

/** A head that left the database. */
export interface AnchoredHead {
  number: number;
  head: string;
}

export interface LogSource {
  status(): Promise<AuditStatus>;
  page(block: number): Promise<AuditPage>;
}

export interface Verified {
  status: AuditStatus;
  /** Blocks and sealed rows that the walk has gone through. */
  blocks: number;
  rows: number;
  /** Rows whose reason lost its words with a person. */
  erased: number;
  /** At most 1,000, in the order of the log. */
  findings: AuditFinding[];
}

/** Findings after which the walk ends: the log is not what was sealed, and more lines say no more. */
const MAX_FINDINGS = 1_000;

/** Goes through all blocks that there were at the start. `progress` hears the number of each block, and of the last. */
export async function verifyLog(
  source: LogSource,
  {
    digest,
    anchors = [],
    progress,
  }: {
    digest: Digest;
    anchors?: readonly AnchoredHead[];
    progress?: (block: number, last: number) => void;
  },
): Promise<Verified> {
  const status = await source.status();
  const last = status.last?.number ?? 0;
  const verified: Verified = { status, blocks: 0, rows: 0, erased: 0, findings: [] };
  const { findings } = verified;
  let chain = emptyChain;
  for (let number = 1; number <= last && findings.length < MAX_FINDINGS; number += 1) {
    progress?.(number, last);
    chain = await verifyPage(chain, await source.page(number), { digest, anchors, verified });
  }
  for (const { number } of anchors) if (number > last) findings.push({ fault: 'anchor_ahead', block: number });
  return { ...verified, findings: findings.slice(0, MAX_FINDINGS) };
}

async function verifyPage(
  chain: Chain,
  { block, doubled, rows }: AuditPage,
  { digest, anchors, verified }: { digest: Digest; anchors: readonly AnchoredHead[]; verified: Verified },
): Promise<Chain> {
  const { findings } = verified;
  const number = chain.number + 1;
  if (!block) {
    findings.push({ fault: 'block_missing', block: number });
    return { ...chain, number };
  }
  findings.push(...(await checkBlock(chain, block, rows, digest)));
  if (doubled) findings.push({ fault: 'block_added', block: number });
  if (anchors.some((anchor) => anchor.number === number && anchor.head !== block.head))
    findings.push({ fault: 'anchor_differs', block: number });
  verified.blocks += 1;
  verified.rows += block.entries.length;
  verified.erased += rows.filter(({ note }) => note === 'erased').length;
  return { number, head: block.head, size: block.size };
}
