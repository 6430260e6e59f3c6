/** The shelf of badges: its links, and badges that come while somebody watches. */
import { expect, waitUntil } from '@open-wc/testing';
import '@gigsy/elements/badge-shelf/define';
import { hostile, portfolio } from '../../../stories/people/portfolios.ts';
import { changing, put, ready, said, within } from './element.ts';

const { badges } = portfolio;
const held = { handle: 'ada', badges: badges! };
const api = 'https://gigsy.example';
const another = { id: 'b9', name: 'Night owl', issuer: { name: 'School of Ockham' }, awardedOn: '2030-01-01' };

it('shows each badge with its issuer and date, and a link to its document', async () => {
  const element = await put('gigsy-badge-shelf', { portfolio: held, api });
  expect(said(element, '[part=heading]')).to.deep.equal(['Badges']);
  expect(said(element, '[part=badge]')).to.deep.equal([
    'Clear writer Guild of Engine Builders · Oct 2, 2029',
    'Thousand cards School of Ockham · Apr 1, 2027',
    'Apprentice Guild of Engine Builders · Expired (2020)',
  ]);
  expect(within<HTMLAnchorElement>(element, '[part=link]').map(({ href }) => href)).to.deep.equal([
    'https://gigsy.example/v1/badges/ada/b1',
    'https://gigsy.example/v1/badges/ada/b2',
    'https://gigsy.example/v1/badges/ada/b3',
  ]);
  await expect(element).to.be.accessible();
});

it('links nowhere without a site, and to no other path than that of the badge', async () => {
  const element = await put('gigsy-badge-shelf', { portfolio: held });
  expect(within(element, '[part=link]')).to.have.length(0);
  expect(said(element, '[part=title]')).to.have.length(3);
  const sneaky = await put('gigsy-badge-shelf', { portfolio: hostile, api });
  expect(within<HTMLAnchorElement>(sneaky, 'a').map(({ href }) => href)).to.deep.equal([
    'https://gigsy.example/v1/badges/mallory/..%2F..%2Fx',
  ]);
});

it('asks for badges alone, shows those that come, and announces them', async () => {
  const { source, asked, give } = changing({ handle: 'ada' });
  const element = await put('gigsy-badge-shelf', { handle: 'ada', live: true, source, api });
  await ready(element);
  expect(asked).to.deep.equal([['portfolio.get', { handle: 'ada', sections: ['badges'] }]]);
  await waitUntil(() => within(element, '[part=news]')[0], 'the region is there');
  const news = within(element, '[part=news]')[0]!;
  expect([news.role, news.textContent]).to.deep.equal(['status', '']);
  give({ ...held, badges: [another] });
  await element.updateComplete;
  expect(within(element, '[part=news]')[0]).to.equal(news);
  expect(news.textContent).to.equal('New badge: Night owl');
  expect(within(element, '.new')).to.have.length(1);
  give({ ...held, badges: [...badges!, another] });
  await element.updateComplete;
  expect(news.textContent).to.equal('New badges: Clear writer, Thousand cards, and Apprentice');
  give({ ...held, badges: badges! });
  await element.updateComplete;
  expect(said(element, '[part=title]')).to.have.length(3);
});

it('announces nothing that was there before, nor another person’s badges, nor without live', async () => {
  const { source, give } = changing(held);
  const element = await put('gigsy-badge-shelf', { handle: 'ada', live: true, source });
  await ready(element);
  await waitUntil(() => within(element, '[part=news]')[0], 'the region is there');
  expect(said(element, '[part=news]')).to.deep.equal(['']);
  give({ handle: 'grace', badges: [another] });
  await element.updateComplete;
  expect(said(element, '[part=title]')).to.deep.equal(['Night owl']);
  expect(said(element, '[part=news]')).to.deep.equal(['']);
  expect(within(await put('gigsy-badge-shelf', { portfolio: held }), '[part=news]')).to.have.length(0);
});

it('says so where there is nothing, in the language around it', async () => {
  const element = await put('gigsy-badge-shelf', { portfolio: { handle: 'ada' } }, { lang: 'es', width: 320 });
  await waitUntil(() => said(element, '[part=nothing]')[0] === 'No hay nada que mostrar aquí.');
  expect(said(element, '[part=heading]')).to.deep.equal(['Insignias']);
});
