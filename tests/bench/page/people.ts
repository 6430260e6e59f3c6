/** A hundred distinct people with whole profiles, of which a card shows a part, as most profiles are. */
import type { ProfileView } from '@gigsy/sdk/reader';
import { people, skilled } from '../elements/people.ts';

const WORDS =
  'bridges water patients maps lessons engines gardens archives ferries radios kitchens rivers looms clocks signals'.split(
    ' ',
  );

/** A text of `length` words, another for each `seed`. */
function prose(seed: number, length: number): string {
  return Array.from({ length }, (_, index) => WORDS[(seed * 7 + index * (3 + (seed % 5))) % WORDS.length]).join(' ');
}

export function wholePeople(count = 100): ProfileView[] {
  return people(count).map((person, index) => ({
    ...person,
    about: { text: `${prose(index, 60)}.` },
    skills: skilled(7 + (index % 12)).skills!.map((skill, number) => ({
      ...skill,
      name: `${skill.name} ${index + number}`,
    })),
    links: [{ id: 'l', label: 'Website', url: `https://person-${index}.example/` }],
    workExperience: Array.from({ length: 3 }, (_, job) => ({
      id: `w${job}`,
      organisation: `${prose(index + job, 2)} Ltd`,
      position: prose(index + job + 1, 2),
      startDate: `20${10 + job}-0${1 + (index % 9)}`,
      summary: `${prose(index * 3 + job, 50)}.`,
    })),
    education: [{ id: 'e', institution: `University of ${prose(index, 1)}`, area: prose(index + 2, 2) }],
  }));
}
