/** One's own profile as others see it: each kind of viewer, and each state. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/view-as/define';
import type { GigsyViewAs } from '@gigsy/elements';
import { ada, noor } from '../people/ada.ts';
import { PLANNED_AT, PrivacyDesk, failingPrivacy } from '../people/privacy-desk.ts';
import { person } from '../people/person.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Privacy/View as',
  component: 'gigsy-view-as',
  args: { 'heading-level': 2 },
  parameters: { width: 480 },
  render: (args) => at(seen().client, args),
};
export default meta;

type Story = StoryObj<Attributes>;

/** Ada has named one person for her address of e-mail and her pronouns. */
function seen(): PrivacyDesk {
  const keys = ['contact.email', 'identity.pronouns'] as const;
  return new PrivacyDesk(
    { ...ada, settings: { 'contact.email': 'restricted', 'identity.pronouns': 'restricted' } },
    { grants: [{ grant: 'g1', to: { person: 'charles' }, keys: [...keys], createdAt: PLANNED_AT }] },
  );
}

function at(client: Gigsy | undefined, args: Attributes, content: unknown = ''): TemplateResult {
  const view = html`<gigsy-provider .client=${client}>${tag('gigsy-view-as', args, content)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, view)}`;
}

async function shown(canvas: HTMLElement): Promise<GigsyViewAs> {
  const view = canvas.querySelector('gigsy-view-as')!;
  await waitFor(() => expect(view.state).toBe('ready'));
  await view.updateComplete;
  return view;
}

export const Default: Story = {
  play: async ({ canvasElement }) => {
    const view = await shown(canvasElement);
    await expect(view.shadowRoot!.querySelector('gigsy-profile-header')).toBeTruthy();
  },
};

export const PropertyViewer: Story = { args: { viewer: 'g1' } };
export const PropertyTheme: Story = { args: { theme: 'dark', viewer: 'owner' } };

export const StateMember: Story = {
  play: async ({ canvasElement }) => {
    const view = await shown(canvasElement);
    const choice = view.shadowRoot!.querySelector('select')!;
    choice.value = 'member';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await waitFor(() =>
      expect(view.shadowRoot!.querySelector('[role=status]')).toHaveTextContent('Everybody who is signed in'),
    );
  },
};

/** A profile that this viewer may not know of. */
export const StateHidden: Story = { render: (args) => at(new PrivacyDesk(noor).client, args) };

/** A profile of which this viewer sees the name alone. */
export const StateNameAlone: Story = {
  render: (args) =>
    at(new PrivacyDesk(person('new', 'student', { identity: { displayName: 'Newcomer' } })).client, args),
};

export const StateLoading: Story = { render: (args) => at(failingPrivacy(), args) };
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateEmpty: Story = { render: (args) => at(new PrivacyDesk(null).client, args) };
export const StateNotAvailable: Story = { render: (args) => at(failingPrivacy('forbidden'), args) };
export const StateError: Story = { render: (args) => at(failingPrivacy('internal'), args) };
export const StateOffline: Story = { render: (args) => at(failingPrivacy('offline'), args) };

export const VariantNarrow: Story = { parameters: { width: 320 } };

export const SlotSignedOut: Story = {
  render: (args) => at(undefined, args, html`<a slot="signed-out" href="#sign-in">Sign in</a>`),
};
export const SlotEmpty: Story = {
  render: (args) => at(new PrivacyDesk(null).client, args, html`<a slot="empty" href="#create">Create a profile</a>`),
};
