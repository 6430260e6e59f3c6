/** The strength of one's own profile: its meter, its steps and where they lead, and its topics. */
import { expect, fixture, html } from '@open-wc/testing';
import { type Role, type Strength, roles, strengthOf } from '@gigsy/schema';
import type { EditEvent, GigsyProfileStrength } from '@gigsy/elements';
import '@gigsy/elements/profile-strength/define';
import { ada } from '../../../stories/people/ada.ts';
import { Answers } from '../../../stories/people/answers.ts';

async function put(strength: Strength, properties: Partial<GigsyProfileStrength> = {}): Promise<GigsyProfileStrength> {
  const box = await fixture<HTMLElement>(html`<div lang="en"></div>`);
  const { client } = new Answers(strength);
  const element = Object.assign(document.createElement('gigsy-profile-strength'), { client, ...properties });
  box.append(element);
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
  return element;
}

const all = (element: Element, name: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(`[part~="${name}"]`),
];
const own = strengthOf('mentor', ada.sections);
const nothing = (role: Role) => strengthOf(role, {});

it('tells the score as a meter with its words', async () => {
  const element = await put({ ...own, score: 61 });
  const meter = all(element, 'meter')[0]!;
  expect([meter.role, meter.getAttribute('aria-valuenow'), meter.getAttribute('aria-valuetext')]).to.deep.equal([
    'meter',
    '61',
    '61 of 100, Good',
  ]);
  expect(meter.querySelector('.fill')!.getAttribute('width')).to.equal('61');
  for (const [score, grade] of [
    [0, 'A beginning'],
    [39, 'A beginning'],
    [40, 'Taking shape'],
    [79, 'Good'],
    [80, 'Strong'],
    [100, 'Complete'],
  ] as const)
    expect(all(await put({ ...own, score }), 'score')[0]!.textContent).to.contain(grade);
});

it('has words for every step and topic of every role, and shows each gain', async () => {
  for (const role of roles) {
    const strength = nothing(role);
    const element = await put(strength);
    const actions = all(element, 'action');
    expect(actions.map((link) => link.getAttribute('href'))).to.deep.equal(
      strength.actions.map(({ section }) => `#${section}`),
    );
    expect(actions.every((link) => /\S.*\.$/s.test(link.textContent!))).to.equal(true);
    expect([...element.shadowRoot!.querySelectorAll('.gain')].map((gain) => gain.textContent)).to.deep.equal(
      strength.actions.map(({ gain }) => `+${gain}`),
    );
    expect(element.shadowRoot!.querySelectorAll('.factors li')).to.have.length(strength.factors.length);
    expect(element.shadowRoot!.textContent).not.to.contain('undefined');
    for (const details of element.shadowRoot!.querySelectorAll('details')) details.open = true;
    await expect(element).to.be.accessible();
  }
});

it('names the number that a step asks for', async () => {
  const [link] = all(await put(nothing('student')), 'action');
  expect(link!.textContent).to.equal('Write at least 400 letters about yourself.');
});

it('tells the page which section and field a step is about, and lets it keep the link from being followed', async () => {
  const element = await put(nothing('student'), { editor: '/me' });
  const link = all(element, 'action')[0] as HTMLAnchorElement;
  expect(link.getAttribute('href')).to.equal('/me#about');
  const heard = new Promise<EditEvent>((resolve) =>
    element.addEventListener('gigsy-edit', (event) => (event.preventDefault(), resolve(event)), { once: true }),
  );
  const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
  expect(link.dispatchEvent(click)).to.equal(false);
  expect((await heard).detail).to.deep.equal({ section: 'about', field: 'text' });
  const followed = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
  link.addEventListener('click', (event) => (expect(event.defaultPrevented).to.equal(false), event.preventDefault()));
  link.dispatchEvent(followed);
});

it('says that nothing is missing once there are no steps', async () => {
  const element = await put({ ...own, score: 100, actions: [] });
  expect(all(element, 'action')).to.have.length(0);
  expect(element.shadowRoot!.textContent).to.contain('Nothing is missing.');
});

it('fits 280 pixels and large text, and its targets are 24 pixels high', async () => {
  const element = await put(nothing('employer'));
  element.parentElement!.style.cssText = 'width: 280px; font-size: 24px';
  for (const details of element.shadowRoot!.querySelectorAll('details')) details.open = true;
  const card = all(element, 'card')[0]!;
  expect(card.scrollWidth).to.be.at.most(card.clientWidth);
  const rows = [...element.shadowRoot!.querySelectorAll('.actions li, summary')];
  expect(Math.min(...rows.map((row) => row.getBoundingClientRect().height))).to.be.at.least(24);
});
