/** The dialog by which people endorse somebody, in every state; it stands in the page here. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/endorse-dialog/define';
import { EndorsementDesk, OPTIONS, closedEndorsements, versionOf } from '../people/endorsement-desk.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Trust/Endorse dialog',
  component: 'gigsy-endorse-dialog',
  args: { handle: 'ada', inline: true },
  parameters: { width: 560 },
  render: (args) => at(new EndorsementDesk().client, args),
};
export default meta;

type Story = StoryObj<Attributes>;

function at(client: Gigsy | undefined, args: Attributes): TemplateResult {
  const dialog = html`<gigsy-provider .client=${client}>${tag('gigsy-endorse-dialog', args)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, dialog)}`;
}

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const StateLoading: Story = { render: (args) => at(closedEndorsements(), args) };
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateNotAvailable: Story = { render: (args) => at(closedEndorsements('forbidden'), args) };
export const StateError: Story = { render: (args) => at(closedEndorsements('internal'), args) };
export const StateOffline: Story = { render: (args) => at(closedEndorsements('offline'), args) };
export const StateNobody: Story = { render: (args) => at(new EndorsementDesk({ options: null }).client, args) };
export const StateNotAsked: Story = {
  render: (args) => at(new EndorsementDesk({ options: { ...OPTIONS, because: null } }).client, args),
};
export const StateNoName: Story = {
  render: (args) => at(new EndorsementDesk({ options: { ...OPTIONS, signature: null } }).client, args),
};
export const VariantWritten: Story = {
  render: (args) =>
    at(
      new EndorsementDesk({ options: { ...OPTIONS, written: versionOf('Charles Babbage', { text: 'Reliable.' }) } })
        .client,
      args,
    ),
};

/** Nothing is chosen and nothing written: the fault stands beside the field. */
export const StateFault: Story = {
  play: async ({ canvasElement }) => {
    const dialog = canvasElement.querySelector('gigsy-endorse-dialog')!;
    await waitFor(() => expect(dialog.state).toBe('ready'));
    await dialog.updateComplete;
    dialog.shadowRoot!.querySelector<HTMLElement>('[part=send]')!.click();
    await waitFor(() => expect(dialog.shadowRoot!.querySelector('[part=fault]')).toHaveTextContent(/./));
  },
};

export const VariantArabic: Story = { parameters: { lang: 'ar' } };
export const VariantNarrow: Story = { parameters: { width: 320 } };
