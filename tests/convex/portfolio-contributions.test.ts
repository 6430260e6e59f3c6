/** Contributions with their files, as owners write them and as everybody else gets them: by the view alone. */
import { MAX_CONTRIBUTIONS } from '@gigsy/schema';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api } from '../../convex/_generated/api.js';
import { deployment, key, person, refusalOf, type Caller, type Deployment } from './deployment.ts';
import { jpeg, pdfOf, pngOf } from './files.ts';
import { withoutLaterWork } from './later-work.ts';
import { withoutLeases } from './leased.ts';
import { filesHeld, uploaded } from './uploaded.ts';

let d: Deployment;
let ada: Caller;
let eve: Caller;
beforeEach(async () => {
  // Consumers of the log must not run while a file is stored.
  withoutLaterWork();
  d = deployment();
  await withoutLeases(d);
  ada = await person(d, 'ada');
  eve = await person(d, 'eve');
});
afterEach(() => {
  vi.restoreAllMocks();
});

const project = { kind: 'project', title: 'A bridge' } as const;
type Given = Parameters<typeof add>[0];
const versionNow = async (caller = ada) => (await caller.query(api.portfolio.mine, {}))!.versions.contributions;
const add = async (contribution: object, caller = ada, expected?: number) =>
  caller.mutation(api.portfolio.contributions.add, {
    contribution,
    expected: expected ?? (await versionNow(caller)),
    idempotencyKey: key(),
  } as never) as Promise<{ id: string; version: number }>;
const update = async (id: string, contribution: Given) =>
  ada.mutation(api.portfolio.contributions.update, {
    id,
    contribution,
    expected: await versionNow(),
    idempotencyKey: key(),
  } as never);
const remove = async (id: string) =>
  ada.mutation(api.portfolio.contributions.remove, { id, expected: await versionNow(), idempotencyKey: key() });
const choose = async (changes: object) => {
  const { version } = (await ada.query(api.privacy.get, {}))!;
  await ada.mutation(api.privacy.update, { changes, expected: version, idempotencyKey: key() } as never);
};
const anybody = () => d.t as unknown as Caller;
const shownTo = async (caller: Caller) =>
  (await caller.query(api.portfolio.get, { handle: 'ada' }))?.contributions ?? [];
const fileShownTo = async (caller: Caller) => (await shownTo(caller))[0]?.files?.[0];
const answerAt = (address: string, caller = anybody(), headers = {}) => caller.fetch(address, { headers });
const bytesAt = async (address: string, caller = anybody()) => {
  const answer = await answerAt(address, caller);
  return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : answer.status;
};

describe('a contribution', () => {
  test('is told to its owner in the chosen order, with a file that opens to them', async () => {
    const file = await uploaded(d, ada, pdfOf());
    const [first, second] = [await add({ ...project, files: [{ file }] }), await add(project)];
    const order = [first.id, second.id];
    const chosen = { section: 'contributions', order, expected: second.version, idempotencyKey: key() };
    await ada.mutation(api.portfolio.arrange, chosen as never);
    const told = (await ada.query(api.portfolio.mine, {}))!.contributions!;
    expect(told.map(({ id }) => id)).toEqual(order);
    expect(await bytesAt(told[0]!.files![0]!.address, ada)).toBeInstanceOf(Uint8Array);
  });

  test('is shown with its files to those who may see it, each audience at an address of its own', async () => {
    const [file, preview] = [await uploaded(d, ada, pdfOf()), await uploaded(d, ada, pngOf())];
    const { id, version } = await add({ ...project, skills: ['Steel'], files: [{ file, alt: 'A plan', preview }] });
    expect(version).toBe(2);
    const shown = await Promise.all([anybody(), eve, ada].map(shownTo));
    for (const [entry] of shown)
      expect(entry).toEqual({
        id,
        ...project,
        skills: ['Steel'],
        files: [
          {
            address: expect.stringMatching(/^\/v1\/media\//) as string,
            type: 'application/pdf',
            size: pdfOf().length,
            alt: 'A plan',
            preview: { address: expect.stringMatching(/^\/v1\/media\//) as string, width: 4, height: 4 },
          },
        ],
      });
    const addresses = shown.flatMap(([entry]) => [entry!.files![0]!.address, entry!.files![0]!.preview!.address]);
    expect(new Set(addresses).size).toBe(6);
    expect(await ada.query(api.portfolio.contributions.mine, {})).toEqual([
      { id, contribution: { ...project, skills: ['Steel'], files: [{ file, alt: 'A plan', preview }] } },
    ]);
  });

  test('keeps its files until no contribution has them', async () => {
    const [one, other] = [await uploaded(d, ada, jpeg), await uploaded(d, ada, pngOf())];
    const { id } = await add({ ...project, files: [{ file: one }, { file: other }] });
    const second = await add({ ...project, files: [{ file: other }] });
    await update(id, { ...project, files: [{ file: one }] });
    expect(await filesHeld(d)).toBe(2);
    await remove(second.id);
    expect(await filesHeld(d)).toBe(1);
    await remove(id);
    expect([await filesHeld(d), await shownTo(ada)]).toEqual([0, []]);
  });

  test('is changed from its version alone', async () => {
    await add(project);
    expect(await refusalOf(add(project, ada, 1))).toMatchObject({
      code: 'version_conflict',
      fields: [{ path: 'expected' }],
    });
    expect((await refusalOf(remove('none'))).code).toBe('not_found');
    expect((await refusalOf(update('none', project))).code).toBe('not_found');
  });

  test('is refused with every fault that it has', async () => {
    const big = await uploaded(d, ada, pngOf({ width: 700, height: 8 }));
    const document = await uploaded(d, ada, pdfOf());
    const foreign = await uploaded(d, eve, jpeg);
    const bad = { kind: 'film', title: 'a\u202eb', url: 'javascript:alert(1)', date: '2024-13', more: 1 };
    expect((await refusalOf(add(bad))).fields!.map(({ path }) => path).sort()).toEqual([
      'contribution.date',
      'contribution.kind',
      'contribution.more',
      'contribution.title',
      'contribution.url',
    ]);
    const files = [
      { file: foreign },
      { file: 'none', preview: 'none' },
      { file: document, preview: big },
      { file: big, preview: document },
    ];
    expect((await refusalOf(add({ ...project, files }))).fields).toMatchObject([
      { path: 'contribution.files.0.file', code: 'not_found' },
      { path: 'contribution.files.1.file', code: 'not_found' },
      { path: 'contribution.files.1.preview', code: 'not_found' },
      { path: 'contribution.files.2.preview', code: 'out_of_range' },
      { path: 'contribution.files.3.preview', code: 'wrong_type' },
    ]);
    expect((await refusalOf(add({ kind: 'media', title: 'x' }))).fields).toMatchObject([
      { path: 'contribution.files', code: 'required' },
    ]);
  });

  test('finds room within the limits alone', async () => {
    await d.t.run(async (ctx) => {
      const account = (await ctx.db.query('accounts').collect()).find(({ handle }) => handle === 'ada')!;
      for (let count = 0; count < MAX_CONTRIBUTIONS; count += 1)
        await ctx.db.insert('portfolioContributions', {
          accountId: account._id,
          id: `id-${count}`,
          contribution: project,
        });
    });
    expect((await refusalOf(add(project))).code).toBe('too_large');
    await remove('id-7');
    await add(project);
  });

  test('is ordered by its owner', async () => {
    const [one, other] = [await add(project), await add(project)];
    const order = [other.id, one.id];
    await ada.mutation(api.portfolio.arrange, {
      section: 'contributions',
      order,
      expected: other.version,
      idempotencyKey: key(),
    });
    expect((await shownTo(anybody())).map(({ id }) => id)).toEqual(order);
  });
});

describe('a file', () => {
  const withFile = async () => add({ kind: 'media', title: 'A', files: [{ file: await uploaded(d, ada, jpeg) }] });

  test('that the public sees is served to everybody, and shows itself alone', async () => {
    await withFile();
    const { address } = (await fileShownTo(anybody()))!;
    const answer = await answerAt(address);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(jpeg);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'inline',
      'cache-control': 'private, max-age=3600, immutable',
    });
    const again = await answerAt(address, anybody(), { 'If-None-Match': answer.headers.get('etag')! });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('that is a PDF is for saving', async () => {
    await add({ kind: 'document', title: 'A', files: [{ file: await uploaded(d, ada, pdfOf()) }] });
    const answer = await answerAt((await fileShownTo(anybody()))!.address);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="document.pdf"');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  test('that members see opens to members alone, also for others who have its address', async () => {
    await withFile();
    await choose({ contributions: 'platform' });
    expect(await fileShownTo(anybody())).toBeUndefined();
    const { address } = (await fileShownTo(eve))!;
    expect(await bytesAt(address)).toBe(404);
    const answer = await answerAt(address, eve);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(jpeg);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('vary')).toContain('Authorization');
  });

  test('opens to those who have a lease on it, for as long as they have it', async () => {
    d = deployment();
    [ada, eve] = [await person(d, 'ada'), await person(d, 'eve')];
    await withFile();
    await choose({ contributions: 'platform' });
    const { lease } = await eve.mutation(api.privacy.access.open, {
      handle: 'ada',
      purpose: 'hiring',
      minutes: 15,
      idempotencyKey: key(),
    });
    const view = (await eve.query(api.privacy.access.view, { lease }))!;
    const { address } = view.portfolio!.contributions![0]!.files![0]!;
    expect([
      await bytesAt(address, eve),
      await bytesAt(address),
      await bytesAt(address, await person(d, 'bo')),
    ]).toEqual([jpeg, 404, 404]);
    await eve.mutation(api.privacy.access.close, { lease, idempotencyKey: key() });
    expect(await bytesAt(address, eve)).toBe(404);
  });

  test('opens to those whom the owner named by their role, for as long as they are named', async () => {
    await withFile();
    await choose({ contributions: 'restricted' });
    const { grant } = await ada.mutation(api.privacy.grants.add, { to: { role: 'student' }, idempotencyKey: key() });
    const { address } = (await fileShownTo(eve))!;
    expect([await bytesAt(address, eve), await bytesAt(address)]).toEqual([jpeg, 404]);
    await ada.mutation(api.privacy.grants.remove, { grant, idempotencyKey: key() });
    expect(await bytesAt(address, eve)).toBe(404);
  });

  test('of one contribution is hidden alone', async () => {
    const [one, other] = [await withFile(), await withFile()];
    const shown = async () => new Map((await shownTo(anybody())).map(({ id, files }) => [id, files![0]!.address]));
    const before = await shown();
    await choose({ items: { [`contributions/${one.id}`]: 'owner' } });
    expect(await shown()).toEqual(new Map([[other.id, before.get(other.id)]]));
    expect([await bytesAt(before.get(one.id)!), await bytesAt(before.get(other.id)!)]).toEqual([404, jpeg]);
    await choose({ items: { [`contributions/${one.id}`]: null } });
    expect((await shown()).get(one.id)).not.toBe(before.get(one.id));
  });

  test('of the owner opens to the owner alone', async () => {
    await withFile();
    await choose({ contributions: 'owner' });
    const { address } = (await fileShownTo(ada))!;
    expect([await bytesAt(address), await bytesAt(address, eve)]).toEqual([404, 404]);
    expect(await bytesAt(address, ada)).toEqual(jpeg);
  });

  test('has a preview that opens, closes and moves with it', async () => {
    const [file, preview] = [await uploaded(d, ada, pdfOf()), await uploaded(d, ada, jpeg)];
    const { id } = await add({ kind: 'document', title: 'A plan', files: [{ file, preview }] });
    const previewShownTo = async (caller: Caller) => (await fileShownTo(caller))?.preview?.address ?? '';
    const [before, members] = [await previewShownTo(anybody()), await previewShownTo(eve)];
    expect([await bytesAt(before), await bytesAt(members, eve), await bytesAt(members)]).toEqual([jpeg, jpeg, 404]);
    await choose({ items: { [`contributions/${id}`]: 'platform' } });
    expect(await shownTo(anybody())).toEqual([]);
    expect([await bytesAt(before), await bytesAt(before, ada), await bytesAt(members, eve)]).toEqual([404, 404, jpeg]);
    await choose({ items: { [`contributions/${id}`]: null } });
    const after = await previewShownTo(anybody());
    expect([await bytesAt(before), await bytesAt(after)]).toEqual([404, jpeg]);
    await update(id, { kind: 'document', title: 'A plan', files: [{ file }] });
    expect([await bytesAt(after), await bytesAt(members, eve), await filesHeld(d)]).toEqual([404, 404, 1]);
  });

  test('that is hidden loses its address for good', async () => {
    await withFile();
    const [before, members] = [(await fileShownTo(anybody()))!.address, (await fileShownTo(eve))!.address];
    await choose({ contributions: 'platform' });
    expect([await bytesAt(before), await bytesAt(before, ada)]).toEqual([404, 404]);
    expect((await fileShownTo(eve))!.address).toBe(members);
    await choose({ contributions: 'public' });
    const after = (await fileShownTo(anybody()))!.address;
    expect(after).not.toBe(before);
    expect([await bytesAt(before), await bytesAt(after)]).toEqual([404, jpeg]);
    await choose({ profile: 'owner' });
    expect([await bytesAt(after), await bytesAt(members, eve)]).toEqual([404, 404]);
    await choose({ profile: 'public' });
    expect([await bytesAt(after), await bytesAt(members, eve)]).toEqual([404, 404]);
  });

  test('keeps its address while the words around it change', async () => {
    const { id } = await withFile();
    const { address } = (await fileShownTo(anybody()))!;
    const { contribution } = (await ada.query(api.portfolio.contributions.mine, {}))[0]!;
    await update(id, { ...contribution, title: 'B' });
    expect((await fileShownTo(anybody()))!.address).toBe(address);
  });

  test('goes with the account’s suspension and comes back at another address', async () => {
    await withFile();
    const { address } = (await fileShownTo(anybody()))!;
    await ada.mutation(api.profile.accounts.deactivate, { idempotencyKey: key() });
    expect([await bytesAt(address), await bytesAt(address, ada)]).toEqual([404, 404]);
    await ada.mutation(api.profile.accounts.restore, { idempotencyKey: key() });
    expect(await bytesAt(address)).toBe(404);
    expect(await bytesAt((await fileShownTo(anybody()))!.address)).toEqual(jpeg);
  });

  test('finds one answer at every address that shows the caller nothing', async () => {
    await withFile();
    await choose({ contributions: 'owner' });
    const { address } = (await fileShownTo(ada))!;
    const others = ['public', 'platform', 'owner'].map((audience) => address.replace('owner', audience));
    const answers = await Promise.all(
      [...others, `/v1/media/public/${'0'.repeat(32)}`, '/v1/media/x', '/v1/media/owner/../../v1'].map(async (each) => {
        const answer = await answerAt(each, eve);
        return JSON.stringify([answer.status, [...answer.headers], await answer.text()]);
      }),
    );
    expect(new Set(answers.slice(0, 5)).size).toBe(1);
  });

  test('that a viewer may not see changes nothing that the viewer can obtain', async () => {
    await choose({ contributions: 'owner' });
    const seen = async () =>
      JSON.stringify([
        await eve.query(api.portfolio.get, { handle: 'ada' }),
        await d.t.query(api.portfolio.get, { handle: 'ada' }),
      ]);
    const rows = () => d.t.run((ctx) => ctx.db.query('portfolioViews').collect());
    const before = [await seen(), await rows()];
    await withFile();
    expect([await seen(), await rows()]).toEqual(before);
  });
});
