/** The sandbox: a handle for every state that a page must handle, as a deployment with GIGSY_SANDBOX=on answers it. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@gigsy/elements/profile-card/define';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Profile/Sandbox',
  component: 'gigsy-profile-card',
  args: { 'heading-level': 2 },
  render: (args) => tag('gigsy-profile-card', args),
};
export default meta;

type Story = StoryObj<Attributes>;

export const Full: Story = { args: { handle: 'sandbox-full' } };
export const Empty: Story = { args: { handle: 'sandbox-empty' } };
export const Huge: Story = { args: { handle: 'sandbox-huge' } };
export const RightToLeft: Story = { args: { handle: 'sandbox-rtl' } };
export const Private: Story = { args: { handle: 'sandbox-private' } };
export const Suspended: Story = { args: { handle: 'sandbox-suspended' } };
export const Slow: Story = { args: { handle: 'sandbox-slow' }, tags: ['moving'] };
export const Failing: Story = { args: { handle: 'sandbox-failing' } };
export const Offline: Story = { args: { handle: 'sandbox-offline' } };
