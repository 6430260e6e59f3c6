/** The profile card in every state, width and condition that a host page can put it in. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { GigsyProfileCard } from '@gigsy/elements';
import '@gigsy/elements/profile-card/define';
import { ada, changing, endless, failing, hostile, losing, never, sami, sparse } from './people.ts';

type Args = Pick<GigsyProfileCard, 'handle' | 'profile' | 'source' | 'live' | 'hrefTemplate' | 'headingLevel'>;

const meta: Meta<Args> = {
  title: 'Profile/Profile card',
  component: 'gigsy-profile-card',
  args: { headingLevel: 2 },
  render: ({ handle, profile, source, live, hrefTemplate, headingLevel }) => html`<gigsy-profile-card
    handle=${handle ?? nothing} .profile=${profile} .source=${source} ?live=${live}
    href-template=${hrefTemplate ?? nothing} heading-level=${headingLevel}></gigsy-profile-card>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Ready: Story = { args: { profile: ada } };
export const Loading: Story = { args: { handle: 'ada', source: never } };
export const NotAvailable: Story = { args: { profile: null } };
export const Failed: Story = { args: { handle: 'ada', source: failing('internal') } };
export const Offline: Story = { args: { handle: 'ada', source: failing('offline') } };
export const OfflineWithKnownContent: Story = { args: { handle: 'ada', live: true, source: losing(ada) } };
export const Live: Story = { args: { handle: 'ada', live: true, source: changing(ada) } };

export const Compact: Story = { args: { profile: ada }, globals: { width: '280' } };
export const Wide: Story = { args: { profile: ada }, globals: { width: '900' } };
export const Dark: Story = { args: { profile: ada }, globals: { theme: 'dark' } };
export const DarkWide: Story = { args: { profile: ada }, globals: { theme: 'dark', width: '900' } };
export const Spanish: Story = { args: { profile: ada }, globals: { locale: 'es' } };
export const Arabic: Story = { args: { profile: sami }, globals: { locale: 'ar' } };
export const ArabicPersonOnEnglishPage: Story = { args: { profile: sami } };

export const OnlyAName: Story = { args: { profile: sparse } };
export const EndlessContent: Story = { args: { profile: endless } };
export const HostileContent: Story = { args: { profile: hostile }, globals: { width: '900' } };

export const AsALink: Story = {
  args: { profile: ada, hrefTemplate: 'https://example.com/people/{handle}' },
  play: async ({ canvasElement, step }) => {
    const card = canvasElement.querySelector('gigsy-profile-card')!;
    await step('the name is the link, and takes focus', async () => {
      await card.updateComplete;
      const link = card.shadowRoot!.querySelector<HTMLAnchorElement>('[part=link]')!;
      link.focus();
      if (card.shadowRoot!.activeElement !== link) throw new Error('The link did not take focus.');
      if (link.href !== 'https://example.com/people/ada') throw new Error(`The link leads to ${link.href}.`);
    });
  },
};

export const WithSlots: Story = {
  render: () => html`<gigsy-profile-card .profile=${ada} heading-level="2" href-template="https://example.com/people/{handle}">
    <strong slot="badge">✓ Verified</strong>
    <button slot="actions">Get in touch</button>
  </gigsy-profile-card>`,
};

export const InAHostsColours: Story = {
  render: () => html`<style>
      .warm { --gigsy-surface: #fdf6ec; --gigsy-text: #3b2a1a; --gigsy-accent: #9a3412; --gigsy-radius: 0; --gigsy-density: 1.25 }
    </style>
    <gigsy-profile-card class="warm" theme="light" .profile=${ada} heading-level="2"></gigsy-profile-card>`,
};
