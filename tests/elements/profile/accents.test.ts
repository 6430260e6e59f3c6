/**
 * A host's accent never makes text hard to read: links, marks and focus keep their contrast in both schemes and beside
 * a host's own surface and text, measured as pixels.
 */
import { expect, waitUntil } from '@open-wc/testing';
import '@gigsy/elements/profile-card/define';
import '@gigsy/elements/profile-header/define';
import { contrastRatio } from '../../../packages/elements/src/development/contrast.ts';
import { put, within } from './element.ts';
import { ada } from './people.ts';

const accents = [
  'white',
  'black',
  'yellow',
  'navy',
  'mistyrose',
  'red',
  'lime',
  'aqua',
  'magenta',
  'gray',
  '#c00',
  '#fde68a',
  '#0b1b3a',
  'rebeccapurple',
  'hsl(150 100% 50%)',
  'oklch(.9 .3 200)',
  'color(display-p3 0 1 0)',
  'rgb(0 0 0 / .2)',
  'transparent',
];

/** Each a host's own surface and text, or none; the scheme is the page's. */
const hosts = [
  { scheme: 'light' },
  { scheme: 'dark' },
  { scheme: 'light', surface: '#fdf6ec', text: '#3b2a1a' },
  { scheme: 'light', surface: '#10131a', text: '#f1f5f9' },
  { scheme: 'dark', surface: 'white', text: 'black' },
  { scheme: 'dark', surface: '#1e293b', text: 'white' },
];

for (const { scheme, surface, text } of hosts) {
  it(`any accent reads on ${surface ?? 'its own surface'} in a ${scheme} page`, async () => {
    const header = await put('gigsy-profile-header', { profile: ada });
    const card = await put('gigsy-profile-card', { profile: ada }, { width: 900 });
    await waitUntil(() => within(card, '.l3 i')[0], 'the marks load');
    const behind = () => getComputedStyle(within(header, 'article')[0]!).backgroundColor;
    for (const element of [header, card]) {
      element.style.colorScheme = scheme;
      if (surface) element.style.setProperty('--gigsy-surface', surface);
      if (text) element.style.setProperty('--gigsy-text', text);
    }
    for (const accent of accents) {
      for (const element of [header, card]) element.style.setProperty('--gigsy-accent', accent);
      const link = within(header, '.links a')[0]!;
      link.focus();
      const { color, outlineColor } = getComputedStyle(link);
      expect(contrastRatio(color, behind()), `link, ${accent}: ${color}`).to.be.at.least(4.5);
      expect(contrastRatio(outlineColor, behind()), `focus, ${accent}`).to.be.at.least(4.5);
      const mark = getComputedStyle(within(card, '.l3 i')[0]!).backgroundColor;
      expect(contrastRatio(mark, behind()), `mark, ${accent}: ${mark}`).to.be.at.least(3);
    }
  });
}

it('an accent keeps its hue, and stays as it is where it reads', async () => {
  const header = await put('gigsy-profile-header', { profile: ada });
  const shown = (accent: string) => {
    header.style.setProperty('--gigsy-accent', accent);
    return getComputedStyle(within(header, '.links a')[0]!).color;
  };
  expect(shown('oklch(0.4 0.1 150)')).to.equal('oklch(0.4 0.1 150)');
  expect(shown('oklch(0.9 0.1 150)')).to.match(/^oklch\(0\.49 0\.1\d* 150/);
});
