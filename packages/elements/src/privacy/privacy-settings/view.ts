/** All that the parts of the settings are drawn from. */
import type { Visibility } from '@gigsy/schema';
import type { Localize } from '../../localization/localize.ts';
import { isolated } from '../../untrusted.ts';
import { fieldName } from '../field-name.ts';
import type { PrivacyTerms } from '../terms.ts';
import type { Told } from './explanations.ts';
import { type OwnPrivacy, type SettingName, groupsOf, isItemName, sectionOf } from './own.ts';
import type { PrivacySettingsTerms } from './terms.ts';

export interface SettingsView {
  readonly own: OwnPrivacy;
  readonly said: PrivacySettingsTerms;
  readonly shared: PrivacyTerms;
  readonly localize: Localize;
  /** Level of headings inside. */
  readonly level: number;
  /** Settings that are on their way. */
  readonly pending: readonly SettingName[];
  told(name: SettingName): Told | undefined;
  /** Whether a block that opens is open, by its name. */
  isOpen(block: string): boolean;
  /** Listens to `toggle` of blocks that open; `data-block` names each. */
  readonly toggle: (event: Event) => void;
  /** Listens to the buttons of choices; their data name setting and choice. */
  readonly choose: (event: Event) => void;
}

/** The name of a setting, that of an item with its section. */
export function settingName({ own, shared, localize }: SettingsView, name: SettingName): string {
  if (!isItemName(name)) return fieldName(shared, name);
  const section = sectionOf(name);
  const item = groupsOf(own)
    .find((group) => group.section === section)
    ?.items.find((each) => each.name === name);
  return item ? shared.of(fieldName(shared, section), isolated(item.title, localize)) : fieldName(shared, section);
}

/** A choice in words: null is the default of the role, or for an item that of its section. */
export function choiceName(
  { said, shared }: Pick<SettingsView, 'said' | 'shared'>,
  name: SettingName,
  choice: Visibility | null,
): string {
  if (choice !== null) return shared.visibility[choice];
  return isItemName(name) ? said.asSection : said.standard;
}

export function listed(localize: Localize, names: readonly string[]): string {
  return localize.format(Intl.ListFormat, { type: 'conjunction' } as Intl.ListFormatOptions).format(names);
}

export function number(localize: Localize, value: number): string {
  return localize.format(Intl.NumberFormat, {}).format(value);
}
