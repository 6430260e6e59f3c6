/**
 * Portfolios of owners in one running deployment, of which no viewer sees anything any more: what the owner adds, with a picture
 * that was public once, and events of another system. Their ids are drawn by chance, so twins could not show the same entry.
 */
import type { PortfolioView } from '@gigsy/schema';
import type { Bytes } from '../../convex/files.ts';
import { sentData } from '../../sent-events.ts';
import { sentFile } from '../portfolio-addresses.ts';
import type { RunningBackend } from '../running-backend.ts';
import { RunningSource, sent } from '../running-source.ts';

interface Contribution {
  id: string;
  version: number;
  /** Of its picture. */
  file: string;
  /** At which the picture was while everybody saw it. */
  address: string;
}

export class Portfolios {
  readonly #running: RunningBackend;
  readonly #source: RunningSource;
  /** Of each owner. Other bytes in each twin: an address that opened would tell them apart. */
  readonly #picture: Bytes;
  /** The contribution of each owner, and the version of its section. */
  readonly #contributions = new Map<string, Contribution>();
  #events = 0;

  private constructor(running: RunningBackend, source: RunningSource, picture: Bytes) {
    this.#running = running;
    this.#source = source;
    this.#picture = picture;
  }

  /** The administrator is the person `root`. */
  static async start(running: RunningBackend, picture: Bytes): Promise<Portfolios> {
    return new Portfolios(running, await RunningSource.registered(running, await running.token('root')), picture);
  }

  /** Adds the owner's contribution. Everybody sees contributions of this owner until the promise resolves. */
  async enter(owner: string): Promise<void> {
    const token = await this.#running.token(owner);
    const { upload: file, path } = await sentFile(this.#running, token, this.#picture);
    await this.#running.request('POST', { path });
    const added = await this.#running.mutate<{ id: string; version: number }>(token, 'portfolio/contributions:add', {
      contribution: contribution('m0', file),
      expected: 1,
    });
    const view = await this.#running.query<PortfolioView>(null, 'portfolio:get', { handle: owner });
    const { address } = view.contributions![0]!.files![0]!;
    const { status } = await this.#running.request('GET', { path: address });
    if (status !== 200) throw new Error(`A picture that everybody sees was answered with ${status}.`);
    this.#contributions.set(owner, { ...added, file, address });
  }

  /** The address at which the owner's picture was once. */
  addressOf(owner: string): string {
    return this.#contributions.get(owner)!.address;
  }

  /** The owner's only contribution and only badge say something else from now on, the badge a moment later. */
  async differ(owner: string, mark: string): Promise<void> {
    await this.#contribute(owner, mark);
    this.#events += 1;
    const outcome = await this.#source.deliver(
      sent({
        id: `event-${this.#events}`,
        type: 'badge.awarded',
        subject: `handle:${owner}`,
        time: new Date(Date.UTC(2026, 0, 1) + this.#events * 1_000).toISOString(),
        data: { ...sentData['badge.awarded'], badge: { id: 'badge', name: `Badge ${mark}` }, skills: [mark] },
      }),
    );
    if (outcome.outcome !== 'accepted') throw new Error(JSON.stringify(outcome));
  }

  async #contribute(owner: string, mark: string): Promise<void> {
    const { id, version: expected, file, address } = this.#contributions.get(owner)!;
    const { version } = await this.#running.mutate<{ version: number }>(
      await this.#running.token(owner),
      'portfolio/contributions:update',
      { id, contribution: { ...contribution(mark, file), url: `https://pages.example/${mark}` }, expected },
    );
    this.#contributions.set(owner, { id, version, file, address });
  }
}

function contribution(mark: string, file: string): object {
  return { kind: 'project', title: `Work ${mark}`, skills: [mark], files: [{ file, alt: `Picture ${mark}` }] };
}
