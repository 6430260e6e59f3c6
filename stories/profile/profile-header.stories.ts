/** The head of a profile's page in every state and condition. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@gigsy/elements/profile-header/define';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Profile/Profile header',
  component: 'gigsy-profile-header',
  args: { handle: 'ada', 'heading-level': 2 },
  parameters: { width: 900 },
  render: (args) => tag('gigsy-profile-header', args),
};
export default meta;

type Story = StoryObj<Attributes>;

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const SlotBadge: Story = {
  render: (args) => tag('gigsy-profile-header', args, html`<strong slot="badge">✓ Verified</strong>`),
};
export const SlotActions: Story = {
  render: (args) => tag('gigsy-profile-header', args, html`<button slot="actions">Get in touch</button>`),
};

export const StateLoading: Story = { args: { handle: 'loading' } };
export const StateEmpty: Story = { args: { handle: 'zoe' } };
export const StateNotAvailable: Story = { args: { handle: 'nobody' } };
export const StateError: Story = { args: { handle: 'failing' } };
export const StateOffline: Story = { args: { handle: 'offline' } };
export const StateOfflineWithKnownContent: Story = { args: { handle: 'disconnected', live: true } };

export const VariantWithPhoto: Story = { args: { handle: 'grace' } };
export const VariantPhotoGone: Story = { args: { handle: 'hedy' } };
export const VariantNarrow: Story = { parameters: { width: 320 } };
export const VariantRightToLeft: Story = { args: { handle: 'sami' } };
export const VariantLongNames: Story = { args: { handle: 'max' } };
export const VariantHostileData: Story = { args: { handle: 'mallory' } };
