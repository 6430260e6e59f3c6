/** The portfolio in every state and condition. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@gigsy/elements/portfolio/define';
import { portfolioSource } from '../people/portfolios.ts';
import { type Attributes, tag } from '../tag.ts';

const source = portfolioSource();

const meta: Meta<Attributes> = {
  title: 'Portfolio/Portfolio',
  component: 'gigsy-portfolio',
  args: { handle: 'ada' },
  parameters: { width: 900 },
  render: (args) =>
    html`<gigsy-provider api="https://gigsy.example" .source=${source}>${tag('gigsy-portfolio', args)}</gigsy-provider>`,
};
export default meta;

type Story = StoryObj<Attributes>;

export const Default: Story = {};

export const PropertyTheme: Story = { args: { theme: 'dark' } };
export const PropertyHeadingLevel: Story = { args: { 'heading-level': 4 } };

export const StateLoading: Story = { args: { handle: 'loading' } };
export const StateEmpty: Story = { args: { handle: 'zoe' } };
export const StateNotAvailable: Story = { args: { handle: 'nobody' } };
export const StateError: Story = { args: { handle: 'failing' } };
export const StateOffline: Story = { args: { handle: 'offline' } };
export const StateOfflineWithKnownContent: Story = { args: { handle: 'disconnected', live: true } };
export const VariantFewEntries: Story = { args: { handle: 'few' } };
export const VariantNarrow: Story = { parameters: { width: 320 } };
export const VariantRightToLeft: Story = { args: { handle: 'sami', lang: 'ar' } };
export const VariantLongNames: Story = { args: { handle: 'max' } };
export const VariantHostileData: Story = { args: { handle: 'mallory' } };

/** `Details` shows the words of the page to which a contribution leads. */
export const VariantLinkedPage: Story = { args: { handle: 'linked' } };
export const VariantLinkedPageRightToLeft: Story = { args: { handle: 'linked-sami', lang: 'ar' } };
export const VariantLinkedPageHostile: Story = { args: { handle: 'linked-mallory' } };
