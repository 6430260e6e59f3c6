/**
 * The sandbox as a profile source, for a partner's stories and tests: every state that a page must bear, with no
 * deployment and no network. A deployment with `GIGSY_SANDBOX=on` answers the same handles over HTTP.
 */
import { type Staged, profileAt, sandbox } from '@gigsy/schema/sandbox';
import { GigsyError, connectionError } from './errors.ts';
import { pause } from './pause.ts';
import type { ProfileSource, ProfileView } from './reader.ts';

export { type SandboxState, sandboxHandle } from '@gigsy/schema/sandbox';

export interface SandboxHandle {
  handle: string;
  /** One sentence: what a page gets under this handle. */
  summary: string;
}

export const sandboxHandles: readonly SandboxHandle[] = [...sandbox].map(([handle, { summary }]) => ({
  handle,
  summary,
}));

export interface SandboxOptions {
  /** How long `sandbox-slow` takes, in milliseconds: 4,000 by default. */
  delayMs?: number;
  /** How often a watched `sandbox-full` changes its headline, in milliseconds: 3,000 by default; 0 never. */
  changeMs?: number;
}

const CHANGE_MS = 3000;

/** Answers the sandbox's handles as a deployment would; every other handle is unknown. Holds no state. */
export function sandboxSource({ delayMs, changeMs = CHANGE_MS }: SandboxOptions = {}): Required<ProfileSource> {
  const find = (handle: string): Staged => {
    const staged = sandbox.get(handle) ?? { summary: '', profile: null };
    return staged.delayMs === undefined ? staged : { ...staged, delayMs: delayMs ?? staged.delayMs };
  };
  return {
    async get(handle, { signal } = {}) {
      const staged = find(handle);
      await pause(staged.delayMs ?? 0, signal);
      return answerOf(staged);
    },
    watch(handle, observer) {
      const ended = new AbortController();
      const signal = observer.signal ? AbortSignal.any([observer.signal, ended.signal]) : ended.signal;
      const staged = find(handle);
      const follow = async () => {
        await pause(staged.delayMs ?? 0, signal);
        observer.next(answerOf(staged));
        for (let turn = 1; staged.headlines && changeMs > 0; turn += 1) {
          await pause(changeMs, signal);
          observer.next(profileAt(staged, turn));
        }
      };
      follow().catch((error: GigsyError) => signal.aborted || observer.error?.(error));
      return () => ended.abort();
    },
  };
}

function answerOf({ profile, error }: Staged): ProfileView | null {
  if (error === 'offline') throw connectionError(undefined);
  if (error) throw new GigsyError(error, 'A fault of the sandbox, as asked for.');
  return profile;
}
