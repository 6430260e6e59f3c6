/** The content of a card at a glance, as a host's own route would send it, and as a host writes it. */
import type { ProfileView } from '@gigsy/sdk/reader';

export interface ShownPerson {
  handle: string;
  name: string;
  headline: string;
  city: string;
  countryCode: string;
  open: boolean;
  remote: boolean;
  skills: string[];
  more: number;
  link: { label: string; url: string };
}

/** Five skills are named. */
const NAMED = 5;

export function shownOf({ handle, identity, availability, skills = [], links = [] }: ProfileView): ShownPerson {
  const { city = '', countryCode = '' } = identity?.location ?? {};
  return {
    handle,
    name: identity?.displayName ?? '',
    headline: identity?.headline ?? '',
    city,
    countryCode,
    open: availability?.status === 'open',
    remote: availability?.remote === true,
    skills: skills.slice(0, NAMED).map(({ name }) => name ?? ''),
    more: skills.length - NAMED,
    link: { label: links[0]?.label ?? '', url: links[0]?.url ?? '' },
  };
}

export function initialsOf(name: string): string {
  return name
    .split(' ')
    .map(([first]) => first)
    .join('');
}

const countries = new Intl.DisplayNames('en', { type: 'region' });

export function metaOf({ city, countryCode, open, remote }: ShownPerson): string {
  const place = `${city}, ${countries.of(countryCode)}`;
  return [place, open && 'Available', remote && 'Remote'].filter(Boolean).join(' · ');
}
