/** The states in place of the form, its client, languages, limits, and its speech for assistive technology. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { identitySchema } from '@gigsy/schema';
import '@gigsy/elements/provider/define';
import { failingClient } from '../../../stories/people/desk.ts';
import { Desk, ada, control, formAt, is, part, press, said, settled, trouble, type } from './form.ts';

beforeEach(() => sessionStorage.clear());

async function put(client: unknown, attributes: Record<string, string> = {}) {
  const box = await fixture<HTMLElement>(html`<div lang="en"></div>`);
  const form = Object.assign(document.createElement('gigsy-profile-form'), { client });
  for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
  box.append(form);
  await settled(form);
  return form;
}

describe('without a form to show', () => {
  it('it says why, and is accessible', async () => {
    const cases = [
      [undefined, 'signed-out', 'Sign in to edit this.'],
      [null, 'signed-out', 'Sign in to edit this.'],
      [new Desk(null).client, 'empty', 'You have no profile yet.'],
      [failingClient('unauthenticated'), 'signed-out', 'Sign in to edit this.'],
      [failingClient('internal'), 'error', 'This could not be loaded.'],
      [failingClient('offline'), 'offline', 'No connection at the moment.'],
    ] as const;
    for (const [client, state, words] of cases) {
      const form = await put(client);
      expect([form.getAttribute('state'), ...said(form, 'message')]).to.deep.equal([state, words]);
      await expect(form).to.be.accessible();
    }
    const loading = await put(failingClient());
    expect(part(loading, 'card')!.getAttribute('aria-busy')).to.equal('true');
  });

  it('it tries again at a press, with the focus kept, and when the connection is back', async () => {
    const desk = new Desk(ada);
    desk.readTroubles.push(trouble('internal'), trouble('offline'));
    const form = await put(desk.client);
    expect(part(form, 'retry')!.getAttribute('aria-label')).to.equal('Try again: Name and place');
    part(form, 'retry')!.focus();
    await press(form, 'retry');
    await is(form, 'state', 'offline');
    expect(form.shadowRoot!.activeElement).not.to.equal(null);
    window.dispatchEvent(new Event('online'));
    await is(form, 'state', 'ready');
  });

  it('a button to sign in is the page’s, and hands the focus on when it goes', async () => {
    const form = await put(undefined);
    form.innerHTML = '<button slot="signed-out">Sign in</button>';
    form.querySelector('button')!.focus();
    form.client = new Desk(ada).client;
    await is(form, 'state', 'ready');
    expect(form.shadowRoot!.activeElement).to.equal(part(form, 'card'));
  });
});

describe('the client', () => {
  it('is the provider’s, also when it comes later; the form’s own comes first', async () => {
    const desk = new Desk(ada);
    const around = await fixture<HTMLElementTagNameMap['gigsy-provider']>(
      html`<gigsy-provider><gigsy-profile-form></gigsy-profile-form></gigsy-provider>`,
    );
    const form = around.querySelector('gigsy-profile-form')!;
    await is(form, 'state', 'signed-out');
    around.client = desk.client;
    await is(form, 'state', 'ready');
    form.client = new Desk({
      ...ada,
      handle: 'grace',
      sections: { ...ada.sections, identity: { displayName: 'Grace' } },
    }).client;
    await waitUntil(() => control(form, 'displayName')?.value === 'Grace');
    around.client = undefined;
    await settled(form);
    expect(form.state).to.equal('ready');
  });

  it('is asked once for a form that is put on the page', async () => {
    const desk = new Desk(ada);
    await formAt(desk);
    expect(desk.reads).to.equal(1);
  });
});

it('a section that does not exist is the first', async () => {
  const form = await formAt(new Desk(ada), { section: 'constructor' as never });
  expect(said(form, 'heading')).to.deep.equal(['Name and place']);
});

describe('limits', () => {
  const limits = [
    ['displayName', 120, (text: string) => ({ displayName: text })],
    ['headline', 200, (text: string) => ({ headline: text })],
    ['pronouns', 40, (text: string) => ({ pronouns: text })],
    ['location.city', 100, (text: string) => ({ location: { city: text } })],
    ['location.region', 100, (text: string) => ({ location: { region: text } })],
    ['avatarUrl', 2048, (text: string) => ({ avatarUrl: `https://example.com/${text.slice(20)}` })],
  ] as const;
  const allowed = (value: object) => identitySchema.safeParse({ displayName: 'Ada', ...value }).success;

  for (const [name, max, made] of limits) {
    it(`of ${name} is the contract’s: ${max}`, async () => {
      const desk = new Desk(ada);
      const form = await formAt(desk);
      const valueAt = (value: object) =>
        Object.values(value).map((each) => (typeof each === 'object' ? Object.values(each)[0] : each))[0] as string;
      const [most, more] = [made('x'.repeat(max)), made('x'.repeat(max + 1))];
      expect([allowed(most), allowed(more)]).to.deep.equal([true, false]);
      await type(form, name, valueAt(more));
      await form.save();
      expect([form.status, desk.updates.length]).to.deep.equal(['invalid', 0]);
      await type(form, name, valueAt(most));
      expect(await form.save()).to.equal(true);
    });
  }

  it('are told before they are reached, in units of the contract', async () => {
    const form = await formAt(new Desk(ada));
    const count = () => form.shadowRoot!.getElementById('pronouns-count')?.textContent;
    expect(count()).to.equal(undefined);
    await type(form, 'pronouns', `${'👩‍🚀'.repeat(13)}e`);
    expect(count()).to.equal('40 of 40 characters');
    expect(await form.save()).to.equal(true);
    await type(form, 'pronouns', `${'👩‍🚀'.repeat(13)}e\u0301`);
    expect(count()).to.equal('41 of 40 characters');
    expect(await form.save()).to.equal(false);
  });
});

describe('a language', () => {
  for (const lang of ['ar', 'de', 'es', 'fr', 'hi', 'ja', 'pt-BR', 'en-XA']) {
    it(`${lang} is spoken throughout, also by the countries`, async () => {
      const form = await formAt(new Desk(ada), {}, { lang });
      const frame = form.shadowRoot!.querySelector<HTMLElement>('.frame')!;
      await waitUntil(() => frame.lang !== 'en');
      expect(lang.startsWith(frame.lang)).to.equal(true);
      const english = await formAt(new Desk(ada));
      const texts = (each: typeof form) => [
        ...[...each.shadowRoot!.querySelectorAll('label, .help')].map((found) => found.textContent!.trim()),
        ...[...said(each, 'heading'), ...said(each, 'status'), ...said(each, 'save')],
      ];
      const same = texts(form).filter((text, index) => text === texts(english)[index]);
      // Words that two languages share.
      expect(same.filter((text) => !['Name', 'Region'].includes(text))).to.deep.equal([]);
      await waitUntil(
        () => (control(form, 'location.countryCode') as unknown as HTMLSelectElement).options.length > 200,
      );
      const country = (control(form, 'location.countryCode') as unknown as HTMLSelectElement).selectedOptions[0]!.text;
      expect(country === 'United Kingdom').to.equal(lang === 'en-XA');
      await expect(form).to.be.accessible();
    });
  }

  it('reads from the right where it is written so', async () => {
    const form = await formAt(new Desk(ada), {}, { lang: 'ar' });
    expect(form.shadowRoot!.querySelector<HTMLElement>('.frame')!.dir).to.equal('rtl');
  });
});

it('a country that is stored and no longer offered stays the one that is chosen', async () => {
  const form = await formAt(
    new Desk({
      ...ada,
      sections: { ...ada.sections, identity: { displayName: 'A', location: { countryCode: 'AN' } } },
    }),
  );
  const select = control(form, 'location.countryCode') as unknown as HTMLSelectElement;
  await waitUntil(() => select.options.length > 200);
  expect(select.value).to.equal('AN');
});

describe('assistive technology', () => {
  it('hears of saving and its outcome, and of no key press', async () => {
    const form = await formAt(new Desk(ada));
    const live = form.shadowRoot!.querySelector('[role=status]')!;
    const heard: string[] = [];
    const observer = new MutationObserver(() => heard.push(live.textContent!.trim()));
    observer.observe(live, { childList: true, characterData: true, subtree: true });
    await type(form, 'headline', 'P');
    await type(form, 'headline', 'Po');
    await press(form, 'save');
    await is(form, 'status', 'saved');
    observer.disconnect();
    expect(heard.filter(Boolean)).to.deep.equal(['Saving …', 'Saved.']);
    expect(live.isConnected).to.equal(true);
  });

  it('gets a name for each control and button', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    expect(
      [...form.shadowRoot!.querySelectorAll('input, textarea, select')].every(
        (each) => (each as HTMLInputElement).labels![0]!.textContent,
      ),
    ).to.equal(true);
    expect(part(form, 'form')!.getAttribute('aria-labelledby')).to.equal(part(form, 'heading')!.id);
  });
});

describe('one line that may be long', () => {
  it('is shown whole, is saved by Enter, and stays one line after any paste', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk, {}, { width: 320 });
    await type(form, 'headline', `Two\nlines ${'and more '.repeat(15)}`);
    const field = control(form, 'headline');
    expect(field.value).to.match(/^Two lines and more/);
    expect(field.scrollHeight).to.be.at.most(field.clientHeight + 1);
    const composing = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true });
    field.dispatchEvent(composing);
    expect([composing.defaultPrevented, form.status]).to.deep.equal([false, 'dirty']);
    const enter = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true });
    field.dispatchEvent(enter);
    expect(enter.defaultPrevented).to.equal(true);
    await is(form, 'status', 'saved');
    expect(desk.mine!.sections.identity.headline).to.match(/^Two lines and more/);
  });
});

it('targets are at least 24 px, and nothing scrolls sideways at 320 px', async () => {
  const desk = new Desk(ada);
  const form = await formAt(desk, {}, { width: 320 });
  await type(form, 'headline', 'Here');
  desk.change({ headline: 'There'.repeat(30) });
  await form.save();
  await type(form, 'displayName', '');
  for (const target of form.shadowRoot!.querySelectorAll('button, input, textarea, select')) {
    const { width, height } = target.getBoundingClientRect();
    expect(Math.min(width, height), target.outerHTML).to.be.at.least(24);
  }
  expect(part(form, 'card')!.scrollWidth).to.be.at.most(320);
});

it('a form in a frame of the page has its styles', async () => {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe srcdoc="<!doctype html><body>"></iframe>`);
  await waitUntil(() => frame.contentDocument?.body);
  const form = await formAt(new Desk(ada));
  frame.contentDocument!.body.append(form);
  await settled(form);
  const { borderTopWidth } = frame.contentWindow!.getComputedStyle(part(form, 'card')!);
  expect([form.state, borderTopWidth]).to.deep.equal(['ready', '1px']);
});
