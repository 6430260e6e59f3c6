/** Saving by a button: the request, the messages, and refusals. */
import { expect, oneEvent } from '@open-wc/testing';
import { Desk, ada, control, drafts, formAt, is, part, press, said, settled, trouble, type } from './form.ts';

beforeEach(() => sessionStorage.clear());

const sent = (desk: Desk) => desk.updates.map(({ changes, expected }) => [changes.identity, expected.identity]);
const keys = (desk: Desk) => desk.updates.map(({ idempotencyKey }) => idempotencyKey);

describe('a save', () => {
  it('sends the changed members alone, trimmed, from the version that was read', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    await type(form, 'headline', '  Poet of engines ');
    expect([form.status, said(form, 'status')]).to.deep.equal(['dirty', ['Not saved yet.']]);
    await press(form, 'save');
    await is(form, 'status', 'saved');
    expect(sent(desk)).to.deep.equal([[{ headline: 'Poet of engines' }, 1]]);
    expect(said(form, 'status')).to.deep.equal(['Saved.']);
    expect(drafts()).to.deep.equal({});
  });

  it('keeps members without a field in an object of several fields, and removes an object without content', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    await type(form, 'location.city', 'Turin');
    await form.save();
    await type(form, 'location.city', ' ');
    await type(form, 'location.countryCode', '');
    await form.save();
    expect(sent(desk)).to.deep.equal([
      [{ location: { city: 'Turin', countryCode: 'GB' } }, 1],
      [{ location: null }, 2],
    ]);
    expect(desk.mine!.sections.identity).not.to.have.property('location');
  });

  it('without changes sends nothing, and blanks at the end are not a change', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    await type(form, 'headline', `${ada.sections.identity.headline} `);
    expect(form.status).to.equal('clean');
    expect(await form.save()).to.equal(true);
    expect(desk.updates).to.deep.equal([]);
  });

  it('tells the page, by an event with the version', async () => {
    const form = await formAt(new Desk(ada));
    await type(form, 'headline', 'Poet');
    const told = oneEvent(form, 'gigsy-save');
    await press(form, 'save');
    expect((await told).detail).to.deep.equal({ version: 2 });
  });

  it('leaves input typed meanwhile as a change of its own', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    let answer = () => {};
    desk.writeTroubles.push({ until: new Promise((resolve) => (answer = resolve)) });
    await type(form, 'headline', 'One');
    await press(form, 'save');
    expect(said(form, 'status')).to.deep.equal(['Saving …']);
    await type(form, 'headline', 'One and two');
    answer();
    await is(form, 'status', 'dirty');
    expect(control(form, 'headline').value).to.equal('One and two');
    expect(await form.save()).to.equal(true);
    expect(sent(desk)).to.deep.equal([
      [{ headline: 'One' }, 1],
      [{ headline: 'One and two' }, 2],
    ]);
  });

  it('ends after its form has left the page', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    let answer = () => {};
    desk.writeTroubles.push({ until: new Promise((resolve) => (answer = resolve)) });
    await type(form, 'headline', 'Gone');
    await press(form, 'save');
    form.remove();
    answer();
    await settled(form);
    expect(desk.mine!.sections.identity.headline).to.equal('Gone');
    expect(drafts()).to.deep.equal({});
  });
});

describe('an idempotency key', () => {
  it('is kept over retries of the same content, so that a lost answer has one effect', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    desk.writeTroubles.push({ lost: trouble('timeout') }, trouble('offline'));
    await type(form, 'headline', 'Poet');
    await press(form, 'save');
    await is(form, 'status', 'unsent');
    await form.save();
    expect(form.status).to.equal('unsent');
    expect(await form.save()).to.equal(true);
    expect(keys(desk)).to.have.length(2);
    expect(new Set(keys(desk)).size).to.equal(1);
    expect(desk.mine!.versions.identity).to.equal(2);
  });

  it('is a new one for other content; a lost answer is then not taken for another person’s change', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    desk.writeTroubles.push({ lost: trouble('timeout') });
    await type(form, 'headline', 'Poet');
    await press(form, 'save');
    await is(form, 'status', 'unsent');
    await type(form, 'headline', 'Poet of engines');
    expect(await form.save()).to.equal(true);
    expect(new Set(keys(desk)).size).to.equal(keys(desk).length);
    expect(desk.mine!.sections.identity.headline).to.equal('Poet of engines');
  });
});

describe('a fault', () => {
  it('found here is tied to its input, in a summary with the focus, and nothing is sent', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    await type(form, 'displayName', '');
    await type(form, 'headline', 'x'.repeat(201));
    await type(form, 'avatarUrl', 'me.png');
    await press(form, 'save');
    await is(form, 'status', 'invalid');
    expect(form.shadowRoot!.activeElement).to.equal(part(form, 'summary'));
    expect([...part(form, 'summary')!.querySelectorAll('li')].map((item) => item.textContent!.trim())).to.deep.equal([
      'Name Please fill this in.',
      'Headline Please shorten this to 200 characters.',
      'Address of your picture Please give a whole address that starts with https://.',
    ]);
    const name = control(form, 'displayName');
    expect(name.getAttribute('aria-invalid')).to.equal('true');
    const described = name
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => form.shadowRoot!.getElementById(id));
    expect(described.map((each) => each!.textContent!.trim())).to.deep.equal([
      'As others are to read it.',
      'Please fill this in.',
    ]);
    await expect(form).to.be.accessible();
    expect(desk.updates).to.deep.equal([]);
    (part(form, 'summary')!.querySelector('button') as HTMLElement).click();
    expect(form.shadowRoot!.activeElement).to.equal(name);
  });

  it('goes with the next key press in its field, and no other', async () => {
    const form = await formAt(new Desk(ada));
    await type(form, 'displayName', '');
    await type(form, 'avatarUrl', 'me.png');
    await press(form, 'save');
    await type(form, 'displayName', 'A');
    expect(said(form, 'fault')).to.have.length(1);
    expect(control(form, 'displayName').getAttribute('aria-invalid')).to.equal('false');
  });

  it('of the deployment stands at its field in the deployment’s words; one of an object at its first field', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    await type(form, 'headline', 'two\u0007');
    await type(form, 'avatarUrl', 'http://example.com/me.png');
    await press(form, 'save');
    await is(form, 'status', 'invalid');
    expect(said(form, 'fault')).to.deep.equal([
      'must not contain control, text-direction or broken characters',
      'must be an https:// address',
    ]);
    expect(part(form, 'fault')!.querySelector('[lang=en]')).not.to.equal(null);
    desk.writeTroubles.push(
      trouble('invalid_argument', { fields: [{ path: 'changes.identity.location', message: 'is nowhere' }] }),
    );
    await type(form, 'headline', 'fine');
    await press(form, 'save');
    await settled(form);
    expect(control(form, 'location.city').getAttribute('aria-invalid')).to.equal('true');
  });

  it('that no field is to blame for stands in the summary', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    desk.writeTroubles.push(trouble('too_large'));
    await type(form, 'headline', 'Poet');
    await press(form, 'save');
    await is(form, 'status', 'invalid');
    expect(said(form, 'summary')[0]).to.contain('For the story.');
  });
});

describe('a refusal', () => {
  it('for too many calls waits for the time that it is given, and sends the same again', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    desk.writeTroubles.push(trouble('rate_limited', { retryAfterMs: 2_500 }));
    await type(form, 'headline', 'Poet');
    await press(form, 'save');
    await is(form, 'status', 'waiting');
    expect(said(form, 'status')[0]).to.match(/Next try in 3 seconds/);
    await is(form, 'status', 'saved');
    expect(new Set(keys(desk)).size).to.equal(1);
  });

  it('for the want of a session keeps the changes, and sends them when the person is back', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    desk.writeTroubles.push(trouble('unauthenticated'));
    await type(form, 'headline', 'Poet');
    const told = oneEvent(form, 'gigsy-error');
    await press(form, 'save');
    expect((await told).detail.code).to.equal('unauthenticated');
    await is(form, 'status', 'expired');
    expect(control(form, 'headline').value).to.equal('Poet');
    expect(Object.keys(drafts())).to.have.length(1);
    form.client = { ...desk.client };
    await is(form, 'status', 'saved');
    expect(desk.mine!.sections.identity.headline).to.equal('Poet');
  });

  it('of any other kind says so, keeps the changes and can be tried again', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    desk.writeTroubles.push(trouble('internal'));
    await type(form, 'headline', 'Poet');
    await press(form, 'save');
    await is(form, 'status', 'failed');
    expect(said(form, 'status')[0]).to.contain('Could not save. Your changes are kept.');
    expect(Object.keys(drafts())).to.have.length(1);
    await press(form, 'save');
    await is(form, 'status', 'saved');
  });

  it('by a client that throws another value has an error of its own', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    Object.assign(desk.client.profile, { update: () => Promise.reject(new TypeError('broken')) });
    await type(form, 'headline', 'Poet');
    const told = oneEvent(form, 'gigsy-error');
    await press(form, 'save');
    expect((await told).detail.code).to.equal('bad_response');
    await is(form, 'status', 'failed');
  });
});

describe('without connection', () => {
  it('changes are kept, and sent when it is back', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    desk.writeTroubles.push(trouble('offline'));
    await type(form, 'headline', 'Poet');
    await press(form, 'save');
    await is(form, 'status', 'unsent');
    expect(said(form, 'status')[0]).to.contain('no connection');
    window.dispatchEvent(new Event('online'));
    await is(form, 'status', 'saved');
    expect(desk.mine!.sections.identity.headline).to.equal('Poet');
  });

  it('they are also tried again without word from the browser', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    desk.writeTroubles.push(trouble('offline'));
    await type(form, 'headline', 'Poet');
    await press(form, 'save');
    await is(form, 'status', 'unsent');
    await is(form, 'status', 'saved');
  });
});
