/** Proofs and claims of owners in one running deployment, of which no viewer sees anything. */
import { ACCOUNT_CODES } from '@gigsy/schema';
import type { RunningBackend } from '../running-backend.ts';

export class Verifications {
  readonly #running: RunningBackend;
  /** Whether its owners prove an address; those of the other twin claim a domain, ask for a code to a number, and take that back. */
  readonly #proves: boolean;
  /** Codes that each owner has asked for: the deployment gives so many a day. */
  readonly #codes = new Map<string, number>();

  constructor(running: RunningBackend, proves: boolean) {
    this.#running = running;
    this.#proves = proves;
  }

  /** The owner has proved something else from now on, as long as there are codes to be had. */
  async differ(owner: string, mark: string): Promise<void> {
    const codes = this.#codes.get(owner) ?? 0;
    if (codes === ACCOUNT_CODES) return;
    this.#codes.set(owner, codes + 1);
    const token = await this.#running.token(owner);
    const call = <T>(name: string, args: object) => this.#running.mutate<T>(token, `trust/verifications:${name}`, args);
    const claim = { method: 'domain', subject: `claim-${codes}.org` };
    if (!this.#proves) await this.#running.mutate(token, 'trust/claims:start', claim);
    const method = this.#proves ? 'email' : 'phone';
    await call('start', { method, subject: this.#proves ? `${mark}@example.com` : '+436641234567' });
    if (!this.#proves) return void (await call('withdraw', { id: method }));
    const [message] = await this.#running.query<{ code: string }[]>(token, 'trust/verifications:outbox', {});
    const { confirmed } = await call<{ confirmed: boolean }>('confirm', { method, code: message!.code });
    if (!confirmed) throw new Error(`The code of ${owner} does not fit.`);
  }
}
