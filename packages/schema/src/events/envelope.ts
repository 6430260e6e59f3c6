/**
 * The envelope of events that enter or leave: CloudEvents 1.0 in its structured JSON form, alone or in a batch. It tells
 * nothing that its parts do not tell.
 */
import * as z from 'zod';
import { fault } from '../contract/field-code.ts';
import { isCleanText } from '../contract/text.ts';
import { traceparentSchema } from '../contract/trace.ts';
import type { JsonObject } from './json.ts';

/** The `Content-Type` of one event. */
export const CLOUD_EVENT_TYPE = 'application/cloudevents+json';
/** The `Content-Type` of a list of events. */
export const CLOUD_EVENTS_BATCH_TYPE = 'application/cloudevents-batch+json';
/** The path below which a deployment serves the JSON Schemas of events: `{type}/{version}` follows. */
export const EVENT_SCHEMAS_PATH = '/v1/schemas/events/';
/** Longest id, type, subject and value of an extension, in characters. */
export const MAX_ATTRIBUTE = 200;

const EXTENSION_NAME = /^[a-z0-9]{1,20}$/;

/** An event as it goes over the wire. Members that are not known are absent, never null. */
export type CloudEvent<Type extends string = string, Data = JsonObject> = {
  specversion: '1.0';
  /** Unique within `source`. The same event has the same id each time that it is sent. */
  id: string;
  /** The address of the system in which the event happened. */
  source: string;
  type: Type;
  /** `kind:id`, such as `profile:k57…`. */
  subject: string;
  /** RFC 3339 in UTC, with milliseconds. */
  time: string;
  datacontenttype: 'application/json';
  /** The address of the JSON Schema of `data`, which names its version. */
  dataschema: string;
  data: Data;
  traceparent?: string;
};

export interface EnvelopeParts<Type extends string, Data> {
  /** The id of the event's row in the log. */
  id: string;
  /** The deployment's own address without a slash at the end, such as `https://happy-otter-1.convex.site`. */
  source: string;
  type: Type;
  version: number;
  subject: { readonly kind: string; readonly id: string };
  /** Unix milliseconds. */
  at: number;
  data: Data;
  /** Of the change that the event tells of, if that is known (W3C Trace Context). */
  traceparent?: string | undefined;
}

/** The same parts always make the same envelope. Throws a RangeError if `at` is no time. */
export function envelopeOf<Type extends string, Data>(parts: EnvelopeParts<Type, Data>): CloudEvent<Type, Data> {
  const { id, source, type, version, subject, at, data, traceparent } = parts;
  return {
    specversion: '1.0',
    id,
    source,
    type,
    subject: subjectText(subject),
    time: new Date(at).toISOString(),
    datacontenttype: 'application/json',
    dataschema: schemaAddress(source, type, version),
    data,
    ...(traceparent !== undefined && { traceparent }),
  };
}

/** A subject as envelopes name it: `kind:id`. */
export function subjectText({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind}:${id}`;
}

/** The address of the JSON Schema of the data of this version, at the deployment with this address. */
export function schemaAddress(site: string, type: string, version: number): string {
  return `${site}${EVENT_SCHEMAS_PATH}${type}/${version}`;
}

/** The type and version that the path of a schema's address names, on any host; undefined for another address. */
export function schemaNamed(address: string): { type: string; version: number } | undefined {
  const [, type, version] =
    /^https?:\/\/[^/?#]+\/v1\/schemas\/events\/([a-z.]{1,100})\/([1-9]\d{0,3})$/.exec(address) ?? [];
  return type === undefined ? undefined : { type, version: Number(version) };
}

function attribute(max: number) {
  return z
    .string('must be text')
    .min(1, 'must not be empty')
    .max(max, `must have at most ${max} characters`)
    .refine(isCleanText, fault('must not contain control, text-direction or broken characters', 'unsafe_text'));
}

const internetTime = z.iso.datetime({ offset: true });
/** A time that RFC 3339 allows, with `Z` or an offset. */
const timestamp = z
  .string('must be text')
  .refine(
    (value) => internetTime.safeParse(value).success && Number.isFinite(Date.parse(value)),
    fault('must be a time, such as 2026-05-17T09:30:00Z', 'invalid_format'),
  );

const extension = z.union(
  [attribute(MAX_ATTRIBUTE), z.boolean(), z.int32()],
  'must be text, true or false, or a whole number',
);

/**
 * The envelope of an event that comes in. Its data are parsed by their own schema, since that depends on the type. Further
 * attributes are extensions: CloudEvents allows any, of lower-case letters and digits, and none is kept.
 */
export const cloudEventSchema = z
  .object({
    specversion: z.literal('1.0'),
    id: attribute(MAX_ATTRIBUTE),
    source: attribute(2048),
    type: attribute(100),
    /** `handle:ada`, or `user:` and the id that a partner has for the person. */
    subject: attribute(MAX_ATTRIBUTE).optional(),
    time: timestamp.optional(),
    datacontenttype: z.literal(['application/json', 'application/json; charset=utf-8']).optional(),
    dataschema: attribute(2048).optional(),
    data: z.record(z.string(), z.unknown(), 'must be an object').optional(),
    traceparent: traceparentSchema.optional(),
  })
  .catchall(extension)
  .superRefine((event, context) => {
    for (const name of Object.keys(event))
      if (!EXTENSION_NAME.test(name))
        context.addIssue({
          code: 'custom',
          path: [name],
          ...fault('must be named by lower-case letters and digits', 'unknown_field'),
        });
  });
export type ReceivedEvent = z.infer<typeof cloudEventSchema>;
