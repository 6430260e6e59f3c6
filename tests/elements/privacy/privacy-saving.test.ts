/** Choices of privacy that are not stored, or that meet others from elsewhere. */
import { expect } from '@open-wc/testing';
import { ada } from '../../../stories/people/ada.ts';
import { PrivacyDesk } from '../../../stories/people/privacy-desk.ts';
import { settled } from './records.ts';
import { all, choose, one, open, press, pressed, put, status, textOf } from './settings-page.ts';

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
