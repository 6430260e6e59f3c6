/**
 * Looks, compared with approved pictures (`npm run stories:accept` takes them again): light and left to right, dark and
 * right to left, forced colours, 320 px. A picture may differ in 100 pixels, for the edges of letters (39 were seen
 * without a change). Typefaces come with the tests, and nothing moves.
 */
import { type Catalogue, type Globals, expect, leftOver, test } from './catalogue.ts';
import { useOwnTypeface } from './typeface.ts';

const pictured = [
  'profile-profile-card--variant-sizes',
  'profile-profile-card--variant-with-photo',
  'profile-profile-card--slot-actions',
  'profile-profile-card--state-loading',
  'profile-profile-card--state-error',
  'profile-profile-card--state-offline-with-known-content',
  'profile-skill-matrix--default',
  'profile-page--default',
  'profile-page--right-to-left',
  'provider--property-appearance',
];

const looks: Record<string, { globals: Globals; viewport?: number; forcedColors?: 'active' }> = {
  light: { globals: { width: 'auto' } },
  'dark-rtl': { globals: { width: 'auto', theme: 'dark', locale: 'ar' } },
  'forced-colours': { globals: { width: 'auto' }, forcedColors: 'active' },
  '320px': { globals: {}, viewport: 320 },
};

const picture = (id: string, look: string) => `${id.replace(/^profile-/, '')}.${look}.png`;

async function prepare({ page }: Catalogue): Promise<void> {
  if (
    await page.evaluate(
      () => document.fonts.check('1em Pictured') && [...document.fonts].some(({ family }) => family === 'Pictured'),
    )
  )
    return;
  await useOwnTypeface(page);
}

for (const [look, { globals, viewport = 960, forcedColors = null }] of Object.entries(looks)) {
  for (const id of pictured) {
    test(`looks: ${id} ${look}`, async ({ catalogue }) => {
      const { page, root } = catalogue;
      await prepare(catalogue);
      await page.setViewportSize({ width: viewport, height: 720 });
      await page.emulateMedia({ forcedColors });
      await catalogue.show(id, globals);
      await page.mouse.move(0, 0);
      await expect(root).toHaveScreenshot(['looks', picture(id, look)]);
      await page.emulateMedia({ forcedColors: null });
    });
  }
}

test('every stored picture has its story', () => {
  expect(
    leftOver(
      'looks',
      pictured.flatMap((id) => Object.keys(looks).map((look) => picture(id, look))),
    ),
  ).toEqual([]);
});

test('every letter in the pictures has a typeface of the tests', async ({ catalogue }) => {
  const { page } = catalogue;
  await prepare(catalogue);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const foreign = new Set<string>();
  // Wide enough for every letter: narrow matrices have no headers.
  await page.setViewportSize({ width: 960, height: 720 });
  for (const id of pictured) {
    for (const locale of ['en', 'ar']) {
      await catalogue.show(id, { locale });
      const { root } = await devtools.send('DOM.getDocument', { depth: -1, pierce: true });
      for (const nodeId of written(root)) {
        const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
        for (const { familyName, isCustomFont } of fonts) if (!isCustomFont) foreign.add(`${familyName} in ${id}`);
      }
    }
  }
  await devtools.detach();
  expect([...foreign]).toEqual([]);
});

interface Described {
  nodeId: number;
  nodeType: number;
  nodeName: string;
  nodeValue: string;
  children?: Described[];
  shadowRoots?: Described[];
}

/** Elements in shadow roots that hold text themselves. */
function written({ nodeId, nodeName, children = [], shadowRoots = [] }: Described, inside = false): number[] {
  const holds =
    inside && nodeName !== 'STYLE' && children.some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue.trim());
  return [
    ...(holds ? [nodeId] : []),
    ...children.flatMap((child) => written(child, inside)),
    ...shadowRoots.flatMap((child) => written(child, true)),
  ];
}
