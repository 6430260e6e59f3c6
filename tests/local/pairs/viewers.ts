/**
 * The viewers of a running deployment, who ask about people by every path. Their answers are texts in which values of chance are
 * left out.
 */
import { strFromU8, unzipSync } from 'fflate';
import { type SampleSubject, nothingKnown } from '../../../packages/schema/src/contract/samples.ts';
import { functionSamples } from '../../../packages/schema/src/samples.ts';
import { Receiver } from '../webhooks/receiver.ts';
import { type Answer, ORIGIN, type RunningBackend, type RunningPartner } from '../running-backend.ts';
import { answerText, withoutChance } from './answer-text.ts';
import type { FunctionPath, Path, Viewer } from './paths.ts';

export class Viewers {
  readonly #running: RunningBackend;
  readonly #partner: RunningPartner;
  /** A publishable key whose quota is one call. */
  readonly #spent: string;
  /** Addresses that are this run's alone. */
  readonly #addresses: string[] = [];
  readonly #sessions = new Map<Viewer, string>();
  #fresh = 0;

  private constructor(running: RunningBackend, known: { partner: RunningPartner; spent: string }) {
    this.#running = running;
    this.#partner = known.partner;
    this.#spent = known.spent;
  }

  /** To be called before anybody else signs up, so that the viewers do not depend on the others. */
  static async enter(running: RunningBackend): Promise<Viewers> {
    await running.deployment.run('profile/accounts:grantRole', { subject: 'root', role: 'admin' });
    await running.deployment.run('privacy/leases:setCohort', { cohort: 'staff', required: false });
    const admin = await running.token('root');
    const partner = await running.partner(admin);
    await running.link(partner, await running.person('viewer'), 'u-viewer');
    const oneCall = { partner: partner.partner, kind: 'publishable', perMinute: 1 };
    const { key } = await running.mutate<{ key: { key: string } }>(admin, 'operations/keys:issue', oneCall);
    return new Viewers(running, { partner, spent: key.key });
  }

  /** A receiver that gets the partner's news. The deployment needs `GIGSY_WEBHOOK_LOOPBACK`. */
  async subscribe(): Promise<Receiver> {
    const receiver = await Receiver.subscribed(this.#running, await this.#running.token('root'), this.#partner);
    this.#addresses.push(receiver.url);
    return receiver;
  }

  /** Opens the partner's sessions, which end after ten minutes. `shown`: 50 handles at most. */
  async openSessions(shown: readonly string[]): Promise<void> {
    this.#sessions.set('organisation', await this.#running.session(this.#partner, 'organisation'));
    this.#sessions.set('named', await this.#running.session(this.#partner, { user: 'u-viewer' }, [...shown]));
  }

  /** The members among the viewers. */
  member(who: 'member' | 'contact' = 'member'): Promise<string> {
    return this.#running.token(who === 'member' ? 'viewer' : who);
  }

  /** The knowledge of a viewer who asks about a person, by a lease if there is one. Ids that cannot be guessed are wrong ones: the handle. */
  about(handle: string, lease = handle): SampleSubject {
    const { partner, publishable, secret } = this.#partner;
    return {
      ...nothingKnown,
      handle,
      site: this.#running.deployment.siteUrl,
      origin: ORIGIN,
      partner,
      publishable,
      secret,
      spent: this.#spent,
      link: handle,
      lease,
      given: handle,
    };
  }

  /** The profile, as the viewer gets it by the path that most use. `lease`: of a contact. */
  async view(viewer: Viewer, handle: string, lease = handle): Promise<string> {
    if (viewer === 'web') return this.#text(await this.#running.request('GET', { path: `/v1/profiles/${handle}` }));
    const token = await this.#lasting(viewer);
    const [path, args] = viewer === 'contact' ? ['privacy/access:view', { lease }] : ['profile:get', { handle }];
    return this.#text(await this.#running.ask(token, { path, kind: 'query' }, args));
  }

  async answer(viewer: Viewer, path: Path, about: SampleSubject): Promise<string> {
    if (path.what === 'route') return this.#text(await this.#running.request(path.method, path.ask(about)));
    if (path.what === 'export') return this.#exported();
    const token = await this.#caller(viewer, path);
    const asked = { path: path.at, kind: path.kind };
    return this.#text(await this.#running.ask(token, asked, functionSamples.get(path.name)!(about)));
  }

  async #lasting(viewer: Viewer): Promise<string | null> {
    if (viewer === 'anonymous' || viewer === 'web') return null;
    if (viewer === 'member' || viewer === 'contact') return this.member(viewer);
    return this.#sessions.get(viewer) ?? this.#running.token(viewer === 'administrator' ? 'root' : viewer);
  }

  /** A mutation may change who its caller is, so a new person makes each that admits the viewer. */
  async #caller(viewer: Viewer, { kind, admitted }: FunctionPath): Promise<string | null> {
    if (kind === 'query' || !admitted) return this.#lasting(viewer);
    this.#fresh += 1;
    const subject = `${viewer}-${this.#fresh}`;
    if (viewer === 'member' || viewer === 'contact') return this.#running.person(subject);
    if (viewer === 'newcomer') return this.#running.token(subject);
    if (viewer !== 'administrator') return this.#lasting(viewer);
    await this.#running.deployment.run('profile/accounts:grantRole', { subject, role: 'admin' });
    return this.#running.token(subject);
  }

  /** The export of a new member, unpacked. */
  async #exported(): Promise<string> {
    this.#fresh += 1;
    const token = await this.#running.person(`exporter-${this.#fresh}`);
    await this.#consumersAtRest();
    await this.#running.mutate(token, 'privacy/exports:request');
    const state = async () => (await this.#running.query<{ state: string }>(token, 'privacy/exports:status')).state;
    while ((await state()) === 'making') await new Promise((resolve) => setTimeout(resolve, 10));
    const { files } = await this.#running.mutate<{ files: { address: string }[] }>(token, 'privacy/exports:download');
    const unpacked = await Promise.all(
      files.map(async ({ address }) => unzipSync(new Uint8Array(await (await fetch(address)).arrayBuffer()))),
    );
    return unpacked
      .flatMap((entries) => Object.entries(entries))
      .map(([name, bytes]) => `${name}: ${withoutChance(this.#running, strFromU8(bytes))}`)
      .sort()
      .join('\n');
  }

  /** Rows that consumers make of a person's events are in their export. */
  async #consumersAtRest(): Promise<void> {
    const admin = await this.#running.token('root');
    const behind = async () =>
      (await this.#running.query<{ behind: number }[]>(admin, 'events/consumers:status')).some((one) => one.behind > 0);
    while (await behind()) await new Promise((resolve) => setTimeout(resolve, 10));
    const { partner } = this.#partner;
    const webhooks = await this.#running.query<{ webhook: string; state: string }[]>(admin, 'events/webhooks:list', {
      partner,
    });
    for (const { webhook, state } of webhooks) if (state === 'active') await this.#delivered(admin, webhook);
  }

  async #delivered(admin: string, webhook: string): Promise<void> {
    const left = async () =>
      (
        await Promise.all(
          ['queued', 'waiting'].map((state) =>
            this.#running.query<unknown[]>(admin, 'events/webhooks:deliveries', { webhook, state }),
          ),
        )
      ).some((deliveries) => deliveries.length > 0);
    while (await left()) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  #text(answer: Answer): string {
    return answerText(this.#running, answer, this.#addresses);
  }
}
