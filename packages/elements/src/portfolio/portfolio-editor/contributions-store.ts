/**
 * The person's contributions as a list to edit. One save is several calls, each from the version that the one before it made.
 * A call that is repeated has one effect, so a save whose answer was lost can be sent again as a whole.
 */
import type { Contribution } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { type FieldValue, isRecord, same } from '../../writing/field.ts';
import { type Item, itemsOf } from '../../writing/shape.ts';
import type { Change, Store, Stored } from '../../writing/store.ts';
import { filesIn } from './files/chosen.ts';
import { type OwnContribution, type OwnPortfolio, portfolioOf } from './reading.ts';

/** Hears of what is read. */
export type Seen = (mine: OwnPortfolio, contributions: readonly OwnContribution[]) => void;

/** A new contribution has an id of the page's own until it is stored, and keeps it as long as the page is open. */
export class ContributionIds {
  readonly #stored = new Map<string, string>();
  readonly #local = new Map<string, string>();
  readonly #seen = new Set<string>();
  /** Sent, and the answer is not there: each may be stored under an id that the page does not know. */
  readonly #sent = new Map<string, Contribution>();

  give(local: string, stored: string): void {
    this.#sent.delete(local);
    this.#stored.set(local, stored);
    this.#local.set(stored, local);
  }

  send(local: string, contribution: Contribution): void {
    this.#sent.set(local, contribution);
  }

  /** Hears which are stored. One that is new, and says what was sent, is the one that was sent. */
  see(contributions: readonly OwnContribution[]): void {
    for (const { id, contribution } of contributions) {
      if (this.#seen.has(id)) continue;
      this.#seen.add(id);
      const sent = [...this.#sent].find(([, each]) => same(each as FieldValue, contribution as FieldValue));
      if (sent) this.give(sent[0], id);
    }
  }

  storedAs(local: string): string {
    return this.#stored.get(local) ?? local;
  }

  localOf(stored: string): string {
    return this.#local.get(stored) ?? stored;
  }
}

/** One call, given the version that it starts from and its key. Resolves to the version that it made. */
interface Step {
  /** The contribution that it is about; empty for the order. */
  readonly id: string;
  take(from: { expected: number; idempotencyKey: string }): Promise<number>;
}

export function contributionsStore(client: Gigsy, ids: ContributionIds, seen: Seen): Store {
  const { contributions } = client.portfolio;
  /** The contribution that the last call was about. */
  let last = '';

  /** The version is read first: contents of a later one lead to a conflict, and those of an earlier one would be lost. */
  async function stored(mine: OwnPortfolio | null): Promise<Stored | null> {
    if (!mine) return null;
    const own = await contributions.mine({});
    ids.see(own);
    seen(mine, own);
    const order = (mine.contributions ?? []).map(({ id }) => id);
    const place = ({ id }: OwnContribution) => order.indexOf(id);
    const value = [...own]
      .sort((a, b) => place(a) - place(b))
      .map(({ id, contribution }) => ({ ...contribution, id: ids.localOf(id) }));
    return { value, version: mine.versions.contributions, person: mine.handle };
  }

  return {
    deployment: client.url,
    async read(signal) {
      const read = await stored(await portfolioOf(client));
      signal.throwIfAborted();
      return read;
    },
    async write(change, expected, idempotencyKey) {
      let version = expected;
      for (const [at, step] of stepsOf(client, ids, change).entries()) {
        last = step.id;
        version = await step.take({ expected: version, idempotencyKey: `${idempotencyKey}-${at}` });
      }
      return version;
    },
    placeOf: (path) => (path.startsWith('contribution.') && last ? `${last}${path.slice('contribution'.length)}` : ''),
    isFinal,
    watch({ next, error, signal }) {
      const tell = (mine: OwnPortfolio | null) => void stored(mine).then((read) => signal.aborted || next(read), error);
      client.portfolio.watchMine({}, { next: tell, error, signal });
    },
  };
}

/** A contribution that leaves takes its files with it, and one that comes back has another id, without the settings of the first. */
function isFinal({ before, after }: Change): boolean {
  const [had, has] = [itemsOf(before), itemsOf(after)];
  const kept = new Set(has.flatMap((item) => filesIn(item.files).map(({ file }) => file)));
  return (
    had.some(({ id }) => !has.some((item) => item.id === id)) ||
    had.some((item) => filesIn(item.files).some(({ file }) => !kept.has(file)))
  );
}

/** Removals come first, so that there is room; the order comes last, when every contribution has its id. */
function stepsOf({ portfolio }: Gigsy, ids: ContributionIds, { before, after }: Change): Step[] {
  const [had, wanted] = [itemsOf(before), itemsOf(after)];
  const { contributions } = portfolio;
  const removed = had.filter(({ id }) => !wanted.some((item) => item.id === id));
  const changed = wanted.filter((item) => {
    const old = had.find(({ id }) => id === item.id);
    return old && !same(old as FieldValue, item as FieldValue);
  });
  const added = wanted.filter(({ id }) => !had.some((item) => item.id === id));
  const steps: Step[] = [
    ...removed.map(({ id }) => ({
      id,
      take: async (from: Parameters<Step['take']>[0]) =>
        (await contributions.remove({ id: ids.storedAs(id), ...from })).version,
    })),
    ...changed.map((item) => ({
      id: item.id,
      take: async (from: Parameters<Step['take']>[0]) =>
        (await contributions.update({ id: ids.storedAs(item.id), contribution: written(item), ...from })).version,
    })),
    ...added.map((item) => ({
      id: item.id,
      take: async (from: Parameters<Step['take']>[0]) => {
        const contribution = written(item);
        ids.send(item.id, contribution);
        const { id, version } = await contributions.add({ contribution, ...from });
        ids.give(item.id, id);
        return version;
      },
    })),
  ];
  const stay = had.filter((item) => !removed.includes(item)).map(({ id }) => id);
  const order = wanted.map(({ id }) => id);
  if (order.join() === stay.join()) return steps;
  const take = async (from: Parameters<Step['take']>[0]) => {
    const arranged = { section: 'contributions' as const, order: order.map((id) => ids.storedAs(id)) };
    return (await portfolio.arrange({ ...arranged, ...from })).version;
  };
  return [...steps, { id: '', take }];
}

/** As the contract has it. The deployment checks it. */
function written({ id: _, ...contribution }: Item): Contribution {
  return Object.fromEntries(
    Object.entries(contribution).filter(([, value]) => value !== null && !(isRecord(value) && isEmpty(value))),
  ) as unknown as Contribution;
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}
