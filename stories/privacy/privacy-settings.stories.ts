/** The settings of privacy in every state, with each of their blocks open, and as a choice is made, refused and disputed. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/privacy-settings/define';
import type { GigsyPrivacySettings } from '@gigsy/elements';
import { ada } from '../people/ada.ts';
import type { Person } from '../people/person.ts';
import { PLANNED_AT, PrivacyDesk, failingPrivacy } from '../people/privacy-desk.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Privacy/Privacy settings',
  component: 'gigsy-privacy-settings',
  args: { 'heading-level': 2 },
  parameters: { width: 640 },
  render: (args) => at(new PrivacyDesk(chooser), args),
};
export default meta;

type Story = StoryObj<Attributes>;

/** Ada, who has made some choices. */
const chooser: Person = {
  ...ada,
  settings: {
    'identity.pronouns': 'public',
    'contact.email': 'restricted',
    workExperience: 'platform',
    items: { [`workExperience/${ada.sections.workExperience[0]!.id}`]: 'owner' },
  },
};
const named = [
  { grant: 'g1', to: { person: 'charles' }, keys: ['contact.email' as const], createdAt: PLANNED_AT },
  { grant: 'g2', to: { role: 'mentor' as const }, createdAt: PLANNED_AT },
  { grant: 'g3', to: { organisation: 'Northfield College' }, createdAt: PLANNED_AT },
];
const planned = [
  { scheduled: 's1', at: PLANNED_AT, changes: { availability: 'owner' as const, 'contact.email': null }, createdAt: 0 },
];

const desks = new WeakMap<Gigsy, PrivacyDesk>();

function at(desk: PrivacyDesk | Gigsy | undefined, args: Attributes, content: unknown = ''): TemplateResult {
  const client = desk instanceof PrivacyDesk ? desk.client : desk;
  if (desk instanceof PrivacyDesk) desks.set(desk.client, desk);
  const settings = html`<gigsy-provider .client=${client}>${tag('gigsy-privacy-settings', args, content)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, settings)}`;
}

async function shown(canvas: HTMLElement): Promise<{ settings: GigsyPrivacySettings; desk: PrivacyDesk }> {
  const settings = canvas.querySelector('gigsy-privacy-settings')!;
  await waitFor(() => expect(settings.state).toBe('ready'));
  await settings.updateComplete;
  return { settings, desk: desks.get(settings.closest('gigsy-provider')!.client!)! };
}

const find = (settings: GigsyPrivacySettings, selector: string) =>
  settings.shadowRoot!.querySelector<HTMLElement>(selector)!;

/** Opens a block, and waits until it says who sees each of its parts. */
async function open(settings: GigsyPrivacySettings, block: string): Promise<void> {
  find(settings, `[data-block="${block}"] > summary`).click();
  await waitFor(() => expect(find(settings, `[data-block="${block}"] .rows`)).not.toBeNull());
  await waitFor(() => expect(settings.shadowRoot!.textContent).not.toContain('Looking up'));
}

const opening = (block: string): Story => ({
  render: (args) => at(new PrivacyDesk(chooser, { grants: [...named], scheduled: [...planned] }), args),
  play: async ({ canvasElement }) => open((await shown(canvasElement)).settings, block),
});

const press = (settings: GigsyPrivacySettings, setting: string, to: string) =>
  find(settings, `[data-setting="${setting}"][data-to="${to}"]`).click();

export const Default: Story = {
  play: async ({ canvasElement }) => {
    const { settings } = await shown(canvasElement);
    // Until the answer is there the line ends in dots, in every language.
    await waitFor(() => expect(find(settings, '#told-profile')).toHaveTextContent(/^[^…]+$/));
  },
};

export const PropertyTheme: Story = { ...opening('workExperience'), args: { theme: 'dark' } };

export const StateLoading: Story = { render: (args) => at(failingPrivacy(), args) };
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateEmpty: Story = { render: (args) => at(new PrivacyDesk(null), args) };
export const StateNotAvailable: Story = { render: (args) => at(failingPrivacy('forbidden'), args) };
export const StateError: Story = { render: (args) => at(failingPrivacy('internal'), args) };
export const StateOffline: Story = { render: (args) => at(failingPrivacy('offline'), args) };

/** A section, a field, and an entry that is set apart. */
export const StateSection: Story = opening('workExperience');
export const StateFields: Story = opening('contact');
export const StatePeople: Story = opening('people');
export const StateLater: Story = opening('later');

/** The changes of a preset are shown before it is taken. */
export const StatePreset: Story = {
  play: async ({ canvasElement }) => {
    const { settings } = await shown(canvasElement);
    find(settings, '[data-preset=professional]').click();
    await waitFor(() => expect(find(settings, '.asked')).toHaveTextContent('“Professional” changes'));
  },
};

export const StateSaved: Story = {
  play: async ({ canvasElement }) => {
    const { settings } = await shown(canvasElement);
    press(settings, 'profile', 'platform');
    await waitFor(() => expect(find(settings, '[role=status]')).toHaveTextContent('Saved.'));
    await waitFor(() => expect(find(settings, '#told-profile')).toHaveTextContent('Signed-in members see this.'));
  },
};

/** A choice that could not be stored is not shown as made. */
export const StateNotSaved: Story = {
  play: async ({ canvasElement }) => {
    const { settings, desk } = await shown(canvasElement);
    desk.troubles.push('offline');
    press(settings, 'profile', 'owner');
    await waitFor(() => expect(find(settings, '[role=status]')).toHaveTextContent('Not changed: Your whole profile.'));
  },
};

/** Another window has changed the same setting. */
export const StateDisputed: Story = {
  play: async ({ canvasElement }) => {
    const { settings, desk } = await shown(canvasElement);
    let arrive = () => {};
    desk.troubles.push({ until: new Promise((resolve) => (arrive = resolve)) });
    press(settings, 'profile', 'owner');
    desk.choose({ profile: 'platform' });
    arrive();
    await waitFor(() => expect(find(settings, '[role=alert]')).toHaveTextContent('was changed elsewhere meanwhile'));
  },
};

export const VariantNarrow: Story = { ...opening('people'), parameters: { width: 320 } };

export const SlotSignedOut: Story = {
  render: (args) => at(undefined, args, html`<a slot="signed-out" href="#sign-in">Sign in</a>`),
};
export const SlotEmpty: Story = {
  render: (args) => at(new PrivacyDesk(null), args, html`<a slot="empty" href="#create">Create a profile</a>`),
};
