/** Somebody else was faster: other windows and devices, fields that follow, fields to choose, and undoing. */
import { expect } from '@open-wc/testing';
import { Desk, ada, control, formAt, is, part, press, said, settled, trouble, type } from './form.ts';

beforeEach(() => sessionStorage.clear());

const headline = (desk: Desk) => desk.mine!.sections.identity.headline;

function choose(form: Parameters<typeof part>[0], choice: 'mine' | 'theirs'): void {
  form.shadowRoot!.querySelector<HTMLElement>(`[data-choice=${choice}]`)!.click();
}

describe('a version conflict', () => {
  it('does not arise in different fields: both changes are stored', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    await type(form, 'headline', 'Here');
    desk.change({ pronouns: 'they/them' });
    expect(await form.save()).to.equal(true);
    expect(desk.mine!.sections.identity).to.include({ headline: 'Here', pronouns: 'they/them' });
    expect(control(form, 'pronouns').value).to.equal('they/them');
  });

  it('in one member of an object keeps the other member of the other window', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    await type(form, 'location.city', 'Turin');
    desk.change({ location: { city: 'London', region: 'Greater London', countryCode: 'GB' } });
    expect(await form.save()).to.equal(true);
    expect(desk.mine!.sections.identity.location).to.deep.equal({
      city: 'Turin',
      region: 'Greater London',
      countryCode: 'GB',
    });
  });

  it('shows both values of the fields that truly differ, and asks before it writes', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    await type(form, 'headline', 'Here');
    await type(form, 'pronouns', 'they/them');
    await type(form, 'location.countryCode', 'IT');
    desk.change({ headline: 'There', pronouns: 'they/them', location: { countryCode: 'FR' } });
    await press(form, 'save');
    await is(form, 'status', 'conflict');
    expect(form.shadowRoot!.activeElement).to.equal(part(form, 'summary'));
    expect(said(form, 'conflict')).to.deep.equal([
      'Saved elsewhere: There Keep yours Take the other',
      'Saved elsewhere: France Keep yours Take the other',
    ]);
    expect(control(form, 'headline').value).to.equal('Here');
    expect(control(form, 'location.city').value, 'follows').to.equal('');
    await expect(form).to.be.accessible();
    await press(form, 'save');
    await settled(form);
    expect(headline(desk), 'nothing is written before the choice').to.equal('There');
  });

  it('is settled field by field: keep mine, take theirs; and the choice can be undone', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    await type(form, 'headline', 'Here');
    await type(form, 'pronouns', 'mine');
    desk.change({ headline: 'There', pronouns: 'theirs' });
    await press(form, 'save');
    await is(form, 'status', 'conflict');
    choose(form, 'mine');
    await form.updateComplete;
    expect(form.shadowRoot!.activeElement).to.equal(control(form, 'headline'));
    choose(form, 'theirs');
    await form.updateComplete;
    expect([control(form, 'headline').value, control(form, 'pronouns').value]).to.deep.equal(['Here', 'theirs']);
    await press(form, 'undo');
    expect(control(form, 'pronouns').value).to.equal('mine');
    expect(said(form, 'conflict')).to.have.length(1);
    choose(form, 'theirs');
    expect(await form.save()).to.equal(true);
    expect(desk.mine!.sections.identity).to.include({ headline: 'Here', pronouns: 'theirs' });
  });

  it('ends when the same is typed that was saved elsewhere', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    await type(form, 'headline', 'Here');
    desk.change({ headline: 'There' });
    await form.save();
    await type(form, 'headline', 'There');
    expect([form.status, said(form, 'conflict')]).to.deep.equal(['clean', []]);
  });

  it('again while it is open shows the newest', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk, { live: true });
    await type(form, 'headline', 'Here');
    desk.change({ headline: 'Second' });
    desk.change({ headline: 'Third' });
    await is(form, 'status', 'conflict');
    expect(said(form, 'conflict')[0]).to.contain('Third');
    desk.change({ pronouns: 'they/them' });
    await settled(form);
    expect(said(form, 'conflict')[0], 'an unrelated change settles nothing').to.contain('Third');
  });

  it('that never ends is given up after some rounds', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    const { update } = desk.client.profile;
    let rounds = 0;
    Object.assign(desk.client.profile, {
      update: (args: Parameters<typeof update>[0]) => {
        rounds += 1;
        desk.change({ pronouns: `p${rounds}` });
        return update(args);
      },
    });
    await type(form, 'headline', 'Here');
    expect(await form.save()).to.equal(false);
    expect(form.status).to.equal('failed');
    expect(rounds).to.equal(4);
  });

  it('with an unreadable other version keeps the changes', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    await type(form, 'headline', 'Here');
    desk.change({ headline: 'There' });
    desk.readTroubles.push(trouble('offline'));
    expect(await form.save()).to.equal(false);
    expect([form.status, control(form, 'headline').value]).to.deep.equal(['failed', 'Here']);
    await form.save();
    expect(form.status).to.equal('conflict');
  });
});

describe('two windows of one person', () => {
  it('a clean one follows the saves of the other', async () => {
    const desk = new Desk(ada);
    const [one, other] = [await formAt(desk), await formAt(desk)];
    await type(one, 'headline', 'From the first');
    await one.save();
    await is(other, 'state', 'ready');
    for (let turn = 0; turn < 50 && control(other, 'headline').value !== 'From the first'; turn += 1)
      await settled(other);
    expect(control(other, 'headline').value).to.equal('From the first');
    expect(other.status).to.equal('clean');
  });

  it('one with changes of its own is told before it saves', async () => {
    const desk = new Desk(ada);
    const [one, other] = [await formAt(desk), await formAt(desk)];
    await type(other, 'headline', 'From the other');
    await type(one, 'headline', 'From the first');
    await one.save();
    await is(other, 'status', 'conflict');
    expect(said(other, 'conflict')[0]).to.contain('From the first');
    expect(other.shadowRoot!.activeElement, 'nobody pressed anything there').to.equal(null);
  });

  it('of another person, or at another deployment, are not asked', async () => {
    const desk = new Desk(ada);
    const one = await formAt(desk);
    const others = [new Desk({ ...ada, handle: 'grace' }), new Desk(ada, 'https://other.example')];
    for (const each of others) await formAt(each);
    await type(one, 'headline', 'Mine');
    await one.save();
    for (let turn = 0; turn < 10; turn += 1) await settled(one);
    expect(others.map(({ reads }) => reads)).to.deep.equal([1, 1]);
  });

  it('on other devices are followed when live, also while a save is under way', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk, { live: true });
    desk.change({ headline: 'From a phone' });
    await settled(form);
    expect(control(form, 'headline').value).to.equal('From a phone');
    await type(form, 'headline', 'Here');
    let answer = () => {};
    desk.writeTroubles.push({ until: new Promise((resolve) => (answer = resolve)) });
    await press(form, 'save');
    await type(form, 'headline', 'Here and more');
    answer();
    await is(form, 'status', 'dirty');
    expect(said(form, 'conflict'), 'its own change comes back by the watch').to.deep.equal([]);
    expect(await form.save()).to.equal(true);
  });
});

it('a change elsewhere that is heard of while a save is under way is no failure', async () => {
  const desk = new Desk(ada);
  const form = await formAt(desk, { live: true });
  let answer = () => {};
  desk.writeTroubles.push({ until: new Promise((resolve) => (answer = resolve)) });
  await type(form, 'headline', 'Here');
  const saved = form.save();
  desk.change({ pronouns: 'they/them' });
  await settled(form);
  answer();
  expect(await saved).to.equal(true);
  expect(desk.mine!.sections.identity).to.include({ headline: 'Here', pronouns: 'they/them' });
});

describe('undo', () => {
  it('after a save restores the earlier values, and can be undone itself', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    await type(form, 'headline', 'Poet');
    await type(form, 'location.city', 'Turin');
    await press(form, 'save');
    await is(form, 'status', 'saved');
    await press(form, 'undo');
    await settled(form);
    expect(desk.mine!.sections.identity).to.deep.equal(ada.sections.identity);
    expect(control(form, 'headline').value).to.equal(ada.sections.identity.headline);
    await press(form, 'undo');
    await settled(form);
    expect(headline(desk)).to.equal('Poet');
  });

  it('is offered no more once somebody has typed on, or saved elsewhere', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk, { live: true });
    await type(form, 'headline', 'Poet');
    await form.save();
    expect(part(form, 'undo')).not.to.equal(null);
    desk.change({ headline: 'There' });
    await settled(form);
    expect(part(form, 'undo')).to.equal(null);
    await type(form, 'headline', 'Poet');
    await form.save();
    await type(form, 'pronouns', 'they');
    expect(part(form, 'undo')).to.equal(null);
  });

  it('of a discard brings the changes back on top of later saves', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    await type(form, 'headline', 'Here');
    await press(form, 'discard');
    expect(form.status).to.equal('clean');
    await press(form, 'undo');
    expect([form.status, control(form, 'headline').value]).to.deep.equal(['dirty', 'Here']);
  });

  it('keeps the focus in the form when its button goes away', async () => {
    const form = await formAt(new Desk(ada));
    await type(form, 'headline', 'Here');
    part(form, 'discard')!.focus();
    await press(form, 'discard');
    expect(form.shadowRoot!.activeElement).not.to.equal(null);
    expect(document.activeElement).to.equal(form);
  });
});

describe('autosave', () => {
  it('saves after a pause, not with each key, and asks for no attention', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk, { autosave: true });
    expect(part(form, 'save')).to.equal(null);
    for (const words of ['P', 'Po', 'Poet']) await type(form, 'headline', words);
    expect(desk.updates).to.deep.equal([]);
    await is(form, 'status', 'saved');
    expect(desk.updates).to.have.length(1);
    control(form, 'displayName').focus();
    await type(form, 'displayName', '');
    await is(form, 'status', 'invalid');
    expect(form.shadowRoot!.activeElement).to.equal(control(form, 'displayName'));
    await type(form, 'displayName', 'Ada');
    await is(form, 'status', 'saved');
  });

  it('saves at once when its form leaves the page', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk, { autosave: true });
    await type(form, 'headline', 'Poet');
    form.remove();
    await settled(form);
    expect(headline(desk)).to.equal('Poet');
  });

  it('does not shorten the wait that the deployment asks for', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk, { autosave: true });
    desk.writeTroubles.push(trouble('rate_limited', { retryAfterMs: 60_000 }));
    await type(form, 'headline', 'Poet');
    await is(form, 'status', 'waiting');
    await type(form, 'headline', 'Poet of engines');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect([form.status, desk.updates.length]).to.deep.equal(['waiting', 0]);
  });
});
