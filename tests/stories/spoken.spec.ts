/**
 * A screen reader's text of card and matrix, from the browser's whole accessibility tree: roles, names, descriptions,
 * values and states in reading order. The files in `spoken` are the last reviewed ones; `npm run stories:accept` writes
 * them again.
 */
import { type Catalogue, type Globals, expect, leftOver, test } from './catalogue.ts';

interface Case {
  id: string;
  globals?: Globals;
  /** Width of the viewport in pixels. */
  width?: number;
  /** Keys that the reader presses first, from before the story. */
  keys?: string[];
  /** Words of the cell that the keys lead to: the code that obeys them comes with the first focus. */
  reached?: string;
  file: string;
}

const card = 'profile-profile-card';
const matrix = 'profile-skill-matrix';

const cases: Case[] = [
  { id: `${card}--default`, file: 'card.en' },
  { id: `${card}--default`, globals: { locale: 'ar' }, file: 'card.ar' },
  { id: `${card}--variant-right-to-left`, globals: { locale: 'ar' }, file: 'card-of-sami.ar' },
  { id: `${card}--default`, width: 320, file: 'card-enlarged.en' },
  { id: `${card}--default`, globals: { width: '280' }, width: 1280, file: 'card-compact.en' },
  {
    id: `${card}--default`,
    globals: { width: '280' },
    width: 1280,
    keys: ['Tab', 'Enter'],
    file: 'card-compact-opened.en',
  },
  { id: `${card}--slot-actions`, globals: { width: '900' }, file: 'card-wide.en' },
  { id: `${card}--state-loading`, file: 'card-loading.en' },
  { id: `${card}--state-not-available`, file: 'card-not-available.en' },
  { id: `${card}--state-error`, file: 'card-error.en' },
  { id: `${card}--state-error`, globals: { locale: 'ar' }, file: 'card-error.ar' },
  { id: `${card}--state-error`, keys: ['Tab', 'Enter'], file: 'card-asked-again.en' },
  { id: `${card}--state-offline-with-known-content`, file: 'card-offline.en' },
  { id: `${matrix}--default`, file: 'matrix.en' },
  { id: `${matrix}--default`, globals: { locale: 'ar' }, file: 'matrix.ar' },
  { id: `${matrix}--default`, width: 320, file: 'matrix-narrow.en' },
  { id: `${matrix}--property-view`, file: 'matrix-as-table.en' },
  { id: `${matrix}--default`, keys: ['Tab', 'n', 'o', 't', 'e'], file: 'matrix-filtered.en' },
  {
    id: `${matrix}--default`,
    keys: ['Tab', 'Tab', 'Tab', 'ArrowDown', 'ArrowDown', 'ArrowRight'],
    reached: 'Expert',
    file: 'matrix-cell.en',
  },
  { id: `${matrix}--state-empty`, file: 'matrix-empty.en' },
  { id: `${matrix}--state-error`, file: 'matrix-error.en' },
];

for (const { id, globals, width = 960, keys = [], reached, file } of cases) {
  test(`spoken: ${file}`, async ({ catalogue }) => {
    const { page } = catalogue;
    await page.setViewportSize({ width, height: 720 });
    await catalogue.show(id, globals);
    for (const key of keys) await page.keyboard.press(key);
    if (reached) await expect(page.locator('td:focus')).toHaveText(reached);
    await catalogue.settle();
    expect(await spoken(catalogue)).toMatchSnapshot(['spoken', `${file}.txt`]);
  });
}

test('every stored file of spoken text has its test', () => {
  expect(
    leftOver(
      'spoken',
      cases.map(({ file }) => `${file}.txt`),
    ),
  ).toEqual([]);
});

interface Node {
  nodeId: string;
  parentId?: string;
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
  description?: { value?: string };
  value?: { value?: string };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
}

/** States that are read out, and states that show where focus can go. */
const SAID = [
  'focused',
  'focusable',
  'expanded',
  'pressed',
  'selected',
  'checked',
  'disabled',
  'required',
  'invalid',
  'readonly',
  'level',
  'busy',
  'live',
  'url',
  'hidden',
];

/** The tree's text once two reads agree: Chromium builds the tree at the first read, and follows the page later. */
async function spoken({ page }: Catalogue): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  const read = async () => {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const { nodes } = (await devtools.send('Accessibility.getFullAXTree')) as unknown as { nodes: Node[] };
    return textOf(nodes);
  };
  let before = '';
  let now = await read();
  while (now !== before) [before, now] = [now, await read()];
  await devtools.detach();
  return now;
}

/**
 * The tree below the story's root, a line for each node, without ignored nodes and without texts that only repeat a
 * name.
 */
function textOf(nodes: Node[]): string {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const main = nodes.find(({ role, ignored }) => role?.value === 'main' && !ignored)!;
  return `${lines(main, 0).join('\n')}\n`;

  function lines(node: Node, depth: number): string[] {
    const kind = node.role?.value ?? '';
    const passed =
      node.ignored || kind === 'InlineTextBox' || kind === 'none' || (kind === 'generic' && !node.name?.value);
    const children = (node.childIds ?? []).map((id) => byId.get(id)).filter((child) => child !== undefined);
    if (kind === 'InlineTextBox') return [];
    const own = passed ? [] : [`${'  '.repeat(depth)}${told(node)}`];
    return [...own, ...children.flatMap((child) => lines(child, passed ? depth : depth + 1))];
  }
}

function told({ role, name, description, value, properties = [] }: Node): string {
  const states = properties
    .filter(
      ({ name: property, value: { value: state } }) =>
        SAID.includes(property) && state !== false && state !== 'false' && state !== '',
    )
    .map(({ name: property, value: { value: state } }) => (state === true ? property : `${property}=${String(state)}`));
  return [
    role?.value,
    name?.value && JSON.stringify(name.value),
    description?.value && `description ${JSON.stringify(description.value)}`,
    value?.value && `value ${JSON.stringify(value.value)}`,
    ...states,
  ]
    .filter(Boolean)
    .join(' ');
}
