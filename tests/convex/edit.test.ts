/** Edits item by item: their effects, refusals and conflicts. */
import { beforeEach, describe, expect, test } from 'vitest';
import { api, internal } from '../../convex/_generated/api.js';
import { key, refusalOf } from './deployment.ts';
import { type Edited, edited, send } from './edited.ts';

let at: Edited;
beforeEach(async () => {
  at = await edited();
});

describe('operations', () => {
  test('apply in their order, each to the result of the one before', async () => {
    const answer = await at.edit(
      { op: 'set', section: 'identity', fields: { headline: 'New', pronouns: 'she/her' } },
      { op: 'add', section: 'skills', item: { id: 'e', name: 'Skill e' }, at: 1 },
      { op: 'change', section: 'skills', id: 'e', fields: { level: 4 } },
      { op: 'move', section: 'skills', id: 'a', to: 4 },
      { op: 'remove', section: 'skills', id: 'c' },
      { op: 'add', section: 'skills', item: { name: 'Nameless' } },
    );
    expect(await at.order()).toMatch(/^ebda[0-9a-f]{16}$/);
    expect((await at.mine()).sections.skills[0]).toEqual({ id: 'e', name: 'Skill e', level: 4 });
    expect(answer).toMatchObject({ handle: 'ada', versions: { identity: 2, skills: 2, links: 1 } });
    expect(answer.ids.slice(0, 5)).toEqual([null, 'e', 'e', 'a', 'c']);
    expect(answer.ids[5]).toBe((await at.mine()).sections.skills[4]!.id);
    expect((await at.mine()).sections.identity).toMatchObject({
      displayName: 'Person ada',
      headline: 'New',
      pronouns: 'she/her',
    });
  });

  test('on a list without a table of its own work alike', async () => {
    await at.edit(
      { op: 'add', section: 'links', item: { id: 'blog', label: 'Blog', url: 'https://b.example' }, at: 0 },
      { op: 'remove', section: 'links', id: 'site' },
    );
    await at.edit({ op: 'restore', section: 'links', id: 'site' });
    expect((await at.mine()).sections.links.map(({ id }) => id)).toEqual(['blog', 'site']);
  });

  test('take a field away with null, and leave an item alone that none of them names', async () => {
    await at.edit({ op: 'change', section: 'skills', id: 'b', fields: { level: 2, keywords: ['x'] } });
    await at.edit({ op: 'change', section: 'skills', id: 'b', fields: { level: null } });
    expect((await at.mine()).sections.skills).toEqual([
      { id: 'a', name: 'Skill a' },
      { id: 'b', name: 'Skill b', keywords: ['x'] },
      { id: 'c', name: 'Skill c' },
      { id: 'd', name: 'Skill d' },
    ]);
  });

  test('that come to nothing write nothing and raise no version', async () => {
    const answer = await at.edit(
      { op: 'move', section: 'skills', id: 'a', to: 3 },
      { op: 'move', section: 'skills', id: 'a', to: 0 },
      { op: 'change', section: 'skills', id: 'b', fields: { name: 'Skill b' } },
    );
    expect(answer.versions.skills).toBe(1);
  });

  test('apply all or none: one fault refuses the call, and every fault is named with its code', async () => {
    const refused = await refusalOf(
      at.edit(
        { op: 'set', section: 'about', fields: { text: 'Not written' } },
        { op: 'change', section: 'skills', id: 'none', fields: { level: 1 } },
        { op: 'add', section: 'skills', item: { id: 'a', name: 'Twice' }, at: 9 },
        { op: 'move', section: 'skills', id: 'a', to: 12 },
        { op: 'restore', section: 'skills', id: 'b' },
        { op: 'restore', section: 'skills', id: 'never' },
      ),
    );
    expect(refused.code).toBe('invalid_argument');
    expect(refused.fields!.map(({ path, code }) => [path, code])).toEqual([
      ['operations.1.id', 'not_found'],
      ['operations.2.item.id', 'not_unique'],
      ['operations.2.at', 'out_of_range'],
      ['operations.3.to', 'out_of_range'],
      ['operations.4.id', 'not_unique'],
      ['operations.5.id', 'not_found'],
    ]);
    expect((await at.mine()).sections.about).toEqual({});
  });

  test('cannot make a list longer than its bound', async () => {
    const links = Array.from({ length: 20 }, (_, index) => ({ label: `L${index}`, url: 'https://a.example' }));
    const refused = await refusalOf(at.edit(...links.map((item) => ({ op: 'add', section: 'links', item }))));
    expect(refused.fields!.map(({ path, code }) => [path, code])).toEqual([['operations.19', 'too_many']]);
  });

  test('are checked against the schema of their section, all faults at once', async () => {
    const refused = await refusalOf(
      send(
        at.ada,
        [
          { op: 'set', section: 'identity', fields: { displayName: null, headline: 'x'.repeat(201), nonsense: 1 } },
          { op: 'add', section: 'skills', item: { level: 9 } },
          { op: 'change', section: 'links', id: '', fields: { url: 'javascript:alert(1)', id: 'other' } },
          { op: 'change', section: 'identity', id: 'x', fields: {} },
          { op: 'explode', section: 'skills' },
          { op: 'add', section: 'education', item: { institution: '\u200b', url: 'x', startDate: '2024-13' } },
        ],
        { identity: 1 },
      ),
    );
    expect(refused.fields!.map(({ path, code }) => [path, code])).toEqual([
      ['operations.0.fields.displayName', 'wrong_type'],
      ['operations.0.fields.headline', 'too_long'],
      ['operations.0.fields.nonsense', 'unknown_field'],
      ['operations.1.item.name', 'required'],
      ['operations.1.item.level', 'out_of_range'],
      ['operations.2.id', 'invalid_format'],
      ['operations.2.fields.url', 'invalid_format'],
      ['operations.2.fields.id', 'unknown_field'],
      ['operations.3.section', 'not_an_option'],
      ['operations.4.op', 'not_an_option'],
      ['operations.5.item.institution', 'empty'],
      ['operations.5.item.url', 'invalid_format'],
      ['operations.5.item.startDate', 'invalid_format'],
      ['expected.skills', 'required'],
      ['expected.education', 'required'],
      ['expected.links', 'required'],
    ]);
  });
});

describe('a conflict', () => {
  const conflictOf = async (call: Promise<unknown>) =>
    (await refusalOf(call)) as unknown as { code: string; conflicts?: unknown };

  test('of an edit names the version of now and what would become other than it is', async () => {
    await at.edit(
      { op: 'set', section: 'identity', fields: { headline: 'Theirs', pronouns: 'they/them' } },
      { op: 'remove', section: 'skills', id: 'b' },
      { op: 'change', section: 'skills', id: 'c', fields: { level: 3 } },
    );
    const stale = send(
      at.ada,
      [
        { op: 'set', section: 'identity', fields: { headline: 'Mine', pronouns: 'they/them', location: null } },
        { op: 'remove', section: 'skills', id: 'b' },
        { op: 'change', section: 'skills', id: 'b', fields: { level: 1 } },
        { op: 'change', section: 'skills', id: 'c', fields: { level: 3 } },
        { op: 'move', section: 'skills', id: 'd', to: 0 },
        { op: 'add', section: 'skills', item: { name: 'New' } },
        { op: 'set', section: 'about', fields: { text: 'Mine' } },
      ],
      { identity: 1, skills: 1, about: 1 },
    );
    expect(await conflictOf(stale)).toMatchObject({
      code: 'version_conflict',
      fields: [
        { path: 'expected.identity', code: 'stale', message: 'is at version 2' },
        { path: 'expected.skills', code: 'stale', message: 'is at version 2' },
      ],
      conflicts: [
        { section: 'identity', version: 2, fields: ['headline'] },
        { section: 'skills', version: 2, fields: ['b', 'd'] },
      ],
    });
    expect((await at.mine()).sections.about).toEqual({});
  });

  test('of an update names fields, and items of another content or place, or that would go', async () => {
    await at.edit({ op: 'change', section: 'skills', id: 'c', fields: { level: 3 } });
    const update = (changes: object, expected: object) =>
      at.ada.mutation(api.profile.update, { changes, expected, idempotencyKey: key() } as never);
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, name: `Skill ${id}` }));
    expect(await conflictOf(update({ skills: [a, c, b, { name: 'New' }] }, { skills: 1 }))).toMatchObject({
      conflicts: [{ section: 'skills', version: 2, fields: ['b', 'c', 'd'] }],
    });
    await at.edit({ op: 'set', section: 'identity', fields: { headline: 'Theirs' } });
    expect(
      await conflictOf(update({ identity: { headline: 'Theirs', displayName: 'Mine' } }, { identity: 1, about: 1 })),
    ).toMatchObject({ conflicts: [{ section: 'identity', version: 2, fields: ['displayName'] }] });
  });

  test('of privacy settings names the settings', async () => {
    const choose = (changes: object, expected: number) =>
      at.ada.mutation(api.privacy.update, { changes, expected, idempotencyKey: key() } as never);
    await choose({ about: 'owner' }, 1);
    expect(await conflictOf(choose({ about: 'owner', skills: 'owner', links: null }, 1))).toMatchObject({
      conflicts: [{ section: 'settings', version: 2, fields: ['skills'] }],
    });
  });
});

test('one section is read with the version to change it from', async () => {
  await at.edit({ op: 'move', section: 'skills', id: 'd', to: 0 });
  expect(await at.ada.query(api.profile.section, { section: 'skills' })).toEqual({
    section: 'skills',
    version: 2,
    value: ['d', 'a', 'b', 'c'].map((id) => ({ id, name: `Skill ${id}` })),
  });
  expect(await at.ada.query(api.profile.section, { section: 'mentoring' })).toEqual({
    section: 'mentoring',
    version: 1,
    value: {},
  });
  await at.d.t.mutation(internal.profile.accounts.grantRole, { subject: 'user_bare', role: 'mentor' });
  expect(await at.d.as('user_bare').query(api.profile.section, { section: 'links' })).toBeNull();
  expect(await at.d.as('user_bare').query(api.profile.removed, {})).toEqual([]);
});
