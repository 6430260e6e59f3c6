/** The settings of privacy: their states, and choices with who sees them then. */
import { expect, waitUntil } from '@open-wc/testing';
import { ada } from '../../../stories/people/ada.ts';
import { PrivacyDesk, failingPrivacy } from '../../../stories/people/privacy-desk.ts';
import { settled } from './records.ts';
import { all, choose, one, open, press, pressed, put, status, textOf, told } from './settings-page.ts';

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

  it('of the whole profile narrows what closed sections say of themselves', async () => {
    const desk = new PrivacyDesk(ada);
    const element = await put(desk.client);
    const tag = (section: string) => textOf(one(element, `[data-block=${section}] > summary .tag`));
    expect([tag('about'), tag('identity'), tag('contact')]).to.deep.equal([
      'Anyone on the web',
      'Different audiences',
      'Different audiences',
    ]);
    await choose(element, 'profile', 'owner');
    expect([tag('about'), tag('identity'), tag('contact')]).to.deep.equal(['Only you', 'Only you', 'Only you']);
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
