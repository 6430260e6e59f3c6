/** The reputation index as others see it, and as its owner does. Whole numbers, so that small changes elsewhere tell nothing. */
import * as z from 'zod';
import { handleSchema } from '../../contract/text.ts';
import { type Explanation, type ReputationPart, reputationSteps } from './explanation.ts';
import { voteKinds } from './votes.ts';

const points = z.number().int().min(0).max(100);

export const reputationPartSchema = z.strictObject({
  kind: z.enum(voteKinds),
  /** Votes that the audience may see. */
  votes: z.number().int().positive(),
  /** Points of the score that they bring. */
  points,
});

export const shownReputationSchema = z.strictObject({
  /** 0 to 100: the lower end of what is possible. */
  score: points,
  /** 0 to 100: the score if all that is not known spoke for the person. */
  possible: points,
  /** Those with votes, in the order of the kinds. */
  parts: z.array(reputationPartSchema).max(voteKinds.length),
});
/** `possible` less `score` is the uncertainty. */
export type ShownReputation = z.infer<typeof shownReputationSchema>;

export const reputationSchema = z.strictObject({ handle: handleSchema, ...shownReputationSchema.shape });

/** The index with what would raise it, for its owner. */
export const explainedReputationSchema = z.strictObject({
  ...shownReputationSchema.shape,
  parts: z
    .array(
      z.strictObject({
        ...reputationPartSchema.shape,
        /** Votes as they count, by the weight of each voter and by age, 0 to `votes`: tenths. */
        counted: z.number().min(0),
        /** Points by which the score would rise if nothing in these votes spoke against the person. */
        lost: points,
      }),
    )
    .max(voteKinds.length),
  /** Changes that would raise it, the greatest gain first; in tenths of points. */
  steps: z.array(z.strictObject({ step: z.enum(reputationSteps), gain: z.number().positive() })),
});
export type ExplainedReputation = z.infer<typeof explainedReputationSchema>;

export const ownReputationSchema = z.strictObject({
  /** From what everybody may see, and from what members may see. Null without votes that they may see. */
  public: explainedReputationSchema.nullable(),
  platform: explainedReputationSchema.nullable(),
  /** Whether the person's own identity is verified for that audience, so that trust begins with them. */
  verified: z.strictObject({ public: z.boolean(), platform: z.boolean() }),
  /** Whether a change is still to be counted. */
  pending: z.boolean(),
});
export type OwnReputation = z.infer<typeof ownReputationSchema>;

/** The index in whole numbers. Undefined without votes. */
export function shownReputation({ score, possible, parts }: Explanation): ShownReputation | undefined {
  const shown = parts
    .filter(hasVotes)
    .map(({ kind, votes, points: brought }) => ({ kind, votes, points: Math.round(brought) }));
  return shown.length === 0 ? undefined : { score: Math.round(score), possible: Math.round(possible), parts: shown };
}

/** The index for its owner. Null without votes. */
export function explainedReputation({ score, possible, parts, steps }: Explanation): ExplainedReputation | null {
  const shown = parts.filter(hasVotes).map(({ kind, votes, points: brought, counted, lost }) => ({
    kind,
    votes,
    points: Math.round(brought),
    counted: tenths(counted),
    lost: Math.round(lost),
  }));
  if (shown.length === 0) return null;
  const raising = steps.map(({ step, gain }) => ({ step, gain: tenths(gain) })).filter(({ gain }) => gain > 0);
  return { score: Math.round(score), possible: Math.round(possible), parts: shown, steps: raising };
}

function hasVotes({ votes }: ReputationPart): boolean {
  return votes > 0;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
