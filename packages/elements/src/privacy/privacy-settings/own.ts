/** The parts of a person's settings, and the visibility of each as it is now. Pure. */
import type {
  Grant,
  OwnProfile,
  PortfolioSection,
  TrustSection,
  PrivacySettings,
  Role,
  Scheduled,
  SectionName,
  SettingChanges,
  SettingKey,
  Visibility,
} from '@gigsy/schema';
import { itemKeyOf, roleSections, rowOf, settingKeys, visibilities, visibilityOf } from '@gigsy/schema/rules';
import { items, text } from '../../untrusted.ts';

export interface OwnPrivacy {
  /** The person's choices, and what is in force for each row of the matrix. */
  readonly chosen: PrivacySettings;
  readonly effective: Readonly<Record<SettingKey, Visibility>>;
  /** Rises with each change of settings. */
  readonly version: number;
  readonly role: Role;
  readonly sections: OwnProfile['sections'];
  readonly grants: readonly Grant[];
  readonly scheduled: readonly Scheduled[];
}

/** A key of the matrix, or a section, `/` and the id of an item. */
export type SettingName = string;

/** Null is the default of the role, and for an item no setting of its own. */
export type Choices = Readonly<Record<SettingName, Visibility | null>>;

export const isItemName = (name: SettingName): boolean => name.includes('/');

/** A section of the profile, or of another domain, of which no entries are shown here. */
export type OwnSection = SectionName | PortfolioSection | TrustSection;

/** The section that a setting belongs to: `education` of `education.gpa` and of `education/3f2a`. */
export const sectionOf = (name: SettingName): OwnSection => name.split(/[./]/, 1)[0] as OwnSection;

/** The person's choice, if they made one. */
export function chosenFor({ items: single, ...chosen }: PrivacySettings, name: SettingName): Visibility | undefined {
  return isItemName(name) ? single?.[name] : chosen[name as SettingKey];
}

/** The visibility in force; for an item without a setting of its own that of its section. */
export function inForce({ chosen, effective }: OwnPrivacy, name: SettingName): Visibility {
  if (!isItemName(name)) return effective[name as SettingKey];
  return chosen.items?.[name] ?? effective[sectionOf(name) as SettingKey];
}

/** As it will be once these choices are stored. Nothing else changes, so a newer deployment's matrix stays in force. */
export function withChoices(own: OwnPrivacy, choices: Choices): OwnPrivacy {
  const { items: single, ...chosen } = { ...own.chosen, items: { ...own.chosen.items } };
  for (const [name, choice] of Object.entries(choices)) {
    const place: Record<string, Visibility | undefined> = isItemName(name) ? single : chosen;
    if (choice === null) delete place[name];
    else place[name] = choice;
  }
  const effective = { ...own.effective };
  for (const name of Object.keys(choices))
    if (!isItemName(name)) effective[name as SettingKey] = visibilityOf(name as SettingKey, own.role, chosen);
  return { ...own, chosen: { ...chosen, items: single }, effective };
}

/** The choices that take these back. */
export function inverse(own: OwnPrivacy, choices: Choices): Choices {
  return Object.fromEntries(Object.keys(choices).map((name) => [name, chosenFor(own.chosen, name) ?? null]));
}

/** As the contract has them. */
export function changesOf(choices: Choices): SettingChanges {
  const [single, whole] = [true, false].map((wanted) =>
    Object.fromEntries(Object.entries(choices).filter(([name]) => isItemName(name) === wanted)),
  );
  return { ...whole, ...(Object.keys(single!).length > 0 && { items: single }) } as SettingChanges;
}

/** As the element has them: changes that are to come, for one. */
export function choicesOf({ items: single, ...changes }: SettingChanges): Choices {
  const all = Object.entries({ ...changes, ...single });
  return Object.fromEntries(all.filter((each): each is [string, Visibility | null] => each[1] !== undefined));
}

/** The choices for a row, widest first. Named people cannot be the only ones to have an address that opens for everybody. */
export function optionsFor(key: SettingKey): Visibility[] {
  const { widest, addressed } = rowOf(key);
  const from = visibilities.indexOf(widest);
  return visibilities.filter((each, place) => place >= from && !(addressed && each === 'restricted'));
}

/** The choices for an item, beside none of its own: those that are narrower than its section, and the one in force. */
export function itemOptions(own: OwnPrivacy, name: SettingName): Visibility[] {
  const section = visibilities.indexOf(own.effective[sectionOf(name) as SettingKey]);
  return visibilities.filter((each, place) => place > section || own.chosen.items?.[name] === each);
}

export interface Group {
  readonly section: OwnSection;
  /** The section's own row; absent where only its fields have rows. */
  readonly whole?: SettingKey;
  readonly fields: readonly SettingKey[];
  readonly items: readonly { readonly name: SettingName; readonly title: string }[];
}

const ofProfile: ReadonlySet<OwnSection> = new Set(Object.values(roleSections).flat());

/**
 * The sections of the person's role, further ones that hold something, and those of the portfolio, which other systems may fill, in
 * the order of their names in the matrix.
 */
export function groupsOf(own: OwnPrivacy): Group[] {
  const names = [...new Set(settingKeys.filter((key) => key !== 'profile').map(sectionOf))];
  const offered: readonly OwnSection[] = roleSections[own.role];
  return names
    .filter((section) => !ofProfile.has(section) || offered.includes(section) || hasContent(contentOf(own, section)))
    .map((section) => {
      const whole = settingKeys.find((key) => key === section);
      const fields = settingKeys.filter((key) => key.startsWith(`${section}.`));
      return { section, ...(whole && { whole }), fields, items: whole ? itemsOf(own, section) : [] };
    });
}

/** The rows that concern the person, that of the whole profile first. */
export function keysOf(own: OwnPrivacy): SettingKey[] {
  return ['profile', ...groupsOf(own).flatMap(({ whole, fields }) => [...(whole ? [whole] : []), ...fields])];
}

function contentOf({ sections }: OwnPrivacy, section: OwnSection): unknown {
  return (sections as Readonly<Record<string, unknown>>)[section];
}

function hasContent(section: unknown): boolean {
  if (section === null || typeof section !== 'object') return false;
  return Object.keys(section).length > 0;
}

/** The members of items by which people tell them apart. */
const TITLES = ['name', 'title', 'position', 'institution', 'organisation', 'label'];

function itemsOf(own: OwnPrivacy, section: OwnSection): Group['items'] {
  const list = contentOf(own, section);
  if (!Array.isArray(list)) return [];
  return items(list as { id?: unknown }[]).flatMap((item) => {
    const id = text(item.id);
    const title = TITLES.map((member) => text((item as Record<string, unknown>)[member])).find(Boolean);
    return id ? [{ name: itemKeyOf(section, id), title: title ?? id }] : [];
  });
}
