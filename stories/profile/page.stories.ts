/** A profile's page: the header and every section under one another, as a hub shows them. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@gigsy/elements/profile-header/define';
import '@gigsy/elements/about-section/define';
import '@gigsy/elements/organisation-section/define';
import '@gigsy/elements/mentoring-section/define';
import '@gigsy/elements/skill-matrix/define';
import '@gigsy/elements/experience-list/define';
import '@gigsy/elements/education-list/define';
import '@gigsy/elements/project-list/define';
import '@gigsy/elements/certificate-list/define';
import '@gigsy/elements/award-list/define';
import '@gigsy/elements/publication-list/define';
import '@gigsy/elements/volunteering-list/define';
import '@gigsy/elements/language-list/define';
import { type Attributes, tag } from '../tag.ts';

const sections = [
  'about-section',
  'mentoring-section',
  'organisation-section',
  'skill-matrix',
  'experience-list',
  'project-list',
  'publication-list',
  'volunteering-list',
  'education-list',
  'certificate-list',
  'award-list',
  'language-list',
];

const meta: Meta<Attributes> = {
  title: 'Profile/Page',
  args: { handle: 'ada' },
  parameters: { width: 1200 },
  render: ({ handle }) => html`
    <div style="display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; max-inline-size: 60rem; margin-inline: auto">
      ${tag('gigsy-profile-header', { handle, 'heading-level': 1 })}
      ${sections.map((name) => tag(`gigsy-${name}`, { handle, 'heading-level': 2, 'hide-empty': true }))}
    </div>`,
};
export default meta;

type Story = StoryObj<Attributes>;

export const Default: Story = {};
/** A student who changed no setting: choose a viewer in the toolbar. */
export const StudentByDefault: Story = { args: { handle: 'ines' } };
export const RightToLeft: Story = { args: { handle: 'sami' } };
