/** The panel of endorsements in every state. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/endorsements-panel/define';
import type { GigsyEndorsementsPanel } from '@gigsy/elements';
import { EndorsementDesk, closedEndorsements, someEndorsements } from '../people/endorsement-desk.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Trust/Endorsements panel',
  component: 'gigsy-endorsements-panel',
  args: { 'heading-level': 2, 'answer-page': '/endorse' },
  parameters: { width: 680 },
  render: (args) => at(someEndorsements().client, args),
};
export default meta;

type Story = StoryObj<Attributes>;

function at(client: Gigsy | undefined, args: Attributes): TemplateResult {
  const panel = html`<gigsy-provider .client=${client}>${tag('gigsy-endorsements-panel', args)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, panel)}`;
}

async function press(canvas: HTMLElement, part: string): Promise<GigsyEndorsementsPanel> {
  const panel = canvas.querySelector('gigsy-endorsements-panel')!;
  await waitFor(() => expect(panel.state).toBe('ready'));
  await panel.updateComplete;
  panel.shadowRoot!.querySelector<HTMLElement>(`[part=${part}]`)!.click();
  return panel;
}

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const StateLoading: Story = { render: (args) => at(closedEndorsements(), args) };
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateNotAvailable: Story = { render: (args) => at(closedEndorsements('forbidden'), args) };
export const StateError: Story = { render: (args) => at(closedEndorsements('internal'), args) };
export const StateOffline: Story = { render: (args) => at(closedEndorsements('offline'), args) };
export const StateNothingYet: Story = { render: (args) => at(new EndorsementDesk().client, args) };

/** A proposal is accepted: the outcome is told. */
export const StateAccepted: Story = {
  play: async ({ canvasElement }) => {
    const panel = await press(canvasElement, 'accept');
    await waitFor(() => expect(panel.shadowRoot!.querySelector('[role=status]')).toHaveTextContent(/./));
  },
};

/** A link is made: it can be copied once. */
export const StateLink: Story = {
  play: async ({ canvasElement }) => {
    const panel = await press(canvasElement, 'make-link');
    await waitFor(() => expect(panel.shadowRoot!.querySelector('[part=link]')).not.toBe(null));
  },
};

export const VariantArabic: Story = { parameters: { lang: 'ar' } };
export const VariantNarrow: Story = { parameters: { width: 320 } };
