/** The editor of one's own profile in every state: sections and lists, saving, and changes by somebody else. */
import type { Meta } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { RESTORABLE_MS } from '@gigsy/schema';
import { html } from 'lit';
import '@gigsy/elements/profile-editor/define';
// Loaded with the stories, so that selects have their lists at once.
import '@gigsy/schema/country-codes';
import '@gigsy/schema/currency-codes';
import type { GigsyProfileEditor } from '@gigsy/elements';
import { ada } from '../people/ada.ts';
import { type Story, atDesk, control as node, leaveDraft, reached, write } from '../people/at-desk.ts';
import type { Desk } from '../people/desk.ts';
import { max } from '../people/longest.ts';
import { mallory, sami } from '../people/others.ts';
import { focused } from '../reached.ts';
import type { Attributes } from '../tag.ts';

const { states, opened, seated, slotted, offline, beforeEach, render } = atDesk('gigsy-profile-editor');

const meta: Meta<Attributes> = {
  title: 'Profile/Profile editor',
  component: 'gigsy-profile-editor',
  args: { section: 'skills', 'heading-level': 2 },
  parameters: { width: 640 },
  beforeEach,
  render,
};
export default meta;

async function press(editor: GigsyProfileEditor, id: string): Promise<void> {
  node(editor, id).click();
  await editor.updateComplete;
}

/** At a desk whose calls to write are refused, so that nothing saves itself while a picture is taken. */
const still = (prepare: (desk: Desk) => void = () => {}): Story =>
  seated(ada, (desk) => {
    desk.writeTroubles.push(...Array.from({ length: 99 }, () => ({ until: new Promise<void>(() => {}) })));
    prepare(desk);
  });

export const Default: Story = {};
export const PropertySection: Story = { args: { section: 'availability' } };
export const PropertyTheme: Story = { args: { theme: 'dark' } };

export const StateLoading: Story = states.loading;
export const StateSignedOut: Story = states.signedOut;
export const StateEmpty: Story = states.empty;
export const StateError: Story = states.error;
export const StateOffline: Story = states.offline;

export const SlotSignedOut: Story = slotted('signed-out', html`<button slot="signed-out">Sign in</button>`);

/** An item with its fields, and the buttons that move and remove it. */
export const ListItemOpen: Story = {
  args: { section: 'workExperience' },
  play: async ({ canvasElement }) => {
    const { element: editor } = await opened(canvasElement);
    const { id } = ada.sections.workExperience[0]!;
    await press(editor, `workExperience.${id}`);
    await expect(node(editor, `workExperience.${id}.organisation`)).toHaveValue('Babbage & Co.');
  },
};

/** The focus is in the first field of the new item. */
export const ListItemAdded: Story = {
  play: async ({ canvasElement }) => {
    const { element: editor } = await opened(canvasElement);
    await press(editor, 'skills.add');
    await expect(focused(editor)?.id).toMatch(/^skills\..+\.name$/);
  },
};

/** The focus is on the way back. */
export const ListItemRemoved: Story = {
  ...still(),
  play: async ({ canvasElement }) => {
    const { element: editor } = await opened(canvasElement);
    await press(editor, 'skills.2');
    await press(editor, 'skills.2-remove');
    await expect(focused(editor)?.id).toBe('skills.2-restore');
  },
};

export const ListEmpty: Story = { args: { section: 'awards' } };

/** Entries that left the list in earlier visits, each with its way back. */
export const ListRemovedEntries: Story = {
  ...seated(ada, (desk) => {
    const restorableUntil = Date.UTC(2031, 4, 26, 12);
    const removedAt = restorableUntil - RESTORABLE_MS;
    desk.removed = [
      'Falconry',
      'Juggling',
      'Correspondence with Faraday on electricity and on the limits of the mind',
    ].map((name, index) => ({ section: 'skills', item: { id: `r${index}`, name }, removedAt, restorableUntil }));
  }),
  play: async ({ canvasElement }) => {
    const { element: editor } = await opened(canvasElement);
    await press(editor, 'skills.removed');
    await waitFor(() => expect(node(editor, 'skills.r0-back')).toBeVisible());
  },
};

/** A picture of many colours, as a person chooses it. */
async function choosePicture(editor: GigsyProfileEditor): Promise<void> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 600 });
  const context = canvas.getContext('2d')!;
  const sky = context.createLinearGradient(0, 0, 900, 600);
  ['#1e3a8a', '#0ea5e9', '#fde68a', '#f97316'].forEach((color, index) => sky.addColorStop(index / 3, color));
  context.fillStyle = sky;
  context.fillRect(0, 0, 900, 600);
  context.fillStyle = '#111827';
  context.beginPath();
  context.arc(480, 260, 110, 0, 2 * Math.PI);
  context.ellipse(480, 560, 220, 180, 0, 0, 2 * Math.PI);
  context.fill();
  const picture = await new Promise<Blob>((resolve) => canvas.toBlob((blob) => resolve(blob!)));
  const chosen = new DataTransfer();
  chosen.items.add(new File([picture], 'me.png', { type: 'image/png' }));
  const input = node(editor, 'picture-file');
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
}

/** The stage has the focus. */
export const PictureCrop: Story = {
  args: { section: 'identity' },
  play: async ({ canvasElement }) => {
    const { element: editor } = await opened(canvasElement);
    await choosePicture(editor);
    await waitFor(() => expect(focused(editor)?.id).toBe('picture-part'));
  },
};

export const PictureCropNarrow: Story = { ...PictureCrop, parameters: { width: 280 } };

/** A file that is not a picture, whatever its name says. */
export const PictureRefused: Story = {
  args: { section: 'identity' },
  play: async ({ canvasElement }) => {
    const { element: editor } = await opened(canvasElement);
    const chosen = new DataTransfer();
    chosen.items.add(new File(['<p>'], 'me.png', { type: 'image/png' }));
    node(editor, 'picture-file').files = chosen.files;
    node(editor, 'picture-file').dispatchEvent(new Event('change'));
    await waitFor(() => expect(node(editor, 'picture-fault')).toBeVisible());
  },
};

export const StateSaved: Story = {
  args: { section: 'identity' },
  tags: ['moving'],
  play: async ({ canvasElement }) => {
    const { element: editor } = await opened(canvasElement);
    await write(editor, 'identity.headline', 'Poet of engines');
    await reached(editor, 'saved');
    await expect(editor.shadowRoot!.querySelector('[part~=undo]')).toBeVisible();
  },
};

export const StateInvalid: Story = {
  play: async ({ canvasElement }) => {
    const { element: editor } = await opened(canvasElement);
    await press(editor, 'skills.1');
    await write(editor, 'skills.1.name', ' ');
    await write(editor, 'skills.1.years', 'many');
    void editor.save();
    await reached(editor, 'invalid');
    await waitFor(() => expect(focused(editor)).toHaveClass('summary'));
  },
};

/** A field that both changed, an item that was removed elsewhere, and one that was removed here. */
export const StateConflict: Story = {
  play: async ({ canvasElement }) => {
    const { element: editor, desk } = await opened(canvasElement);
    for (const id of ['1', '3']) {
      await press(editor, `skills.${id}`);
      await write(editor, `skills.${id}.name`, `Typed here, ${id}`);
    }
    await press(editor, 'skills.9');
    await press(editor, 'skills.9-remove');
    const elsewhere = desk.mine!.sections.skills.filter(({ id }) => id !== '3');
    desk.store({
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
  ...offline,
  play: async ({ canvasElement }) => {
    const { element: editor } = await opened(canvasElement);
    await press(editor, 'skills.1');
    await write(editor, 'skills.1.name', 'Maths');
    void editor.save();
    await reached(editor, 'unsent');
  },
};

export const StateRestored: Story = {
  args: { section: 'identity' },
  ...still(),
  beforeEach: () => leaveDraft('Typed before the reload'),
  play: async ({ canvasElement }) => {
    const { element: editor } = await opened(canvasElement);
    await expect(node(editor, 'identity.headline')).toHaveValue('Typed before the reload');
    await expect(editor.shadowRoot!.querySelector('[part=note]')).toBeVisible();
  },
};

export const VariantNarrow: Story = { parameters: { width: 280 } };
export const VariantRightToLeft: Story = seated(sami);
export const VariantLongNames: Story = { args: { section: 'identity' }, ...seated(max) };
/** A name of it has a lone surrogate, which no file of names can hold. */
export const VariantHostileData: Story = { ...seated(mallory), tags: ['bulk'] };
