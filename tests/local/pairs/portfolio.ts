/**
 * Portfolios of owners in one running deployment, of which no viewer sees anything: what the owner adds, and events of another
 * system. Their ids are drawn by chance, so twins could not show the same entry.
 */
import { sentData } from '../../sent-events.ts';
import type { RunningBackend } from '../running-backend.ts';
import { RunningSource, sent } from '../running-source.ts';

export class Portfolios {
  readonly #running: RunningBackend;
  readonly #source: RunningSource;
  /** The contribution of each owner, and the version of its section. */
  readonly #contributions = new Map<string, { id: string; version: number }>();
  #events = 0;

  private constructor(running: RunningBackend, source: RunningSource) {
    this.#running = running;
    this.#source = source;
  }

  /** The administrator is the person `root`. */
  static async enter(running: RunningBackend): Promise<Portfolios> {
    return new Portfolios(running, await RunningSource.registered(running, await running.token('root')));
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
    const token = await this.#running.token(owner);
    const contribution = {
      kind: 'project',
      title: `Work ${mark}`,
      skills: [mark],
      url: `https://pages.example/${mark}`,
    };
    const { id, version: expected } = this.#contributions.get(owner) ?? { id: undefined, version: 1 };
    const added = await this.#running.mutate<{ id: string; version: number }>(
      token,
      `portfolio/contributions:${id === undefined ? 'add' : 'update'}`,
      { ...(id !== undefined && { id }), contribution, expected },
    );
    this.#contributions.set(owner, { id: id ?? added.id, version: added.version });
  }
}
