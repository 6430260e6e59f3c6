/**
 * A consumer of the log: a domain's declaration of what it makes of events. `../<domain>/consumers.ts` exports those of a
 * domain, and `../consumers.ts` joins them. Declaring one touches no writer.
 */
import type { MutationCtx } from '../../_generated/server.js';
import type { TakenEvent } from './cursors.js';

export interface Consumer {
  /** Its name in cursors and reports; never changed, since the cursor stands under it. */
  readonly name: string;
  /** Most events of one transaction, 1 to 100. */
  readonly batch: number;
  /** Milliseconds that its run waits, to take more events at once. */
  readonly delayMs: number;
  /**
   * Makes what follows from these events, in commit order. Runs in the transaction that moves the cursor. A throw undoes its
   * writes: the events come again, one by one. An event that operators hand over again comes late and may come twice, so the
   * outcome must not depend on how often it comes.
   */
  readonly take: (ctx: MutationCtx, events: readonly TakenEvent[]) => Promise<void>;
}
