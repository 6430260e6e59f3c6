/** Reviews and reputation of made-up people, in every state that an element must bear. */
import type { Review, ShownReputation, TrustView } from '@gigsy/schema';
import type { ResourceSource } from '@gigsy/sdk/reader';
import { sourceOf } from './source.ts';

export const review: Review = {
  id: 'r1',
  by: 'client',
  rating: 5,
  text: 'Forty lamps on time, and not one of them broken.\nWe would ask her again.',
  on: '2031-05-01',
  reply: 'Thank you! The hall looks wonderful.',
};
export const reputation: ShownReputation = {
  score: 38,
  possible: 71,
  parts: [
    { kind: 'endorsement', votes: 14, points: 17 },
    { kind: 'review', votes: 9, points: 13 },
    { kind: 'completion', votes: 9, points: 8 },
  ],
};

const known = (handle: string): TrustView => ({
  handle,
  level: 'email',
  reviews: [review, { id: 'r2', by: 'performer', rating: 4, on: '2031-03-12' }],
  reputation,
});

const people: Readonly<Record<string, TrustView | null>> = {
  ada: known('ada'),
  few: { ...known('few'), reputation: { score: 2, possible: 97, parts: [{ kind: 'review', votes: 1, points: 2 }] } },
  zoe: { handle: 'zoe', level: 'none' },
  sami: {
    ...known('sami'),
    reviews: [{ ...review, text: 'عمل دقيق وفي موعده.', reply: 'شكرًا لكم!' }],
  },
  long: {
    ...known('long'),
    reviews: [
      {
        ...review,
        text: `${'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(4)} ${'There is more to say. '.repeat(60)}`,
      },
    ],
    reputation: { ...reputation, parts: reputation.parts.map((part) => ({ ...part, votes: 999_999 })) },
  },
  // Nothing of this comes from a deployment: a host's own source may answer anything.
  mallory: {
    handle: 'mallory',
    level: 'none',
    reviews: [
      { ...review, text: `\u202e<script>alert(1)</script> ${'Wolfeschlegelsteinhausenbergerdorff'.repeat(6)}` },
      { ...review, rating: 11 },
      { ...review, by: 'constructor' },
      { ...review, on: 'yesterday' },
      null,
    ] as Review[],
    reputation: {
      score: 12,
      possible: 100,
      parts: [
        { kind: 'constructor', votes: 3, points: 3 },
        { kind: 'review', votes: 1.5, points: 3 },
        { kind: 'endorsement', votes: 900_000_000, points: 12 },
        null,
      ],
    } as unknown as ShownReputation,
  },
};

/** Answers by handles, as `sourceOf` does. */
export function opinionSource(): ResourceSource {
  return sourceOf(people);
}
