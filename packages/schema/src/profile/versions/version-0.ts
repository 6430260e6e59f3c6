/**
 * Version 0 of the stored profile: the flat document of the first platform, which knew no handle, no role and no
 * visibility. Frozen. Nothing was checked when it was written, so every field may be missing, and every text may be
 * anything.
 */
import * as z from 'zod';

const text = z.string().optional();

export const profileV0Schema = z.strictObject({
  name: text,
  headline: text,
  bio: text,
  skills: z.array(z.string()).optional(),
  education: z
    .array(z.strictObject({ school: text, degree: text, year: z.union([z.number(), z.string()]).optional() }))
    .optional(),
  experience: z
    .array(z.strictObject({ company: text, title: text, from: text, to: text, description: text }))
    .optional(),
  languages: z.array(z.string()).optional(),
  website: text,
  location: text,
});
export type ProfileV0 = z.infer<typeof profileV0Schema>;
