/**
 * How a domain declares its events. An event names its subject by surrogate and names the change, never the subject's
 * content: a consumer with access reads the subject through the projection.
 */
import type * as z from 'zod';
import type { SubjectKind } from '../contract/subjects.ts';

export interface EventContract {
  /** One sentence for the catalog page: what happened. */
  readonly summary: string;
  readonly subject: SubjectKind;
  /**
   * Partners' webhooks get events of an audience alone, and never one without. Such an event tells only what its audience
   * can see anyway: it is appended where that changes, and not where a person changes something.
   */
  readonly audience?: 'public';
  /** Counts from 1. A change of `data` that a consumer could misread raises it. */
  readonly version: number;
  /** The payload of this version. */
  readonly data: z.ZodObject;
  /** The payloads of earlier versions, by version: their rows stay in the log. */
  readonly earlier?: Readonly<Record<number, z.ZodObject>>;
}

/** By event type, such as `profile.updated`. */
export type EventContracts = Readonly<Record<string, EventContract>>;
