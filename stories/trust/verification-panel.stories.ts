/** The panel of verifications in every state: nothing yet, codes on their way, evidence that holds, ends soon and ended. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/verification-panel/define';
import type { GigsyVerificationPanel } from '@gigsy/elements';
import {
  CODE,
  VerificationDesk,
  closedDesk,
  evidenceOf,
  sessionOf,
  someClaims,
  someVerifications,
} from '../people/verification-desk.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Trust/Verification panel',
  component: 'gigsy-verification-panel',
  args: { 'heading-level': 2 },
  parameters: { width: 680 },
  render: (args) => at(someVerifications().client, args),
};
export default meta;

type Story = StoryObj<Attributes>;

function at(client: Gigsy | undefined, args: Attributes): TemplateResult {
  const panel = html`<gigsy-provider .client=${client}>${tag('gigsy-verification-panel', args)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, panel)}`;
}

async function shown(canvas: HTMLElement): Promise<GigsyVerificationPanel> {
  const panel = canvas.querySelector('gigsy-verification-panel')!;
  await waitFor(() => expect(panel.state).toBe('ready'));
  await panel.updateComplete;
  return panel;
}

async function type(panel: GigsyVerificationPanel, field: string, words: string, button: string): Promise<void> {
  panel.shadowRoot!.querySelector<HTMLInputElement>(`#${field}`)!.value = words;
  panel.shadowRoot!.querySelector<HTMLElement>(`[part=${button}]`)!.click();
  await panel.updateComplete;
}

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const StateLoading: Story = { render: (args) => at(closedDesk(), args) };
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateNotAvailable: Story = { render: (args) => at(closedDesk('forbidden'), args) };
export const StateError: Story = { render: (args) => at(closedDesk('internal'), args) };
export const StateOffline: Story = { render: (args) => at(closedDesk('offline'), args) };
export const StateNothingYet: Story = { render: (args) => at(new VerificationDesk().client, args) };

/** A code fits: the outcome is told, and the block has the evidence. */
export const StateConfirmed: Story = {
  play: async ({ canvasElement }) => {
    const panel = await shown(canvasElement);
    await type(panel, 'phone-code', CODE, 'confirm');
    await waitFor(() => expect(panel.shadowRoot!.querySelector('[role=status]')).toHaveTextContent(/./));
  },
};

/** A code does not fit: the fault stands beside the field. */
export const StateFault: Story = {
  play: async ({ canvasElement }) => {
    const panel = await shown(canvasElement);
    await type(panel, 'phone-code', '000000', 'confirm');
    await waitFor(() => expect(panel.shadowRoot!.querySelector('[part=fault]')).toHaveTextContent(/./));
  },
};

/** On a deployment that sends its messages, none shows here. */
export const VariantMessagesSent: Story = {
  render: (args) => at(someVerifications({ showsMessages: false }).client, args),
};

export const VariantEndsSoon: Story = {
  render: (args) =>
    at(new VerificationDesk({ evidence: [evidenceOf('email', 'ada@example.org', { endsSoon: true })] }).client, args),
};

/** The longest address that there can be. */
export const VariantLongAddress: Story = {
  render: (args) => {
    const longest = `${'a'.repeat(64)}@${'wolfeschlegelsteinhausenbergerdorff.'.repeat(5)}example`;
    return at(new VerificationDesk({ evidence: [evidenceOf('email', longest)] }).client, args);
  },
};

/** Domains and a page: one seen, one looked at in vain, one being looked at. */
export const VariantClaims: Story = { render: (args) => at(someClaims().client, args) };
export const VariantClaimsArabic: Story = {
  parameters: { lang: 'ar', width: 320 },
  render: (args) => at(someClaims().client, args),
};

/** A check at the stand-in, and one at a provider. */
export const VariantCheck: Story = {
  render: (args) => at(new VerificationDesk({ session: sessionOf() }).client, args),
};
export const VariantCheckAtProvider: Story = {
  render: (args) => {
    const session = sessionOf({ standIn: false, url: 'https://identity.example/check' });
    return at(new VerificationDesk({ session }).client, args);
  },
};
export const VariantCheckFailed: Story = {
  render: (args) => at(new VerificationDesk({ session: sessionOf({ state: 'failed' }) }).client, args),
};

export const VariantArabic: Story = { parameters: { lang: 'ar' } };

export const VariantNarrow: Story = { parameters: { width: 320 } };
