/** Everybody in the demo hub. All are made up, and each shows what such a person might show. */
import { hosts } from './hosts.ts';
import type { Person } from './person.ts';
import { students } from './students.ts';

export const people: readonly Person[] = [...students, ...hosts];
