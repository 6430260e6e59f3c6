/**
 * The hub of the stories: each handle answers with a person as the viewer may see them, by the real projection, or with
 * a state that a real hub rarely shows.
 */
import { type Audience, projectProfile } from '@gigsy/schema';
import { GigsyError, type ErrorCode, type ProfileSource, type ProfileView } from '@gigsy/sdk/reader';
import { sandboxHandles, sandboxSource } from '@gigsy/sdk/sandbox';
import { ada, grace, hedy, ines, noor, vera } from './ada.ts';
import { max } from './longest.ts';
import { mallory, sami, zoe } from './others.ts';

export const people = { ada, grace, hedy, ines, noor, vera, sami, zoe, max, mallory };

export type Viewer = 'anonymous' | 'member' | 'owner';

const audiences: Record<Viewer, Audience> = { anonymous: 'public', member: 'platform', owner: 'owner' };

type Answer = (viewer: Viewer) => ProfileSource;

const states: Record<string, Answer> = {
  loading: () => ({ get: () => new Promise(() => {}) }),
  failing: () => failing('internal'),
  offline: () => failing('offline'),
  /** Answers once, then loses the connection; seen by elements that are `live`. */
  disconnected: (viewer) => losing(viewOf('ada', viewer)),
  /** A new headline every two seconds; seen by elements that are `live`. */
  changing: (viewer) => changing(viewOf('ada', viewer)),
};

/**
 * The sandbox that partners test their pages with: the same for every viewer. Nothing in it moves, so that pictures
 * stay.
 */
const sandbox = sandboxSource({ changeMs: 0 });
const sandboxed = sandboxHandles.map(({ handle }) => handle);

/** Every handle that a story may name; `nobody` and all others are unknown. */
export const handles: string[] = [...Object.keys(people), ...Object.keys(states), ...sandboxed, 'nobody'];

const hubs = new Map<Viewer, ProfileSource>();

/** One source per viewer, so that elements do not load again when a story is redrawn. */
export function hub(viewer: Viewer): ProfileSource {
  if (!hubs.has(viewer)) {
    const answer = (handle: string): ProfileSource =>
      sandboxed.includes(handle)
        ? sandbox
        : (states[handle]?.(viewer) ?? { get: () => Promise.resolve(viewOf(handle, viewer)) });
    hubs.set(viewer, {
      get: (handle, options) => answer(handle).get(handle, options),
      watch: (handle, observer) => answer(handle).watch?.(handle, observer) ?? (() => {}),
    });
  }
  return hubs.get(viewer)!;
}

/** Fails until it is asked again. */
export function recovering(viewer: Viewer): ProfileSource {
  let asked = 0;
  return { get: (handle) => (asked++ ? hub(viewer).get(handle) : failing('internal').get(handle)) };
}

function viewOf(handle: string, viewer: Viewer): ProfileView | null {
  return Object.hasOwn(people, handle)
    ? projectProfile(people[handle as keyof typeof people], audiences[viewer])
    : null;
}

function failing(code: ErrorCode): ProfileSource {
  return { get: () => Promise.reject(new GigsyError(code, 'For the story.')) };
}

function losing(profile: ProfileView | null): ProfileSource {
  return {
    get: () => Promise.resolve(profile),
    watch: (_handle, { next, error }) => {
      next(profile);
      error?.(new GigsyError('offline', 'For the story.'));
      return () => {};
    },
  };
}

function changing(profile: ProfileView | null): ProfileSource {
  const headlines = ['Analyst of engines', 'Translator of Menabrea', 'First programmer'];
  return {
    get: () => Promise.resolve(profile),
    watch: (_handle, { next, signal }) => {
      let turn = 0;
      const timer = setInterval(
        () => next(profile && { ...profile, identity: { ...profile.identity, headline: headlines[turn++ % 3]! } }),
        2000,
      );
      signal?.addEventListener('abort', () => clearInterval(timer));
      return () => clearInterval(timer);
    },
  };
}
