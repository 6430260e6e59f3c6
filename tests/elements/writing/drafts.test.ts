/** Unsaved input outlives the form, the page and the connection, and nobody else ever sees it. */
import { expect } from '@open-wc/testing';
import { GigsyProfileForm } from '@gigsy/elements';
import '@gigsy/elements/provider/define';
import { Desk, ada, control, drafts, formAt, is, part, press, said, settled, trouble, type } from './form.ts';

beforeEach(() => sessionStorage.clear());

const KEY = 'gigsy-draft https%3A%2F%2Fdesk.example ada profile%2Fidentity';

it('a draft is back in the next form, with a note and a way to discard it', async () => {
  const desk = new Desk(ada);
  const first = await formAt(desk);
  await type(first, 'headline', 'Typed');
  first.remove();
  const form = await formAt(desk);
  expect(control(form, 'headline').value).to.equal('Typed');
  expect(form.status).to.equal('dirty');
  expect(said(form, 'note')[0]).to.contain('Your unsaved changes are back.');
  await press(form, 'discard');
  expect(control(form, 'headline').value).to.equal(ada.sections.identity.headline);
  expect(part(form, 'note')).to.equal(null);
  expect(drafts()).to.deep.equal({});
  await press(form, 'undo');
  expect(control(form, 'headline').value).to.equal('Typed');
  expect(Object.keys(drafts())).to.have.length(1);
});

it('holds the changed fields alone, and goes when they are as before', async () => {
  const form = await formAt(new Desk(ada));
  await type(form, 'headline', 'Typed');
  expect(drafts()).to.deep.equal({
    [KEY]: { version: 1, base: { headline: ada.sections.identity.headline }, values: { headline: 'Typed' } },
  });
  await type(form, 'headline', ada.sections.identity.headline!);
  expect(drafts()).to.deep.equal({});
});

it('that was on its way when the page went is sent by the next form, under the same key', async () => {
  const desk = new Desk(ada);
  const first = await formAt(desk);
  desk.writeTroubles.push({ lost: trouble('offline') });
  await type(first, 'headline', 'Typed');
  await press(first, 'save');
  await is(first, 'status', 'unsent');
  const before = structuredClone(desk.mine);
  first.remove();
  desk.mine = {
    ...before!,
    sections: { ...before!.sections, identity: ada.sections.identity },
    versions: { ...before!.versions, identity: 1 },
  };
  await formAt(desk);
  await settled(first);
  expect(new Set(desk.updates.map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(1);
  expect(desk.updates).to.have.length(2);
});

it('with a lost answer is saved, and not a conflict', async () => {
  const desk = new Desk(ada);
  const first = await formAt(desk);
  desk.writeTroubles.push({ lost: trouble('offline') });
  await type(first, 'headline', 'Typed');
  await press(first, 'save');
  await is(first, 'status', 'unsent');
  first.remove();
  const form = await formAt(desk);
  expect(form.status).to.equal('clean');
  expect(part(form, 'note')).to.equal(null);
  expect(drafts()).to.deep.equal({});
});

it('conflicts with a save made elsewhere meanwhile if both changed one field', async () => {
  const desk = new Desk(ada);
  const first = await formAt(desk);
  await type(first, 'headline', 'Typed');
  await type(first, 'pronouns', 'they/them');
  first.remove();
  desk.change({ headline: 'Elsewhere' });
  const form = await formAt(desk);
  expect(form.status).to.equal('conflict');
  expect(said(form, 'conflict')).to.have.length(1);
  expect(control(form, 'headline').value).to.equal('Typed');
});

it('of a form that is moved stays as it is', async () => {
  const form = await formAt(new Desk(ada));
  await type(form, 'headline', 'Typed');
  form.parentElement!.after(form);
  await settled(form);
  expect([form.state, control(form, 'headline').value]).to.deep.equal(['ready', 'Typed']);
  expect(part(form, 'note')).to.equal(null);
  form.remove();
});

describe('another person', () => {
  const grace = { ...ada, handle: 'grace' };

  it('finds no trace of it, in the form or in the storage', async () => {
    const form = await formAt(new Desk(ada));
    await type(form, 'headline', 'Typed by Ada');
    form.client = new Desk(grace).client;
    await settled(form);
    await is(form, 'state', 'ready');
    expect(control(form, 'headline').value).to.equal(ada.sections.identity.headline);
    expect(form.status).to.equal('clean');
    expect(JSON.stringify(sessionStorage)).not.to.contain('Typed by Ada');
  });

  it('of another deployment has drafts of their own beside it', async () => {
    const form = await formAt(new Desk(ada));
    await type(form, 'headline', 'Here');
    form.remove();
    const there = await formAt(new Desk(ada, 'https://other.example'));
    expect(there.status).to.equal('clean');
    await type(there, 'headline', 'There');
    expect(Object.keys(drafts())).to.have.length(2);
  });
});

describe('a person who signs out', () => {
  it('by the form’s client takes drafts along', async () => {
    const form = await formAt(new Desk(ada));
    await type(form, 'headline', 'Typed');
    form.client = null;
    await is(form, 'state', 'signed-out');
    expect(drafts()).to.deep.equal({});
  });

  it('by the provider’s takes those along whose form is gone', async () => {
    const form = await formAt(new Desk(ada));
    await type(form, 'headline', 'Typed');
    form.remove();
    document.createElement('gigsy-provider').client = null;
    for (let turn = 0; turn < 100 && Object.keys(drafts()).length; turn += 1) await settled(form);
    expect(drafts()).to.deep.equal({});
  });

  it('is not a person whom the page has not named yet', async () => {
    const form = await formAt(new Desk(ada));
    await type(form, 'headline', 'Typed');
    form.client = undefined;
    await is(form, 'state', 'signed-out');
    expect(Object.keys(drafts())).to.have.length(1);
  });
});

describe('storage', () => {
  const { setItem, getItem } = Storage.prototype;
  const { sessionStorage: own } = Object.getOwnPropertyDescriptors(window);
  afterEach(() => {
    Object.assign(Storage.prototype, { setItem, getItem });
    Object.defineProperty(window, 'sessionStorage', own!);
  });

  const leaving = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };

  it('that is full leaves the draft to the page, which asks before it goes', async () => {
    const desk = new Desk(ada);
    const form = await formAt(desk);
    await type(form, 'headline', 'Older');
    expect(leaving()).to.equal(false);
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    await type(form, 'headline', 'Newer');
    expect(drafts()).to.deep.equal({});
    expect(leaving()).to.equal(true);
    form.remove();
    const next = await formAt(desk);
    expect(control(next, 'headline').value).to.equal('Newer');
    await next.save();
    expect(leaving()).to.equal(false);
  });

  it('that is blocked, or missing, does the same', async () => {
    for (const get of [() => undefined, () => Promise.reject.call(undefined)]) {
      Object.defineProperty(window, 'sessionStorage', { configurable: true, get });
      const desk = new Desk(ada);
      const form = await formAt(desk);
      await type(form, 'headline', 'Typed');
      expect(leaving()).to.equal(true);
      form.remove();
      const next = await formAt(desk);
      expect(control(next, 'headline').value).to.equal('Typed');
      expect(await next.save()).to.equal(true);
      next.remove();
    }
  });

  it('with other content is ignored', async () => {
    for (const text of [
      '{',
      '7',
      '[]',
      '{"version":1}',
      '{"version":1,"base":{},"values":{"nowhere":"x","headline":"y"}}',
    ]) {
      sessionStorage.setItem(KEY, text);
      const form = await formAt(new Desk(ada));
      expect([form.status, control(form, 'headline').value], text).to.deep.equal([
        'clean',
        ada.sections.identity.headline,
      ]);
      form.remove();
    }
  });
});

describe('a secret', () => {
  class SecretForm extends GigsyProfileForm {
    readonly #secret = super.forms.map((form) => ({
      ...form,
      fields: form.fields.map((field) => ({ ...field, secret: field.name === 'pronouns' })),
    }));
    protected override get forms() {
      return this.#secret;
    }
  }
  customElements.define('test-secret-form', SecretForm);

  it('is in no draft, and the page asks before it is lost', async () => {
    const form = Object.assign(document.createElement('test-secret-form') as SecretForm, {
      client: new Desk(ada).client,
    });
    document.body.append(form);
    await is(form, 'state', 'ready');
    await type(form, 'headline', 'Typed');
    await type(form, 'pronouns', 'hush');
    expect(JSON.stringify(sessionStorage)).to.contain('Typed').and.not.to.contain('hush');
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
    form.remove();
  });
});
