/** Endorsements of owners in one running deployment, of which no viewer sees anything. */
import type { RunningBackend } from '../running-backend.ts';

/** Versions that one author may write for one owner in a day. */
const PACE = 3;
const AUTHORS = ['endorser-0', 'endorser-1', 'endorser-2'] as const;

export class Endorsements {
  readonly #running: RunningBackend;
  /** Whether its owners accept endorsements; those of the other twin decline them. */
  readonly #accepts: boolean;
  /** Versions that were written for each owner, and the token by which. */
  readonly #written = new Map<string, number>();
  readonly #tokens = new Map<string, string>();

  private constructor(running: RunningBackend, accepts: boolean) {
    this.#running = running;
    this.#accepts = accepts;
  }

  static async start(running: RunningBackend, accepts: boolean): Promise<Endorsements> {
    for (const author of AUTHORS) await running.person(author);
    return new Endorsements(running, accepts);
  }

  /** Somebody has written something else of the owner from now on, as long as the pace allows it. */
  async differ(owner: string, mark: string): Promise<void> {
    const written = this.#written.get(owner) ?? 0;
    const author = AUTHORS[Math.floor(written / PACE)];
    if (author === undefined) return;
    this.#written.set(owner, written + 1);
    const to = { token: await this.#tokenOf(owner) };
    const endorsement = { skills: [], text: `${mark} ${owner}`, linked: this.#accepts };
    const { id, version } = await this.#call<{ id: string; version: number }>(author, 'write', { to, endorsement });
    if (this.#accepts) await this.#call(owner, 'accept', { id, version });
    // Later versions of what was declined stay declined.
    else if (version === 1) await this.#call(owner, 'decline', { id });
  }

  async #tokenOf(owner: string): Promise<string> {
    const { token } = this.#tokens.has(owner)
      ? { token: this.#tokens.get(owner)! }
      : await this.#call<{ token: string }>(owner, 'requests:link', {});
    this.#tokens.set(owner, token);
    return token;
  }

  async #call<T>(person: string, name: string, args: object): Promise<T> {
    const path = name.includes(':') ? `trust/endorsements/${name}` : `trust/endorsements:${name}`;
    return this.#running.mutate<T>(await this.#running.token(person), path, args);
  }
}
