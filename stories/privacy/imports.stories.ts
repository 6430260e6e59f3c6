/** Imports in every state: the notices, a list to pick from, what went wrong, and the question before a withdrawal. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/imports/define';
import type { GigsyImports } from '@gigsy/elements';
import { ada } from '../people/ada.ts';
import { GIVEN_AT, ImportDesk, failingImports, octavia } from '../people/import-desk.ts';
import { focused } from '../reached.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Privacy/Imports',
  component: 'gigsy-imports',
  args: { 'heading-level': 2 },
  parameters: { width: 640 },
  render: (args) => at(new ImportDesk(ada).client, args),
};
export default meta;

type Story = StoryObj<Attributes>;

function at(client: Gigsy | undefined, args: Attributes): TemplateResult {
  const imports = html`<gigsy-provider .client=${client}>${tag('gigsy-imports', args)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, imports)}`;
}

/** GitHub has answered, and an entry of it was taken over before. */
function answered(): ImportDesk {
  const desk = new ImportDesk(ada);
  desk.answer = octavia;
  const { consent } = desk.give('github');
  desk.fetched = { state: 'ready', login: 'octavia', fault: null, requestedAt: 1 };
  const [skill] = ada.sections.skills;
  desk.provenance = [
    {
      ...{ section: 'skills', item: skill!.id, source: 'github', consent, importedAt: GIVEN_AT, added: true },
      fields: [{ field: 'name', edited: true }],
    },
  ];
  return desk;
}

async function shown(canvas: HTMLElement): Promise<GigsyImports> {
  const imports = canvas.querySelector('gigsy-imports')!;
  await waitFor(() => expect(imports.state).toBe('ready'));
  await imports.updateComplete;
  return imports;
}

const find = (imports: GigsyImports, selector: string) => imports.shadowRoot!.querySelector<HTMLElement>(selector);

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const StateLoading: Story = { render: (args) => at(failingImports(), args) };
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateEmpty: Story = { render: (args) => at(new ImportDesk(null).client, args) };
export const StateError: Story = { render: (args) => at(failingImports('internal'), args) };
export const StateOffline: Story = { render: (args) => at(failingImports('offline'), args) };

/** Foreign words are shown as text alone, whatever they hold. */
export const StateList: Story = {
  render: (args) => at(answered().client, args),
  play: async ({ canvasElement }) => {
    const imports = await shown(canvasElement);
    await waitFor(() => expect(find(imports, '[part=preview]')).not.toBeNull());
  },
};

/** The question has the focus on the answer that takes nothing away. */
export const StateAsked: Story = {
  render: (args) => at(answered().client, args),
  play: async ({ canvasElement }) => {
    const imports = await shown(canvasElement);
    await waitFor(() => expect(find(imports, '[part=preview]')).not.toBeNull());
    find(imports, '[part=record]')!.setAttribute('open', '');
    find(imports, '[data-act=ask]')!.click();
    await waitFor(() => expect(focused(imports)?.part.value).toBe('keep'));
  },
};

export const StateUnknownUser: Story = {
  render: (args) => {
    const desk = new ImportDesk(ada);
    desk.give('github');
    desk.fetched = { state: 'failed', login: 'nobody', fault: 'unknown_user', requestedAt: 1 };
    return at(desk.client, args);
  },
};

export const VariantNarrow: Story = { render: (args) => at(answered().client, args), parameters: { width: 320 } };
