/** The editor of one's own portfolio in every state: order, who sees an entry, contributions, and files on their way. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/portfolio-editor/define';
import type { GigsyPortfolioEditor } from '@gigsy/elements';
import { ada } from '../people/ada.ts';
import { control as node, write } from '../people/at-desk.ts';
import { leaveDesk } from '../people/leave-desk.ts';
import { mallory, sami } from '../people/others.ts';
import { PortfolioDesk, failingPortfolio, own } from '../people/portfolio-desk.ts';
import { arabic, hostile, longest } from '../people/portfolios.ts';
import { focused } from '../reached.ts';
import { type Attributes, tag } from '../tag.ts';

let listening: PortfolioDesk | undefined;

const meta: Meta<Attributes> = {
  title: 'Portfolio/Portfolio editor',
  component: 'gigsy-portfolio-editor',
  args: { 'heading-level': 2 },
  parameters: { width: 640 },
  beforeEach: async () => {
    listening?.restore();
    listening = undefined;
    await leaveDesk();
  },
  render: (args) => at(new PortfolioDesk(ada), args),
};
export default meta;

type Story = StoryObj<Attributes>;

const desks = new WeakMap<Gigsy, PortfolioDesk>();

function at(desk: PortfolioDesk | Gigsy | undefined, args: Attributes, content: unknown = ''): TemplateResult {
  const client = desk instanceof PortfolioDesk ? desk.client : desk;
  if (desk instanceof PortfolioDesk) desks.set(desk.client, (listening = desk.listen()));
  const editor = html`<gigsy-provider .client=${client}>${tag('gigsy-portfolio-editor', args, content)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, editor)}`;
}

async function opened(
  canvas: HTMLElement,
  id?: string,
): Promise<{ editor: GigsyPortfolioEditor; desk: PortfolioDesk }> {
  const editor = canvas.querySelector('gigsy-portfolio-editor')!;
  await waitFor(() => expect(editor.state).toBe('ready'));
  const desk = desks.get(editor.closest('gigsy-provider')!.client!)!;
  await waitFor(() => expect(editor.shadowRoot!.querySelector('.toggle .help')).not.toBeNull());
  if (id !== undefined) {
    node(editor, id).click();
    await waitFor(() => expect(node(editor, `${id}-fields`)).toBeVisible());
    await waitFor(() => expect(editor.shadowRoot!.querySelector('.setting')).not.toBeNull());
    await waitFor(() => expect(editor.shadowRoot!.textContent).not.toContain('Looking up'));
  }
  return { editor, desk };
}

const opening = (id: string): Story => ({
  play: async ({ canvasElement }) => {
    await opened(canvasElement, id);
  },
});

async function press(editor: GigsyPortfolioEditor, id: string): Promise<void> {
  node(editor, id).click();
  await editor.updateComplete;
}

const failing = (code?: Parameters<typeof failingPortfolio>[0]): Story => ({
  render: (args) => at(failingPortfolio(code), args),
});

export const Default: Story = { play: async ({ canvasElement }) => void (await opened(canvasElement)) };
export const PropertyTheme: Story = { args: { theme: 'dark' }, ...opening('badges.b1') };

export const StateLoading: Story = failing();
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateEmpty: Story = { render: (args) => at(new PortfolioDesk(null), args) };
export const StateError: Story = failing('internal');
export const StateOffline: Story = failing('offline');
export const SlotSignedOut: Story = {
  render: (args) => at(undefined, args, html`<button slot="signed-out">Sign in</button>`),
};

/** Nothing of other systems, and no contribution. */
export const VariantNothingYet: Story = {
  render: (args) => at(new PortfolioDesk(ada, { handle: 'ada', versions: own.versions }, []), args),
};

/** An entry of another system: who sees it, and its place. */
export const EntryOpen: Story = opening('badges.b1');
export const ContributionOpen: Story = opening('contributions.p1');
export const ContributionOpenNarrow: Story = { ...ContributionOpen, parameters: { width: 280 } };

/** The focus is in the title of the new contribution, which nobody can see yet. */
export const ContributionAdded: Story = {
  play: async ({ canvasElement }) => {
    const { editor } = await opened(canvasElement);
    await press(editor, 'contributions.add');
    await expect(focused(editor)?.id).toMatch(/^contributions\..+\.title$/);
  },
};

export const ContributionRemoved: Story = {
  play: async ({ canvasElement }) => {
    const { editor } = await opened(canvasElement, 'contributions.p2');
    await press(editor, 'contributions.p2-remove');
    await expect(focused(editor)?.id).toBe('contributions.p2-restore');
  },
};

/** Media without a file and without an address. */
export const ContributionInvalid: Story = {
  play: async ({ canvasElement }) => {
    const { editor } = await opened(canvasElement, 'contributions.p2');
    await write(editor, 'contributions.p2.url', '');
    await editor.save();
    await waitFor(() => expect(node(editor, 'contributions.p2.files-fault')).toBeVisible());
  },
};

/** The order was changed elsewhere too. */
export const OrderConflict: Story = {
  play: async ({ canvasElement }) => {
    const { editor, desk } = await opened(canvasElement, 'badges.b1');
    desk.store(({ mine }) => mine!.badges!.reverse(), 'badges');
    await press(editor, 'badges.b1-down');
    await editor.save();
    await waitFor(() => expect(editor.status).toBe('conflict'));
  },
};

/** The audience of an entry could not be stored. */
export const AudienceNotStored: Story = {
  play: async ({ canvasElement }) => {
    const { editor, desk } = await opened(canvasElement, 'badges.b1');
    desk.privacy.troubles.push('offline');
    editor.shadowRoot!.querySelector<HTMLElement>('[data-setting="badges/b1"][data-to=owner]')!.click();
    await waitFor(() => expect(editor.shadowRoot!.querySelector('.sight [part=retry]')).not.toBeNull());
  },
};

/** A picture of two colours, as a person chooses it. */
async function picture(): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 320 });
  const context = canvas.getContext('2d')!;
  const sky = context.createLinearGradient(0, 0, 480, 320);
  ['#1e3a8a', '#fde68a'].forEach((color, index) => sky.addColorStop(index, color));
  context.fillStyle = sky;
  context.fillRect(0, 0, 480, 320);
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!)));
  return new File([blob], 'evening-over-the-loom.png', { type: 'image/png' });
}

const paper = (size = 1_400_000) => new File([new Uint8Array(size)], 'paper.pdf', { type: 'application/pdf' });

/** Files that are chosen for an open contribution, until one is in this state. */
const choosing = (
  state: string,
  make: () => Promise<File[]>,
  prepare: (desk: PortfolioDesk) => void = () => {},
): Story => ({
  play: async ({ canvasElement }) => {
    const { editor, desk } = await opened(canvasElement, 'contributions.p3');
    prepare(desk);
    const chosen = new DataTransfer();
    for (const file of await make()) chosen.items.add(file);
    const input = node(editor, 'contributions.p3.files-input');
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
    const wanted = state === 'stored' ? '[part=file] .thumb canvas' : `[part=upload][data-state=${state}]`;
    await waitFor(() => expect(editor.shadowRoot!.querySelector(wanted)).not.toBeNull(), { timeout: 4000 });
  },
});

const never = { until: new Promise<void>(() => {}) };
const atOnce = { until: Promise.resolve() };

export const FileSending: Story = choosing(
  'waiting',
  async () => [paper(), await picture()],
  ({ uploadTroubles }) => uploadTroubles.push(atOnce, never),
);
export const FileChecking: Story = choosing(
  'checking',
  async () => [paper()],
  ({ uploadTroubles }) => uploadTroubles.push(atOnce, atOnce, never),
);
export const FileStored: Story = choosing('stored', async () => [await picture(), paper(20_000)]);
export const FileRefused: Story = choosing(
  'refused',
  async () => [paper(20_000)],
  ({ uploadTroubles }) => uploadTroubles.push(atOnce, 'active'),
);
export const FileStopped: Story = choosing(
  'stopped',
  async () => [paper(20_000)],
  ({ troubles }) => troubles.push('rate_limited'),
);
export const FileLost: Story = choosing(
  'lost',
  async () => [paper(20_000)],
  ({ troubles }) => troubles.push('offline'),
);

export const VariantLongNames: Story = {
  render: (args) => at(new PortfolioDesk(ada, { ...own, ...longest, handle: 'ada' }), args),
  ...opening('badges.b1'),
};

export const VariantRightToLeft: Story = {
  args: { lang: 'ar' },
  render: (args) => at(new PortfolioDesk(sami, { ...arabic, versions: own.versions }), args),
  play: async ({ canvasElement }) => {
    const { editor } = await opened(canvasElement);
    node(editor, 'badges.b1').click();
    await waitFor(() => expect(editor.shadowRoot!.querySelector('.setting')).not.toBeNull());
  },
};

/** Values of any shape, which show as text or not at all. */
export const VariantHostileData: Story = {
  render: (args) => at(new PortfolioDesk(mallory, { ...hostile, versions: own.versions }, []), args),
};
