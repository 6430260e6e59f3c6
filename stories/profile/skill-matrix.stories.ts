/** The skill matrix in every state and presentation, and its use by keyboard. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '@gigsy/elements/skill-matrix/define';
import { recovering } from '../people/hub.ts';
import { focusOn, focused, reached } from '../reached.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Profile/Skill matrix',
  component: 'gigsy-skill-matrix',
  args: { handle: 'ada', 'heading-level': 2 },
  parameters: { width: 900 },
  render: (args) => tag('gigsy-skill-matrix', args),
};
export default meta;

type Story = StoryObj<Attributes>;

export const Default: Story = {};

export const PropertyView: Story = { args: { view: 'table' } };
export const PropertyUngrouped: Story = { args: { ungrouped: true } };
export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const StateLoading: Story = { args: { handle: 'loading' } };
export const StateEmpty: Story = { args: { handle: 'zoe' } };
export const StateNotAvailable: Story = { args: { handle: 'nobody' } };
export const StateError: Story = { args: { handle: 'failing' } };
export const StateOffline: Story = { args: { handle: 'offline' } };
export const StateOfflineWithKnownContent: Story = { args: { handle: 'disconnected', live: true } };

export const VariantNarrow: Story = { parameters: { width: 320 } };
export const VariantRightToLeft: Story = { args: { handle: 'sami' } };
export const VariantLongNames: Story = { args: { handle: 'max' } };
export const VariantTwoHundredSkills: Story = { args: { handle: 'vera' }, tags: ['bulk'] };
export const VariantHostileData: Story = { args: { handle: 'mallory' } };

/** A narrow matrix has a field to sort by in their place. */
function hasHeaders(matrix: Element): boolean {
  return matrix.shadowRoot!.querySelector('thead')!.checkVisibility();
}

export const KeyboardGrid: Story = {
  play: async ({ canvasElement, step }) => {
    const matrix = await reached(canvasElement, 'gigsy-skill-matrix', 'ready');
    const first = hasHeaders(matrix) ? 'Skill' : 'Sciences';
    await step('the grid is one stop, at its first cell', async () => {
      await expect(matrix.shadowRoot!.querySelectorAll('table [tabindex="0"]')).toHaveLength(1);
      await expect(focusOn(matrix, 'table [tabindex="0"]')).toHaveTextContent(first);
    });
    await step('arrows move by a cell', async () => {
      await userEvent.keyboard(hasHeaders(matrix) ? '{ArrowDown}{ArrowDown}{ArrowRight}' : '{ArrowDown}{ArrowRight}');
      // The code of the keys comes with the first focus.
      await waitFor(() => expect(focused(matrix)).toHaveTextContent('Expert'));
      await userEvent.keyboard('{ArrowLeft}');
      await expect(focused(matrix)).toHaveTextContent('Mathematics');
    });
    await step('End and Home lead to the ends of the row', async () => {
      await userEvent.keyboard('{End}');
      await expect(focused(matrix)).toHaveTextContent('Bernoulli numbers');
      await userEvent.keyboard('{Home}');
      await expect(focused(matrix)).toHaveTextContent('Mathematics');
    });
    await step('Page Down and Page Up move by ten rows', async () => {
      await userEvent.keyboard('{PageDown}');
      await expect(focused(matrix)).toHaveTextContent('Weaving');
      await userEvent.keyboard('{PageUp}');
      await expect(focused(matrix)).toHaveTextContent('Mathematics');
    });
    await step('Control with End and Home leads to the last and first cell', async () => {
      await userEvent.keyboard('{Control>}{End}{/Control}');
      await expect(focused(matrix)!.parentElement).toHaveTextContent('Riding');
      await userEvent.keyboard('{Control>}{Home}{/Control}');
      await expect(focused(matrix)).toHaveTextContent(first);
    });
  },
};

export const KeyboardSort: Story = {
  args: { ungrouped: true },
  play: async ({ canvasElement, step }) => {
    const matrix = await reached(canvasElement, 'gigsy-skill-matrix', 'ready');
    const sortedBy = async (key: string, direction: string, first: string) => {
      await userEvent.keyboard(key);
      await waitFor(() => expect(focused(matrix)?.closest('th')).toHaveAttribute('aria-sort', direction));
      await waitFor(() => expect(matrix.shadowRoot!.querySelector('tbody .name')).toHaveTextContent(first));
    };
    if (!hasHeaders(matrix)) {
      await step('the field sorts where there is no room for headers', async () => {
        await userEvent.selectOptions(focusOn(matrix, '[part=sort-field]'), 'level');
        await waitFor(() => expect(matrix.shadowRoot!.querySelector('tbody .name')).toHaveTextContent('Mathematics'));
      });
      return;
    }
    focusOn(matrix, 'table [tabindex="0"]');
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(focused(matrix)).toHaveTextContent('Level'));
    await step('Enter on a level sorts by it, the most first', () => sortedBy('{Enter}', 'descending', 'Mathematics'));
    await step('and the second time the least first', () => sortedBy('{Enter}', 'ascending', 'Flight'));
  },
};

export const KeyboardFilter: Story = {
  args: { handle: 'vera' },
  tags: ['bulk'],
  play: async ({ canvasElement }) => {
    const matrix = await reached(canvasElement, 'gigsy-skill-matrix', 'ready');
    focusOn(matrix, '[part=filter]');
    await userEvent.keyboard('case 199');
    await waitFor(() => expect(matrix.shadowRoot!.querySelectorAll('[part=skill]')).toHaveLength(2));
    await expect(matrix.shadowRoot!.querySelector('[part=count]')).toHaveTextContent('2 of 200');
  },
};

export const KeyboardTable: Story = {
  play: async ({ canvasElement }) => {
    const matrix = await reached(canvasElement, 'gigsy-skill-matrix', 'ready');
    focusOn(matrix, '[part=view-switch]');
    await userEvent.keyboard('{Enter}');
    await matrix.updateComplete;
    await expect(matrix.shadowRoot!.querySelector('table')).toHaveAttribute('role', 'table');
    await expect(matrix.shadowRoot!.querySelectorAll('thead button[tabindex="-1"]')).toHaveLength(0);
  },
};

export const KeyboardRetry: Story = {
  render: (args, { globals }) =>
    html`<gigsy-provider .source=${recovering(globals['viewer'])}>${tag('gigsy-skill-matrix', args)}</gigsy-provider>`,
  play: async ({ canvasElement }) => {
    const matrix = await reached(canvasElement, 'gigsy-skill-matrix', 'error');
    focusOn(matrix, '[part=retry]');
    await userEvent.keyboard('[Space]');
    await reached(canvasElement, 'gigsy-skill-matrix', 'ready');
  },
};
