/** Messages to a host's developer in the console; a page without faults gets none. */
import { expect } from '@open-wc/testing';
import '@gigsy/elements/profile-card/define';
import '@gigsy/elements/skill-matrix/define';
import '@gigsy/elements/development';
import { put } from '../profile/element.ts';
import { ada, answering, failing } from '../profile/people.ts';

const warnings: string[] = [];
const { warn } = console;

beforeAll(() => {
  console.warn = (message: unknown) => void warnings.push(String(message));
});
beforeEach(() => {
  warnings.length = 0;
});
afterAll(() => {
  console.warn = warn;
});

const shown = async (attributes: Record<string, string>, source = answering(ada)) => {
  const card = await put('gigsy-profile-card', { handle: 'ada' });
  for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
  card.source = source;
  await new Promise((resolve) =>
    card.addEventListener(source === failed ? 'gigsy-error' : 'gigsy-load', resolve, { once: true }),
  );
  return warnings.filter((warning) => warning.startsWith('Gigsy:'));
};
const failed = failing('internal');

it('says nothing about a card that is well', async () => {
  expect(await shown({ 'href-template': '/people/{handle}', 'heading-level': '2', theme: 'dark' })).to.deep.equal([]);
});

it('names each attribute whose value is ignored, once', async () => {
  const attributes = { theme: 'blue', 'heading-level': '7', 'href-template': 'javascript:{handle}' };
  expect(await shown(attributes)).to.deep.equal([
    'Gigsy: <gigsy-profile-card>: theme="blue" is ignored: it may be light or dark.',
    'Gigsy: <gigsy-profile-card>: heading-level="7" is ignored: it may be 1 to 6.',
    'Gigsy: <gigsy-profile-card>: href-template="javascript:{handle}" is ignored: it may be an http:// or https:// address or a path, with {handle} in it.',
  ]);
  warnings.length = 0;
  expect(await shown(attributes)).to.deep.equal([]);
});

it("measures the contrast of a host's own colours", async () => {
  document.documentElement.style.setProperty('--gigsy-text', '#aaa');
  const found = await shown({});
  document.documentElement.style.removeProperty('--gigsy-text');
  expect(found.join()).to.match(
    /The contrast of its text is 2\.3:1 and must be 4\.5:1: change --gigsy-text or --gigsy-surface\./,
  );
});

it('looks at elements that fail, too', async () => {
  expect((await shown({ theme: 'pink' }, failed)).join()).to.contain('theme="pink"');
});
