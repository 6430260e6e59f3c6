/** The form of each section of a profile. */
import type { Gigsy } from '@gigsy/sdk';
import type { Field } from '../../writing/field.ts';
import type { Form } from '../../writing/form.ts';
import { listFields, lists } from './fields/lists.ts';
import { gists, objectFields } from './fields/objects.ts';
import { type Mine, sectionStore } from './section-store.ts';
import type { SectionName } from './terms.ts';

export interface SectionForm extends Form {
  readonly section: SectionName;
  /** Of an object: the fields that stand for it while its form is closed. */
  readonly gist: readonly string[];
}

const fields: Readonly<Record<SectionName, readonly Field[]>> = { ...objectFields, ...listFields };

/** In the order in which an editor that knows no role offers them. */
export const sectionNames = Object.keys(fields) as readonly SectionName[];

/** `seen` hears of each profile that the form reads. */
export function sectionForm(section: SectionName, seen?: (mine: Mine) => void): SectionForm {
  return {
    section,
    name: `profile/${section}`,
    fields: fields[section],
    gist: section in gists ? gists[section as keyof typeof gists] : [],
    ...(section in lists && { list: lists[section as keyof typeof lists] }),
    store: (client: Gigsy) => sectionStore(client, section, seen),
  };
}

export function isSection(name: string): name is SectionName {
  return Object.hasOwn(fields, name);
}
