/** The log of accesses in every state: an access that is open, a long log, and data that anybody may have written. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { Disclosure } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/access-log/define';
import type { GigsyAccessLog } from '@gigsy/elements';
import { NOW, RecordsOffice, closedOffice, someAccesses, visited } from '../people/records-office.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Privacy/Access log',
  component: 'gigsy-access-log',
  args: { 'heading-level': 2 },
  parameters: { width: 860 },
  render: (args) => at(visited().client, args),
};
export default meta;

type Story = StoryObj<Attributes>;

function at(client: Gigsy | undefined, args: Attributes): TemplateResult {
  const log = html`<gigsy-provider .client=${client}>${tag('gigsy-access-log', args)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, log)}`;
}

async function shown(canvas: HTMLElement): Promise<GigsyAccessLog> {
  const log = canvas.querySelector('gigsy-access-log')!;
  await waitFor(() => expect(log.state).toBe('ready'));
  await log.updateComplete;
  return log;
}

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const StateLoading: Story = { render: (args) => at(closedOffice(), args) };
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateNotAvailable: Story = { render: (args) => at(closedOffice('forbidden'), args) };
export const StateError: Story = { render: (args) => at(closedOffice('internal'), args) };
export const StateOffline: Story = { render: (args) => at(closedOffice('offline'), args) };
export const StateEmpty: Story = { render: (args) => at(new RecordsOffice().client, args) };
export const StateNobodyNow: Story = {
  render: (args) => at(new RecordsOffice().set({ accesses: [...someAccesses] }).client, args),
};

/** An end that the person pressed is told in words, and its row goes. */
export const StateEnded: Story = {
  play: async ({ canvasElement }) => {
    const log = await shown(canvasElement);
    log.shadowRoot!.querySelector<HTMLElement>('[part=end]')!.click();
    await waitFor(() =>
      expect(log.shadowRoot!.querySelector('[role=status]')).toHaveTextContent('The access has ended.'),
    );
  },
};

/** What the product sent to other parties, with nobody who looked. */
export const StateSent: Story = {
  render: (args) => {
    const disclosures: Disclosure[] = [
      { to: 'github', told: ['imports.account'], at: NOW - 3_600_000 },
      { to: 'pictureHost', told: ['identity.avatarUrl'], at: NOW - 7_200_000 },
    ];
    return at(new RecordsOffice().set({ disclosures }).client, args);
  },
};

/** The next page comes at the press of a button. */
export const StateEarlier: Story = {
  render: (args) => {
    const accesses = Array.from({ length: 54 }, (_, n) => ({ ...someAccesses[n % 3]!, at: NOW - n * 3_600_000 }));
    return at(new RecordsOffice().set({ accesses }).client, args);
  },
};

/** Words that try to look like something else, in a direction of their own. */
export const VariantHostileData: Story = {
  render: (args) => {
    const note = '\u202e<script>alert(1)</script> https://evil.example '.repeat(3);
    return at(visited([{ ...someAccesses[0]!, note, viewer: 'a'.repeat(40) }]).client, args);
  },
};

export const VariantArabic: Story = { parameters: { lang: 'ar' } };

export const VariantNarrow: Story = { parameters: { width: 320 } };
