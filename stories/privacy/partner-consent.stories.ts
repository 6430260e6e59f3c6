/** The consent to a partner: the question, a request that is over, and the list of partners. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/partner-consent/define';
import { failingImports } from '../people/import-desk.ts';
import { CODE, PartnerDesk } from '../people/partner-desk.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Privacy/Partner consent',
  component: 'gigsy-partner-consent',
  args: { 'heading-level': 2, code: CODE },
  parameters: { width: 480 },
  render: (args) => at(new PartnerDesk().client, args),
};
export default meta;

type Story = StoryObj<Attributes>;

function at(client: Gigsy | undefined, args: Attributes): TemplateResult {
  const consent = html`<gigsy-provider .client=${client}>${tag('gigsy-partner-consent', args)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, consent)}`;
}

function allowed(): PartnerDesk {
  const desk = new PartnerDesk();
  desk.link();
  desk.link({ name: 'مكتب التوظيف', origins: ['https://jobs.example'] }, 'u-77');
  return desk;
}

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const PropertyCode: Story = { args: { code: '' }, render: (args) => at(allowed().client, args) };

export const StateLoading: Story = { render: (args) => at(failingImports(), args) };
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateError: Story = { render: (args) => at(failingImports('internal'), args) };
export const StateOffline: Story = { render: (args) => at(failingImports('offline'), args) };

/** The code was used, or nobody has answered in time. */
export const StateOver: Story = { render: (args) => at(allowed().client, args) };

export const VariantNarrow: Story = { render: (args) => at(allowed().client, args), parameters: { width: 320 } };
