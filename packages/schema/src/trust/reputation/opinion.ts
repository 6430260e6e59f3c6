/**
 * Evidence as an opinion of subjective logic (Jøsang 2001): belief, disbelief and uncertainty, which add up to 1. Their
 * mapping from evidence is that of the beta reputation system (Jøsang and Ismail 2002).
 */
import { PRIOR_WEIGHT } from './constants.ts';

/** Counted votes for and against a person, each at least 0. */
export type Evidence = { positive: number; negative: number };

export type Opinion = {
  /** 0 to 1: how much the evidence speaks for the person. */
  belief: number;
  /** 0 to 1: how much it speaks against them. */
  disbelief: number;
  /** 0 to 1: how much is not known. 1 without evidence. */
  uncertainty: number;
};

export function opinionOf({ positive, negative }: Evidence): Opinion {
  const all = positive + negative + PRIOR_WEIGHT;
  return { belief: positive / all, disbelief: negative / all, uncertainty: PRIOR_WEIGHT / all };
}

/** The share of positive evidence, 0 to 1, shrunk towards one half by `PRIOR_WEIGHT` votes: the mean of the beta distribution. */
export function expectedShare(evidence: Evidence): number {
  const { belief, uncertainty } = opinionOf(evidence);
  return belief + uncertainty / 2;
}
