/** Profiles and sources that the element tests show. */
import type { ProfileSource, ProfileView, WatchObserver } from '@gigsy/sdk/reader';
import { GigsyError } from '@gigsy/sdk/reader';

export const ada: ProfileView = {
  handle: 'ada',
  role: 'mentor',
  identity: {
    displayName: 'Ada Lovelace',
    headline: 'Analyst of engines',
    pronouns: 'she/her',
    location: { city: 'London', countryCode: 'GB' },
  },
  about: { text: 'I write programs for machines that do not exist yet.' },
  availability: { status: 'open', remote: true, hoursPerWeek: 12 },
  skills: ['Mathematics', 'Programming', 'French', 'Writing', 'Music', 'Riding', 'Italian'].map((name, index) => ({
    id: `s${index}`,
    name,
    level: (index % 5) + 1,
  })),
  links: [{ id: 'l1', label: 'Website', url: 'https://example.com/' }],
};

/** With skills that no test looks for, as many as a matrix needs to offer its filter. */
export function manySkilled(profile: ProfileView): ProfileView {
  const others = Array.from({ length: 12 }, (_, index) => ({ id: `other${index}`, name: `Another ${index}` }));
  return { ...profile, skills: [...(profile.skills ?? []), ...others] };
}

/** A source that the test answers, in any order, and that records the asks. */
export class ManualSource implements ProfileSource {
  readonly asked: {
    handle: string;
    signal: AbortSignal;
    answer: (profile: ProfileView | null) => void;
    fail: (error: unknown) => void;
  }[] = [];
  readonly watched: { handle: string; observer: WatchObserver<ProfileView | null> }[] = [];

  get(handle: string, { signal }: { signal?: AbortSignal } = {}): Promise<ProfileView | null> {
    return new Promise((answer, fail) => this.asked.push({ handle, signal: signal!, answer, fail }));
  }

  watch(handle: string, observer: WatchObserver<ProfileView | null>): () => void {
    this.watched.push({ handle, observer });
    return () => {};
  }
}

export function answering(profile: ProfileView | null): ProfileSource {
  return { get: () => Promise.resolve(profile) };
}

export function failing(code: ConstructorParameters<typeof GigsyError>[0]): ProfileSource {
  return { get: () => Promise.reject(new GigsyError(code, 'For the test.')) };
}

export const never: ProfileSource = { get: () => new Promise(() => {}) };

/** A profile that shows a name and nothing else. */
export function named(displayName: string): ProfileView {
  return { handle: 'someone', role: 'student', identity: { displayName } };
}

/** Somebody with four skills in two categories and none. */
export const skilled: ProfileView = {
  handle: 'ada',
  role: 'mentor',
  skills: [
    { id: 'a', name: 'Élan', category: 'Arts', level: 2, years: 0.5 },
    { id: 'b', name: 'Algebra', category: 'Sciences', level: 5, years: 12, keywords: ['Bernoulli numbers', 'Note G'] },
    { id: 'c', name: 'Zeal', level: 1 },
    { id: 'd', name: 'Music', category: 'Arts', level: 4 },
  ],
};
