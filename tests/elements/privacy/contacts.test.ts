/** The contacts: their states, the form, answers to asks, ends, pages, focus, languages and hostile words. */
import { expect, waitUntil } from '@open-wc/testing';
import type { GigsyContacts } from '@gigsy/elements';
import '@gigsy/elements/contacts/define';
import { ContactBook, closedBook, manyContacts, someContacts } from '../../../stories/people/contact-book.ts';
import { LANGUAGES, all, put, said, settled } from './records.ts';

const putContacts = async (client: unknown, options = {}): Promise<GigsyContacts> => {
  const contacts = await put<GigsyContacts>('gigsy-contacts', client, options);
  contacts.hrefTemplate = '/people/{handle}';
  await settled(contacts);
  return contacts;
};
const outcome = (contacts: GigsyContacts) => said(contacts, '[role=status]')[0];
const fault = (contacts: GigsyContacts) => said(contacts, '[part=fault]')[0];
const field = (contacts: GigsyContacts) => all(contacts, 'input')[0] as HTMLInputElement;

async function press(contacts: GigsyContacts, part: string): Promise<void> {
  all(contacts, `[part=${part}]`)[0]!.click();
  await settled(contacts);
}

async function ask(contacts: GigsyContacts, handle: string): Promise<void> {
  field(contacts).value = handle;
  await press(contacts, 'send');
}

describe('the states', () => {
  it('say why there is nothing to see, and are accessible', async () => {
    const cases = [
      [undefined, 'signed-out', 'Sign in to see this.'],
      [closedBook('forbidden'), 'unavailable', 'This is not available to you.'],
      [closedBook('internal'), 'error', 'This could not be loaded.'],
      [closedBook('offline'), 'offline', 'No connection at the moment.'],
    ] as const;
    for (const [client, state, words] of cases) {
      const contacts = await putContacts(client);
      expect([contacts.getAttribute('state'), said(contacts, '[part=message]')]).to.deep.equal([state, [words]]);
      await expect(contacts).to.be.accessible();
    }
  });

  it('of somebody without contacts have the form, and no heading over nothing', async () => {
    const contacts = await putContacts(new ContactBook().client);
    expect(said(contacts, '[part=title]')).to.deep.equal(['Your contacts', 'Ask somebody']);
    expect(said(contacts, '.people')).to.deep.equal([]);
    await expect(contacts).to.be.accessible();
  });

  it('show who asks, who is asked and who is a contact, accessibly in every language and at 320 pixels', async () => {
    const contacts = await putContacts(someContacts().client);
    expect(said(contacts, '[part=incoming] .label')).to.deep.equal(['Morgan Reyes @morgan']);
    expect(said(contacts, '[part=asked] .label')).to.deep.equal(['@priya']);
    expect(said(contacts, '[part=contacts] .label')).to.deep.equal([
      'Inês Carvalho @ines',
      '\u2068ليلى حداد\u2069 @layla',
      'Somebody whose profile you may not see',
    ]);
    const links = all(contacts, '[part=contacts] a') as HTMLAnchorElement[];
    expect(links.map((link) => new URL(link.href).pathname)).to.deep.equal(['/people/ines', '/people/layla']);
    for (const lang of LANGUAGES) {
      const narrow = await putContacts(someContacts().client, { lang, width: 320 });
      await waitUntil(() => all(narrow, '.frame')[0]!.lang !== 'en' || lang === 'en');
      expect(narrow.scrollWidth <= 320, lang).to.equal(true);
      for (const each of all(narrow, 'button')) expect(each.getBoundingClientRect().height).to.be.at.least(24);
      await expect(narrow).to.be.accessible();
    }
  });

  it('follow what happens elsewhere, and lose all when the person signs out', async () => {
    const book = new ContactBook();
    const contacts = await putContacts(book.client);
    book.set({ incoming: someContacts().incoming });
    await settled(contacts);
    expect(said(contacts, '[part=incoming] .label')).to.deep.equal(['Morgan Reyes @morgan']);
    book.lose();
    await settled(contacts);
    expect([contacts.state, all(contacts, '[part=incoming]').length]).to.deep.equal(['offline', 1]);
    contacts.client = null;
    await settled(contacts);
    expect([contacts.state, all(contacts, '[part=incoming]').length]).to.deep.equal(['signed-out', 0]);
  });
});

describe('an ask', () => {
  it('is sent once with the handle as handles are written, is told, and empties the field', async () => {
    const book = new ContactBook();
    const contacts = await putContacts(book.client);
    const changes: unknown[] = [];
    contacts.addEventListener('gigsy-contact', ({ detail }) => changes.push(detail));
    field(contacts).value = ' @Priya ';
    all(contacts, '[part=send]')[0]!.click();
    await press(contacts, 'send');
    expect([book.calls, changes, outcome(contacts)]).to.deep.equal([['ask'], [{ change: 'ask' }], 'You asked @priya.']);
    expect([field(contacts).value, said(contacts, '[part=asked] .label')]).to.deep.equal(['', ['@priya']]);
  });

  it('of no handle, or of one’s own, is told beside the field, which has the focus', async () => {
    const book = new ContactBook();
    const contacts = await putContacts(book.client);
    for (const [handle, words] of [
      ['Ada L.', 'Use 2 to 40 characters: a to z, 0 to 9, and hyphens between them.'],
      ['👩🏽‍🎨', 'Use 2 to 40 characters: a to z, 0 to 9, and hyphens between them.'],
      ['ada', 'This is your own handle.'],
    ] as const) {
      await ask(contacts, handle);
      expect([fault(contacts), field(contacts).getAttribute('aria-invalid')]).to.deep.equal([words, 'true']);
      expect(contacts.shadowRoot!.activeElement).to.equal(field(contacts));
      await expect(contacts).to.be.accessible();
    }
    expect(book.calls).to.deep.equal(['ask']);
    await ask(contacts, 'priya');
    expect(fault(contacts)).to.equal('');
  });

  it('that is refused says why, and leaves the field as it is', async () => {
    for (const [code, words] of [
      ['not_found', 'Create a profile first. People see it when you ask them.'],
      ['too_large', 'As many of your asks as possible are open. Take one back first.'],
      ['rate_limited', 'You have asked many people today. Ask again tomorrow.'],
      ['offline', 'No connection at the moment.'],
    ] as const) {
      const book = new ContactBook();
      book.troubles.push(code);
      const contacts = await putContacts(book.client);
      await ask(contacts, 'priya');
      expect([code, outcome(contacts), field(contacts).value]).to.deep.equal([code, words, 'priya']);
    }
  });
});

describe('an answer', () => {
  it('of each kind is told in words and to the page, and the focus stays', async () => {
    for (const [part, words] of [
      ['accept', 'Morgan Reyes is your contact now.'],
      ['decline', 'Declined. Morgan Reyes is not told.'],
      ['withdraw', 'You took back your ask to @priya.'],
      ['end', 'Inês Carvalho is no longer your contact.'],
    ] as const) {
      const book = someContacts();
      const contacts = await putContacts(book.client);
      const changes: unknown[] = [];
      contacts.addEventListener('gigsy-contact', ({ detail }) => changes.push(detail));
      all(contacts, `[part=${part}]`)[0]!.focus();
      await press(contacts, part);
      expect([book.calls, changes, outcome(contacts)]).to.deep.equal([[part], [{ change: part }], words]);
      expect(contacts.shadowRoot!.activeElement, part).to.equal(all(contacts, '[role=status]')[0]);
    }
  });

  it('that came too late, or that fails, is told as such', async () => {
    for (const [part, code, words] of [
      ['accept', 'not_found', 'This was over already.'],
      ['accept', 'too_large', 'One of you has as many contacts as possible. End one first.'],
      ['decline', 'not_found', 'This was over already.'],
      ['end', 'internal', 'This failed. Nothing was changed.'],
    ] as const) {
      const book = someContacts();
      book.troubles.push(code);
      const contacts = await putContacts(book.client);
      await press(contacts, part);
      expect([part, outcome(contacts)]).to.deep.equal([part, words]);
    }
  });
});

describe('a long list', () => {
  it('comes page by page, loses one that is ended on a later page, and begins again after a change', async () => {
    const book = manyContacts(60);
    const contacts = await putContacts(book.client);
    const names = () => said(contacts, '[part=contacts] .label');
    expect(names()).to.have.lengthOf(25);
    await press(contacts, 'more');
    expect([names().length, outcome(contacts)]).to.deep.equal([50, '25 more contacts shown.']);
    await press(contacts, 'more');
    expect([names().length, all(contacts, '[part=more]').length]).to.deep.equal([60, 0]);
    all(contacts, '[part=end]').at(-1)!.click();
    await settled(contacts);
    expect([names().includes('@person-59'), book.relations.length]).to.deep.equal([false, 59]);
  });
});

describe('words of anybody', () => {
  it('are text, and answers of another shape break nothing', async () => {
    const [first] = someContacts().relations;
    const name = '\u202e<img src=x onerror=alert(1)>';
    const odd = [
      { ...first!, name },
      { ...first!, relation: 5, handle: {}, name: 7, headline: [], since: NaN },
      null,
    ] as never;
    const contacts = await putContacts(new ContactBook({ relations: odd }).client);
    expect(said(contacts, '[part=contacts] .label')).to.deep.equal([
      '<img src=x onerror=alert(1)> @ines',
      'Somebody whose profile you may not see',
    ]);
    expect(all(contacts, 'img')).to.deep.equal([]);
  });
});
