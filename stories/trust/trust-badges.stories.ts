/** The badges of trust in every state and condition. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@gigsy/elements/trust-badges/define';
import { evidenceSource } from '../people/evidence.ts';
import { type Attributes, tag } from '../tag.ts';

const source = evidenceSource();

const meta: Meta<Attributes> = {
  title: 'Trust/Trust badges',
  component: 'gigsy-trust-badges',
  args: { handle: 'ada' },
  parameters: { width: 640 },
  render: (args) => html`<gigsy-provider .source=${source}>${tag('gigsy-trust-badges', args)}</gigsy-provider>`,
};
export default meta;

type Story = StoryObj<Attributes>;

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };
export const PropertyHeadingLevel: Story = { args: { 'heading-level': 4 } };

export const StateLoading: Story = { args: { handle: 'loading' } };
export const StateEmpty: Story = { args: { handle: 'zoe' } };
export const StateNotAvailable: Story = { args: { handle: 'nobody' } };
export const StateError: Story = { args: { handle: 'failing' } };
export const StateOffline: Story = { args: { handle: 'offline' } };
export const StateOfflineWithKnownContent: Story = { args: { handle: 'disconnected', live: true } };
export const VariantOne: Story = { args: { handle: 'few' } };
export const VariantEveryMethod: Story = { args: { handle: 'every' } };
export const VariantNarrow: Story = { parameters: { width: 320 } };
export const VariantLongNames: Story = { args: { handle: 'long' } };
export const VariantRightToLeft: Story = { args: { handle: 'sami', lang: 'ar' } };
export const VariantHostileData: Story = { args: { handle: 'mallory' } };
