/** The provider: one source, one look and one language for everything inside. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { Appearance } from '@gigsy/elements';
import '@gigsy/elements/provider/define';
import '@gigsy/elements/profile-card/define';
import '@gigsy/elements/skill-matrix/define';
import { hub } from '../people/hub.ts';

interface Args {
  appearance: Appearance;
  lang?: string;
}

const meta: Meta<Args> = {
  title: 'Provider',
  component: 'gigsy-provider',
  args: { appearance: {} },
  parameters: { width: 640 },
  render: (
    { appearance, lang },
    { globals },
  ) => html`<gigsy-provider .source=${hub(globals['viewer'])} .appearance=${appearance} lang=${lang ?? nothing}>
    <gigsy-profile-card handle="ada" heading-level="2" style="margin-block-end: 1rem"></gigsy-profile-card>
    <gigsy-skill-matrix handle="ada" heading-level="2"></gigsy-skill-matrix>
  </gigsy-provider>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Default: Story = {};

export const PropertyAppearance: Story = {
  args: {
    appearance: { theme: 'light', surface: '#fdf6ec', text: '#3b2a1a', accent: '#9a3412', radius: 0, density: 1.25 },
  },
};
export const PropertyLang: Story = { args: { lang: 'fr' } };

export const VariantDenseAndDark: Story = { args: { appearance: { theme: 'dark', density: 0.5, textSize: 0.875 } } };
export const VariantOutOfRange: Story = {
  args: { appearance: { accent: 'url(javascript:alert(1))', radius: 99, density: -4, textSize: NaN } },
};
