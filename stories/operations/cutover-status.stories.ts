/** The cutover of profile reads in every state: under way, held up by its proof, and asked about before its last step. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/cutover-status/define';
import type { GigsyCutoverStatus } from '@gigsy/elements';
import { ControlRoom, failingRoom, underWay } from '../people/control-room.ts';
import { focused } from '../reached.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Operations/Cutover status',
  component: 'gigsy-cutover-status',
  args: { 'heading-level': 2 },
  parameters: { width: 720 },
  render: (args) => at(underWay().client, args),
};
export default meta;

type Story = StoryObj<Attributes>;

function at(client: Gigsy | undefined, args: Attributes): TemplateResult {
  const status = html`<gigsy-provider .client=${client}>${tag('gigsy-cutover-status', args)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, status)}`;
}

async function shown(canvas: HTMLElement): Promise<GigsyCutoverStatus> {
  const status = canvas.querySelector('gigsy-cutover-status')!;
  await waitFor(() => expect(status.state).toBe('ready'));
  await status.updateComplete;
  return status;
}

const button = (status: GigsyCutoverStatus, part: string, cohort: string) =>
  status.shadowRoot!.querySelector<HTMLElement>(`[part~="${part}"][data-cohort="${cohort}"]`)!;

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const StateLoading: Story = { render: (args) => at(failingRoom(), args) };
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateNotAvailable: Story = { render: (args) => at(failingRoom('forbidden'), args) };
export const StateError: Story = { render: (args) => at(failingRoom('internal'), args) };
export const StateOffline: Story = { render: (args) => at(failingRoom('offline'), args) };

export const StateNotBegun: Story = { render: (args) => at(new ControlRoom().client, args) };

/** Each obstacle stands before the button that it holds up. */
export const StateHeldUp: Story = {
  render: (args) => {
    const room = underWay()
      .set('early', {
        walked: { profiles: 1_200, complete: false },
        differences: {
          count: 3,
          more: false,
          parts: [
            { name: 'about', profiles: 2 },
            { name: 'skills', profiles: 1 },
          ],
        },
        forward: { to: 'normalized', obstacles: ['drift', 'differences', 'comparison'] },
      })
      .set('pilot', { forward: { to: 'retired', obstacles: ['drift'] } });
    room.drift = { count: 100, more: true };
    return at(room.client, args);
  },
};

/** The question has the focus on the answer that deletes nothing. */
export const StateAsked: Story = {
  play: async ({ canvasElement }) => {
    const status = await shown(canvasElement);
    button(status, 'forward', 'pilot').click();
    await waitFor(() => expect(focused(status)).toHaveAttribute('data-act', 'keep'));
  },
};

export const StateMoved: Story = {
  play: async ({ canvasElement }) => {
    const status = await shown(canvasElement);
    button(status, 'forward', 'rest').click();
    await waitFor(() =>
      expect(status.shadowRoot!.querySelector('[role=status]')).toHaveTextContent(
        'Rest is now in the phase Shadow read.',
      ),
    );
  },
};

export const VariantNarrow: Story = { parameters: { width: 320 } };
