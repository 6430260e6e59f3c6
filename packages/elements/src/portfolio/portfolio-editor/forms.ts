/** The forms of the sections: three that are put in order, and the contributions. Limits are those of the contract (a test compares them). */
import type { TemplateResult } from 'lit';
import type { PortfolioSection } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import type { Field, OwnControl } from '../../writing/field.ts';
import type { Form } from '../../writing/form.ts';
import { type ContributionIds, type Seen, contributionsStore } from './contributions-store.ts';
import { filesIn } from './files/chosen.ts';
import { type SentSection, orderStore } from './order-store.ts';
import type { OwnPortfolio } from './reading.ts';

export interface PortfolioForm extends Form {
  readonly section: PortfolioSection;
}

/** The fields by which a person tells an entry of another system from others; nobody edits them. */
const sent: readonly Field[] = [
  { name: 'name', kind: 'text' },
  { name: 'issuer', kind: 'text' },
  { name: 'date', kind: 'date' },
];

export function orderForm(section: SentSection, seen: (mine: OwnPortfolio) => void): PortfolioForm {
  return {
    section,
    name: `portfolio/${section}`,
    fields: sent,
    list: { fixed: true, max: Infinity, title: ['name'], notes: ['issuer', 'date'] },
    store: (client: Gigsy) => orderStore(client, section, seen),
  };
}

/** `files` draws the field of that name. */
export function contributionFields(files: (control: OwnControl) => TemplateResult): readonly Field[] {
  return [
    { name: 'title', kind: 'line', required: true, max: 200 },
    {
      name: 'kind',
      kind: 'select',
      required: true,
      choices: { values: () => ['project', 'media', 'document'], inOrder: true },
      beside: true,
    },
    { name: 'date', kind: 'date' },
    { name: 'summary', kind: 'multiline', max: 2000 },
    {
      name: 'files',
      kind: 'own',
      render: files,
      written: (value) => filesIn(value).map(({ file, alt }) => alt ?? file).join(', '), // prettier-ignore
    },
    { name: 'url', kind: 'url', max: 2048 },
    { name: 'skills', kind: 'lines', max: 80, most: 50 },
    { name: 'evidence', kind: 'lines', max: 2048, most: 20 },
  ];
}

/** It saves by its button: its words are for others to see, and a file that leaves a contribution is deleted. */
export function contributionsForm(
  ids: ContributionIds,
  files: (control: OwnControl) => TemplateResult,
  seen: Seen,
): PortfolioForm {
  return {
    section: 'contributions',
    name: 'portfolio/contributions',
    fields: contributionFields(files),
    list: { max: 200, title: ['title'], notes: ['kind', 'date'] },
    byHand: true,
    store: (client: Gigsy) => contributionsStore(client, ids, seen),
  };
}
