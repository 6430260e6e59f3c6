/**
 * How a domain declares the events that other systems send to it. Their data are the sender's, so every text is bounded and
 * every version stays accepted: a version that is not the latest is made into it by one step for each version between.
 */
import type * as z from 'zod';
import { type FieldError, fieldErrors } from '../contract/errors.ts';
import { plainMessage } from '../contract/wording.ts';
import type { JsonObject } from './json.ts';

export interface InboundVersion {
  readonly data: z.ZodObject;
  /** The data of the next version, from those of this one. The latest version has none. */
  readonly next?: (data: never) => JsonObject;
}

export interface InboundContract {
  /** One sentence for the catalog page: what happened. */
  readonly summary: string;
  /** Every version that is accepted, from 1 upward without gaps. */
  readonly versions: readonly [InboundVersion, ...InboundVersion[]];
}

/** By event type, such as `course.completed`. */
export type InboundContracts = Readonly<Record<string, InboundContract>>;

/** The data in the form of the latest version, or the faults of data that are not those of `version`. */
export type Upcast = { ok: true; version: number; data: JsonObject } | { ok: false; faults: FieldError[] };

/** Undefined if the type has no such version. */
export function upcastInbound({ versions }: InboundContract, version: number, given: unknown): Upcast | undefined {
  const declared = versions[version - 1];
  if (!declared) return undefined;
  const parsed = declared.data.safeParse(given, { error: plainMessage, reportInput: true });
  if (!parsed.success) return { ok: false, faults: fieldErrors(parsed.error, ['data']) };
  const steps = versions.slice(version - 1, -1);
  const data = steps.reduce<JsonObject>((before, { next }) => next!(before as never), parsed.data);
  return { ok: true, version: versions.length, data };
}
