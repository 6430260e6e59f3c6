/** The element of the cutover: its states, its steps, its question, focus, languages and speech. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { GigsyCutoverStatus } from '@gigsy/elements';
import '@gigsy/elements/cutover-status/define';
import '@gigsy/elements/provider/define';
import { ControlRoom, failingRoom, underWay } from '../../../stories/people/control-room.ts';

async function put(client: unknown, { lang = 'en', width = 720 } = {}): Promise<GigsyCutoverStatus> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const status = Object.assign(document.createElement('gigsy-cutover-status'), { client });
  box.append(status);
  await settled(status);
  return status;
}

async function settled(status: GigsyCutoverStatus): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  await status.updateComplete;
}

const all = (status: GigsyCutoverStatus, selector: string) => [
  ...status.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const textOf = (found: Element | undefined) => found?.textContent!.replace(/\s+/g, ' ').trim();
const said = (status: GigsyCutoverStatus, selector: string) => all(status, selector).map(textOf);
const button = (status: GigsyCutoverStatus, act: string, cohort: string) =>
  all(status, `button[data-act=${act}][data-cohort=${cohort}]`)[0]!;
const outcome = (status: GigsyCutoverStatus) => textOf(all(status, '[role=status]')[0]);

describe('the states', () => {
  it('say why there is nothing to see, and are accessible', async () => {
    const cases = [
      [undefined, 'signed-out', 'Sign in to see this.'],
      [null, 'signed-out', 'Sign in to see this.'],
      [failingRoom('unauthenticated'), 'signed-out', 'Sign in to see this.'],
      [failingRoom('forbidden'), 'unavailable', 'This is not available to you.'],
      [failingRoom('internal'), 'error', 'This could not be loaded.'],
      [failingRoom('offline'), 'offline', 'No connection at the moment.'],
    ] as const;
    for (const [client, state, words] of cases) {
      const status = await put(client);
      expect([status.getAttribute('state'), said(status, '[part=message]')]).to.deep.equal([state, [words]]);
      await expect(status).to.be.accessible();
    }
    const loading = await put(failingRoom());
    expect(all(loading, 'article')[0]!.getAttribute('aria-busy')).to.equal('true');
  });

  it('show phases, proof and steps of each cohort, accessibly in every language and at 320 pixels', async () => {
    const room = underWay().set('early', {
      differences: { count: 1, more: false, parts: [{ name: 'about', profiles: 1 }] },
      forward: { to: 'normalized', obstacles: ['differences'] },
    });
    room.drift = { count: 2, more: false };
    const status = await put(room.client);
    expect(said(status, '.name')).to.deep.equal(['Staff', 'Pilot', 'Early', 'Rest']);
    expect(said(status, '[aria-current=step]')).to.deep.equal(['Retired', 'Normalized', 'Shadow read', 'Dual write']);
    expect(said(status, '[part=drift]')).to.deep.equal(['Drift: 2 open findings']);
    expect(said(status, '.facts .bad')).to.deep.equal(['1 profile is read differently: about 1']);
    expect(said(status, '[part=obstacles]')).to.include('Snapshot and rows are read differently.');
    expect(said(status, 'button')).to.deep.equal([
      'Back to Shadow read',
      'Forward to Retired',
      'Back to Dual write',
      'Forward to Normalized',
      'Forward to Shadow read',
    ]);
    for (const lang of ['en', 'ar', 'de', 'es', 'fr', 'hi', 'ja', 'pt-BR', 'en-XA']) {
      const narrow = await put(room.client, { lang, width: 320 });
      await waitUntil(() => all(narrow, '.frame')[0]!.lang !== 'en' || lang === 'en');
      expect(narrow.scrollWidth <= 320, lang).to.equal(true);
      for (const each of all(narrow, 'button')) expect(each.getBoundingClientRect().height).to.be.at.least(24);
      await expect(narrow).to.be.accessible();
    }
  });

  it('follow the provider around, the connection and what others do', async () => {
    const room = underWay();
    const provider = await fixture<HTMLElement & { client?: unknown }>(
      html`<gigsy-provider lang="en"><gigsy-cutover-status></gigsy-cutover-status></gigsy-provider>`,
    );
    const status = provider.querySelector('gigsy-cutover-status')!;
    await settled(status);
    expect(status.state).to.equal('signed-out');
    provider.client = room.client;
    await settled(status);
    expect(said(status, '[aria-current=step]')[3]).to.equal('Dual write');
    room.set('rest', { phase: 'shadow-read' });
    await settled(status);
    expect(said(status, '[aria-current=step]')[3]).to.equal('Shadow read');
    room.lose();
    await settled(status);
    expect([status.state, said(status, '.name').length]).to.deep.equal(['offline', 4]);
    window.dispatchEvent(new Event('online'));
    await settled(status);
    expect(status.state).to.equal('ready');
    provider.client = null;
    await settled(status);
    expect([status.state, said(status, '.name').length]).to.deep.equal(['signed-out', 0]);
  });
});

describe('a step', () => {
  it('goes from the phase on show, tells the outcome and the page, and keeps the focus', async () => {
    const room = new ControlRoom();
    const status = await put(room.client);
    const moved: unknown[] = [];
    status.addEventListener('gigsy-move', ({ detail }) => moved.push(detail));
    button(status, 'forward', 'pilot').focus();
    button(status, 'forward', 'pilot').click();
    await settled(status);
    expect(room.moves).to.deep.equal([{ cohort: 'pilot', to: 'shadow-read', expected: 'dual-write' }]);
    expect(moved).to.deep.equal([{ cohort: 'pilot', phase: 'shadow-read' }]);
    expect(outcome(status)).to.equal('Pilot is now in the phase Shadow read.');
    expect(said(status, '[aria-current=step]')[1]).to.equal('Shadow read');
    expect(status.shadowRoot!.activeElement).not.to.equal(null);
    button(status, 'back', 'pilot').focus();
    button(status, 'back', 'pilot').click();
    await settled(status);
    expect(room.moves[1]).to.deep.equal({ cohort: 'pilot', to: 'dual-write', expected: 'shadow-read' });
    expect(status.shadowRoot!.activeElement).to.equal(all(status, '[role=status]')[0]);
  });

  it('is one step, however often the button is pressed', async () => {
    const room = new ControlRoom();
    let arrive = () => {};
    room.troubles.push(new Promise((resolve) => (arrive = resolve)));
    const status = await put(room.client);
    button(status, 'forward', 'rest').click();
    button(status, 'forward', 'rest').click();
    await settled(status);
    button(status, 'forward', 'staff').click();
    expect([room.moves.length, outcome(status)]).to.deep.equal([1, 'Moving']);
    arrive();
    await settled(status);
    button(status, 'forward', 'staff').click();
    expect(room.moves.length).to.equal(2);
  });

  it('that is held up says so, and calls nothing', async () => {
    const room = new ControlRoom();
    room.drift = { count: 1, more: false };
    const status = await put(room.client);
    const forward = button(status, 'forward', 'staff');
    const reason = status.shadowRoot!.getElementById(forward.getAttribute('aria-describedby')!)!;
    expect([forward.getAttribute('aria-disabled'), textOf(reason)]).to.deep.equal([
      'true',
      'Findings of drift are open.',
    ]);
    forward.click();
    await settled(status);
    expect([room.moves, outcome(status)]).to.deep.equal([[], 'This step is not possible yet.']);
  });

  it('that fails says how, and leaves the cohort where it is', async () => {
    const cases = [
      ['version_conflict', 'Somebody else has moved this cohort. This is where it is now.'],
      ['not_ready', 'This step is not possible yet.'],
      ['offline', 'No connection at the moment.'],
      ['internal', 'This step failed. Nothing was changed.'],
    ] as const;
    for (const [code, words] of cases) {
      const room = new ControlRoom();
      room.troubles.push(code);
      const status = await put(room.client);
      const failed: string[] = [];
      status.addEventListener('gigsy-error', ({ detail }) => failed.push(detail.code));
      button(status, 'forward', 'staff').click();
      await settled(status);
      expect([outcome(status), failed]).to.deep.equal([words, [code]]);
      expect(said(status, '[aria-current=step]')[0]).to.equal('Dual write');
    }
  });
});

describe('the last step', () => {
  it('asks first, with the focus on the answer that deletes nothing', async () => {
    const room = underWay();
    const status = await put(room.client);
    const ask = async () => {
      button(status, 'forward', 'pilot').focus();
      button(status, 'forward', 'pilot').click();
      await settled(status);
      return status.shadowRoot!.activeElement;
    };
    expect(await ask()).to.equal(button(status, 'keep', 'pilot'));
    await expect(status).to.be.accessible();
    button(status, 'keep', 'pilot').click();
    await settled(status);
    expect(status.shadowRoot!.activeElement).to.equal(button(status, 'forward', 'pilot'));
    await ask();
    button(status, 'keep', 'pilot').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settled(status);
    expect([status.shadowRoot!.activeElement, room.moves]).to.deep.equal([button(status, 'forward', 'pilot'), []]);
    await ask();
    button(status, 'retire', 'pilot').click();
    await settled(status);
    expect(room.moves).to.deep.equal([{ cohort: 'pilot', to: 'retired', expected: 'normalized' }]);
    expect(button(status, 'back', 'pilot')).to.equal(undefined);
  });
});
