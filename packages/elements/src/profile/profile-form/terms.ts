/** Words of the profile's forms: those of each section, beside those of every form. */
import type { FieldTerms } from '../../writing/terms.ts';
import type { listFields } from './fields/lists.ts';
import type { objectFields } from './fields/objects.ts';

type Fields = typeof objectFields & typeof listFields;
type NameIn<Section extends keyof Fields> = Fields[Section][number]['name'];

/** Fields that several sections have, under one name and with one meaning. */
export type SharedName =
  'startDate' | 'endDate' | 'endStatus' | 'url' | 'summary' | 'highlights' | 'keywords' | 'organisation' | 'position';

export type SectionFormTerms<Name extends string> = {
  title: string;
} & ([Name] extends [never] ? unknown : { fields: Readonly<Record<Name, FieldTerms>> });

export type ProfileFormTerms = {
  /** For people without a profile. */
  empty: string;
  shared: Readonly<Record<SharedName, FieldTerms>>;
} & { [Section in keyof Fields]: SectionFormTerms<Exclude<NameIn<Section>, SharedName>> };
