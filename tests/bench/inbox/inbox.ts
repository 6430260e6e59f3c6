/** The project's own backend with people and with systems that send it events, as the benchmarks of events want them. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Deployment, DeploymentOptions } from '@gigsy/local';
import { createPerson, identityOf, startHub } from '../local/people.ts';
import type { Subject } from '../local/subject.ts';
import type { SendingPlan, SendingSource, Sent } from './sending.ts';

const ADMIN = 'root';
const LOOK_MS = 250;

interface SourceRow {
  waiting: number;
}

export class Inbox {
  readonly #subject: Subject;
  #keys = 0;

  private constructor(subject: Subject) {
    this.#subject = subject;
  }

  static async start(more: Pick<DeploymentOptions, 'countConflicts'> = {}): Promise<Inbox> {
    const inbox = new Inbox(await startHub({}, more));
    await inbox.deployment.run('profile/accounts:grantRole', { subject: ADMIN, role: 'admin' });
    return inbox;
  }

  get deployment(): Deployment {
    return this.#subject.deployment;
  }

  end(): Promise<void> {
    return this.#subject.end();
  }

  /** People whom nobody has sent anything about. Their handles. */
  async people(prefix: string, count: number): Promise<string[]> {
    const handles = Array.from({ length: count }, (_, at) => `${prefix}-${at}`);
    for (const handle of handles) await createPerson(this.deployment, handle, {});
    return handles;
  }

  async source(label: string, perMinute: number): Promise<Pick<SendingSource, 'name' | 'address' | 'secret'>> {
    const address = `https://${label}.example`;
    const registration = { label, address, perMinute, idempotencyKey: `bench-key-${(this.#keys += 1)}` };
    const { source, secret } = (await this.deployment.run(
      'events/sources:register',
      registration,
      identityOf(ADMIN),
    )) as { source: { source: string }; secret: string };
    return { name: source.source, address, secret };
  }

  /** Has sources send, and resolves when all is taken and seen. `waiting` has the most events of one source that waited at once. */
  async send(plan: Pick<SendingPlan, 'sources' | 'watched'>, signal: AbortSignal): Promise<Sent & { waiting: number }> {
    const { url, siteUrl } = this.deployment;
    const child = fork(path.join(import.meta.dirname, 'sending.ts'), {
      execArgv: ['--conditions=convex'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let [waiting, isLooking] = [0, false];
    const look = setInterval(async () => {
      if (isLooking) return;
      isLooking = true;
      const rows = (await this.deployment.run('events/sources:list', {}, identityOf(ADMIN))) as SourceRow[];
      waiting = Math.max(waiting, ...rows.map((row) => row.waiting));
      isLooking = false;
    }, LOOK_MS);
    try {
      const sent = answerOf(child, signal);
      child.send({ url, siteUrl, ...plan } satisfies SendingPlan);
      return { ...(await sent), waiting };
    } finally {
      clearInterval(look);
      child.kill('SIGKILL');
    }
  }
}

function answerOf(child: ChildProcess, signal: AbortSignal): Promise<Sent> {
  return new Promise((resolve, reject) => {
    child.once('message', (sent) => resolve(sent as Sent));
    child.once('exit', () => reject(new Error('The process of the senders ended.')));
    signal.addEventListener('abort', () => reject(new Error('Interrupted.')));
  });
}
