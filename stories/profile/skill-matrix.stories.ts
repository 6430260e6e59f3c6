/** The skill matrix in every state, width and presentation, with what a reader does to it. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { GigsySkillMatrix } from '@gigsy/elements';
import '@gigsy/elements/skill-matrix/define';
import { endless, failing, hostile, losing, never, sami, skilled, sparse, versatile } from './people.ts';

type Args = Pick<GigsySkillMatrix, 'handle' | 'profile' | 'source' | 'live' | 'view' | 'ungrouped' | 'headingLevel'>;

const meta: Meta<Args> = {
  title: 'Profile/Skill matrix',
  component: 'gigsy-skill-matrix',
  args: { headingLevel: 2, view: 'grid' },
  globals: { width: '900' },
  render: ({ handle, profile, source, live, view, ungrouped, headingLevel }) => html`<gigsy-skill-matrix
    handle=${handle ?? nothing} .profile=${profile} .source=${source} ?live=${live} view=${view} ?ungrouped=${ungrouped}
    heading-level=${headingLevel}></gigsy-skill-matrix>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Ready: Story = { args: { profile: skilled } };
export const Loading: Story = { args: { handle: 'ada', source: never } };
export const NotAvailable: Story = { args: { profile: null } };
export const Failed: Story = { args: { handle: 'ada', source: failing('internal') } };
export const Offline: Story = { args: { handle: 'ada', source: failing('offline') } };
export const OfflineWithKnownContent: Story = { args: { handle: 'ada', live: true, source: losing(skilled) } };
export const Empty: Story = { args: { profile: sparse } };

export const PlainTable: Story = { args: { profile: skilled, view: 'table' } };
export const Ungrouped: Story = { args: { profile: skilled, ungrouped: true } };
export const TwoHundredSkills: Story = { args: { profile: versatile } };
export const Narrow: Story = { args: { profile: skilled }, globals: { width: '320' } };
export const Column: Story = { args: { profile: skilled }, globals: { width: '480' } };
export const Dark: Story = { args: { profile: skilled }, globals: { theme: 'dark' } };
export const Arabic: Story = { args: { profile: sami }, globals: { locale: 'ar' } };
export const Japanese: Story = { args: { profile: skilled }, globals: { locale: 'ja' } };
export const PseudoLocaleNarrow: Story = { args: { profile: skilled }, globals: { locale: 'en-XA', width: '320' } };
export const EndlessContent: Story = { args: { profile: endless } };
export const HostileContent: Story = { args: { profile: hostile } };

export const ByKeyboard: Story = {
  args: { profile: skilled },
  play: async ({ canvasElement, step }) => {
    const matrix = canvasElement.querySelector('gigsy-skill-matrix')!;
    const root = matrix.shadowRoot!;
    await matrix.updateComplete;
    const press = (key: string) => root.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await step('the grid is one tab stop', () => {
      const stops = root.querySelectorAll<HTMLElement>('table [tabindex="0"]');
      if (stops.length !== 1) throw new Error(`${stops.length} tab stops.`);
      stops[0]!.focus();
    });
    await step('arrows lead to the levels, and a button there sorts', async () => {
      press('ArrowRight');
      (root.activeElement as HTMLElement).click();
      await matrix.updateComplete;
      const sort = root.activeElement!.parentElement!.getAttribute('aria-sort');
      if (sort !== 'descending') throw new Error(`Sorted ${sort}.`);
    });
    await step('down leads to the first skill with the most', () => {
      press('ArrowDown');
      press('ArrowDown');
      if (!root.activeElement!.textContent!.includes('Expert')) throw new Error(`At ${root.activeElement!.textContent}.`);
    });
  },
};
