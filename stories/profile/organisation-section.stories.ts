/** The organisation in every state and condition. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '@gigsy/elements/organisation-section/define';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Profile/Organisation section',
  component: 'gigsy-organisation-section',
  args: { handle: 'ada', 'heading-level': 2 },
  parameters: { width: 640 },
  render: (args) => tag('gigsy-organisation-section', args),
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

export const VariantNarrow: Story = { parameters: { width: 320 } };
export const VariantRightToLeft: Story = { args: { handle: 'sami' } };
export const VariantLongNames: Story = { args: { handle: 'max' } };
export const VariantHostileData: Story = { args: { handle: 'mallory' } };
