/**
 * The sandbox: fixed handles that show a page each state it must bear. Declared here once; the SDK's source, a
 * deployment with `GIGSY_SANDBOX=on`, `gigsy conform` and the table in docs/partners.md all read it. It stands apart
 * from the package's index, as `@gigsy/schema/sandbox`, and imports no zod: browsers load it.
 */
import type { ProfileView } from './document.ts';
import { SANDBOX_PREFIX } from './handles.ts';
import { huge } from './sandbox/huge.ts';
import { brief, empty, full, mixed } from './sandbox/people.ts';

export interface Staged {
  /** One sentence: what a page gets under this handle. */
  readonly summary: string;
  /** The profile that a reader sees; null if there is none. */
  readonly profile: ProfileView | null;
  /** How long the answer takes, in milliseconds. */
  readonly delayMs?: number;
  /** Instead of an answer: a fault on Gigsy's side, or no connection. */
  readonly error?: 'internal' | 'offline';
  /** True where a source that has a picture adds it. */
  readonly portrait?: true;
  /** Headlines that a watched profile takes one after the other. */
  readonly headlines?: readonly string[];
}

const states = {
  full: {
    summary: 'Every section and field that can be public; a watched one changes its headline every few seconds.',
    profile: full,
    portrait: true,
    headlines: [
      'Restores tide clocks, and teaches how',
      'Now taking two apprentices for the spring',
      full.identity?.headline ?? '',
    ],
  },
  empty: { summary: 'A profile of which this viewer may see nothing but the handle.', profile: empty },
  huge: {
    summary: 'Every list as long as the contract allows, 200 skills among them, and texts of the longest kind.',
    profile: huge,
  },
  rtl: { summary: 'Arabic and Hebrew, with English words and numbers between.', profile: mixed },
  private: { summary: 'A profile that its owner hides; it looks like one that does not exist.', profile: null },
  suspended: { summary: 'A suspended account; it looks like one that does not exist.', profile: null },
  slow: { summary: 'A profile whose answer takes four seconds.', profile: brief, delayMs: 4000 },
  failing: { summary: 'A fault on Gigsy’s side: the error `internal`.', profile: null, error: 'internal' },
  offline: {
    summary: 'No connection: the request fails on its way, the error `offline`.',
    profile: null,
    error: 'offline',
  },
} as const satisfies Record<string, Staged>;

export type SandboxState = keyof typeof states;
export const sandboxStates = Object.keys(states) as SandboxState[];

/** By handle: `sandbox-full`, `sandbox-private`, and so on. Profiles bear the handle that they stand under. */
export const sandbox: ReadonlyMap<string, Staged> = new Map(
  sandboxStates.map((state) => {
    const staged: Staged = states[state];
    const handle = sandboxHandle(state);
    return [handle, { ...staged, profile: staged.profile && { ...staged.profile, handle } }];
  }),
);

export function sandboxHandle(state: SandboxState): string {
  return SANDBOX_PREFIX + state;
}

/** The staged profile as a watcher sees it for the `turn`th time, from 0, which is as a reader sees it. */
export function profileAt({ profile, headlines }: Staged, turn: number): ProfileView | null {
  if (!profile || !headlines || turn === 0) return profile;
  return { ...profile, identity: { ...profile.identity, headline: headlines[(turn - 1) % headlines.length] } };
}
