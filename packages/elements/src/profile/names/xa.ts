/** The pseudo-locale en-XA: English with accents, in brackets, 40% longer. */
import type { ProfileNames } from './terms.ts';

export const names: ProfileNames = {
  section: {
    identity: '[Ñámé áñđ pļáçé ~~~~~~]',
    about: '[Àböüţ ~~]',
    contact: '[Çöñţáçţ ~~~]',
    availability: '[Àváîļábîļîţý ~~~~~]',
    organisation: '[Öŕĝáñîšáţîöñ ~~~~~]',
    mentoring: '[Méñţöŕîñĝ ~~~~]',
    skills: '[Šķîļļš ~~]',
    education: '[Éđüçáţîöñ ~~~~]',
    workExperience: '[Éxpéŕîéñçé ~~~~]',
    projects: '[Pŕöĵéçţš ~~~]',
    certificates: '[Çéŕţîƒîçáţéš ~~~~~]',
    awards: '[Àwáŕđš ~~]',
    publications: '[Pübļîçáţîöñš ~~~~~]',
    volunteering: '[Vöļüñţééŕîñĝ ~~~~~]',
    languages: '[Ļáñĝüáĝéš ~~~~]',
    links: '[Ļîñķš ~~]',
  },
  role: {
    student: '[Šţüđéñţš ~~~]',
    employer: '[Émpļöýéŕš ~~~~]',
    mentor: '[Méñţöŕš ~~~]',
    moderator: '[Möđéŕáţöŕš ~~~~]',
    admin: '[Àđmîñîšţŕáţöŕš ~~~~~~]',
  },
};
