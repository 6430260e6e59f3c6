/** The person's own portfolio, as the deployment tells of it to them. */
import type { Gigsy } from '@gigsy/sdk';

export type OwnPortfolio = NonNullable<Awaited<ReturnType<Gigsy['portfolio']['mine']>>>;
export type OwnContribution = Awaited<ReturnType<Gigsy['portfolio']['contributions']['mine']>>[number];

/** Readings that have begun in this turn. */
const begun = new WeakMap<Gigsy, Promise<OwnPortfolio | null>>();

/** The sections of an editor ask in one turn, and get one answer. A later turn reads anew. */
export function portfolioOf(client: Gigsy): Promise<OwnPortfolio | null> {
  const known = begun.get(client);
  if (known) return known;
  const reading = client.portfolio.mine({});
  begun.set(client, reading);
  queueMicrotask(() => begun.delete(client));
  return reading;
}
