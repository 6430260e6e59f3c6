/** The form for one's own profile in every state: typing, saving, and changes by somebody else. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/profile-form/define';
// Loaded with the stories, so that a select has its list at once.
import '@gigsy/schema/country-codes';
import type { GigsyProfileForm } from '@gigsy/elements';
import { ada } from '../people/ada.ts';
import { Desk, failingClient, trouble } from '../people/desk.ts';
import { leaveDesk } from '../people/leave-desk.ts';
import { max } from '../people/longest.ts';
import { mallory, sami } from '../people/others.ts';
import type { Person } from '../people/person.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Profile/Profile form',
  component: 'gigsy-profile-form',
  args: { section: 'identity', 'heading-level': 2 },
  parameters: { width: 480 },
  // Drafts outlive a story, as they outlive a page.
  beforeEach: leaveDesk,
  render: (args) => at(new Desk(ada).client, args),
};
export default meta;

type Story = StoryObj<Attributes>;

const desks = new WeakMap<Gigsy, Desk>();

function clientOf(desk: Desk): Gigsy {
  desks.set(desk.client, desk);
  return desk.client;
}

/** A provider and a form of its own: a story's person is at their own desk, with nothing typed yet. */
function at(client: Gigsy | undefined, args: Attributes, content: unknown = ''): TemplateResult {
  const form = html`<gigsy-provider .client=${client}>${tag('gigsy-profile-form', args, content)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, form)}`;
}

const of = (person: Person): Story => ({ render: (args) => at(new Desk(person).client, args) });

/** The form once its fields are there. */
async function opened(canvas: HTMLElement): Promise<GigsyProfileForm> {
  const form = canvas.querySelector('gigsy-profile-form')!;
  await waitFor(() => expect(form.state).toBe('ready'));
  await form.updateComplete;
  return form;
}

const control = (form: GigsyProfileForm, name: string) => form.shadowRoot!.getElementById(name) as HTMLInputElement;
const part = (form: GigsyProfileForm, name: string) => form.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`);

/** As a person does: the test library types into no shadow root. Real keys are in tests/elements/writing. */
function write(form: GigsyProfileForm, name: string, words: string): void {
  const field = control(form, name);
  field.focus();
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function press(form: GigsyProfileForm, name: string): void {
  part(form, name)!.click();
}

const reached = (form: GigsyProfileForm, status: string) => waitFor(() => expect(form.status).toBe(status));

export const Default: Story = {};

export const PropertyAutosave: Story = {
  args: { autosave: true },
  tags: ['moving'],
  play: async ({ canvasElement }) => {
    const form = await opened(canvasElement);
    write(form, 'headline', 'Saves by itself');
    await waitFor(() => expect(form.status).toBe('saved'), { timeout: 4000 });
    await expect(part(form, 'save')).toBeNull();
  },
};
export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const SlotSignedOut: Story = {
  render: (args) => at(undefined, args, html`<button slot="signed-out">Sign in</button>`),
};
export const SlotEmpty: Story = {
  render: (args) => at(new Desk(null).client, args, html`<button slot="empty">Make a profile</button>`),
};

export const StateLoading: Story = { render: (args) => at(failingClient(), args) };
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateEmpty: Story = { render: (args) => at(new Desk(null).client, args) };
export const StateError: Story = { render: (args) => at(failingClient('internal'), args) };
export const StateOffline: Story = { render: (args) => at(failingClient('offline'), args) };

export const StateSaved: Story = {
  play: async ({ canvasElement }) => {
    const form = await opened(canvasElement);
    write(form, 'headline', 'Poet of engines');
    press(form, 'save');
    await reached(form, 'saved');
    await expect(part(form, 'undo')).toBeVisible();
  },
};

export const StateNotSaved: Story = {
  play: async ({ canvasElement }) => {
    const form = await opened(canvasElement);
    write(form, 'headline', 'Poet of engines');
    await reached(form, 'dirty');
  },
};

/** The summary has the focus, help stands before the fault, and each fault is one press away. */
export const StateInvalid: Story = {
  play: async ({ canvasElement }) => {
    const form = await opened(canvasElement);
    write(form, 'displayName', ' ');
    write(form, 'avatarUrl', 'example.com/me.png');
    press(form, 'save');
    await reached(form, 'invalid');
    await waitFor(() => expect(form.shadowRoot!.activeElement).toBe(part(form, 'summary')));
    part(form, 'summary')!.querySelector('button')!.click();
    await expect(form.shadowRoot!.activeElement).toBe(control(form, 'displayName'));
  },
};

/** A fault that only the deployment finds, in its own words. */
export const StateRefusedByTheDeployment: Story = {
  play: async ({ canvasElement }) => {
    const form = await opened(canvasElement);
    write(form, 'avatarUrl', 'http://example.com/me.png');
    press(form, 'save');
    await reached(form, 'invalid');
    await expect(part(form, 'fault')).toHaveTextContent('must be an https:// address');
  },
};

export const StateConflict: Story = {
  render: (args) => at(clientOf(new Desk(ada)), args),
  play: async ({ canvasElement }) => {
    const form = await opened(canvasElement);
    const desk = desks.get(form.closest('gigsy-provider')!.client!)!;
    write(form, 'headline', 'Typed here');
    desk.change({ headline: 'Saved on another device', pronouns: 'they/them' });
    press(form, 'save');
    await reached(form, 'conflict');
    await expect(control(form, 'headline')).toHaveValue('Typed here');
    await expect(control(form, 'pronouns')).toHaveValue('they/them');
    await expect(part(form, 'conflict')).toHaveTextContent('Saved on another device');
  },
};

function troubled(code: Parameters<typeof trouble>[0], status: string, retryAfterMs?: number): Story {
  return {
    render: (args) => {
      const desk = new Desk(ada);
      desk.writeTroubles.push(trouble(code, retryAfterMs === undefined ? {} : { retryAfterMs }));
      return at(desk.client, args);
    },
    play: async ({ canvasElement }) => {
      const form = await opened(canvasElement);
      write(form, 'headline', 'Poet of engines');
      press(form, 'save');
      await reached(form, status);
    },
  };
}

export const StateTooManyCalls: Story = troubled('rate_limited', 'waiting', 120_000);
export const StateSessionEnded: Story = troubled('unauthenticated', 'expired');
export const StateFailed: Story = troubled('forbidden', 'failed');
export const StateOfflineWithChanges: Story = {
  render: (args) => {
    const desk = new Desk(ada);
    desk.writeTroubles.push(...Array.from({ length: 50 }, () => trouble('offline')));
    return at(desk.client, args);
  },
  play: async ({ canvasElement }) => {
    const form = await opened(canvasElement);
    write(form, 'headline', 'Poet of engines');
    press(form, 'save');
    await reached(form, 'unsent');
  },
};

export const StateRestored: Story = {
  beforeEach: () => {
    const key = ['gigsy-draft', 'https://desk.example', 'ada', 'profile/identity'].map(encodeURIComponent).join(' ');
    const values = { headline: 'Typed before the page was closed' };
    sessionStorage.setItem(
      key,
      JSON.stringify({ version: 1, base: { headline: ada.sections.identity.headline }, values }),
    );
  },
  play: async ({ canvasElement }) => {
    const form = await opened(canvasElement);
    await expect(control(form, 'headline')).toHaveValue('Typed before the page was closed');
    await expect(part(form, 'note')).toBeVisible();
  },
};

export const VariantNarrow: Story = { parameters: { width: 280 } };
export const VariantRightToLeft: Story = of(sami);
export const VariantLongNames: Story = of(max);
/** A name of it has a lone surrogate, which no file of names can hold. */
export const VariantHostileData: Story = { ...of(mallory), tags: ['bulk'] };
