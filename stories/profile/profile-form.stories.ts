/** The form for one's own profile in every state: typing, saving, and changes by somebody else. */
import type { Meta } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { html } from 'lit';
import '@gigsy/elements/profile-form/define';
// Loaded with the stories, so that a select has its list at once.
import '@gigsy/schema/country-codes';
import type { GigsyProfileForm } from '@gigsy/elements';
import { ada } from '../people/ada.ts';
import { type Story, atDesk, control, leaveDraft, reached, write } from '../people/at-desk.ts';
import { trouble } from '../people/desk.ts';
import { max } from '../people/longest.ts';
import { mallory, sami } from '../people/others.ts';
import { focused } from '../reached.ts';
import type { Attributes } from '../tag.ts';

const { states, opened, seated, slotted, offline, beforeEach, render } = atDesk('gigsy-profile-form');

const meta: Meta<Attributes> = {
  title: 'Profile/Profile form',
  component: 'gigsy-profile-form',
  args: { section: 'identity', 'heading-level': 2 },
  parameters: { width: 480 },
  beforeEach,
  render,
};
export default meta;

const part = (form: GigsyProfileForm, name: string) => form.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`);

function press(form: GigsyProfileForm, name: string): void {
  part(form, name)!.click();
}

export const Default: Story = {};

export const PropertyAutosave: Story = {
  args: { autosave: true },
  tags: ['moving'],
  play: async ({ canvasElement }) => {
    const { element: form } = await opened(canvasElement);
    await write(form, 'headline', 'Saves by itself');
    await reached(form, 'saved');
    await expect(part(form, 'save')).toBeNull();
  },
};
export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const SlotSignedOut: Story = slotted('signed-out', html`<button slot="signed-out">Sign in</button>`);
export const SlotEmpty: Story = slotted('empty', html`<button slot="empty">Make a profile</button>`);

export const StateLoading: Story = states.loading;
export const StateSignedOut: Story = states.signedOut;
export const StateEmpty: Story = states.empty;
export const StateError: Story = states.error;
export const StateOffline: Story = states.offline;

export const StateSaved: Story = {
  play: async ({ canvasElement }) => {
    const { element: form } = await opened(canvasElement);
    await write(form, 'headline', 'Poet of engines');
    press(form, 'save');
    await reached(form, 'saved');
    await expect(part(form, 'undo')).toBeVisible();
  },
};

export const StateNotSaved: Story = {
  play: async ({ canvasElement }) => {
    const { element: form } = await opened(canvasElement);
    await write(form, 'headline', 'Poet of engines');
    await reached(form, 'dirty');
  },
};

/** The summary has the focus, help stands before the fault, and each fault is one press away. */
export const StateInvalid: Story = {
  play: async ({ canvasElement }) => {
    const { element: form } = await opened(canvasElement);
    await write(form, 'displayName', ' ');
    await write(form, 'avatarUrl', 'example.com/me.png');
    press(form, 'save');
    await reached(form, 'invalid');
    await waitFor(() => expect(focused(form)?.part.value).toBe('summary'));
    part(form, 'summary')!.querySelector('button')!.click();
    await expect(focused(form)?.id).toBe('displayName');
  },
};

/** A fault that only the deployment finds, in its own words. */
export const StateRefusedByTheDeployment: Story = {
  play: async ({ canvasElement }) => {
    const { element: form } = await opened(canvasElement);
    await write(form, 'avatarUrl', 'http://example.com/me.png');
    press(form, 'save');
    await reached(form, 'invalid');
    await expect(part(form, 'fault')).toHaveTextContent('must be an https:// address');
  },
};

export const StateConflict: Story = {
  play: async ({ canvasElement }) => {
    const { element: form, desk } = await opened(canvasElement);
    await write(form, 'headline', 'Typed here');
    desk.change({ headline: 'Saved on another device', pronouns: 'they/them' });
    press(form, 'save');
    await reached(form, 'conflict');
    await expect(control(form, 'headline')).toHaveValue('Typed here');
    await expect(control(form, 'pronouns')).toHaveValue('they/them');
    await expect(part(form, 'conflict')).toHaveTextContent('Saved on another device');
  },
};

/** Its person changes the headline, and presses the button, where there is one. */
const changing = (status: string): Pick<Story, 'play'> => ({
  play: async ({ canvasElement }) => {
    const { element: form } = await opened(canvasElement);
    await write(form, 'headline', 'Poet of engines');
    press(form, 'save');
    await reached(form, status);
  },
});

function troubled(code: Parameters<typeof trouble>[0], status: string, retryAfterMs?: number): Story {
  const met = trouble(code, retryAfterMs === undefined ? {} : { retryAfterMs });
  return { ...seated(ada, (desk) => desk.writeTroubles.push(met)), ...changing(status) };
}

export const StateTooManyCalls: Story = troubled('rate_limited', 'waiting', 120_000);
export const StateSessionEnded: Story = troubled('unauthenticated', 'expired');
export const StateFailed: Story = troubled('forbidden', 'failed');
export const StateOfflineWithChanges: Story = { ...offline, ...changing('unsent') };

export const StateRestored: Story = {
  beforeEach: () => leaveDraft('Typed before the page was closed'),
  play: async ({ canvasElement }) => {
    const { element: form } = await opened(canvasElement);
    await expect(control(form, 'headline')).toHaveValue('Typed before the page was closed');
    await expect(part(form, 'note')).toBeVisible();
  },
};

export const VariantNarrow: Story = { parameters: { width: 280 } };
export const VariantRightToLeft: Story = seated(sami);
export const VariantLongNames: Story = seated(max);
/** A name of it has a lone surrogate, which no file of names can hold. */
export const VariantHostileData: Story = { ...seated(mallory), tags: ['bulk'] };
