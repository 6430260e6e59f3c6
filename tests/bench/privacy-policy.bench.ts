/** Decisions of the policy a second, on one core: every field of a profile, for owners and viewers of all kinds, grants to people and to relations included. */
import {
  type Governing,
  type ViewerFacts,
  listSections,
  objectSections,
  policyOf,
  presetSettings,
  roles,
  settingKeys,
  viewersOf,
} from '@gigsy/schema';
import type { Figure, MeasureContext } from '../../scripts/measure/figure.ts';

export const name = 'privacy-policy';

const fields = [
  ...Object.entries(objectSections).map(([section, { shape }]) => [section, Object.keys(shape)] as const),
  ...Object.entries(listSections).map(([section, { item }]) => [section, Object.keys(item.shape)] as const),
].flatMap(([section, names]) => names.map((field) => [section, field] as const));

const restricted = Object.fromEntries(settingKeys.map((key) => [key, 'restricted']));
const items = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`skills/item-${n}`, 'platform' as const]));
const owners: Governing[] = roles.flatMap((role) => [
  { role, settings: {}, status: 'active' as const },
  { role, settings: { ...restricted, items }, status: 'active' as const },
  { role, settings: presetSettings('professional'), status: 'active' as const },
]);
const viewers: ViewerFacts[] = [
  viewersOf('public'),
  viewersOf('platform'),
  viewersOf('restricted'),
  { audience: 'platform', grants: [{ relation: 'contact' }] },
  {
    audience: 'platform',
    grants: [{ keys: ['contact.email'] }, { keys: ['about', 'education'], relation: 'contact' }, { keys: ['profile'] }],
  },
];

/** Decides each field of each owner for each viewer; returns how many are shown, so that nothing is left out as useless. */
function round(): number {
  let shown = 0;
  for (const owner of owners)
    for (const viewer of viewers) {
      const policy = policyOf(owner, viewer);
      for (const [section, field] of fields) if (policy.sees(section, field)) shown += 1;
    }
  return shown;
}

export async function* run({ short, progress, signal }: MeasureContext): AsyncIterable<Figure> {
  const decisions = owners.length * viewers.length * fields.length;
  progress(`${decisions} decisions a round`);
  for (let warm = 0; warm < 200; warm += 1) round();
  const rounds = short ? 300 : 2_000;
  const before = process.cpuUsage();
  let shown = 0;
  for (let count = 0; count < rounds; count += 1) {
    signal.throwIfAborted();
    shown += round();
  }
  const { user, system } = process.cpuUsage(before);
  if (shown === 0 || shown === decisions * rounds) throw new Error('The policy decided nothing.');
  yield {
    name: 'fields that the policy decides in a second of processor time',
    value: Math.round((decisions * rounds) / ((user + system) / 1e6)),
    unit: '1/s',
    goal: { at: 'least', value: 5_000_000 },
  };
}
