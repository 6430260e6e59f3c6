/** The calls whose documents are counted: a case each, made of the largest profile that the contract allows. */
import { type ReadPhase, listSections, listSectionNames, readPhases } from '@gigsy/schema';
import { sandbox } from '@gigsy/schema/sandbox';
import { api, internal } from '../../convex/_generated/api.js';
import { type Caller, type Deployment, key, person } from './deployment.ts';
import { withoutLeases } from './leased.ts';
import { png } from './png.ts';
import { putPhase } from './phase.ts';

export interface Case {
  name: string;
  what: string;
  /** Those of the largest profile by default. */
  sections?: object;
  args(): Record<string, unknown>;
  caller?: (at: { d: Deployment; ada: Caller; member: Caller }) => Caller;
  before?: (ada: Caller, d: Deployment) => Promise<unknown>;
}

const skills = (fields: Record<string, unknown>) => ({
  operations: [{ section: 'skills', ...fields }],
  expected: { skills: 1 },
});
const update = (changes: Record<string, unknown>) => ({
  changes,
  expected: Object.fromEntries(Object.keys(changes).map((section) => [section, 1])),
});

/** The whole of the largest profile that the contract allows. */
const { handle: _, role: __, ...largest } = sandbox.get('sandbox-huge')!.profile!;
export const sections = largest;
export const items = listSectionNames.reduce((sum, name) => sum + listSections[name].max, 0);
const [first, second, ...rest] = sections.skills!;

/** A profile of 381 items. */
const of381 = {
  ...sections,
  ...Object.fromEntries(
    (['certificates', 'awards', 'publications', 'volunteering', 'links'] as const).map((name) => [name, []]),
  ),
  links: sections.links!.slice(0, 1),
};

/** One field and one item in each phase of the cutover, at both sizes. */
export const inPhases: Case[] = readPhases.flatMap((phase: ReadPhase) =>
  (
    [
      ['381', of381],
      [String(items), sections],
    ] as const
  ).flatMap(([size, held]): Case[] => {
    const common = { sections: held, before: (_: Caller, d: Deployment) => putPhase(d, phase) };
    const where = `of ${size} items, ${phase}`;
    return [
      {
        ...common,
        name: 'profile.update',
        what: `one field ${where}`,
        args: () => update({ identity: { headline: 'New' } }),
      },
      {
        ...common,
        name: 'profile.edit',
        what: `one item in a list of 50 ${where}`,
        args: () => ({
          operations: [{ op: 'change', section: 'projects', id: sections.projects![1]!.id, fields: { name: 'New' } }],
          expected: { projects: 1 },
        }),
      },
      {
        ...common,
        name: 'profile.edit',
        what: `one item in a list of 200 ${where}`,
        args: () => skills({ op: 'change', id: second!.id, fields: { level: 1, years: 1 } }),
      },
    ];
  }),
);

/** Of the case that runs. */
let upload = '';

async function uploaded(ada: Caller, { t }: Deployment): Promise<string> {
  const { address } = await ada.mutation(api.profile.photos.begin, { idempotencyKey: key() });
  const response = await t.fetch(new URL(address).pathname, { method: 'POST', body: png(8, 8) });
  return ((await response.json()) as { storageId: string }).storageId;
}

/** Of the case that runs: the lease of another member on the largest profile. */
let lease = '';

async function leasedBySomebody(_: Caller, d: Deployment): Promise<void> {
  const asked = { handle: 'ada', purpose: 'hiring', note: 'To teach', idempotencyKey: key() } as const;
  ({ lease } = await (await person(d, 'reader')).mutation(api.privacy.access.open, asked));
}

/** Of the case that runs: a consent of the owner to an import from LinkedIn, or GitHub. */
let consent = '';

const consenting =
  (source: 'github' | 'linkedin') =>
  async (ada: Caller): Promise<void> => {
    const given = { source, notice: 1, language: 'en', idempotencyKey: key() } as const;
    ({ consent } = await ada.mutation(api.privacy.consents.give, given));
  };

const asAdministrator = ({ t }: Deployment) =>
  t.mutation(internal.profile.accounts.grantRole, { subject: 'user_ada', role: 'admin' });

export const cases: Case[] = [
  {
    name: 'profile.imports.fetch',
    what: '',
    args: () => ({ consent, login: 'octocat' }),
    before: consenting('github'),
  },
  {
    name: 'profile.imports.plan',
    what: 'of an archive',
    args: () => ({ consent, files: { 'Skills.csv': 'Name\nGlass\n' } }),
    before: consenting('linkedin'),
  },
  {
    name: 'profile.imports.apply',
    what: 'one item',
    sections: { ...sections, skills: sections.skills!.slice(1) },
    args: () => ({
      consent,
      operations: [{ op: 'add', section: 'skills', item: { name: 'Glass' } }],
      expected: { skills: 1 },
    }),
    before: consenting('linkedin'),
  },
  { name: 'profile.get', what: 'by anybody', args: () => ({ handle: 'ada' }), caller: ({ d }) => d.t as never },
  {
    name: 'profile.get',
    what: 'by a member, with leases',
    args: () => ({ handle: 'ada' }),
    caller: ({ member }) => member,
  },
  { name: 'profile.get', what: 'by its owner', args: () => ({ handle: 'ada' }) },
  {
    name: 'profile.get',
    what: 'by a member who is named, without leases',
    args: () => ({ handle: 'ada' }),
    caller: ({ member }) => member,
    before: async (ada, d) => {
      await withoutLeases(d);
      await ada.mutation(api.privacy.grants.add, { to: { role: 'student' }, idempotencyKey: key() });
    },
  },
  {
    name: 'profile.get',
    what: 'a handle that nobody has',
    args: () => ({ handle: 'nobody' }),
    caller: ({ d }) => d.t as never,
  },
  {
    name: 'profile.get',
    what: 'a former handle',
    args: () => ({ handle: 'ada' }),
    caller: ({ d }) => d.t as never,
    before: (ada) => ada.mutation(api.profile.changeHandle, { handle: 'countess', idempotencyKey: key() }),
  },
  { name: 'profile.mine', what: '', args: () => ({}) },
  {
    name: 'profile.create',
    what: 'with a name',
    args: () => ({ handle: 'ben', role: 'student', sections: { identity: { displayName: 'Ben' } } }),
    caller: ({ d }) => d.as('user_ben'),
  },
  { name: 'profile.update', what: 'one field that all may see', args: () => update({ identity: { headline: 'New' } }) },
  {
    name: 'profile.update',
    what: 'one field that nobody may see',
    args: () => update({ contact: { phone: '+1 555 0100' } }),
  },
  {
    name: 'profile.update',
    what: 'nothing',
    args: () => update({ identity: { headline: sections.identity!.headline } }),
  },
  {
    name: 'profile.update',
    what: 'one item in a list of 200',
    args: () => update({ skills: [first, { ...second, level: 1, years: 1 }, ...rest] }),
  },
  {
    name: 'profile.edit',
    what: 'one item changed',
    args: () => skills({ op: 'change', id: second!.id, fields: { level: 1, years: 1 } }),
  },
  {
    name: 'profile.edit',
    what: 'one item moved to another place',
    args: () => skills({ op: 'move', id: second!.id, to: 100 }),
  },
  { name: 'profile.edit', what: 'one item removed', args: () => skills({ op: 'remove', id: second!.id }) },
  {
    name: 'profile.edit',
    what: 'one item added at the end',
    args: () => ({ ...skills({ op: 'add', item: { name: 'New' } }), expected: { skills: 2 } }),
    before: (ada) =>
      ada.mutation(api.profile.edit, { ...skills({ op: 'remove', id: second!.id }), idempotencyKey: key() } as never),
  },
  {
    name: 'profile.edit',
    what: 'one item restored',
    args: () => ({ ...skills({ op: 'restore', id: second!.id }), expected: { skills: 2 } }),
    before: (ada) =>
      ada.mutation(api.profile.edit, { ...skills({ op: 'remove', id: second!.id }), idempotencyKey: key() } as never),
  },
  {
    name: 'profile.baselines',
    what: 'by a moderator',
    args: () => ({}),
    before: async (_, { t }) => {
      await t.mutation(internal.profile.accounts.grantRole, { subject: 'user_ada', role: 'moderator' });
      await t.mutation(internal.events.consumers.take, { consumer: 'profile.baselines', count: 25 });
    },
  },
  {
    name: 'profile.accounts.restore',
    what: '',
    args: () => ({}),
    before: (ada) => ada.mutation(api.profile.accounts.deactivate, { idempotencyKey: key() }),
  },
  {
    name: 'profile.accounts.cancelDeletion',
    what: '',
    args: () => ({}),
    before: (ada) => ada.mutation(api.profile.accounts.requestDeletion, { idempotencyKey: key() }),
  },
  {
    name: 'profile.photos.finish',
    what: '',
    args: () => ({ storageId: upload }),
    before: async (ada, d) => void (upload = await uploaded(ada, d)),
  },
  {
    name: 'profile.photos.remove',
    what: '',
    args: () => ({}),
    before: async (ada, d) =>
      ada.mutation(api.profile.photos.finish, { storageId: await uploaded(ada, d), idempotencyKey: key() }),
  },
  {
    name: 'profile.drift.status',
    what: 'by an administrator, without findings',
    args: () => ({}),
    before: (_, d) => asAdministrator(d),
  },
  {
    name: 'profile.drift.repair',
    what: 'by an administrator, without findings',
    args: () => ({}),
    before: (_, d) => asAdministrator(d),
  },
  { name: 'profile.section', what: 'an object', args: () => ({ section: 'identity' }) },
  { name: 'profile.section', what: 'the longest list', args: () => ({ section: 'skills' }) },
  { name: 'profile.removed', what: 'none', args: () => ({}) },
  { name: 'profile.changeHandle', what: '', args: () => ({ handle: 'countess' }) },
  {
    name: 'privacy.access.open',
    what: 'by a member',
    args: () => ({ handle: 'ada', purpose: 'hiring', note: 'For the open position' }),
    caller: ({ member }) => member,
  },
  {
    name: 'privacy.access.open',
    what: 'by a member, after another member',
    args: () => ({ handle: 'ada', purpose: 'hiring', note: 'For the open position' }),
    caller: ({ member }) => member,
    before: leasedBySomebody,
  },
  ...(['view', 'close'] as const).map((name) => ({
    name: `privacy.access.${name}`,
    what: 'by its viewer',
    args: () => ({ lease }),
    caller: ({ d }: { d: Deployment }) => d.as('user_reader'),
    before: leasedBySomebody,
  })),
  ...(['held', 'given', 'log'] as const).map((name) => ({
    name: `privacy.access.${name}`,
    what: 'with one lease',
    args: () => ({}),
    ...(name === 'held' && { caller: ({ d }: { d: Deployment }) => d.as('user_reader') }),
    before: leasedBySomebody,
  })),
  { name: 'privacy.access.revoke', what: '', args: () => ({ lease }), before: leasedBySomebody },
];
