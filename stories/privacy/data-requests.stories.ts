/** Requests about one's own data in every state: a copy that is made, ready and failed, and a deletion that is to come. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/data-requests/define';
import { RecordsOffice, closedOffice } from '../people/records-office.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Privacy/Data requests',
  component: 'gigsy-data-requests',
  args: { 'heading-level': 2 },
  parameters: { width: 640 },
  render: (args) => at(new RecordsOffice().client, args),
};
export default meta;

type Story = StoryObj<Attributes>;

function at(client: Gigsy | undefined, args: Attributes): TemplateResult {
  const requests = html`<gigsy-provider .client=${client}>${tag('gigsy-data-requests', args)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, requests)}`;
}

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const StateLoading: Story = { render: (args) => at(closedOffice(), args) };
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateNotAvailable: Story = { render: (args) => at(closedOffice('forbidden'), args) };
export const StateError: Story = { render: (args) => at(closedOffice('internal'), args) };
export const StateOffline: Story = { render: (args) => at(closedOffice('offline'), args) };

export const StateMaking: Story = { render: (args) => at(new RecordsOffice().make(0.4).client, args) };
export const StateReady: Story = { render: (args) => at(new RecordsOffice().finish().client, args) };
export const StateFailed: Story = {
  render: (args) => {
    const office = new RecordsOffice();
    return at(office.set({ copy: { ...office.copy, state: 'failed' } }).client, args);
  },
};

/** The time over the links is that of the reader's clock, so that no picture of them is taken. */
export const StateLinks: Story = {
  tags: ['moving'],
  render: (args) => at(new RecordsOffice().finish(3).client, args),
  play: async ({ canvasElement }) => {
    const requests = canvasElement.querySelector('gigsy-data-requests')!;
    await waitFor(() => expect(requests.state).toBe('ready'));
    requests.shadowRoot!.querySelector<HTMLElement>('[part=download]')!.click();
    await waitFor(() => expect(requests.shadowRoot!.querySelectorAll('[part=file]')).toHaveLength(3));
  },
};

export const StateToBeDeleted: Story = { render: (args) => at(new RecordsOffice().toBeDeleted().client, args) };
export const StateHeld: Story = {
  render: (args) => at(new RecordsOffice().toBeDeleted({ reason: 'litigation' }).client, args),
};

export const VariantArabic: Story = {
  parameters: { lang: 'ar' },
  render: (args) => at(new RecordsOffice().finish(2).toBeDeleted({ reason: null }).client, args),
};

export const VariantNarrow: Story = {
  parameters: { width: 320 },
  render: (args) => at(new RecordsOffice().finish(2).client, args),
};
