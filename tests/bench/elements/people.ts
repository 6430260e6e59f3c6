/** A hundred people with the content that a card of standard width shows: no photos, seven skills of which five are named, and the rest behind "More". */
import type { ProfileView } from '@gigsy/sdk/reader';

const first = ['Ada', 'Grace', 'Haruka', 'Jonas', 'Layla', 'Maximiliana', 'Diego', 'Priya', 'Inès', 'Tomáš'];
const last = [
  'Okafor',
  'Murphy',
  'Sato',
  'Lindqvist',
  'Haddad',
  'Featherstonehaugh',
  'Reyes',
  'Raman',
  'Moreau',
  'Dvořák',
];
const headlines = [
  'Civil engineering student who builds footbridges',
  'Second-year nurse, night shifts welcome',
  'Illustrator of children’s books',
  'Back-end developer looking for a first team',
  'Translator between Arabic, French and English',
];
const cities = [
  ['Lagos', 'NG'],
  ['Dublin', 'IE'],
  ['Kyoto', 'JP'],
  ['Malmö', 'SE'],
  ['Beirut', 'LB'],
] as const;
const skills = [
  'Structural analysis',
  'AutoCAD',
  'Python',
  'Public speaking',
  'Surveying',
  'First aid',
  'Spanish',
  'Project planning',
  'Watercolour',
  'TypeScript',
  'SQL',
  'Subtitling',
  'Patient care',
  'Event logistics',
];

export function people(count = 100): ProfileView[] {
  return Array.from({ length: count }, (_, index) => person(index));
}

/** A person with `count` skills in eight categories. */
export function skilled(count: number): ProfileView {
  return {
    ...person(0),
    skills: Array.from({ length: count }, (_, index) => ({
      id: `s${index}`,
      name: `${skills[(index * 5) % skills.length]} ${index}`,
      category: `Category ${index % 8}`,
      level: (((index * 7) % 5) + 1) as 1,
      years: (index * 3) % 12,
      keywords: ['coursework', 'a project'],
    })),
  };
}

function person(index: number): ProfileView {
  const [city, countryCode] = cities[index % cities.length]!;
  return {
    handle: `person-${index}`,
    role: 'student',
    identity: {
      displayName: `${first[index % 10]} ${last[Math.floor(index / 10) % 10]}`,
      headline: headlines[index % headlines.length]!,
      location: { city, countryCode },
    },
    availability: { status: 'open', remote: true },
    skills: Array.from({ length: 7 }, (_, number) => ({
      id: `s${number}`,
      name: skills[(index + number) % skills.length]!,
    })),
  };
}
