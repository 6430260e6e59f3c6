/** Profiles with hostile content: markup, unsafe links, control characters, wrong shapes. */
import { expect, waitUntil } from '@open-wc/testing';
import type { ProfileView } from '@gigsy/sdk/reader';
import { card, part, settled, words } from './card.ts';
import { ada, named } from './people.ts';

const picture = 'data:image/png;base64,iVBORw0KGgo=';

describe('content that means harm', () => {
  it('is text where it is markup', async () => {
    const attack = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>';
    const element = await card(
      { profile: { ...named(attack), about: { text: attack }, skills: [{ id: 'a', name: attack, level: 3 }] } },
      900,
    );
    await waitUntil(() => part(element, 'about'));
    expect(words(element, 'name')).to.equal(attack);
    expect(element.renderRoot.querySelectorAll('script, img')).to.have.length(0);
    expect('harmed' in window).to.equal(false);
  });

  it('leads nowhere but the web', async () => {
    const links = [
      'javascript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      'https://a:b@example.com',
      'nonsense',
      '//example.com',
      'https://example.org/',
    ].map((url, index) => ({ id: `l${index}`, label: 'Here', url }));
    const element = await card(
      { profile: { ...ada, links, identity: { displayName: 'Ada', avatarUrl: picture } } },
      900,
    );
    await waitUntil(() => part(element, 'links'));
    expect([...part(element, 'links')!.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
      'https://example.org/',
    ]);
    expect(part(element, 'image')).to.equal(null);
  });

  it('cannot reorder, hide or break the text around it', async () => {
    const element = await card({ profile: named('\u202eAda\u2066 \u0000Love\ud800lace\u0007') });
    expect(words(element, 'name')).to.equal('Ada Lovelace');
    expect(part(element, 'name')!.querySelector('bdi')!.textContent).to.equal('Ada Lovelace');
    for (const city of ['عمّان', 'Amman\u200f']) {
      const placed = await card({
        profile: { ...ada, identity: { ...ada.identity!, location: { city, countryCode: 'JO' } } },
      });
      expect(words(placed, 'meta')).to.include(`\u2068${city}\u2069, Jordan`);
    }
  });

  it('of any shape is shown as far as it makes sense, and never throws', async () => {
    const cyclic: Record<string, unknown> = { handle: 'x' };
    cyclic.identity = cyclic;
    const shapes: unknown[] = [
      {},
      [],
      'text',
      7,
      true,
      cyclic,
      { handle: 7, identity: null, skills: 'no', links: {}, availability: 3, about: [] },
      {
        skills: [null, 1, { name: 3 }, { name: '' }, { name: 'ok', level: 99 }],
        links: [null, { url: 9 }],
        identity: { displayName: {}, location: 5, avatarUrl: {} },
      },
      {
        identity: { location: { countryCode: 'zz' } },
        availability: { status: '__proto__', from: 'yesterday', hoursPerWeek: 'many', remote: 'yes' },
      },
      { availability: { status: 'open', from: '99999999', hoursPerWeek: Infinity } },
    ];
    for (const shape of shapes) {
      for (const width of [280, 900]) {
        const element = await card({ profile: shape as ProfileView }, width);
        await settled(element);
        expect(['ready', 'unavailable'], JSON.stringify(shape === cyclic ? 'cyclic' : shape)).to.include(element.state);
      }
    }
  });
});
