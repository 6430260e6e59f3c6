/** The header and the sections of a profile's page, together as on such a page, and each in its states. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { type TemplateResult, html } from 'lit';
import type { ProfileSource, ProfileView } from '@gigsy/elements';
import '@gigsy/elements/profile-header/define';
import '@gigsy/elements/about-section/define';
import '@gigsy/elements/experience-list/define';
import '@gigsy/elements/education-list/define';
import '@gigsy/elements/language-list/define';
import { ada, endless, failing, hostile, never, sami, sparse } from './people.ts';

interface Args {
  profile?: ProfileView | null;
  source?: ProfileSource;
}

const all = ({ profile, source }: Args): TemplateResult => html`
  <gigsy-profile-header handle="ada" .profile=${profile} .source=${source} heading-level="2"></gigsy-profile-header><br>
  <gigsy-about-section handle="ada" .profile=${profile} .source=${source}></gigsy-about-section><br>
  <gigsy-experience-list handle="ada" .profile=${profile} .source=${source}></gigsy-experience-list><br>
  <gigsy-education-list handle="ada" .profile=${profile} .source=${source}></gigsy-education-list><br>
  <gigsy-language-list handle="ada" .profile=${profile} .source=${source}></gigsy-language-list>`;

const meta: Meta<Args> = { title: 'Profile/Sections', render: all, globals: { width: '900' } };
export default meta;

type Story = StoryObj<Args>;

export const Ready: Story = { args: { profile: ada } };
export const Loading: Story = { args: { source: never } };
export const NotAvailable: Story = { args: { profile: null } };
export const Failed: Story = { args: { source: failing('internal') } };
export const Offline: Story = { args: { source: failing('offline') } };
export const OnlyAName: Story = { args: { profile: sparse } };
export const Narrow: Story = { args: { profile: ada }, globals: { width: '320' } };
export const Dark: Story = { args: { profile: ada }, globals: { theme: 'dark' } };
export const Arabic: Story = { args: { profile: sami }, globals: { locale: 'ar' } };
export const Hindi: Story = { args: { profile: ada }, globals: { locale: 'hi' } };
export const PseudoLocaleNarrow: Story = { args: { profile: ada }, globals: { locale: 'en-XA', width: '320' } };
export const EndlessContent: Story = { args: { profile: endless } };
export const HostileContent: Story = { args: { profile: hostile } };
