/** The mark of trust beside a name, alone and in the slot of a card, in every state. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@gigsy/elements/trust-mark/define';
import { evidenceSource } from '../people/evidence.ts';
import { type Attributes, tag } from '../tag.ts';

const source = evidenceSource();

const meta: Meta<Attributes> = {
  title: 'Trust/Trust mark',
  component: 'gigsy-trust-mark',
  args: { handle: 'ada' },
  parameters: { width: 320 },
  render: (args) =>
    html`<gigsy-provider .source=${source}><p style="margin: 0">Ada Lovelace ${tag('gigsy-trust-mark', args)}</p></gigsy-provider>`,
};
export default meta;

type Story = StoryObj<Attributes>;

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const StateLoading: Story = { args: { handle: 'loading' } };
export const StateEmpty: Story = { args: { handle: 'zoe' } };
export const StateNotAvailable: Story = { args: { handle: 'nobody' } };
export const StateError: Story = { args: { handle: 'failing' } };
export const StateOffline: Story = { args: { handle: 'offline' } };
export const StateOfflineWithKnownContent: Story = { args: { handle: 'disconnected', live: true } };
export const VariantDocument: Story = { args: { handle: 'every' } };
export const VariantLongNames: Story = { args: { handle: 'long' } };
export const VariantRightToLeft: Story = { args: { handle: 'sami', lang: 'ar' } };
export const VariantHostileData: Story = { args: { handle: 'mallory' } };
