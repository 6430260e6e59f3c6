/** The provider: one source, one look and one language for everything inside. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { Appearance } from '@gigsy/elements';
import '@gigsy/elements/provider/define';
import '@gigsy/elements/profile-card/define';
import '@gigsy/elements/skill-matrix/define';
import { skilled } from '../profile/people.ts';

interface Args {
  appearance: Appearance;
  lang?: string;
}

const source = { get: () => Promise.resolve(skilled) };

const meta: Meta<Args> = {
  title: 'Provider',
  component: 'gigsy-provider',
  args: { appearance: {} },
  render: ({ appearance, lang }) => html`<gigsy-provider .source=${source} .appearance=${appearance} lang=${lang ?? nothing}>
    <gigsy-profile-card handle="ada" heading-level="2"></gigsy-profile-card><br>
    <gigsy-skill-matrix handle="ada" heading-level="2"></gigsy-skill-matrix>
  </gigsy-provider>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Plain: Story = {};
export const Warm: Story = { args: { appearance: { theme: 'light', surface: '#fdf6ec', text: '#3b2a1a', accent: '#9a3412', radius: 0, density: 1.25 } } };
export const DenseAndDark: Story = { args: { appearance: { theme: 'dark', density: 0.5, textSize: 0.875 } } };
export const InFrench: Story = { args: { lang: 'fr' } };
export const OutOfRange: Story = { args: { appearance: { accent: 'url(javascript:alert(1))', radius: 99, density: -4, textSize: NaN } } };
