/** Baselines of profiles: charts and their tables, and the states around them. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/profile-baselines/define';
import { type Answer, Answers, baselines } from '../people/answers.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Profile/Profile baselines',
  component: 'gigsy-profile-baselines',
  args: { 'heading-level': 2 },
  parameters: { width: 900 },
  render: (args) => asked(baselines, args),
};
export default meta;

type Story = StoryObj<Attributes>;

function asked(answer: Answer, args: Attributes): TemplateResult {
  const { client } = new Answers(answer);
  const element = html`<gigsy-provider .client=${client}>${tag('gigsy-profile-baselines', args)}</gigsy-provider>`;
  return html`${keyed(client, element)}`;
}

const of = (answer: Answer): Story => ({ render: (args) => asked(answer, args) });

async function shown(canvas: HTMLElement): Promise<ShadowRoot> {
  const element = canvas.querySelector('gigsy-profile-baselines')!;
  await waitFor(() => expect(element.state).toBe('ready'));
  await element.updateComplete;
  return element.shadowRoot!;
}

export const Default: Story = {};
export const PropertyTheme: Story = { args: { theme: 'dark' } };
export const StateLoading: Story = of(undefined);
export const StateUnavailable: Story = of('forbidden');
export const StateError: Story = of('internal');
export const StateOffline: Story = of('offline');
export const StateNothingCounted: Story = of({ upTo: null, roles: [], days: [] });

/** Each chart has its table, which scrolls in its own box. */
export const VariantTables: Story = {
  play: async ({ canvasElement }) => {
    const root = await shown(canvasElement);
    for (const details of root.querySelectorAll('details')) details.open = true;
    await expect(root.querySelectorAll('table')).toHaveLength(3);
  },
};
export const VariantNarrow: Story = { parameters: { width: 320 } };
