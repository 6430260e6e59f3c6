/** The card's content: name, facts, initials, link, languages and colours. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { card, part, settled, words } from './card.ts';
import { ada, named } from './people.ts';

describe('a person', () => {
  it('has a name as heading, a headline, and where and whether they can be had', async () => {
    const element = await card({ profile: ada });
    const heading = part(element, 'name')!;
    expect(heading.getAttribute('role')).to.equal('heading');
    expect(heading.getAttribute('aria-level')).to.equal('3');
    expect(words(element, 'headline')).to.equal('Analyst of engines');
    expect(words(element, 'pronouns')).to.equal('she/her');
    expect(words(element, 'meta')).to.equal('Available London, United Kingdom · Remote');
  });

  it('takes the heading level of the page', async () => {
    const element = await card({ profile: ada, headingLevel: 2 });
    expect(part(element, 'name')!.getAttribute('aria-level')).to.equal('2');
  });

  it('has five skills as chips and counts the rest in words', async () => {
    const element = await card({ profile: ada });
    expect(element.renderRoot.querySelectorAll('[part=skill]')).to.have.length(5);
    const more = part(element, 'more')!.firstElementChild!;
    expect(more.textContent).to.equal('+2');
    expect(more.getAttribute('aria-label')).to.equal('2 more skills');
  });

  it('shows fewer skills if their names are long, but at least one, so that the count is visible', async () => {
    const shown = async (...letters: number[]) => {
      const element = await card({
        profile: { ...ada, skills: letters.map((count, index) => ({ id: `s${index}`, name: 'a'.repeat(count) })) },
      });
      return [
        part(element, 'skills')!.querySelectorAll('[part=skill]').length,
        part(element, 'more')?.textContent!.trim(),
      ];
    };
    expect(await shown(12, 12, 12, 12, 12)).to.deep.equal([5, undefined]);
    expect(await shown(24, 24, 24, 1, 1)).to.deep.equal([3, '+2']);
    expect(await shown(100, 1)).to.deep.equal([1, '+1']);
  });

  it('shows only the given fields', async () => {
    const element = await card({ profile: named('Zoë') });
    for (const name of ['headline', 'meta', 'skills', 'image', 'link'])
      expect(part(element, name), name).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('shows the handle of somebody whose name is missing', async () => {
    const element = await card({ profile: { handle: 'zoe', role: 'student' } });
    expect(words(element, 'name')).to.equal('zoe');
  });
});

describe('initials', () => {
  for (const [name, expected] of [
    ['Ada Lovelace', 'AL'],
    ['Zoë', 'Z'],
    ['juan carlos de la vega', 'JV'],
    ['Йона Кац', 'ЙК'],
    ['سامي الخطيب', 'س'],
    ['山田 太郎', '山'],
    ['🙂 ', '?'],
    ['E\u0301mile Zola', 'E\u0301Z'],
  ] as const) {
    it(`of ${name} are ${expected}`, async () => {
      expect(words(await card({ profile: named(name) }), 'initials')).to.equal(expected);
    });
  }

  it('stand where a photo fails', async () => {
    const element = await card({
      profile: { ...ada, identity: { displayName: 'Ada Lovelace', avatarUrl: 'https://127.0.0.1:9/missing.png' } },
    });
    const photo = part(element, 'image') as HTMLImageElement;
    photo.dispatchEvent(new Event('load'));
    expect(getComputedStyle(photo).opacity).to.equal('1');
    photo.dispatchEvent(new Event('error'));
    expect(getComputedStyle(photo).opacity).to.equal('0');
    expect(words(element, 'initials')).to.equal('AL');
  });
});

describe('the link', () => {
  it('covers the card and is reached by keyboard', async () => {
    const element = await card({ profile: ada, hrefTemplate: '/people/{handle}' });
    const link = part(element, 'link') as HTMLAnchorElement;
    expect(new URL(link.href).pathname).to.equal('/people/ada');
    const { left, bottom } = element.getBoundingClientRect();
    expect(element.shadowRoot!.elementFromPoint(left + 5, bottom - 5)).to.equal(link);
    link.focus();
    expect(element.shadowRoot!.activeElement).to.equal(link);
    await expect(element).to.be.accessible();
  });

  for (const template of [
    'javascript:alert(1)//{handle}',
    'data:text/html,{handle}',
    'https://user:secret@example.com/{handle}',
    'http://[',
    'JaVaScRiPt:alert(1)',
    ' \u0001javascript:alert(1)',
    7 as unknown as string,
  ]) {
    it(`is not made of ${JSON.stringify(template)}`, async () => {
      const element = await card({ profile: ada, hrefTemplate: template });
      expect(part(element, 'link')).to.equal(null);
      expect(words(element, 'name')).to.equal('Ada Lovelace');
    });
  }

  it('leaves slotted controls their own clicks', async () => {
    const box = await fixture<HTMLElement>(
      html`<gigsy-profile-card .profile=${ada} href-template="/p/{handle}"><button slot="actions">Write</button></gigsy-profile-card>`,
    );
    await settled(box as HTMLElementTagNameMap['gigsy-profile-card']);
    const { left, top } = box.querySelector('button')!.getBoundingClientRect();
    expect(document.elementFromPoint(left + 3, top + 3)).to.equal(box.querySelector('button'));
  });
});

describe('language', () => {
  it('is that of the nearest lang, and follows it', async () => {
    const box = await fixture<HTMLElement>(
      html`<div lang="es"><gigsy-profile-card .profile=${ada}></gigsy-profile-card></div>`,
    );
    const element = box.querySelector('gigsy-profile-card')!;
    await waitUntil(() => words(element, 'meta').includes('Disponible'));
    expect(words(element, 'meta')).to.contain('Reino Unido');
    expect(part(element, 'more')!.querySelector('[aria-label]')!.getAttribute('aria-label')).to.equal(
      'Otras 2 aptitudes',
    );
    box.lang = 'en';
    await waitUntil(() => words(element, 'meta').includes('Available'));
  });

  it('is found across shadow roots', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="es"></div>`);
    const inner = outer.attachShadow({ mode: 'open' });
    const element = Object.assign(document.createElement('gigsy-profile-card'), { profile: null });
    inner.append(element);
    await waitUntil(() => words(element, 'message') === 'Este perfil no está disponible.');
    outer.lang = 'ar';
    await waitUntil(() => words(element, 'message') === 'هذا الملف الشخصي غير متاح.');
  });

  it('turns the card round in Arabic, and counts in its forms', async () => {
    const box = await fixture<HTMLElement>(
      html`<div lang="ar" style="width: 480px"><gigsy-profile-card .profile=${ada}></gigsy-profile-card></div>`,
    );
    const element = box.querySelector('gigsy-profile-card')!;
    await waitUntil(() => words(element, 'meta').includes('متاح للعمل'));
    const frame = element.renderRoot.querySelector('.frame')!;
    expect([frame.getAttribute('dir'), frame.getAttribute('lang')]).to.deep.equal(['rtl', 'ar']);
    expect(part(element, 'avatar')!.getBoundingClientRect().left).to.be.above(
      part(element, 'name')!.getBoundingClientRect().left,
    );
    expect(part(element, 'more')!.querySelector('[aria-label]')!.getAttribute('aria-label')).to.equal('مهارتان أخريان');
    await expect(element).to.be.accessible();
  });

  for (const lang of ['x', '_', 'tlh-AA', 'not a language', 'en_GB', '\u202e']) {
    it(`is English for lang=${JSON.stringify(lang)}`, async () => {
      const box = await fixture<HTMLElement>(
        html`<div lang=${lang}><gigsy-profile-card .profile=${null}></gigsy-profile-card></div>`,
      );
      expect(words(box.querySelector('gigsy-profile-card')!, 'message')).to.equal('This profile is not available.');
    });
  }
});

describe('colours', () => {
  it('are the page’s, or those of the theme attribute', async () => {
    const element = await card({ profile: ada });
    const surface = () => getComputedStyle(element.renderRoot.querySelector('article')!).backgroundColor;
    expect(surface()).to.equal('oklch(1 0 0)');
    element.setAttribute('theme', 'dark');
    expect(surface()).to.equal('oklch(0.22 0.015 265)');
    await expect(element).to.be.accessible();
    element.style.setProperty('--gigsy-surface', 'rgb(1, 2, 3)');
    expect(surface()).to.equal('rgb(1, 2, 3)');
  });
});

it('content inside the tag is a fallback that gives way', async () => {
  const element = await fixture<HTMLElement>(
    html`<gigsy-profile-card .profile=${ada}><a href="/ada">Ada’s profile</a></gigsy-profile-card>`,
  );
  expect(element.querySelector('a')!.checkVisibility()).to.equal(false);
});
