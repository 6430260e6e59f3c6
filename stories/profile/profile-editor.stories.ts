/** The editor of one's own profile in every state: sections and lists, saving, and changes by somebody else. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { Gigsy } from '@gigsy/sdk';
import { type TemplateResult, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@gigsy/elements/profile-editor/define';
// Loaded with the stories, so that selects have their lists at once.
import '@gigsy/schema/country-codes';
import '@gigsy/schema/currency-codes';
import type { GigsyProfileEditor } from '@gigsy/elements';
import { ada } from '../people/ada.ts';
import { Desk, failingClient, trouble } from '../people/desk.ts';
import { leaveDesk } from '../people/leave-desk.ts';
import { max } from '../people/longest.ts';
import { mallory, sami } from '../people/others.ts';
import type { Person } from '../people/person.ts';
import { type Attributes, tag } from '../tag.ts';

const meta: Meta<Attributes> = {
  title: 'Profile/Profile editor',
  component: 'gigsy-profile-editor',
  args: { section: 'skills', 'heading-level': 2 },
  parameters: { width: 640 },
  // Drafts outlive a story, as they outlive a page.
  beforeEach: leaveDesk,
  render: (args) => at(new Desk(ada).client, args),
};
export default meta;

type Story = StoryObj<Attributes>;

const desks = new WeakMap<Gigsy, Desk>();

/** A provider and an editor of its own: a story's person is at their own desk, with nothing typed yet. */
function at(client: Gigsy | undefined, args: Attributes, content: unknown = ''): TemplateResult {
  const editor = html`<gigsy-provider .client=${client}>${tag('gigsy-profile-editor', args, content)}</gigsy-provider>`;
  return html`${keyed(client ?? {}, editor)}`;
}

const of = (person: Person): Story => ({ render: (args) => at(new Desk(person).client, args) });

/** The editor once its sections are there, and the desk of its person. */
async function opened(canvas: HTMLElement): Promise<{ editor: GigsyProfileEditor; desk: Desk | undefined }> {
  const editor = canvas.querySelector('gigsy-profile-editor')!;
  await waitFor(() => expect(editor.state).toBe('ready'));
  await editor.updateComplete;
  return { editor, desk: desks.get(editor.closest('gigsy-provider')!.client!) };
}

const node = (editor: GigsyProfileEditor, id: string) => editor.shadowRoot!.getElementById(id) as HTMLInputElement;

/** As a person does: the test library types into no shadow root. Real keys are in tests/elements/profile. */
async function write(editor: GigsyProfileEditor, id: string, words: string): Promise<void> {
  const field = node(editor, id);
  field.focus();
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await editor.updateComplete;
}

async function press(editor: GigsyProfileEditor, id: string): Promise<void> {
  node(editor, id).click();
  await editor.updateComplete;
}

const reached = (editor: GigsyProfileEditor, status: string) =>
  waitFor(() => expect(editor.status).toBe(status), { timeout: 4000 });

/** At a desk whose calls to write are refused, so that nothing saves itself while a picture is taken. */
function still(person = ada): Story {
  return {
    render: (args) => {
      const desk = new Desk(person);
      desk.writeTroubles.push(...Array.from({ length: 99 }, () => ({ until: new Promise<void>(() => {}) })));
      return at(desk.client, args);
    },
  };
}

function withDesk(): Story {
  return {
    render: (args) => {
      const desk = new Desk(ada);
      desks.set(desk.client, desk);
      return at(desk.client, args);
    },
  };
}

export const Default: Story = {};
export const PropertySection: Story = { args: { section: 'availability' } };
export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const StateLoading: Story = { render: (args) => at(failingClient(), args) };
export const StateSignedOut: Story = { render: (args) => at(undefined, args) };
export const StateEmpty: Story = { render: (args) => at(new Desk(null).client, args) };
export const StateError: Story = { render: (args) => at(failingClient('internal'), args) };
export const StateOffline: Story = { render: (args) => at(failingClient('offline'), args) };

export const SlotSignedOut: Story = {
  render: (args) => at(undefined, args, html`<button slot="signed-out">Sign in</button>`),
};

/** An item with its fields, and the buttons that move and remove it. */
export const ListItemOpen: Story = {
  args: { section: 'workExperience' },
  play: async ({ canvasElement }) => {
    const { editor } = await opened(canvasElement);
    const { id } = ada.sections.workExperience[0]!;
    await press(editor, `workExperience.${id}`);
    await expect(node(editor, `workExperience.${id}.organisation`)).toHaveValue('Babbage & Co.');
  },
};

/** The focus is in the first field of the new item. */
export const ListItemAdded: Story = {
  play: async ({ canvasElement }) => {
    const { editor } = await opened(canvasElement);
    await press(editor, 'skills.add');
    await expect(editor.shadowRoot!.activeElement!.id).toMatch(/^skills\..+\.name$/);
  },
};

/** The focus is on the way back. */
export const ListItemRemoved: Story = {
  ...still(),
  play: async ({ canvasElement }) => {
    const { editor } = await opened(canvasElement);
    await press(editor, 'skills.2');
    await press(editor, 'skills.2-remove');
    await expect(editor.shadowRoot!.activeElement).toBe(node(editor, 'skills.2-restore'));
  },
};

export const ListEmpty: Story = { args: { section: 'awards' } };

export const StateSaved: Story = {
  args: { section: 'identity' },
  tags: ['moving'],
  play: async ({ canvasElement }) => {
    const { editor } = await opened(canvasElement);
    await write(editor, 'identity.headline', 'Poet of engines');
    await reached(editor, 'saved');
    await expect(editor.shadowRoot!.querySelector('[part~=undo]')).toBeVisible();
  },
};

export const StateInvalid: Story = {
  play: async ({ canvasElement }) => {
    const { editor } = await opened(canvasElement);
    await press(editor, 'skills.1');
    await write(editor, 'skills.1.name', ' ');
    await write(editor, 'skills.1.years', 'many');
    void editor.save();
    await reached(editor, 'invalid');
    await waitFor(() => expect(editor.shadowRoot!.activeElement).toHaveClass('summary'));
  },
};

/** A field that both changed, an item that was removed elsewhere, and one that was removed here. */
export const StateConflict: Story = {
  ...withDesk(),
  play: async ({ canvasElement }) => {
    const { editor, desk } = await opened(canvasElement);
    for (const id of ['1', '3']) {
      await press(editor, `skills.${id}`);
      await write(editor, `skills.${id}.name`, `Typed here, ${id}`);
    }
    await press(editor, 'skills.9');
    await press(editor, 'skills.9-remove');
    const elsewhere = desk!.mine!.sections.skills.filter(({ id }) => id !== '3');
    desk!.store({
      skills: elsewhere.map((skill) =>
        skill.id === '1' || skill.id === '9' ? { ...skill, name: `Saved elsewhere, ${skill.id}` } : skill,
      ),
    });
    void editor.save();
    await reached(editor, 'conflict');
    await waitFor(() => expect(editor.shadowRoot!.querySelectorAll('[part=conflict]')).toHaveLength(3));
  },
};

export const StateOfflineWithChanges: Story = {
  render: (args) => {
    const desk = new Desk(ada);
    desk.writeTroubles.push(...Array.from({ length: 50 }, () => trouble('offline')));
    return at(desk.client, args);
  },
  play: async ({ canvasElement }) => {
    const { editor } = await opened(canvasElement);
    await press(editor, 'skills.1');
    await write(editor, 'skills.1.name', 'Maths');
    void editor.save();
    await reached(editor, 'unsent');
  },
};

export const StateRestored: Story = {
  args: { section: 'identity' },
  ...still(),
  beforeEach: () => {
    const key = ['gigsy-draft', 'https://desk.example', 'ada', 'profile/identity'].map(encodeURIComponent).join(' ');
    const base = { headline: ada.sections.identity.headline };
    sessionStorage.setItem(key, JSON.stringify({ version: 1, base, values: { headline: 'Typed before the reload' } }));
  },
  play: async ({ canvasElement }) => {
    const { editor } = await opened(canvasElement);
    await expect(node(editor, 'identity.headline')).toHaveValue('Typed before the reload');
    await expect(editor.shadowRoot!.querySelector('[part=note]')).toBeVisible();
  },
};

export const VariantNarrow: Story = { parameters: { width: 280 } };
export const VariantRightToLeft: Story = of(sami);
export const VariantLongNames: Story = { args: { section: 'identity' }, ...of(max) };
/** A name of it has a lone surrogate, which no file of names can hold. */
export const VariantHostileData: Story = { ...of(mallory), tags: ['bulk'] };
