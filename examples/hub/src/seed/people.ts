/** Everybody in the demo hub. All are made up; what they chose to show is what such a person might choose. */
import { hosts } from './hosts.ts';
import type { Person } from './person.ts';
import { students } from './students.ts';

export const people: readonly Person[] = [...students, ...hosts];
