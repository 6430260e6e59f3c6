/** A section that other systems fill: the person changes its order alone. */
import type { Gigsy } from '@gigsy/sdk';
import { items, text } from '../../untrusted.ts';
import { itemsOf } from '../../writing/shape.ts';
import type { Store, Stored } from '../../writing/store.ts';
import { type OwnPortfolio, portfolioOf } from './reading.ts';

/** The sections that other systems fill. */
export type SentSection = 'courses' | 'gigs' | 'badges';

/** `seen` hears of each portfolio that is read. */
export function orderStore(client: Gigsy, section: SentSection, seen: (mine: OwnPortfolio) => void): Store {
  const storedOf = (mine: OwnPortfolio | null): Stored | null => {
    if (!mine) return null;
    seen(mine);
    return { value: entriesIn(mine[section]), version: mine.versions[section], person: mine.handle, isLiving: true };
  };
  return {
    deployment: client.url,
    async read(signal) {
      const mine = await portfolioOf(client);
      signal.throwIfAborted();
      return storedOf(mine);
    },
    async write({ after }, expected, idempotencyKey) {
      const order = itemsOf(after).map(({ id }) => id);
      const { version } = await client.portfolio.arrange({ section, order, expected, idempotencyKey });
      return version;
    },
    placeOf: () => '',
    watch({ next, error, signal }) {
      client.portfolio.watchMine({}, { next: (mine) => next(storedOf(mine)), error, signal });
    },
  };
}

/** Fields of the sections, any of which may be missing; another system wrote them. */
interface Sent {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly title?: unknown;
  readonly issuer?: { readonly name?: unknown } | null | undefined;
  readonly completedOn?: unknown;
  readonly awardedOn?: unknown;
}

/** As the contract has ids. */
const ITEM_ID = /^[A-Za-z0-9_-]{1,40}$/;

/** The things by which a person tells entries apart, once each. */
function entriesIn(list: readonly Sent[] | undefined): readonly { readonly id: string }[] {
  const entries = items(list).flatMap(({ id, name, title, issuer, completedOn, awardedOn }) =>
    ITEM_ID.test(text(id))
      ? [
          {
            id: text(id),
            name: text(name) || text(title),
            issuer: text(issuer?.name),
            date: text(completedOn ?? awardedOn),
          },
        ]
      : [],
  );
  return entries.filter((entry, at) => entries.findIndex(({ id }) => id === entry.id) === at);
}
