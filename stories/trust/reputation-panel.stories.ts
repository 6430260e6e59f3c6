/** The panel of the reputation index: explained, and without votes. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/reputation-panel/define';
import { closedDesk, indexDesk } from '../people/review-desk.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Trust/Reputation panel',
  component: 'gigsy-reputation-panel',
  args: { 'heading-level': 2 },
  parameters: { width: 680 },
  render: (args) => at(indexDesk(), args),
};
export default meta;

type Story = StoryObj<Attributes>;

function at(client: Gigsy | undefined, args: Attributes): TemplateResult {
  const panel = html`<gigsy-provider .client=${client}>${tag('gigsy-reputation-panel', args)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, panel)}`;
}

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const StateLoading: Story = { render: (args) => at(closedDesk(), args) };
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateNotAvailable: Story = { render: (args) => at(closedDesk('forbidden'), args) };
export const StateError: Story = { render: (args) => at(closedDesk('internal'), args) };
export const StateOffline: Story = { render: (args) => at(closedDesk('offline'), args) };
export const StateNothingYet: Story = {
  render: (args) =>
    at(indexDesk({ public: null, platform: null, verified: { public: false, platform: false }, pending: true }), args),
};

export const VariantArabic: Story = { parameters: { lang: 'ar' } };

export const VariantNarrow: Story = { parameters: { width: 320 } };
