/** The contacts in every state: asks from others, asks of one's own, long lists, and data that anybody may have written. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/contacts/define';
import type { GigsyContacts } from '@gigsy/elements';
import { ContactBook, closedBook, manyContacts, someContacts } from '../people/contact-book.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Privacy/Contacts',
  component: 'gigsy-contacts',
  args: { 'heading-level': 2, 'href-template': 'https://example.com/people/{handle}' },
  parameters: { width: 680 },
  render: (args) => at(someContacts().client, args),
};
export default meta;

type Story = StoryObj<Attributes>;

function at(client: Gigsy | undefined, args: Attributes): TemplateResult {
  const contacts = html`<gigsy-provider .client=${client}>${tag('gigsy-contacts', args)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, contacts)}`;
}

async function shown(canvas: HTMLElement): Promise<GigsyContacts> {
  const contacts = canvas.querySelector('gigsy-contacts')!;
  await waitFor(() => expect(contacts.state).toBe('ready'));
  await contacts.updateComplete;
  return contacts;
}

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const StateLoading: Story = { render: (args) => at(closedBook(), args) };
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateNotAvailable: Story = { render: (args) => at(closedBook('forbidden'), args) };
export const StateError: Story = { render: (args) => at(closedBook('internal'), args) };
export const StateOffline: Story = { render: (args) => at(closedBook('offline'), args) };
export const StateEmpty: Story = { render: (args) => at(new ContactBook().client, args) };

/** A yes is told in words, and the one who asked is a contact. */
export const StateAccepted: Story = {
  play: async ({ canvasElement }) => {
    const contacts = await shown(canvasElement);
    contacts.shadowRoot!.querySelector<HTMLElement>('[part=accept]')!.click();
    await waitFor(() => expect(contacts.shadowRoot!.querySelector('[role=status]')).toHaveTextContent('Morgan Reyes'));
  },
};

/** The fault of a text that cannot be a handle stands beside the field. */
export const StateFault: Story = {
  play: async ({ canvasElement }) => {
    const contacts = await shown(canvasElement);
    contacts.shadowRoot!.querySelector<HTMLElement>('[part=send]')!.click();
    await waitFor(() => expect(contacts.shadowRoot!.querySelector('[part=fault]')).toHaveTextContent(/./));
  },
};

export const VariantManyContacts: Story = { render: (args) => at(manyContacts(30).client, args) };

/** Names that try to look like something else, and that do not end. */
export const VariantHostileData: Story = {
  render: (args) => {
    const name = `\u202e<script>alert(1)</script> ${'Wolfeschlegelsteinhausenbergerdorff'.repeat(3)}`;
    const [first] = someContacts().relations;
    return at(
      new ContactBook({ relations: [{ ...first!, name, headline: name, handle: 'a'.repeat(40) }] }).client,
      args,
    );
  },
};

export const VariantArabic: Story = { parameters: { lang: 'ar' } };

export const VariantNarrow: Story = { parameters: { width: 320 } };
