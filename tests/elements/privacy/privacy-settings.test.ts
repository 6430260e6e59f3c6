/** The settings of privacy: choices and who sees them, presets, people, changes to come, and how each ends well or badly. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { GigsyPrivacySettings } from '@gigsy/elements';
import '@gigsy/elements/privacy-settings/define';
import { ada } from '../../../stories/people/ada.ts';
import type { Person } from '../../../stories/people/person.ts';
import { PrivacyDesk, failingPrivacy } from '../../../stories/people/privacy-desk.ts';

async function put(client: unknown, { lang = 'en', width = 640 } = {}): Promise<GigsyPrivacySettings> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const element = Object.assign(document.createElement('gigsy-privacy-settings'), { client });
  box.append(element);
  await settled(element);
  return element;
}

async function settled(element: GigsyPrivacySettings): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

const all = (element: GigsyPrivacySettings, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const one = (element: GigsyPrivacySettings, selector: string) => all(element, selector)[0]!;
const textOf = (found: Element | undefined) => found?.textContent!.replace(/\s+/g, ' ').trim();
const status = (element: GigsyPrivacySettings) => textOf(one(element, '[role=status]'));
const told = (element: GigsyPrivacySettings, name: string) => textOf(one(element, `#told-${name.replace(/\W/g, '-')}`));
const pressed = (element: GigsyPrivacySettings, name: string) =>
  all(element, `[part=choice][data-setting="${name}"][aria-pressed=true]`).map(({ dataset }) => dataset.to);

async function press(element: GigsyPrivacySettings, selector: string): Promise<void> {
  one(element, selector).focus();
  one(element, selector).click();
  await settled(element);
}

const choose = (element: GigsyPrivacySettings, name: string, to: string) =>
  press(element, `[part=choice][data-setting="${name}"][data-to="${to}"]`);
const open = (element: GigsyPrivacySettings, block: string) => press(element, `[data-block="${block}"] > summary`);

const LANGUAGES = ['en', 'ar', 'de', 'es', 'fr', 'hi', 'ja', 'pt-BR', 'en-XA'];
const BLOCKS = ['identity', 'contact', 'workExperience', 'education', 'people', 'later'];
const work = `workExperience/${ada.sections.workExperience[0]!.id}`;
const grants = [
  { grant: 'g1', to: { person: 'charles' }, createdAt: 0 },
  { grant: 'g2', to: { role: 'mentor' as const }, keys: ['contact.email' as const], createdAt: 0 },
];
const scheduled = [
  {
    scheduled: 's1',
    at: Date.UTC(2031, 4, 1),
    changes: { about: null, [`items`]: { [work]: 'owner' as const } },
    createdAt: 0,
  },
];

describe('the states', () => {
  it('say why there is nothing to choose, and are accessible', async () => {
    const cases = [
      [undefined, 'signed-out', 'Sign in to see this.'],
      [failingPrivacy('unauthenticated'), 'signed-out', 'Sign in to see this.'],
      [new PrivacyDesk(null).client, 'empty', 'You have no profile yet.'],
      [failingPrivacy('forbidden'), 'unavailable', 'This is not available to you.'],
      [failingPrivacy('internal'), 'error', 'This could not be loaded.'],
      [failingPrivacy('offline'), 'offline', 'No connection at the moment.'],
    ] as const;
    for (const [client, state, words] of cases) {
      const element = await put(client);
      expect([element.getAttribute('state'), textOf(one(element, '[part=message]'))]).to.deep.equal([state, words]);
      await expect(element).to.be.accessible();
    }
  });

  for (const lang of LANGUAGES)
    it(`fit into 320 pixels in ${lang}, accessibly, with each block open`, async () => {
      const { client } = new PrivacyDesk(ada, { grants, scheduled });
      const element = await put(client, { lang, width: 320 });
      await waitUntil(() => one(element, '.frame').lang !== 'en' || lang === 'en');
      for (const block of BLOCKS) await open(element, block);
      await press(element, '[data-preset=private]');
      const { right, left } = element.getBoundingClientRect();
      const beyond = all(element, '.content *').filter((each) => {
        const box = each.getBoundingClientRect();
        return box.width > 0 && (box.right > right + 1 || box.left < left - 1);
      });
      expect(
        beyond.map((each) => each.outerHTML.slice(0, 300)),
        lang,
      ).to.deep.equal([]);
      expect(element.shadowRoot!.textContent, lang).not.to.contain('undefined');
      for (const each of all(element, 'button, select, summary, input:not([type=radio], [type=checkbox])'))
        expect(each.getBoundingClientRect().height, `${lang} ${textOf(each)!}`).to.be.at.least(24);
      await expect(element).to.be.accessible();
    });

  it('keep the choices on show without a connection, and follow it again', async () => {
    const desk = new PrivacyDesk(ada);
    const element = await put(desk.client);
    desk.lose();
    await settled(element);
    expect([element.state, pressed(element, 'profile')]).to.deep.equal(['offline', ['public']]);
    window.dispatchEvent(new Event('online'));
    await settled(element);
    expect(element.state).to.equal('ready');
    Object.assign(element, { client: null });
    await settled(element);
    expect([element.state, all(element, '[part=choice]').length]).to.deep.equal(['signed-out', 0]);
  });
});

describe('a choice', () => {
  it('offers what the matrix allows, and a picture to no named people', async () => {
    const element = await put(new PrivacyDesk(ada).client);
    await open(element, 'identity');
    await open(element, 'contact');
    const offered = (name: string) =>
      all(element, `[part=choice][data-setting="${name}"]`).map(({ dataset }) => dataset.to);
    expect(offered('contact.email')).to.deep.equal(['public', 'platform', 'restricted', 'owner']);
    expect(offered('contact.phone')).to.deep.equal(['platform', 'restricted', 'owner']);
    expect(offered('identity.avatarUrl')).to.deep.equal(['public', 'platform', 'owner']);
  });

  it('is shown as on its way until the answer is there, and then with who sees it and why', async () => {
    const desk = new PrivacyDesk(ada);
    const element = await put(desk.client);
    const stored: unknown[] = [];
    element.addEventListener('gigsy-choose', ({ detail }) => stored.push(detail));
    let arrive = () => {};
    desk.troubles.push({ until: new Promise((resolve) => (arrive = resolve)) });
    expect(told(element, 'profile')).to.equal('Anyone on the web sees this. This is the default for your role.');
    await choose(element, 'profile', 'platform');
    expect([pressed(element, 'profile'), told(element, 'profile'), status(element), stored]).to.deep.equal([
      ['platform'],
      'Saving …',
      'Saving …',
      [],
    ]);
    arrive();
    await settled(element);
    expect([told(element, 'profile'), status(element)]).to.deep.equal([
      'Signed-in members see this. You chose this.',
      'Saved.',
    ]);
    expect(stored).to.deep.equal([{ choices: { profile: 'platform' } }]);
    expect(desk.updates[0]).to.deep.include({ changes: { profile: 'platform' }, expected: 1 });
  });

  it('names the setting that decides where another is narrower', async () => {
    const element = await put(
      new PrivacyDesk({ ...ada, settings: { education: 'owner', 'education.gpa': 'public' } }).client,
    );
    await open(element, 'education');
    expect(told(element, 'education.gpa')).to.equal('Only you see this. Education decides.');
  });

  it('is taken back by the undo, whose undo makes it again', async () => {
    const desk = new PrivacyDesk({ ...ada, settings: { about: 'platform' } });
    const element = await put(desk.client);
    await open(element, 'about');
    await choose(element, 'about', 'owner');
    await press(element, '[data-act=undo]');
    expect([desk.person!.settings.about, pressed(element, 'about')]).to.deep.equal(['platform', ['platform']]);
    await press(element, '[data-act=undo]');
    expect(desk.person!.settings.about).to.equal('owner');
  });

  it('returns to the default, with the focus on it', async () => {
    const desk = new PrivacyDesk({ ...ada, settings: { about: 'owner' } });
    const element = await put(desk.client);
    await open(element, 'about');
    await press(element, '[part=default]');
    expect(desk.updates[0]!.changes).to.deep.equal({ about: null });
    expect(all(element, '[part=default]')).to.have.length(0);
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset).to.deep.include({
      setting: 'about',
      to: 'public',
    });
  });

  it('narrows a single entry, and offers nothing wider than its section', async () => {
    const desk = new PrivacyDesk({ ...ada, settings: { workExperience: 'platform' } });
    const element = await put(desk.client);
    await open(element, 'workExperience');
    const offered = all(element, `[part=choice][data-setting="${work}"]`).map(({ dataset }) => dataset.to);
    expect(offered).to.deep.equal(['', 'restricted', 'owner']);
    await choose(element, work, 'owner');
    expect(desk.person!.settings.items).to.deep.equal({ [work]: 'owner' });
    expect(told(element, work)).to.equal('Only you see this. You chose this for the entry.');
    expect(textOf(one(element, '[data-block=workExperience] > summary'))).to.contain('1 entry set apart');
    await choose(element, work, '');
    expect(desk.person!.settings.items).to.deep.equal({});
  });

  it('waits for the one before it, and goes from the version that that has made', async () => {
    const desk = new PrivacyDesk(ada);
    const element = await put(desk.client);
    await open(element, 'about');
    await open(element, 'links');
    let arrive = () => {};
    desk.troubles.push({ until: new Promise((resolve) => (arrive = resolve)) });
    await choose(element, 'profile', 'platform');
    await choose(element, 'about', 'owner');
    await choose(element, 'links', 'owner');
    expect(desk.updates).to.have.length(0);
    arrive();
    await settled(element);
    expect(desk.updates.map(({ changes, expected }) => [changes, expected])).to.deep.equal([
      [{ profile: 'platform' }, 1],
      [{ about: 'owner', links: 'owner' }, 2],
    ]);
    expect(pressed(element, 'links')).to.deep.equal(['owner']);
  });
});

describe('a choice that is not stored', () => {
  it('is not shown as made, says why, and can be tried again or left', async () => {
    const cases = [
      ['offline', 'No connection at the moment.'],
      ['rate_limited', 'That was too much at once. Wait a moment and try again.'],
      ['unauthenticated', 'Your session has ended. Sign in again.'],
      ['internal', 'This failed. Nothing was changed.'],
    ] as const;
    for (const [code, words] of cases) {
      const desk = new PrivacyDesk(ada);
      const element = await put(desk.client);
      const failed: string[] = [];
      element.addEventListener('gigsy-error', ({ detail }) => failed.push(detail.code));
      desk.troubles.push(code, code);
      await choose(element, 'profile', 'owner');
      expect([pressed(element, 'profile'), status(element), failed]).to.deep.equal([
        ['public'],
        `${words} Not changed: Your whole profile.`,
        [code],
      ]);
      await press(element, '[data-act=retry]');
      await press(element, '[data-act=retry]');
      expect([desk.person!.settings.profile, status(element)]).to.deep.equal(['owner', 'Saved.']);
    }
  });

  it('has one effect where only its answer was lost', async () => {
    const desk = new PrivacyDesk(ada);
    const element = await put(desk.client);
    desk.troubles.push({ lost: 'timeout' });
    await choose(element, 'profile', 'owner');
    await press(element, '[data-act=retry]');
    expect([desk.updates.length, desk.version, status(element)]).to.deep.equal([2, 2, 'Saved.']);
    expect(desk.updates[0]!.idempotencyKey).to.equal(desk.updates[1]!.idempotencyKey);
  });

  it('goes with the next one, and is dropped on the person’s word alone', async () => {
    const desk = new PrivacyDesk(ada);
    const element = await put(desk.client);
    await open(element, 'about');
    desk.troubles.push('offline');
    await choose(element, 'profile', 'owner');
    await choose(element, 'about', 'owner');
    expect(desk.person!.settings).to.deep.include({ profile: 'owner', about: 'owner' });
    desk.troubles.push('offline');
    await choose(element, 'profile', 'public');
    await press(element, '[data-act=discard]');
    expect([pressed(element, 'profile'), status(element), desk.updates.length]).to.deep.equal([['owner'], '', 1]);
  });
});

describe('a change from elsewhere', () => {
  async function meanwhile(elsewhere: Parameters<PrivacyDesk['choose']>[0]) {
    const desk = new PrivacyDesk(ada);
    const element = await put(desk.client);
    let arrive = () => {};
    desk.troubles.push({ until: new Promise((resolve) => (arrive = resolve)) });
    await choose(element, 'profile', 'owner');
    desk.choose(elsewhere);
    arrive();
    await settled(element);
    return { desk, element };
  }

  it('to another setting is merged', async () => {
    const { desk, element } = await meanwhile({ about: 'owner' });
    expect(desk.person!.settings).to.deep.include({ profile: 'owner', about: 'owner' });
    expect([status(element), all(element, '[role=alert]').length]).to.deep.equal(['Saved.', 0]);
  });

  it('to the same setting is asked about, with both sides, and stays until it is answered', async () => {
    const { desk, element } = await meanwhile({ profile: 'platform' });
    expect(textOf(one(element, '[role=alert] p'))).to.equal(
      'Your whole profile was changed elsewhere meanwhile. It is now “Signed-in members”; you chose “Only you” here.',
    );
    expect(pressed(element, 'profile')).to.deep.equal(['platform']);
    await expect(element).to.be.accessible();
    await open(element, 'about');
    await choose(element, 'about', 'owner');
    expect([desk.person!.settings.profile, all(element, '[role=alert]').length]).to.deep.equal(['platform', 1]);
    await press(element, '[data-act=insist]');
    expect([desk.person!.settings.profile, all(element, '[role=alert]').length]).to.deep.equal(['owner', 0]);
  });

  it('to the same setting stays as it is on the person’s word', async () => {
    const { desk, element } = await meanwhile({ profile: 'platform' });
    await press(element, '[data-act=yield]');
    expect([
      desk.person!.settings.profile,
      pressed(element, 'profile'),
      all(element, '[role=alert]').length,
    ]).to.deep.equal(['platform', ['platform'], 0]);
  });

  it('to the same end needs no question', async () => {
    const { desk, element } = await meanwhile({ profile: 'owner' });
    expect([desk.person!.settings.profile, status(element), all(element, '[role=alert]').length]).to.deep.equal([
      'owner',
      'Saved.',
      0,
    ]);
  });
});

describe('a preset', () => {
  it('says what it changes, is taken whole, and is taken back whole', async () => {
    const settings: Person['settings'] = { about: 'owner', items: { [work]: 'owner' } };
    const desk = new PrivacyDesk({ ...ada, settings });
    const element = await put(desk.client);
    await press(element, '[data-preset=open]');
    expect(all(element, '.differences li').map(textOf)).to.include('About: from “Only you” to “Anyone on the web”');
    expect(desk.updates).to.have.length(0);
    await press(element, '[data-act=take]');
    expect(desk.person!.settings).to.deep.include({
      about: 'public',
      'contact.email': 'owner',
      items: { [work]: 'owner' },
    });
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset.preset).to.equal('open');
    await press(element, '[data-preset=open]');
    expect(textOf(one(element, '.asked p'))).to.equal('Your settings are those of “Open” already.');
    await press(element, '[data-act=undo]');
    expect(desk.person!.settings).to.deep.equal(settings);
  });
});

describe('people', () => {
  const field = (element: GigsyPrivacySettings, name: string) => one(element, `[name=${name}]`) as HTMLInputElement;

  function pick(element: GigsyPrivacySettings, selector: string, value?: string): Promise<void> {
    const control = one(element, selector) as HTMLInputElement;
    if (value === undefined) control.checked = true;
    else control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    return settled(element);
  }

  const send = (element: GigsyPrivacySettings) => press(element, '[part=add]');

  it('are named by handle, role or organisation, for all or for some settings, and removed', async () => {
    const desk = new PrivacyDesk({ ...ada, settings: { 'contact.email': 'restricted' } });
    const element = await put(desk.client);
    await open(element, 'people');
    await open(element, 'contact');
    expect(told(element, 'contact.email')).to.contain('nobody is named for it yet');
    field(element, 'handle').value = ' @Charles ';
    await pick(element, '[name=sees][value=only]');
    expect(all(element, '[name=key]:checked').map((each) => (each as HTMLInputElement).value)).to.deep.equal([
      'contact.email',
    ]);
    await send(element);
    expect([status(element), desk.grants[0]!.to, desk.grants[0]!.keys]).to.deep.equal([
      '@charles is named.',
      { person: 'charles' },
      ['contact.email'],
    ]);
    expect(told(element, 'contact.email')).to.equal('Seen by @charles. You chose this.');
    await pick(element, '[name=sees][value=all]');
    await pick(element, '[name=kind]', 'role');
    await pick(element, '[name=role]', 'mentor');
    await send(element);
    await pick(element, '[name=kind]', 'organisation');
    await send(element);
    expect(desk.grants.slice(1).map(({ to }) => to)).to.deep.equal([
      { role: 'mentor' },
      { organisation: 'Northfield College' },
    ]);
    expect(all(element, '[part=grant] .label').map(textOf)).to.deep.equal([
      '@charles',
      'Mentors',
      'Northfield College',
    ]);
    await press(element, '[part=end]');
    expect([status(element), desk.grants.length]).to.deep.equal(['@charles is removed and sees it no more.', 2]);
    expect(element.shadowRoot!.activeElement).not.to.equal(null);
  });

  it('are refused beside the field, which keeps what was typed', async () => {
    const element = await put(new PrivacyDesk(ada).client);
    await open(element, 'people');
    for (const [typed, words] of [
      ['', 'Use 2 to 40 characters: a to z, 0 to 9, and hyphens between them.'],
      ['Åda', 'Use 2 to 40 characters: a to z, 0 to 9, and hyphens between them.'],
      ['\u202eada', 'This is your own handle.'],
      ['ada', 'This is your own handle.'],
    ] as const) {
      field(element, 'handle').value = typed;
      await send(element);
      expect([textOf(one(element, '#handle-fault')), field(element, 'handle').value]).to.deep.equal([words, typed]);
      expect(element.shadowRoot!.activeElement).to.equal(field(element, 'handle'));
    }
    await expect(element).to.be.accessible();
  });

  it('say so where there is room for no more', async () => {
    const desk = new PrivacyDesk(ada);
    const element = await put(desk.client);
    await open(element, 'people');
    field(element, 'handle').value = 'charles';
    desk.troubles.push('too_large');
    await send(element);
    expect(status(element)).to.equal('You have named as many as possible. Remove somebody first.');
  });

  it('have names that change nothing of the page around them', async () => {
    const hostile = { grant: 'g1', to: { organisation: '\u202e<b>moor</b>' }, createdAt: 0 };
    const element = await put(new PrivacyDesk(ada, { grants: [hostile] }).client);
    await open(element, 'people');
    expect(textOf(one(element, '[part=grant] .label'))).to.equal('<b>moor</b>');
  });
});

describe('changes to come', () => {
  it('are planned for a time of the person’s own clock, listed, and called off', async () => {
    const desk = new PrivacyDesk(ada);
    const element = await put(desk.client);
    await open(element, 'later');
    const form = one(element, '[part=plan-form]') as HTMLFormElement;
    await press(element, '[part=plan]');
    expect(textOf(one(element, '#at-fault'))).to.equal('Choose a time from now on, within a year.');
    const what = form.elements.namedItem('what') as HTMLSelectElement;
    what.value = 'contact.phone';
    what.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(element);
    const to = form.elements.namedItem('to') as HTMLSelectElement;
    expect([...to.options].map(({ value }) => value)).to.deep.equal(['platform', 'restricted', 'owner', '']);
    to.value = '';
    (form.elements.namedItem('at') as HTMLInputElement).value = '2031-05-20T12:30';
    await press(element, '[part=plan]');
    const [planned] = desk.scheduled;
    expect([planned!.at, planned!.changes]).to.deep.equal([
      new Date(2031, 4, 20, 12, 30).getTime(),
      { 'contact.phone': null },
    ]);
    expect(textOf(one(element, '[part=scheduled]'))).to.contain('Contact: Phone: The default of your role');
    await press(element, '[part=call-off]');
    expect([desk.scheduled, status(element)]).to.deep.equal([[], 'The change is called off.']);
  });
});
