/** Flags in the shapes of the contract. flag-rules.ts beside this says what they mean. */
import * as z from 'zod';
import { fault } from '../contract/field-code.ts';
import type { FieldCode } from '../contract/rules/field-codes.ts';
import { roleSchema } from '../contract/principals.ts';
import { handleSchema } from '../contract/text.ts';
import { booleanVariants, flagKinds, flagReasons } from './flag-rules.ts';
import { idSchema } from './partners.ts';

/** Most flags of a deployment. */
export const MAX_FLAGS = 100;
/** Most rules of a flag, and most handles or accounts of a rule. */
export const MAX_RULES = 20;
export const MAX_TARGETS = 100;
/** Most variants of a flag. */
export const MAX_VARIANTS = 10;

/** Flags whose names begin so are the product's own: the functions that they steer set them, under their own guards. */
const OWN = /^(?:events|operations|privacy|profile|portfolio|trust|discovery)(?:\.|$)/;

const FORM = 'must be words of a-z, 0-9 and hyphens, with dots between them';

/** Up to 80 characters, such as `new-editor` or `search.semantic`. */
const anyFlagNameSchema = z
  .string('must be text')
  .max(80, 'must have at most 80 characters')
  .regex(/^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*$/, FORM);

/** The name of a flag that administrators set themselves. */
export const flagNameSchema = anyFlagNameSchema.refine(
  (name) => !OWN.test(name),
  fault('must not begin with a domain of the product: its own functions set such a flag', 'not_an_option'),
);

const variantSchema = z
  .string('must be text')
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must have 1 to 40 characters: a-z, 0-9 and hyphens, a letter first');

function some<T extends z.ZodType>(item: T, max: number) {
  return z
    .array(item, 'must be a list')
    .min(1, 'must not be empty')
    .max(max, `must have at most ${max} entries`)
    .refine((list) => new Set(list).size === list.length, fault('must name each once', 'not_unique'));
}

export const flagRuleSchema = z.strictObject({
  name: variantSchema.optional(),
  roles: some(roleSchema, roleSchema.options.length).optional(),
  handles: some(handleSchema, MAX_TARGETS).optional(),
  accounts: some(idSchema, MAX_TARGETS).optional(),
  percentage: z.number('must be a number').min(0, 'must be 0 to 100').max(100, 'must be 0 to 100').optional(),
  variant: variantSchema,
});

const flagShape = {
  kind: z.enum(flagKinds, 'must be boolean or variant'),
  /** Whether `operations.flags.evaluate` answers with it. A flag that is not exposed stays on the deployment. */
  exposed: z.boolean('must be true or false'),
  enabled: z.boolean('must be true or false'),
  variants: some(variantSchema, MAX_VARIANTS),
  off: variantSchema,
  rules: z.array(flagRuleSchema, 'must be a list').max(MAX_RULES, `must have at most ${MAX_RULES} entries`),
};

/** A flag as it is stored. */
export const storedFlagSchema = z.strictObject({ name: anyFlagNameSchema, ...flagShape });
export type StoredFlag = z.infer<typeof storedFlagSchema>;

/**
 * A flag as an administrator gives it. The variants that it names must be its own. Checked even when other fields are faulty
 * too.
 */
export const flagSchema = z.strictObject({ name: flagNameSchema, ...flagShape }).superRefine(
  (given, context) => {
    for (const [path, message, code] of contradictions(given))
      context.addIssue({ code: 'custom', path, ...fault(message, code) });
  },
  { when: ({ value }) => isRecord(value) },
);

type Fault = [path: (string | number)[], message: string, code: FieldCode];
type Given = Partial<Record<keyof typeof flagShape, unknown>>;

/** Faults of fields that stand against one another. A field of another type is none of these. */
function contradictions({ kind, variants, off, rules }: Given): Fault[] {
  if (!Array.isArray(variants)) return [];
  const unknown = (variant: unknown) => typeof variant === 'string' && !variants.includes(variant);
  const faults: Fault[] = [];
  if (kind === 'boolean' && String(variants) !== String(booleanVariants))
    faults.push([['variants'], 'must be on and off for a boolean flag', 'not_an_option']);
  if (unknown(off)) faults.push([['off'], 'must be one of the variants', 'not_an_option']);
  for (const [at, rule] of (Array.isArray(rules) ? rules.slice(0, MAX_RULES) : []).entries()) {
    if (!isRecord(rule)) continue;
    const { name, variant, ...conditions } = rule;
    if (unknown(variant)) faults.push([['rules', at, 'variant'], 'must be one of the variants', 'not_an_option']);
    if (at < (rules as unknown[]).length - 1 && Object.values(conditions).every((each) => each === undefined))
      faults.push([['rules', at], 'must have a condition, since it is not the last rule', 'empty']);
  }
  return faults;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}

/** A flag with its version, which rises by one with each change. */
export const listedFlagSchema = storedFlagSchema.extend({ version: z.number() });

/** One answer of `operations.flags.evaluate`. */
export const evaluatedFlagSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(flagKinds),
  variant: z.string(),
  reason: z.enum(flagReasons),
});
export type EvaluatedFlag = z.infer<typeof evaluatedFlagSchema>;

/** Names a page or device whose person is not signed in, so that percentages stay the same for it. */
export const targetingKeySchema = z
  .string('must be text')
  .regex(/^[\x21-\x7e]{1,128}$/, 'must have 1 to 128 characters of printable ASCII, without spaces');
