/** Endorsements as their authors write them, as others see them, and as the two see them. */
import * as z from 'zod';
import { fault } from '../../contract/field-code.ts';
import { handleSchema, itemIdSchema, line, prose } from '../../contract/text.ts';
import { idSchema } from '../../operations/partners.ts';
import { verificationLevels } from '../verification/levels.ts';
import { storedEndorsementStates } from './states.ts';

/** Most endorsements of one person that are accepted, hidden ones too: a view of all weighs half a mebibyte at most. */
export const MAX_ACCEPTED = 100;
/** Most proposals that wait for one person or that they declined. */
export const MAX_PROPOSED = 50;
/** Most endorsements that one person gives. */
export const MAX_GIVEN = 200;
/** Most skills of an endorsement. */
export const MAX_ENDORSED_SKILLS = 5;
/** Most code points of a recommendation. */
export const MAX_RECOMMENDATION = 1200;
/** Versions of an endorsement that its author and its owner can read, the last ones first. */
export const SHOWN_VERSIONS = 20;

/** Unix milliseconds. */
const time = z.number();
/** A day of UTC. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A skill of the owner by its id in the profile, and its name when the endorsement was written. */
export const endorsedSkillSchema = z.strictObject({ id: itemIdSchema, name: line(80) });
export type EndorsedSkill = z.infer<typeof endorsedSkillSchema>;

/** The author as the endorsement names them: what the public saw of them when they signed it. */
export const signatureSchema = z.strictObject({
  name: line(120),
  headline: line(200).optional(),
  /** Where the author has chosen to be linked. */
  handle: handleSchema.optional(),
  level: z.enum(verificationLevels),
});
export type Signature = z.infer<typeof signatureSchema>;

/** The fields that an author writes. */
export const writtenSchema = z
  .strictObject({
    /** Ids of skills of the owner that the author sees. */
    skills: z
      .array(itemIdSchema, 'must be a list of skills')
      .max(MAX_ENDORSED_SKILLS, `must have at most ${MAX_ENDORSED_SKILLS} skills`)
      .refine((ids) => new Set(ids).size === ids.length, fault('must name each skill once', 'not_unique')),
    text: prose(MAX_RECOMMENDATION).optional(),
    /** True: the author's name leads to their profile. */
    linked: z.boolean('must be true or false'),
  })
  .refine(({ skills, text }) => skills.length > 0 || text !== undefined, {
    ...fault('must name a skill, or the endorsement have a text', 'required'),
    path: ['skills'],
  });
export type Written = z.infer<typeof writtenSchema>;

/** One version of an endorsement. */
export const versionSchema = z.strictObject({
  /** From 1. */
  version: z.number(),
  skills: z.array(endorsedSkillSchema),
  text: z.string().optional(),
  by: signatureSchema,
  at: time,
});
export type EndorsementVersion = z.infer<typeof versionSchema>;

/** An endorsement that an audience sees. */
export const endorsementSchema = z.strictObject({
  id: itemIdSchema,
  by: signatureSchema,
  /** Names of the skills that the audience sees. */
  skills: z.array(line(80)).max(MAX_ENDORSED_SKILLS).optional(),
  text: prose(MAX_RECOMMENDATION).optional(),
  /** The day on which this version was written. */
  writtenOn: day,
});
export type Endorsement = z.infer<typeof endorsementSchema>;

/** How often a skill was endorsed, by the endorsements that are shown here. */
export const skillEndorsementsSchema = z.strictObject({
  id: itemIdSchema,
  name: line(80),
  endorsements: z.number().int().positive(),
  /** The sum of the weights of these endorsements, rounded to a tenth. */
  weight: z.number(),
});
export type SkillEndorsements = z.infer<typeof skillEndorsementsSchema>;

export const endorsementsViewSchema = z.strictObject({
  handle: handleSchema,
  /** Newest first. Absent where there are none to show. */
  endorsements: z.array(endorsementSchema).max(MAX_ACCEPTED).optional(),
  /** Most endorsed first. */
  skills: z
    .array(skillEndorsementsSchema)
    .max(MAX_ACCEPTED * MAX_ENDORSED_SKILLS)
    .optional(),
});
export type EndorsementsView = z.infer<typeof endorsementsViewSchema>;

const both = {
  id: itemIdSchema,
  state: z.enum(storedEndorsementStates),
  /** The version that is shown; absent for a proposal. */
  shown: versionSchema.optional(),
  /** The version that waits for the owner. */
  offered: versionSchema.optional(),
};

/** An endorsement as its owner has it. */
export const receivedSchema = z.strictObject(both);
export type Received = z.infer<typeof receivedSchema>;

/** An endorsement as its author has it. One that was declined looks as if it waited. */
export const givenSchema = z.strictObject({
  ...both,
  state: z.enum(['proposed', 'accepted', 'hidden']),
  /** The owner's present handle; null where the author may see nothing of the profile. */
  handle: handleSchema.nullable(),
  name: z.string().nullable(),
  /** When a proposal is over by itself. */
  endsAt: time.optional(),
});
export type Given = z.infer<typeof givenSchema>;

/** Those who may endorse a person without being asked. */
export const endorsers = ['asked', 'shared', 'members'] as const;
export type Endorsers = (typeof endorsers)[number];
export const endorsersSchema = z.enum(endorsers, `must be one of ${endorsers.join(', ')}`);

/** The person whom an endorsement is for, by handle or by a request. */
export const addresseeSchema = z
  .strictObject({
    handle: handleSchema.optional(),
    request: idSchema.optional(),
    token: z
      .string('must be text')
      .regex(/^[\w-]{32,64}$/, 'must be the token of a link')
      .optional(),
  })
  .refine(
    (named) => Object.values(named).filter((value) => value !== undefined).length === 1,
    fault('must have a handle, a request or the token of a link, and one alone', 'required'),
  );
export type Addressee = z.infer<typeof addresseeSchema>;
