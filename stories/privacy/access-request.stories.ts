/** The request for an access: the form, the state for a purpose, and the refusals. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { ErrorCode } from '@gigsy/sdk/reader';
import { type TemplateResult, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/about-section/define';
import '@gigsy/elements/access-request/define';
import '@gigsy/elements/provider/define';
import { type LeaseOffice, reserved } from '../people/lease-office.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Privacy/Access request',
  component: 'gigsy-access-request',
  args: { 'heading-level': 2 },
  parameters: { width: 720 },
  render: (args) => at(reserved(), args),
};
export default meta;

type Story = StoryObj<Attributes>;

function at(office: LeaseOffice | undefined, args: Attributes, purpose?: string): TemplateResult {
  const page = html`<gigsy-provider .client=${office?.client} purpose=${purpose ?? nothing}>
    ${tag('gigsy-access-request', args)}
    ${office ? html`<gigsy-about-section handle="ada" style="margin-block-start: 1rem"></gigsy-about-section>` : ''}
  </gigsy-provider>`;
  return html`${keyed(office ?? {}, page)}`;
}

function refused(code: ErrorCode, args: Attributes): TemplateResult {
  const office = reserved();
  office.troubles.push(code);
  return at(office, args, 'hiring');
}

async function says(canvas: HTMLElement, words: string): Promise<void> {
  const request = canvas.querySelector('gigsy-access-request')!;
  await waitFor(() => expect(request.shadowRoot!.querySelector('[role=status]')).toHaveTextContent(words));
}

/** The page has no address to read at without a purpose, so the form stands alone. */
export const Default: Story = {
  render: (args) =>
    html`<gigsy-provider .client=${reserved().client}>${tag('gigsy-access-request', args)}</gigsy-provider>`,
};

export const PropertyTheme: Story = { ...Default, args: { theme: 'dark' } };

export const StateSignedOut: Story = { render: (args) => at(undefined, args) };

export const StateOpen: Story = {
  render: (args) => at(reserved(), args, 'hiring'),
  play: ({ canvasElement }) => says(canvasElement, 'You see what is open to you.'),
};

/** The owner ends it while it is on show. */
export const StateEnded: Story = {
  render: (args) => {
    const office = reserved();
    return html`<div .office=${office}>${at(office, args, 'hiring')}</div>`;
  },
  play: async ({ canvasElement }) => {
    await says(canvasElement, 'You see what is open to you.');
    for (const box of canvasElement.querySelectorAll<HTMLElement & { office?: LeaseOffice }>('div'))
      box.office?.revoke();
    await says(canvasElement, 'The access has ended.');
  },
};

export const StateNothing: Story = {
  render: (args) => refused('not_found', args),
  play: ({ canvasElement }) => says(canvasElement, 'Nothing more here is open to you.'),
};

export const StateTooMany: Story = {
  render: (args) => refused('rate_limited', args),
  play: ({ canvasElement }) => says(canvasElement, 'You have opened many profiles'),
};

/** A missing purpose is told beside its field, which has focus. */
export const StateFault: Story = {
  ...Default,
  play: async ({ canvasElement }) => {
    const request = canvasElement.querySelector('gigsy-access-request')!;
    await waitFor(() => expect(request.shadowRoot!.querySelector('[part=show]')).toBeInTheDocument());
    request.shadowRoot!.querySelector<HTMLElement>('[part=show]')!.click();
    await waitFor(() => expect(request.shadowRoot!.querySelector('.fault')).toHaveTextContent(/./));
  },
};

export const VariantArabic: Story = { ...Default, parameters: { lang: 'ar' } };

export const VariantNarrow: Story = { ...Default, parameters: { width: 320 } };
