/** The delivery of events in every state: calm, in trouble, with deliveries on show, asked about, and with a secret. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/delivery-monitor/define';
import type { GigsyDeliveryMonitor } from '@gigsy/elements';
import { DispatchOffice, calm, closedDispatch, troubled } from '../people/dispatch-office.ts';
import { focused } from '../reached.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Events/Delivery monitor',
  component: 'gigsy-delivery-monitor',
  args: { 'heading-level': 2 },
  parameters: { width: 1040 },
  render: (args) => at(troubled().client, args),
};
export default meta;

type Story = StoryObj<Attributes>;

function at(client: Gigsy | undefined, args: Attributes): TemplateResult {
  const monitor = html`<gigsy-provider .client=${client}>${tag('gigsy-delivery-monitor', args)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, monitor)}`;
}

async function press(canvas: HTMLElement, act: string, id: string): Promise<GigsyDeliveryMonitor> {
  const monitor = canvas.querySelector('gigsy-delivery-monitor')!;
  await waitFor(() => expect(monitor.state).toBe('ready'));
  await monitor.updateComplete;
  monitor.shadowRoot!.querySelector<HTMLElement>(`[data-act="${act}"][data-id="${id}"]`)!.click();
  return monitor;
}

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const StateLoading: Story = { render: (args) => at(closedDispatch(), args) };
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateNotAvailable: Story = { render: (args) => at(closedDispatch('forbidden'), args) };
export const StateError: Story = { render: (args) => at(closedDispatch('internal'), args) };
export const StateOffline: Story = { render: (args) => at(closedDispatch('offline'), args) };

/** A deployment that is new: nothing is entered, so a webhook cannot be added yet. */
export const StateNothing: Story = {
  render: (args) => at(new DispatchOffice().set({ consumers: calm().consumers, partners: [] }).client, args),
};
export const StateCalm: Story = { render: (args) => at(calm().client, args) };

export const StateDeliveries: Story = {
  play: async ({ canvasElement }) => {
    const monitor = await press(canvasElement, 'deliveries', 'w-1');
    await waitFor(() => expect(monitor.shadowRoot!.querySelectorAll('[part=delivery]')).toHaveLength(3));
  },
};

/** The question has the focus on the answer that deletes nothing. */
export const StateAsked: Story = {
  render: (args) => at(calm().client, args),
  play: async ({ canvasElement }) => {
    const monitor = await press(canvasElement, 'removeWebhook', 'w-1');
    await waitFor(() => expect(focused(monitor)).toHaveAttribute('data-act', 'keep'));
  },
};

/** A secret is shown once, and leaves by its button. */
export const StateSecret: Story = {
  render: (args) => at(calm().client, args),
  play: async ({ canvasElement }) => {
    const monitor = await press(canvasElement, 'rotateSource', 'src_00c0ffee00c0ffee');
    await monitor.updateComplete;
    monitor.shadowRoot!.querySelector<HTMLElement>('[data-act=yes]')!.click();
    await waitFor(() => expect(focused(monitor)?.part.value).toBe('secret'));
  },
};

export const VariantNarrow: Story = { parameters: { width: 320 } };
