/// <reference types="vite/client" />
/** The event log: its rows match the catalog, of today and of every earlier version. */
import { type EventContracts, eventCatalog, eventTypes } from '@gigsy/schema';
import { convexTest } from 'convex-test';
import { defineSchema, defineTable } from 'convex/server';
import { v } from 'convex/values';
import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { api, internal } from '../../convex/_generated/api.js';
import type { Id } from '../../convex/_generated/dataModel.js';
import { loggedEvents } from '../../convex/tables/events.js';
import { deployment, key, modules, person, type Deployment } from './deployment.ts';

let d: Deployment;
let profileId: Id<'profiles'>;
beforeEach(async () => {
  d = deployment();
  await person(d, 'ada');
  profileId = (await d.t.run((ctx) => ctx.db.query('profiles').first()))!._id;
});

const page = (args: { count: number; cursor?: string }) => d.t.query(internal.events.log.page, args);

test('the catalog has the events of every domain, each declared once', async () => {
  const files = import.meta.glob<Record<string, EventContracts>>('../../packages/schema/src/*/events.ts');
  const declared = await Promise.all(Object.values(files).map((load) => load()));
  const names = declared.flatMap((module) => Object.values(module).flatMap((events) => Object.keys(events)));
  expect(names.sort()).toEqual([...eventTypes].sort());
});

test('events carry their subject, its kind and their version, and are read in commit order', async () => {
  const ada = d.as('user_ada');
  await ada.mutation(api.profile.update, {
    changes: { about: { text: 'Hello' } },
    expected: { about: 1 },
    idempotencyKey: key(),
  });
  await ada.mutation(api.privacy.update, { changes: { about: 'owner' }, expected: 1, idempotencyKey: key() });
  const subject = { kind: 'profile', id: profileId };
  const all = await page({ count: 10 });
  expect(all.events).toMatchObject([
    { type: 'profile.published', version: 1, subject, data: { sections: ['handle', 'identity', 'role'] } },
    { type: 'profile.created', version: 1, subject, data: {} },
    { type: 'profile.updated', version: 1, subject, data: { sections: ['about'] } },
    { type: 'privacy.updated', version: 1, subject, data: { keys: ['about'] } },
  ]);
  const first = await page({ count: 1 });
  const rest = await page({ count: 10, cursor: first.cursor });
  expect([...first.events, ...rest.events]).toEqual(all.events);
});

describe('the log takes no row', () => {
  const append = (change: object) =>
    d.t.run((ctx) =>
      ctx.db.insert('events', {
        type: 'profile.updated',
        version: 1,
        subject: { kind: 'profile', id: profileId },
        data: { sections: [] },
        commitTs: ctx.db.vars.commitTs,
        ...change,
      } as never),
    );

  test('but one that an event of the catalog allows', async () => {
    await expect(append({})).resolves.toBeDefined();
  });

  test.each<[string, object]>([
    ['of a type that is not declared', { type: 'profile.read' }],
    ['of a version that is not declared', { version: 2 }],
    ['with the payload of another type', { data: { keys: [] } }],
    ['with content beside the names', { data: { sections: [], text: 'Hello' } }],
    ['without a subject', { subject: undefined }],
  ])('%s', async (_, change) => {
    await expect(append(change)).rejects.toThrow();
  });

  test('about a subject of another kind', async () => {
    const account = (await d.t.run((ctx) => ctx.db.query('accounts').first()))!._id;
    await expect(append({ subject: { kind: 'account', id: account } })).rejects.toThrow();
    await expect(append({ subject: { kind: 'profile', id: account } })).rejects.toThrow();
  });
});

test('rows of an earlier version stay in the log when a payload changes', async () => {
  const catalog: EventContracts = {
    'badge.given': {
      summary: 'A badge was given.',
      subject: 'profile',
      version: 2,
      data: z.strictObject({ badge: z.string() }),
      earlier: { 1: z.strictObject({ name: z.string() }) },
    },
  };
  const schema = defineSchema({
    profiles: defineTable({}),
    events: defineTable(v.union(...loggedEvents(catalog))),
  });
  const t = convexTest({ schema, modules });
  const insert = (version: number, data: object) =>
    t.run(async (ctx) => {
      const id = await ctx.db.insert('profiles', {});
      const subject = { kind: 'profile', id };
      return ctx.db.insert('events', { type: 'badge.given', version, subject, data, commitTs: 1n } as never);
    });
  await insert(1, { name: 'Welder' });
  await insert(2, { badge: 'welder' });
  await expect(insert(2, { name: 'Welder' })).rejects.toThrow();
  await expect(insert(3, { badge: 'welder' })).rejects.toThrow();
});

test('every payload is names alone: lists of short texts, names of a closed list and numbers, and no free object', () => {
  const isNames = (schema: z.ZodType) =>
    (schema instanceof z.ZodArray && schema.element instanceof z.ZodString) ||
    schema instanceof z.ZodEnum ||
    schema instanceof z.ZodNumber;
  for (const [type, { data }] of Object.entries(eventCatalog))
    for (const [field, schema] of Object.entries(data.shape))
      expect([type, field, isNames(schema)]).toEqual([type, field, true]);
});
