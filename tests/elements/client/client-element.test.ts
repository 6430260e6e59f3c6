/** Elements that ask by a client: states, the client in force, a lost connection, focus, and speech. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { type ClientElement, isGigsyError } from '@gigsy/elements';
import '@gigsy/elements/profile-baselines/define';
import '@gigsy/elements/profile-strength/define';
import '@gigsy/elements/provider/define';
import { ada } from '../../../stories/people/ada.ts';
import { type Answer, Answers, baselines, strengthOfPerson } from '../../../stories/people/answers.ts';

const strength = strengthOfPerson(ada);

async function put(
  client: unknown,
  tag: 'gigsy-profile-strength' | 'gigsy-profile-baselines' = 'gigsy-profile-strength',
) {
  const box = await fixture<HTMLElement>(html`<div lang="en"></div>`);
  const element = Object.assign(document.createElement(tag), { client });
  box.append(element);
  await settled(element);
  return element;
}

async function settled(element: ClientElement): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

const part = (element: Element, name: string) => element.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`);
const message = (element: Element) => part(element, 'message')?.textContent;

it('says why there is nothing to show, and is accessible in every state', async () => {
  const cases: [unknown, string, string | undefined][] = [
    [undefined, 'signed-out', 'Sign in to see this.'],
    [null, 'signed-out', 'Sign in to see this.'],
    [new Answers(null).client, 'empty', 'You have no profile yet.'],
    [new Answers('unauthenticated').client, 'signed-out', 'Sign in to see this.'],
    [new Answers('forbidden').client, 'unavailable', 'This is not available to you.'],
    [new Answers('internal').client, 'error', 'This could not be loaded.'],
    [new Answers('offline').client, 'offline', 'No connection at the moment.'],
    [new Answers('timeout').client, 'offline', 'No connection at the moment.'],
    [{}, 'error', 'This could not be loaded.'],
    [new Answers(strength).client, 'ready', ''],
    [new Answers(undefined).client, 'loading', undefined],
  ];
  for (const [client, state, words] of cases) {
    const element = await put(client);
    expect([element.getAttribute('state'), message(element)]).to.deep.equal([state, words]);
    expect(part(element, 'card')!.getAttribute('aria-busy')).to.equal(String(state === 'loading'));
    if (state !== 'loading') await expect(element).to.be.accessible();
  }
});

it('follows the answer as it changes, and ends the watch when it leaves the page', async () => {
  const answers = new Answers({ ...strength, score: 61 });
  const element = await put(answers.client);
  answers.give({ ...strength, score: 75 });
  await element.updateComplete;
  expect(part(element, 'score')!.textContent).to.contain('75');
  element.remove();
  expect(answers.watched).to.equal(0);
});

it('keeps a known answer while there is no connection, and drops it for somebody who may not see it', async () => {
  const answers = new Answers(strength);
  const element = await put(answers.client);
  for (const [answer, state, known] of [
    ['offline', 'offline', true],
    ['internal', 'offline', true],
    ['unauthenticated', 'signed-out', false],
  ] as [Answer, string, boolean][]) {
    answers.give(answer);
    await element.updateComplete;
    expect([element.state, part(element, 'score') !== null]).to.deep.equal([state, known]);
  }
});

it('takes the provider’s client, also when it comes later, and shows nothing of the person before', async () => {
  const around = await fixture<HTMLElementTagNameMap['gigsy-provider']>(
    html`<gigsy-provider lang="en"><gigsy-profile-strength></gigsy-profile-strength></gigsy-provider>`,
  );
  const element = around.querySelector('gigsy-profile-strength')!;
  await settled(element);
  expect(element.state).to.equal('signed-out');
  const first = new Answers(strength);
  around.client = first.client;
  await waitUntil(() => element.state === 'ready');
  around.client = new Answers(undefined).client;
  await settled(element);
  expect([element.state, part(element, 'score'), first.watched]).to.deep.equal(['loading', null, 0]);
  around.client = null;
  await settled(element);
  expect(element.state).to.equal('signed-out');
});

it('asks again at a press with the focus kept, and when the connection is back', async () => {
  const answers = new Answers('internal');
  const element = await put(answers.client);
  expect(part(element, 'retry')!.getAttribute('aria-label')).to.equal('Try again: Profile strength');
  answers.give('offline');
  await element.updateComplete;
  part(element, 'retry')!.focus();
  part(element, 'retry')!.click();
  await settled(element);
  expect(element.shadowRoot!.activeElement).to.equal(part(element, 'card'));
  answers.give('offline');
  await element.updateComplete;
  const again = new Promise((resolve) => element.addEventListener('gigsy-error', resolve, { once: true }));
  window.dispatchEvent(new Event('online'));
  expect(isGigsyError(((await again) as CustomEvent).detail)).to.equal(true);
  answers.give(strength);
  await element.updateComplete;
  expect(element.state).to.equal('ready');
});

it('has its words in every language', async () => {
  for (const [lang, title] of [
    ['de', 'Stärke des Profils'],
    ['ja', 'プロフィールの充実度'],
    ['ar', 'قوة الملف الشخصي'],
  ]) {
    const element = await put(new Answers(strength).client);
    element.closest<HTMLElement>('[lang]')!.lang = lang!;
    await waitUntil(() => part(element, 'heading')!.textContent === title, `${lang}: ${title}`);
    expect(element.shadowRoot!.querySelector('.frame')!.getAttribute('dir')).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
    await expect(element).to.be.accessible();
  }
});

describe('the baselines', () => {
  it('have a chart of each measure and the same figures in its table', async () => {
    const element = await put(new Answers(baselines).client, 'gigsy-profile-baselines');
    const root = element.shadowRoot!;
    const tables = [...root.querySelectorAll('table')].map((table) =>
      [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
    );
    expect(tables[0]!.slice(0, 2)).to.deep.equal([
      ['Profiles', 'All', 'Students', 'Employers', 'Mentors'],
      ['0 to 9', '442', '412', '21', '9'],
    ]);
    expect(tables[0]!.at(-1)![0]).to.equal('90 to 100');
    expect(tables[1]!.map(([label]) => label)).to.deep.equal([
      ...['Profiles', 'Up to an hour', 'Up to a day', 'Up to a week', 'Up to four weeks', 'Longer'],
    ]);
    expect(tables[2]!.slice(0, 2).map((row) => row.slice(0, 2))).to.deep.equal([
      ['Day', 'All'],
      ['May 3, 2031', '72'],
    ]);
    for (const details of root.querySelectorAll('details')) details.open = true;
    await expect(element).to.be.accessible();
  });

  it('say where there is nothing to draw', async () => {
    const element = await put(new Answers({ ...baselines, days: [] }).client, 'gigsy-profile-baselines');
    expect([...element.shadowRoot!.querySelectorAll('.meta')].at(-1)!.textContent).to.equal(
      'Nothing has been counted yet.',
    );
    expect(element.shadowRoot!.querySelectorAll('table')).to.have.length(2);
  });

  it('say that nothing was counted yet', async () => {
    const element = await put(new Answers({ upTo: null, roles: [], days: [] }).client, 'gigsy-profile-baselines');
    expect(element.shadowRoot!.textContent).to.contain('Nothing has been counted yet.');
  });
});
