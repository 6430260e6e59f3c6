/** The reputation index in every state and condition. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@gigsy/elements/reputation/define';
import { opinionSource } from '../people/opinions.ts';
import { type Attributes, tag } from '../tag.ts';

const source = opinionSource();

const meta: Meta<Attributes> = {
  title: 'Trust/Reputation',
  component: 'gigsy-reputation',
  args: { handle: 'ada' },
  parameters: { width: 640 },
  render: (args) => html`<gigsy-provider .source=${source}>${tag('gigsy-reputation', args)}</gigsy-provider>`,
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
export const VariantFew: Story = { args: { handle: 'few' } };
export const VariantNarrow: Story = { parameters: { width: 320 } };
export const VariantLongNames: Story = { args: { handle: 'long' } };
export const VariantRightToLeft: Story = { args: { handle: 'sami', lang: 'ar' } };
export const VariantHostileData: Story = { args: { handle: 'mallory' } };
