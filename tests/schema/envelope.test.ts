/** Events on the wire: one that leaves is a CloudEvent by the CNCF's own package, and one that enters is held to the envelope. */
import {
  type EventContracts,
  type InboundContract,
  type InboundContracts,
  cloudEventSchema,
  dataSchemaOf,
  depthOf,
  describedEvents,
  envelopeOf,
  eventCatalog,
  eventDataSchema,
  inboundCatalog,
  inboundTypes,
  parseArgs,
  schemaNamed,
  upcastInbound,
} from '@gigsy/schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { CloudEvent, HTTP } from 'cloudevents';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { sentData } from '../sent-events.ts';

const parts = {
  id: 'k17f8',
  source: 'https://happy-otter-1.convex.site',
  type: 'profile.updated',
  version: 1,
  subject: { kind: 'profile', id: 'k57a2' },
  at: Date.UTC(2026, 4, 17, 9, 30),
  data: { sections: ['about'] },
} as const;
const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

/** The codes of the faults of an envelope, by path. */
function faults(event: unknown): Record<string, string | undefined> {
  const parsed = parseArgs(cloudEventSchema, event);
  return parsed.ok ? {} : Object.fromEntries(parsed.error.fields!.map(({ path, code }) => [path, code]));
}

describe('an event that leaves', () => {
  test('is a CloudEvent by the CNCF’s package, and the same each time', () => {
    const made = envelopeOf({ ...parts, traceparent });
    expect(new CloudEvent(made).validate()).toBe(true);
    expect(made).toEqual({
      specversion: '1.0',
      id: 'k17f8',
      source: 'https://happy-otter-1.convex.site',
      type: 'profile.updated',
      subject: 'profile:k57a2',
      time: '2026-05-17T09:30:00.000Z',
      datacontenttype: 'application/json',
      dataschema: 'https://happy-otter-1.convex.site/v1/schemas/events/profile.updated/1',
      data: { sections: ['about'] },
      traceparent,
    });
    expect(envelopeOf({ ...parts, traceparent })).toEqual(made);
    expect('traceparent' in envelopeOf(parts)).toBe(false);
  });

  test('is an envelope that the inbox takes', () => {
    expect(faults(envelopeOf({ ...parts, traceparent }))).toEqual({});
  });

  test('is read by the package from the structured form', () => {
    const message = HTTP.structured(new CloudEvent(envelopeOf(parts)));
    const read = HTTP.toEvent(message) as CloudEvent;
    expect([read.id, read.type, read.subject, read.data]).toEqual([
      'k17f8',
      'profile.updated',
      'profile:k57a2',
      parts.data,
    ]);
  });
});

describe('an event that enters', () => {
  const good = { specversion: '1.0', id: '1', source: 'https://courses.example', type: 'course.completed' };

  test('is what the package makes, with extensions', () => {
    const made = new CloudEvent({ ...good, subject: 'handle:ada', data: {}, sequence: '4', sampled: true });
    expect(faults(JSON.parse(made.toString()))).toEqual({});
  });

  test.each<[string, object, Record<string, string>]>([
    [
      'all faults at once',
      { specversion: '0.3', id: '', type: 7 },
      { specversion: 'not_an_option', id: 'too_short', type: 'wrong_type' },
    ],
    ['no source', { source: undefined }, { source: 'required' }],
    ['a long id', { id: 'x'.repeat(201) }, { id: 'too_long' }],
    ['text that deceives', { subject: 'handle:\u202eada' }, { subject: 'unsafe_text' }],
    ['a lone surrogate', { id: '\ud800' }, { id: 'unsafe_text' }],
    ['a day in place of a time', { time: '2026-05-17' }, { time: 'invalid_format' }],
    ['a day that there is not', { time: '2026-02-30T00:00:00Z' }, { time: 'invalid_format' }],
    ['data in another encoding', { datacontenttype: 'text/xml' }, { datacontenttype: 'not_an_option' }],
    ['a list as data', { data: [1] }, { data: 'wrong_type' }],
    [
      'a traceparent of zeros',
      { traceparent: `00-${'0'.repeat(32)}-${'0'.repeat(16)}-00` },
      { traceparent: 'invalid_format' },
    ],
    ['an extension with a capital', { Sequence: '1' }, { Sequence: 'unknown_field' }],
    ['binary data', { data_base64: 'AA==' }, { data_base64: 'unknown_field' }],
    ['an extension that is an object', { more: {} }, { more: 'not_an_option' }],
  ])('is refused for %s', (_, change, expected) => {
    expect(faults({ ...good, ...change })).toEqual(expected);
  });

  test.each([[null], ['text'], [7], [[good]], [undefined]])('is refused if it is %j', (event) => {
    expect(faults(event)).toMatchObject({ '': event === undefined ? 'required' : 'wrong_type' });
  });
});

describe('the address of a schema', () => {
  test('names type and version, on any host', () => {
    expect(schemaNamed('https://a.example/v1/schemas/events/course.completed/12')).toEqual({
      type: 'course.completed',
      version: 12,
    });
  });

  test.each([
    'course.completed',
    'https://a.example/course.completed/1',
    'https://a.example/v1/schemas/events/x/01',
    'https://a.example/v1/schemas/events/x/1?y',
  ])('is not %s', (address) => expect(schemaNamed(address)).toBeUndefined());
});

test('depth counts lists and objects, and stops above the bound', () => {
  expect(['', null, {}, [], { a: 1 }, { a: [1] }, [[[]]]].map((value) => depthOf(value, 9))).toEqual([
    0, 0, 1, 1, 1, 2, 3,
  ]);
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
  expect(depthOf(deep, 9)).toBe(10);
});

describe('the JSON Schemas of data', () => {
  test('there is one for each version of each event, and each is a schema', () => {
    const all = describedEvents();
    expect(new Set(all.map(({ type }) => type))).toEqual(
      new Set([...Object.keys(eventCatalog), ...Object.keys(inboundCatalog)]),
    );
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    for (const { type, version } of all) {
      const schema = eventDataSchema(type, version)!;
      expect(schema).toMatchObject({ $id: `urn:gigsy:schema:events:${type}:${version}`, type: 'object' });
      ajv.compile(schema);
    }
    expect(eventDataSchema('profile.updated', 99)).toBeUndefined();
    expect(eventDataSchema('constructor', 1)).toBeUndefined();
  });

  test('earlier versions are there too', () => {
    const data = z.strictObject({});
    const leaving: EventContracts = {
      'a.b': { summary: 'A.', subject: 'profile', version: 2, data, earlier: { 1: data } },
    };
    const entering: InboundContracts = { 'c.d': { summary: 'C.', versions: [{ data }, { data }] } };
    expect(describedEvents(leaving, entering).map(({ type, version }) => `${type}/${version}`)).toEqual([
      'a.b/1',
      'a.b/2',
      'c.d/1',
      'c.d/2',
    ]);
  });

  test('say what the schema of the inbox says', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    for (const type of inboundTypes) {
      const validate = ajv.compile(dataSchemaOf(describedEvents({}, { [type]: inboundCatalog[type] })[0]!));
      const data = sentData[type];
      expect([type, validate(data), upcastInbound(inboundCatalog[type], 1, data)]).toEqual([
        type,
        true,
        { ok: true, version: 1, data },
      ]);
      // The first field names the record or the check.
      const [name = ''] = Object.keys(data);
      for (const faulty of [
        { ...data, price: 10 },
        { ...data, [name]: undefined },
        { ...data, [name]: 7 },
      ])
        expect([
          type,
          validate(JSON.parse(JSON.stringify(faulty))),
          upcastInbound(inboundCatalog[type], 1, faulty)?.ok,
        ]).toEqual([type, false, false]);
    }
  });
});

describe('versions of events that enter', () => {
  const changing: InboundContract = {
    summary: 'A test changed.',
    versions: [
      { data: z.strictObject({ name: z.string() }), next: ({ name }: { name: string }) => ({ title: name }) },
      { data: z.strictObject({ title: z.string() }), next: ({ title }: { title: string }) => ({ title, tags: [] }) },
      { data: z.strictObject({ title: z.string(), tags: z.array(z.string()) }) },
    ],
  };

  test.each([
    [1, { name: 'Glass' }, { title: 'Glass', tags: [] }],
    [2, { title: 'Glass' }, { title: 'Glass', tags: [] }],
    [3, { title: 'Glass', tags: ['a'] }, { title: 'Glass', tags: ['a'] }],
  ])('version %i is made into the latest', (version, given, data) => {
    expect(upcastInbound(changing, version, given)).toEqual({ ok: true, version: 3, data });
  });

  test('data of another version are refused, with their places below data', () => {
    const refused = upcastInbound(changing, 1, { title: 'Glass' }) as { faults: { path: string; code: string }[] };
    expect(refused.faults.map(({ path, code }) => [path, code])).toEqual([
      ['data.name', 'required'],
      ['data.title', 'unknown_field'],
    ]);
  });

  test.each([0, 4, 1.5])('there is no version %d', (version) => {
    expect(upcastInbound(changing, version, {})).toBeUndefined();
  });

  test('no version of a declared event may be the last and lead on, or stand between and lead nowhere', () => {
    for (const [type, { versions }] of Object.entries(inboundCatalog as InboundContracts))
      expect([type, versions.map(({ next }) => next !== undefined)]).toEqual([
        type,
        versions.map((_, index) => index < versions.length - 1),
      ]);
  });
});
