/**
 * The rules of flags: which variant a caller gets. Pure and without zod, so that any storey can evaluate a flag and gets
 * the same answer.
 */
import type { Role } from '../contract/principals.ts';

export const flagKinds = ['boolean', 'variant'] as const;
export type FlagKind = (typeof flagKinds)[number];

/** The variants of a boolean flag. */
export const booleanVariants = ['on', 'off'] as const;

/** A rule matches if each condition that it has holds. A rule without conditions matches everybody. */
export interface FlagRule {
  /** Tells the rule from others in answers; it is no condition. */
  readonly name?: string | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly handles?: readonly string[] | undefined;
  /** Ids of accounts. */
  readonly accounts?: readonly string[] | undefined;
  /** 0 to 100: the share of targeting keys, by their bucket. */
  readonly percentage?: number | undefined;
  readonly variant: string;
}

export interface FlagDefinition {
  readonly name: string;
  readonly kind: FlagKind;
  readonly variants: readonly string[];
  /** The kill switch: false gives everybody `off`, whatever the rules say. */
  readonly enabled: boolean;
  /** The variant of those whom no rule matches, and of everybody while the flag is not enabled. */
  readonly off: string;
  /** The first one that matches decides. */
  readonly rules: readonly FlagRule[];
}

/** The caller, as far as it is known. A condition on something that is not known does not hold. */
export interface FlagContext {
  /** Stays the same for the same person or page, so that percentages do. */
  readonly targetingKey?: string | undefined;
  readonly role?: Role | undefined;
  readonly handle?: string | undefined;
  readonly account?: string | undefined;
}

/**
 * OpenFeature's words. `DISABLED`: the kill switch. `TARGETING_MATCH`: a rule on who calls. `SPLIT`: a rule with a
 * percentage. `DEFAULT`: no rule matched, or the one that did has no condition.
 */
export const flagReasons = ['DISABLED', 'TARGETING_MATCH', 'SPLIT', 'DEFAULT'] as const;
export type FlagReason = (typeof flagReasons)[number];

export interface FlagEvaluation {
  readonly variant: string;
  readonly reason: FlagReason;
  /** The rule that decided. */
  readonly rule?: FlagRule;
}

export function evaluateFlag(flag: FlagDefinition, context: FlagContext): FlagEvaluation {
  if (!flag.enabled) return { variant: flag.off, reason: 'DISABLED' };
  const rule = flag.rules.find((each) => matches(each, flag.name, context));
  if (!rule) return { variant: flag.off, reason: 'DEFAULT' };
  return { variant: rule.variant, reason: reasonOf(rule), rule };
}

/**
 * The place of a targeting key among 100 shares, 0 up to 100. It depends on the flag's name too, so that the same people
 * are not the first for every flag. A higher percentage keeps everybody whom a lower one let in.
 */
export function flagBucket(flag: string, targetingKey: string): number {
  return (murmur3(`${flag}/${targetingKey}`) / 2 ** 32) * 100;
}

/**
 * `rules` without the names that a person who is gone has and had; the same array if none names them. A rule that names nobody else goes: it
 * would match everybody without its condition.
 */
export function rulesWithout<Rule extends FlagRule>(
  rules: Rule[],
  gone: { handles: readonly string[]; account: string },
): Rule[] {
  const isGone = (handle: string) => gone.handles.includes(handle);
  const names = ({ handles, accounts }: FlagRule) => Boolean(handles?.some(isGone) || accounts?.includes(gone.account));
  if (!rules.some(names)) return rules;
  return rules.flatMap((rule) => {
    if (!names(rule)) return [rule];
    const handles = rule.handles?.filter((each) => !isGone(each));
    const accounts = rule.accounts?.filter((each) => each !== gone.account);
    if (handles?.length === 0 || accounts?.length === 0) return [];
    return [{ ...rule, ...(handles && { handles }), ...(accounts && { accounts }) }];
  });
}

function matches(rule: FlagRule, flag: string, { targetingKey, role, handle, account }: FlagContext): boolean {
  const { roles, handles, accounts, percentage } = rule;
  if (roles && !(role !== undefined && roles.includes(role))) return false;
  if (handles && !(handle !== undefined && handles.includes(handle))) return false;
  if (accounts && !(account !== undefined && accounts.includes(account))) return false;
  if (percentage === undefined || percentage >= 100) return true;
  return targetingKey !== undefined && flagBucket(flag, targetingKey) < percentage;
}

function reasonOf({ roles, handles, accounts, percentage }: FlagRule): FlagReason {
  if (percentage !== undefined) return 'SPLIT';
  return roles || handles || accounts ? 'TARGETING_MATCH' : 'DEFAULT';
}

/** MurmurHash3 (x86, 32 bits, seed 0) of the text's UTF-16 code units, little-endian: an unsigned 32-bit number. */
function murmur3(text: string): number {
  let hash = 0;
  for (let at = 0; at + 1 < text.length; at += 2) {
    hash ^= scrambled(text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16));
    hash = (Math.imul(rotated(hash, 13), 5) + 0xe6546b64) | 0;
  }
  if (text.length % 2 === 1) hash ^= scrambled(text.charCodeAt(text.length - 1));
  hash ^= text.length * 2;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function scrambled(block: number): number {
  return Math.imul(rotated(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);
}

function rotated(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}
