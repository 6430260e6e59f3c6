/** Links to partners of one person in the page's own memory, with a request that waits for an answer. */
import type { Gigsy } from '@gigsy/sdk';
import type { ErrorCode } from '@gigsy/sdk/reader';
import { trouble } from './desk.ts';
import { GIVEN_AT } from './import-desk.ts';

type Link = Awaited<ReturnType<Gigsy['operations']['links']['list']>>[number];
interface Watcher {
  next(answer: unknown): void;
  signal?: AbortSignal;
}

export const CODE = `lc_${'0a'.repeat(16)}`;
export const college = { name: 'Northfield College', origins: ['https://careers.northfield.example'] };

export class PartnerDesk {
  links: Link[] = [];
  /** The partner whose request has the code. */
  offer: typeof college | null = college;
  /** For the steps to come, in their order. */
  readonly troubles: ErrorCode[] = [];
  readonly #watchers = new Set<{ watcher: Watcher; read: () => unknown }>();
  readonly client: Gigsy;

  constructor() {
    const links = {
      watchPreview: ({ code }: { code: string }, watcher: Watcher) =>
        this.#watch(watcher, () => (code === CODE ? this.offer : null)),
      watchList: (_: unknown, watcher: Watcher) => this.#watch(watcher, () => this.links),
      create: () => this.#step(() => this.link()),
      revoke: ({ link }: { link: string }) =>
        this.#step(() => {
          this.links = this.links.filter((each) => each.link !== link);
          return { link };
        }),
    };
    this.client = { url: 'https://desk.example', operations: { links }, close: () => {} } as unknown as Gigsy;
  }

  /** Links the person, as by the code. */
  link(partner = college, user = 'student-1815'): Link {
    const link = { link: `l${this.links.length + 1}`, ...partner, user, createdAt: GIVEN_AT };
    this.links = [...this.links, link];
    this.offer = null;
    return link;
  }

  #watch(watcher: Watcher, read: () => unknown): () => void {
    const watched = { watcher, read };
    this.#watchers.add(watched);
    watcher.signal?.addEventListener('abort', () => this.#watchers.delete(watched));
    queueMicrotask(() => watcher.signal?.aborted || watcher.next(structuredClone(read())));
    return () => this.#watchers.delete(watched);
  }

  async #step<Answer>(step: () => Answer): Promise<Answer> {
    const code = this.troubles.shift();
    if (code) throw trouble(code);
    const answer = structuredClone(step());
    for (const { watcher, read } of this.#watchers) watcher.next(structuredClone(read()));
    return answer;
  }
}
