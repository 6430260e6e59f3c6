/** The portfolio: its entries, its filters, its states, and values of any shape. */
import { expect, waitUntil } from '@open-wc/testing';
import { userEvent } from 'vitest/browser';
import fc from 'fast-check';
import type { GigsyPortfolio } from '@gigsy/elements';
import { GigsyError } from '@gigsy/sdk/resource-reader';
import '@gigsy/elements/portfolio/define';
import { anyThing, made } from '../../any-value.ts';
import { few, hostile, linked, linkedHostile, portfolio } from '../../../stories/people/portfolios.ts';
import { changing, put, ready, said, within } from './element.ts';

const kinds = (element: GigsyPortfolio) => within<HTMLButtonElement>(element, '[part=kind]');

it('shows the entries of each kind under its heading, and is accessible', async () => {
  const element = await put('gigsy-portfolio', { portfolio });
  expect(said(element, '[part=heading]')).to.deep.equal(['Portfolio']);
  expect(said(element, '[part=group]')).to.deep.equal(['Certificates', 'Gigs', 'Badges', 'Contributions']);
  expect(said(element, '[part=title]').slice(0, 5)).to.deep.equal([
    'Computing with difference engines',
    'First aid at the loom',
    'Reading French papers',
    'Notes on the Analytical Engine',
    'Patterns for a loom with punched cards',
  ]);
  expect(said(element, '[part=period]').slice(0, 4)).to.deep.equal([
    'Feb 11, 2029',
    'Jun 2019',
    '2018',
    'Oct 2028 – Sep 2029',
  ]);
  expect(within(element, '[role=heading]').map(({ ariaLevel }) => ariaLevel)[1]).to.equal('3');
  await expect(element).to.be.accessible();
});

it('says until when an entry holds, and that it has expired', async () => {
  const element = await put('gigsy-portfolio', { portfolio });
  expect(said(element, '[part=validity]')).to.deep.equal([
    'Valid until February 2093',
    'Expired (June 2022)',
    'Expired (2020)',
  ]);
  expect(within(element, '.expired')).to.have.length(2);
});

it('counts the entries that name a skill, and opens those beyond twenty', async () => {
  const element = await put('gigsy-portfolio', { portfolio });
  expect(said(element, '[part=skill]')).to.deep.equal([
    'Programming3',
    'Mathematics2',
    'Technical writing2',
    'Weaving2',
    'French1',
  ]);
  expect(
    within(element, '[part=skill] [role=img]')
      .map(({ ariaLabel }) => ariaLabel)
      .slice(3),
  ).to.deep.equal(['2 entries', '1 entry']);
  const skills = Array.from({ length: 22 }, (_, index) => ({ name: `Skill ${index}`, entries: 1 }));
  const many = await put('gigsy-portfolio', { portfolio: { ...portfolio, skills } });
  expect(said(many, '.others summary')).to.deep.equal(['2 more skills']);
});

it('gives pictures their size before they load, and shows none without a size or a safe address', async () => {
  const file = { address: '/v1/media/public/abc', type: 'image/webp', size: 9, width: 320, height: 200, alt: 'A loom' };
  const shown = async (change: object, api = 'https://gigsy.example') => {
    const contributions = [{ id: 'p', kind: 'media' as const, title: 'Loom', files: [{ ...file, ...change }] }];
    const element = await put('gigsy-portfolio', { api, portfolio: { handle: 'ada', contributions } });
    return within<HTMLImageElement>(element, '[part=picture]');
  };
  const [picture] = await shown({});
  expect([picture!.src, getComputedStyle(picture!).aspectRatio, picture!.alt]).to.deep.equal([
    'https://gigsy.example/v1/media/public/abc',
    '16 / 9',
    'A loom',
  ]);
  expect([picture!.getAttribute('width'), picture!.getAttribute('height')]).to.deep.equal(['320', '200']);
  const preview = { address: '/v1/media/public/small', width: 64, height: 48 };
  expect((await shown({ type: 'application/pdf', preview }))[0]!.src).to.contain('/small');
  const refused = [{ address: 'javascript:alert(1)' }, { address: '/v1/media/platform/abc' }];
  for (const change of [{ width: undefined }, { type: 'application/pdf' }, ...refused])
    expect(await shown(change), JSON.stringify(change)).to.have.length(0);
});

it('has no filters for few entries', async () => {
  const element = await put('gigsy-portfolio', { portfolio: few });
  expect(within(element, '[part=tools]')).to.have.length(0);
  expect(within(element, '[part=entry]')).to.have.length(2);
});

it('shows one kind, and all of them again', async () => {
  const element = await put('gigsy-portfolio', { portfolio });
  expect(said(element, '[part=kind]')).to.deep.equal([
    'All 12',
    'Certificates 3',
    'Gigs 2',
    'Badges 3',
    'Contributions 4',
  ]);
  kinds(element)[2]!.click();
  await element.updateComplete;
  expect(said(element, '[part=group]')).to.deep.equal(['Gigs']);
  expect(kinds(element).map(({ ariaPressed }) => ariaPressed)).to.deep.equal([
    'false',
    'false',
    'true',
    'false',
    'false',
  ]);
  expect(said(element, '[part=count]')).to.deep.equal(['2 of 12 entries']);
  element.portfolio = { ...portfolio, gigs: [], courses: [...portfolio.courses!, ...portfolio.courses!] };
  await element.updateComplete;
  expect(said(element, '[part=group]')).to.deep.equal(['Certificates', 'Badges', 'Contributions']);
});

it('filters by words in titles, issuers, texts and skills, without regard to accents, and tells the count', async () => {
  const element = await put('gigsy-portfolio', { portfolio });
  const field = within<HTMLInputElement>(element, '[part=filter]')[0]!;
  field.focus();
  const entered = async (words: string, count: string) => {
    field.value = words;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await waitUntil(() => said(element, '[part=count]')[0] === `${count} of 12 entries`, `${words}: ${count}`);
  };
  await entered('FRÉNCH', '2');
  await entered('gigmarket wéaving', '1');
  expect(said(element, '[part=title]')).to.deep.equal(['Patterns for a loom with punched cards']);
  expect(within(element, '[part=count]')[0]!.role).to.equal('status');
  await entered('nothing like it', '0');
  expect(element.shadowRoot!.textContent).to.contain('No entry matches.');
  await entered('', '12');
});

it('opens the whole of an entry, closes it by key and button, and gives focus back', async () => {
  const element = await put('gigsy-portfolio', { portfolio });
  const dialog = within<HTMLDialogElement>(element, 'dialog')[0]!;
  const open = within(element, '[part=open]')[2]!;
  expect(open.ariaLabel).to.equal('Details: Notes on the Analytical Engine');
  open.focus();
  await userEvent.keyboard('{Enter}');
  await waitUntil(() => dialog.open);
  expect(said(element, 'dialog dt')).to.deep.equal(['Client', 'Skills', 'Evidence']);
  expect(said(element, 'dialog dd')).to.deep.equal([
    'Taylor’s Scientific Memoirs',
    'ProgrammingTechnical writingFrench',
    'example.com/notes/a-to-gexample.org/memoirs/vol-3',
  ]);
  await expect(element).to.be.accessible();
  await userEvent.keyboard('{Escape}');
  await waitUntil(() => !dialog.open && dialog.childElementCount === 0);
  expect(element.shadowRoot!.activeElement).to.equal(open);
  open.click();
  await waitUntil(() => dialog.open);
  within(element, '[part=close]')[0]!.click();
  await waitUntil(() => !dialog.open && dialog.childElementCount === 0);
});

it('shows the words of a linked page in the dialog, under the host that the address names', async () => {
  const element = await put('gigsy-portfolio', { portfolio: linked });
  within(element, '[part=open]')[0]!.click();
  await waitUntil(() => within<HTMLDialogElement>(element, 'dialog')[0]!.open);
  expect(said(element, '[part=page] > *')).to.deep.equal([
    'example.com · The Example Review',
    'How to build a bird that is driven by steam',
    'Wings, a boiler and a saddle: notes of a girl of twelve, with all of her drawings.',
  ]);
  const link = within<HTMLAnchorElement>(element, '[part=page] a')[0]!;
  expect([link.href, link.rel]).to.deep.equal(['https://www.example.com/flyology', 'noopener nofollow ugc']);
  expect(link.getBoundingClientRect().height).to.be.at.least(24);
  await expect(element).to.be.accessible();
});

it('shows words of a linked page as text, and none without an address of the web', async () => {
  const element = await put('gigsy-portfolio', { portfolio: linkedHostile });
  const dialog = within<HTMLDialogElement>(element, 'dialog')[0]!;
  within(element, '[part=open]')[0]!.click();
  await waitUntil(() => dialog.open);
  expect(within(element, '[part=page] img, [part=page] a')).to.have.length(1);
  expect(said(element, '[part=page] a')[0]).to.match(/^<img src=x onerror=alert\(1\)> gpj\.exe /);
  expect(said(element, '[part=page] p')[0]).to.match(/^xn--pypal-4ve\.example · Your bank/);
  expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
  expect(within(element, '[part=open]')).to.have.length(1);
});

it('closes the dialog of an entry that is hidden meanwhile, and keeps that of one that stays', async () => {
  const { source, give } = changing(portfolio);
  const element = await put('gigsy-portfolio', { handle: 'ada', live: true, source });
  await ready(element);
  const dialog = () => within<HTMLDialogElement>(element, 'dialog')[0];
  within(element, '[part=open]')[2]!.click();
  await waitUntil(() => dialog()!.open);
  give({ ...portfolio, courses: [] });
  await element.updateComplete;
  expect(dialog()!.open).to.equal(true);
  expect(said(element, '#entry')).to.deep.equal(['Notes on the Analytical Engine']);
  give({ ...portfolio, gigs: [] });
  await waitUntil(() => !dialog()!.open);
  expect(said(element, 'dialog')).to.deep.equal(['']);
});

it('asks for all sections of its handle, and says what came of it', async () => {
  const { source, asked } = changing(portfolio);
  const element = await put('gigsy-portfolio', { handle: 'ada', source });
  await ready(element);
  expect(asked).to.deep.equal([
    ['portfolio.get', { handle: 'ada', sections: ['courses', 'gigs', 'badges', 'contributions', 'skills'] }],
  ]);
  const message = async (properties: Partial<GigsyPortfolio>, state: string) => {
    const other = await put('gigsy-portfolio', properties);
    await ready(other, state);
    return said(other, '[part=message]')[0];
  };
  const failing = (code: 'internal' | 'offline') =>
    ({ handle: 'ada', source: { read: () => Promise.reject(new GigsyError(code, 'x')) } }) as never;
  expect(await message({ portfolio: null }, 'unavailable')).to.equal('This portfolio is not available.');
  expect(await message(failing('internal'), 'error')).to.equal('This portfolio could not be loaded.');
  expect(await message(failing('offline'), 'offline')).to.equal('No connection at the moment.');
  const profiles = { handle: 'ada', source: { get: async () => null } } as never;
  expect(await message(profiles, 'error')).to.equal('This portfolio could not be loaded.');
});

it('says that there is nothing, or takes no room', async () => {
  const element = await put('gigsy-portfolio', { portfolio: { handle: 'ada' } });
  expect(said(element, '[part=nothing]')).to.deep.equal(['There is nothing to show here.']);
  expect(element.empty).to.equal(true);
  element.setAttribute('hide-empty', '');
  await element.updateComplete;
  expect(element.getBoundingClientRect().height).to.equal(0);
  element.portfolio = { ...few, partial: true };
  await element.updateComplete;
  expect(said(element, '[part=partial]')).to.deep.equal(['There are more entries than are shown here.']);
});

it('speaks the language around it', async () => {
  const element = await put('gigsy-portfolio', { portfolio }, { lang: 'de' });
  await waitUntil(
    () => said(element, '[part=heading]')[0] === 'Portfolio' && said(element, '[part=group]')[1] === 'Aufträge',
  );
  expect(said(element, '[part=validity]')[1]).to.equal('Abgelaufen (Juni 2022)');
  const arabic = await put('gigsy-portfolio', { portfolio }, { lang: 'ar', width: 320 });
  await waitUntil(() => said(arabic, '[part=heading]')[0] === 'ملف الأعمال');
  expect(getComputedStyle(within(arabic, '.frame')[0]!).direction).to.equal('rtl');
  await expect(arabic).to.be.accessible();
});

it('shows hostile values as text, and their addresses not at all', async () => {
  const element = await put('gigsy-portfolio', { portfolio: hostile });
  expect(said(element, '[part=title]')).to.deep.equal([
    '<img src=x onerror=alert(1)>',
    'Twice the same id',
    'Sneaky',
    'Unknown kind',
  ]);
  expect(said(element, '[part=skill]')).to.deep.equal(['Go1']);
  within(element, '[part=open]')[0]!.click();
  await waitUntil(() => within<HTMLDialogElement>(element, 'dialog')[0]!.open);
  expect(within<HTMLAnchorElement>(element, 'a').map(({ href }) => href)).to.deep.equal(['https://example.com/ok']);
});

it('shows something of any value, and the next portfolio without a trace of the last', async () => {
  const element = await put('gigsy-portfolio', {});
  const list = fc.oneof(anyThing(), fc.array(anyThing(), { maxLength: 3 }));
  const recipe = fc.oneof(
    anyThing(),
    fc.record({ courses: list, gigs: list, badges: list, contributions: list, skills: list, partial: anyThing() }),
  );
  await fc.assert(
    fc.asyncProperty(recipe, async (value) => {
      element.portfolio = made(value) as never;
      await element.updateComplete;
      expect(element.state).to.be.oneOf(['ready', 'unavailable', 'loading']);
      expect(element.shadowRoot!.querySelectorAll('article')).to.have.length(1);
    }),
    { numRuns: 150 },
  );
  element.portfolio = few;
  await waitUntil(() => said(element, '[part=title]').join() === 'Computing with difference engines,Clear writer');
});
