/** Strengths as the contract gives them. */
import * as z from 'zod';
import { sectionNames } from '../sections.ts';
import type { Strength } from './strength.ts';
import { factorKeys, stepKeys } from './steps.ts';

const points = z.int().min(0).max(100);

export const strengthSchema: z.ZodType<Strength, Strength> = z.strictObject({
  score: points,
  factors: z.array(
    z.strictObject({ key: z.enum(factorKeys), weight: points, points, reached: z.number().min(0).max(1) }),
  ),
  actions: z.array(
    z.strictObject({
      key: z.enum(stepKeys),
      section: z.enum(sectionNames),
      field: z.string().optional(),
      least: z.int().min(1),
      gain: points,
    }),
  ),
});
