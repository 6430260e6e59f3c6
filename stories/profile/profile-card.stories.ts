/** The profile card in its three sizes, every state and each condition that a host page can put it in. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent } from 'storybook/test';
import '@gigsy/elements/profile-card/define';
import { recovering } from '../people/hub.ts';
import { focusOn, focused, reached } from '../reached.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Profile/Profile card',
  component: 'gigsy-profile-card',
  args: { handle: 'ada', 'heading-level': 2 },
  render: (args) => tag('gigsy-profile-card', args),
};
export default meta;

type Story = StoryObj<Attributes>;

export const Default: Story = {};

export const PropertyHrefTemplate: Story = { args: { 'href-template': 'https://example.com/people/{handle}' } };
export const PropertyTheme: Story = { args: { theme: 'dark' } };
export const PropertyLive: Story = { args: { handle: 'changing', live: true }, tags: ['moving'] };

export const SlotBadge: Story = {
  render: (args) => tag('gigsy-profile-card', args, html`<strong slot="badge">✓ Verified</strong>`),
};
export const SlotActions: Story = {
  args: { 'href-template': 'https://example.com/people/{handle}' },
  render: (args) => tag('gigsy-profile-card', args, html`<button slot="actions">Get in touch</button>`),
};

export const StateLoading: Story = { args: { handle: 'loading' } };
export const StateEmpty: Story = { args: { handle: 'zoe' } };
export const StateNotAvailable: Story = { args: { handle: 'nobody' } };
export const StateError: Story = { args: { handle: 'failing' } };
export const StateOffline: Story = { args: { handle: 'offline' } };
export const StateOfflineWithKnownContent: Story = { args: { handle: 'disconnected', live: true } };

/** In a sidebar, a column, a band. */
export const VariantSizes: Story = {
  parameters: { width: 900 },
  render: (args) =>
    html`${[280, 440, 900].map(
      (width) => html`
    <div style="max-inline-size: ${width}px; margin-block-end: 1rem">${tag('gigsy-profile-card', args)}</div>`,
    )}`,
};
export const VariantWithPhoto: Story = { args: { handle: 'grace' } };
export const VariantPhotoGone: Story = { args: { handle: 'hedy' } };
export const VariantRightToLeft: Story = { args: { handle: 'sami' } };
export const VariantLongNames: Story = { args: { handle: 'max' } };
export const VariantLongNamesWide: Story = { args: { handle: 'max' }, parameters: { width: 900 } };
export const VariantTwoHundredSkills: Story = { args: { handle: 'vera' } };
export const VariantHostileData: Story = { args: { handle: 'mallory' }, parameters: { width: 900 } };
/** Her sections depend on the viewer: choose one in the toolbar. */
export const VariantStudentByDefault: Story = { args: { handle: 'ines' }, parameters: { width: 900 } };
export const VariantPrivate: Story = { args: { handle: 'noor' } };
export const VariantInAHostsColours: Story = {
  render: (args) => html`<style>
      .warm { --gigsy-surface: #fdf6ec; --gigsy-text: #3b2a1a; --gigsy-accent: #9a3412; --gigsy-radius: 0; --gigsy-density: 1.25 }
    </style>
    ${tag('gigsy-profile-card', { ...args, class: 'warm', theme: 'light' })}`,
};

export const KeyboardLink: Story = {
  ...SlotActions,
  play: async ({ canvasElement, step }) => {
    const card = await reached(canvasElement, 'gigsy-profile-card', 'ready');
    const followed = fn((event: Event) => event.preventDefault());
    card.addEventListener('click', followed);
    await step('the name takes focus, and Enter follows it to the person', async () => {
      const link = focusOn(card, '[part=link]') as HTMLAnchorElement;
      await expect(focused(card)).toBe(link);
      await expect(link.href).toBe('https://example.com/people/ada');
      await userEvent.keyboard('{Enter}');
      await expect(followed).toHaveBeenCalledOnce();
    });
  },
};

export const KeyboardRetry: Story = {
  render: (args, { globals }) =>
    html`<gigsy-provider .source=${recovering(globals['viewer'])}>${tag('gigsy-profile-card', args)}</gigsy-provider>`,
  play: async ({ canvasElement, step }) => {
    const card = await reached(canvasElement, 'gigsy-profile-card', 'error');
    await step('Enter on the button asks again, and focus stays in the card', async () => {
      focusOn(card, '[part=retry]');
      await userEvent.keyboard('{Enter}');
      await reached(canvasElement, 'gigsy-profile-card', 'ready');
      await expect(focused(card)).toBe(card.shadowRoot!.querySelector('[part=card]'));
    });
  },
};
