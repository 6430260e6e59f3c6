/**
 * Levels of skill as documents write them, on our scale of 1 to 5. Phrases are known as a whole, never by a word in
 * them: "not an expert" is not an expert. A number counts on the scale that stands with it, else on the one of its
 * document.
 */
import { plainWords } from './plain-words.ts';

/** Phrases in small letters without accents. Dreyfus's five stages and the ILR scale that LinkedIn uses stand in their own order. */
const PHRASES = `
  1: beginner, absolute beginner, novice, learner, learning, starter, aware, awareness, elementary proficiency, a1, anfanger, einsteiger, lernend, debutant, notions,
     principiante, iniciante, principianti
  2: basic, basics, elementary, junior, foundational, fundamentals, basic knowledge, advanced beginner, limited working proficiency, a2, grundkenntnisse, grundlagen, basique,
     bases, elementaire, basico, nociones basicas, base, di base, conocimientos basicos, conhecimentos basicos
  3: intermediate, medium, working, working knowledge, competent, competence, good, good knowledge, professional working proficiency, conversational, b1, b2, mittel, gut, gute kenntnisse,
     sicher, intermediaire, moyen, bon, intermedio, intermediario, medio, bueno, bom
  4: advanced, senior, proficient, fluent, very good, strong, full professional proficiency, c1, fortgeschritten, sehr gut, fliessend, avance, confirme, courant,
     tres bon, avanzado, avancado, fluido, fluente, avanzato
  5: expert, master, mastery, native, native speaker, native or bilingual proficiency, bilingual, mother tongue, c2, experte, expertin, meister, muttersprache, muttersprachler,
     muttersprachlerin, langue maternelle, maitrise, experto, experta, nativo, nativa, lengua materna, especialista, lingua materna, lingua madre, esperto, esperta`;

/** Words that may follow a phrase without changing it. */
const TRAILING = / (?:level|user|skills?|speaker|proficiency|knowledge|niveau|kenntnisse|stufe)$/;

export type ReadLevel =
  | { kind: 'level'; level: number }
  /** A number above 0 without a scale. */
  | { kind: 'number'; value: number }
  | { kind: 'unreadable' };

let phrases: ReadonlyMap<string, number> | undefined;

/** The level that `given` says by a phrase, or as a part of a usual scale: `9/10`, `4 of 5`, `80%`, `★★★☆☆`. `7/2015` is a month. */
export function readLevel(given: string): ReadLevel {
  phrases ??= new Map(
    PHRASES.trim()
      .split(/\n(?=\s+\d:)/)
      .flatMap((row) => {
        const [level, words = ''] = row.split(':');
        return words.split(',').map((word) => [word.trim(), Number(level)] as const);
      }),
  );
  const text = /[?!<>~≠]/.test(given) ? '' : plainWords(given);
  const level = phrases.get(text) ?? phrases.get(text.replace(TRAILING, ''));
  return level === undefined ? numeric(given.normalize('NFKC').trim().toLowerCase()) : { kind: 'level', level };
}

function numeric(text: string): ReadLevel {
  const ratio = /^(\d+(?:[.,]\d+)?) ?(?:\/|of|out of|von|sur|de|su) ?(\d+)(?: (?:stars?|points?))?$/.exec(
    text.replace(/[⁄∕]/g, '/'),
  );
  if (ratio)
    return /^(?:[3-9]|10|20|100)$/.test(ratio[2]!)
      ? onScale(toNumber(ratio[1]!), Number(ratio[2]))
      : { kind: 'unreadable' };
  const percent = /^(\d+(?:[.,]\d+)?) ?(?:%|percent|per cent|prozent)$/.exec(text);
  if (percent) return onScale(toNumber(percent[1]!), 100);
  if (/^[★⭐●]+[☆○]+$|^[★⭐●]{5}$/u.test(text)) return onScale((text.match(/[★⭐●]/gu) ?? []).length, [...text].length);
  const value = /^\d+(?:[.,]\d+)?$/.test(text) ? toNumber(text) : 0;
  return value > 0 ? { kind: 'number', value } : { kind: 'unreadable' };
}

function toNumber(text: string): number {
  return Number(text.replace(',', '.'));
}

/** `value` of `most` on our scale; undefined for zero and for values above `most`. */
export function onScale(value: number, most: number): ReadLevel {
  if (!(value > 0 && value <= most)) return { kind: 'unreadable' };
  return { kind: 'level', level: Math.max(1, Math.round((value / most) * 5)) };
}

/**
 * The top of the scale of a document's numbers: the lowest of 5, 10 and 100 that is not below the highest number;
 * undefined if all are.
 */
export function commonScale(values: readonly number[]): number | undefined {
  return [5, 10, 100].find((most) => values.every((value) => value <= most));
}
