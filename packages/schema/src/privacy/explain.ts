/** Says why a viewer sees a field or does not, by the same rules as the policy. Codes and names for programs, a sentence for people. */
import * as z from 'zod';
import type { Role } from '../contract/principals.ts';
import { relations } from '../relations.ts';
import { type MatrixKey, type PrivacySettings, type SettingKey, itemKeyOf, rowOf, visibilityOf } from './matrix.ts';
import {
  type Governing,
  type Passage,
  type ViewerFacts,
  governing,
  isActive,
  isWithheld,
  openerOf,
  passage,
} from './policy.ts';
import { relationNameSchema } from './relations.ts';
import { type Visibility, visibilities } from './visibility.ts';
import { visibilitySchema } from './visibility-schema.ts';

export const explanationReasons = [
  /** The viewer is the owner. */
  'own',
  /** The setting is open to the viewer's class. */
  'open',
  /** The setting is restricted, and the owner has named the viewer. */
  'named',
  /** The owner's account is suspended, deactivated or deleted. */
  'account',
  /** It is withheld from everybody but the owner, whatever the owner chose. */
  'withheld',
  /** The privacy matrix has no row for the field. */
  'ungoverned',
  /** The setting is narrower than the viewer's class, and the owner has not named them for it. */
  'closed',
] as const;

export const settingSources = [
  /** The owner chose it. */
  'chosen',
  /** Nothing is chosen: the default of the owner's role. */
  'default',
  /** The owner chose more than the matrix allows by now. */
  'widest',
  /** The owner chose it for this item. */
  'item',
  /** The owner chose `restricted` for what has an address that opens for everybody who knows it. */
  'address',
] as const;

export const explanationSchema = z.strictObject({
  seen: z.boolean(),
  reason: z.enum(explanationReasons),
  /** The setting that decides, where one does: a key of the matrix, or a section, `/` and the id of an item. */
  setting: z.string().optional(),
  /** The visibility in force there. */
  visibility: visibilitySchema.optional(),
  /** Where that visibility comes from. */
  source: z.enum(settingSources).optional(),
  /** The relation by which the owner has named the viewer, where it is one. */
  relation: relationNameSchema.optional(),
  /** English. Other languages are made from the fields above. */
  message: z.string(),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** A field, a section, or one item of a list. */
export interface FieldPlace {
  section: string;
  field?: string | undefined;
  item?: string | undefined;
}

type Source = (typeof settingSources)[number];

interface Judged {
  setting: string;
  visibility: Visibility;
  source: Source;
  passage: Passage | undefined;
}

/** Why `viewer` sees this place of `owner`'s profile, or does not. It never looks at content. */
export function explain(owner: Governing, viewer: ViewerFacts, place: FieldPlace): Explanation {
  if (viewer.audience === 'owner') return told({ seen: true, reason: 'own' });
  if (!isActive(owner, viewer)) return told({ seen: false, reason: 'account' });
  const keys = governing(place.section, place.field);
  if (keys.length === 0) return told({ seen: false, reason: 'ungoverned' });
  const item = place.item === undefined ? [] : [itemKeyOf(place.section, place.item)];
  const withheld = ['profile', ...keys, ...item].find((key) => isWithheld(owner, viewer, key));
  if (withheld !== undefined) return told({ seen: false, reason: 'withheld', setting: withheld });
  const judged = [
    ...(['profile', ...keys] as const).map((key) => judge(owner, viewer, key)),
    ...own(owner, viewer, place),
  ];
  const closed = judged.find(({ passage }) => passage === undefined);
  if (closed) return told({ seen: false, reason: 'closed', ...decisive(closed) });
  const named = judged.findLast(({ passage }) => passage !== 'open');
  if (named) return told({ seen: true, reason: 'named', ...decisive(named), ...relationIn(named) });
  const narrow = judged.reduce((narrowest, each) => (rank(each) >= rank(narrowest) ? each : narrowest));
  return told({ seen: true, reason: 'open', ...decisive(narrow) });
}

function judge({ role, settings }: Governing, viewer: ViewerFacts, key: MatrixKey): Judged {
  const setting = openerOf(key);
  const visibility = visibilityOf(key, role, settings);
  const source = sourceOf(setting as SettingKey, role, settings);
  return { setting, visibility, source, passage: passage(viewer, setting, visibility) };
}

/** The item's own setting, if it has one. */
function own({ settings }: Governing, viewer: ViewerFacts, { section, item }: FieldPlace): Judged[] {
  const setting = item === undefined ? undefined : itemKeyOf(section, item);
  const visibility = setting === undefined ? undefined : settings.items?.[setting];
  if (setting === undefined || visibility === undefined) return [];
  return [{ setting, visibility, source: 'item', passage: passage(viewer, section, visibility) }];
}

function sourceOf(key: SettingKey, role: Role, settings: PrivacySettings): Source {
  const chosen = settings[key];
  const inForce = visibilityOf(key, role, settings);
  if (chosen === inForce) return 'chosen';
  if (rowOf(key).addressed && inForce === 'owner') return 'address';
  return chosen === undefined ? 'default' : 'widest';
}

function rank({ visibility }: Judged): number {
  return visibilities.indexOf(visibility);
}

function decisive({ setting, visibility, source }: Judged) {
  return { setting, visibility, source };
}

function relationIn({ passage }: Judged): Pick<Explanation, 'relation'> {
  return typeof passage === 'object' && passage.relation !== undefined ? { relation: passage.relation } : {};
}

function told(explanation: Omit<Explanation, 'message'>): Explanation {
  return { ...explanation, message: sentenceOf(explanation) };
}

const AUDIENCES: Readonly<Record<Visibility, string>> = {
  public: 'anyone on the web',
  platform: 'signed-in members',
  restricted: 'those whom the owner has named',
  owner: 'the owner alone',
};

const SOURCES: Readonly<Record<Source, string>> = {
  chosen: 'The owner chose this.',
  default: "This is the default of the owner's role.",
  widest: 'The owner chose more, and this is the widest that is allowed.',
  item: 'The owner chose this for the item.',
  address: 'A picture cannot be kept to named people: its address opens for everybody who knows it.',
};

function sentenceOf({ seen, reason, setting, visibility, source, relation }: Omit<Explanation, 'message'>): string {
  if (reason === 'own') return 'Shown: owners see all of their own profile.';
  if (reason === 'account') return "Hidden: the owner's account is not active.";
  if (reason === 'withheld') return `Hidden: ${setting} is withheld by a decision of moderators.`;
  if (reason === 'ungoverned') return 'Hidden: the privacy matrix has no row for this field.';
  const named =
    reason === 'named'
      ? ` The owner has named ${relation ? `their ${relations[relation].words.many}` : 'this viewer'}.`
      : '';
  return `${seen ? 'Shown' : 'Hidden'}: ${setting} is for ${AUDIENCES[visibility!]}.${named} ${SOURCES[source!]}`;
}
