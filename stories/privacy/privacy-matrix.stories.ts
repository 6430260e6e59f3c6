/** The privacy matrix: the roles, and the layouts. It asks nobody, so it has no states of loading. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import '@gigsy/elements/privacy-matrix/define';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Privacy/Privacy matrix',
  component: 'gigsy-privacy-matrix',
  args: { 'heading-level': 2 },
  parameters: { width: 960 },
  render: (args) => tag('gigsy-privacy-matrix', args),
};
export default meta;

type Story = StoryObj<Attributes>;

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };
export const PropertyOwnerRole: Story = { args: { 'owner-role': 'mentor' } };

/** A reader chooses another role: its defaults are shown. */
export const StateRole: Story = {
  play: async ({ canvasElement }) => {
    const matrix = canvasElement.querySelector('gigsy-privacy-matrix')!;
    await matrix.updateComplete;
    const select = matrix.shadowRoot!.querySelector('select')!;
    select.value = 'admin';
    select.dispatchEvent(new Event('change'));
    await waitFor(() =>
      expect(matrix.shadowRoot!.querySelector('[part=field] td')).toHaveTextContent('Signed-in members'),
    );
  },
};

export const VariantArabic: Story = { parameters: { lang: 'ar' } };

export const VariantNarrow: Story = { parameters: { width: 320 } };
