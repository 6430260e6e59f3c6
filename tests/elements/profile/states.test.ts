/** The five states of an element that shows a profile, their order, and the events for the host. */
import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { GigsyError, type ProfileView } from '@gigsy/sdk/reader';
import type { GigsyProfileCard } from '@gigsy/elements';
import { card, part, settled, words } from './card.ts';
import { ManualSource, ada, answering, failing, never } from './people.ts';

const bob: ProfileView = { handle: 'bob', role: 'student', identity: { displayName: 'Bob' } };

describe('loading', () => {
  it('shows a skeleton and says that it is busy', async () => {
    const element = await card({ handle: 'ada', source: never });
    expect(element.getAttribute('state')).to.equal('loading');
    expect(element.renderRoot.querySelector('article')!.getAttribute('aria-busy')).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('keeps the skeleton hidden for 150 ms, in a box of the same height', async () => {
    const element = await card({ handle: 'ada', source: never });
    const skeleton = element.renderRoot.querySelector('.profile')!;
    expect(getComputedStyle(skeleton).visibility).to.equal('hidden');
    const height = element.offsetHeight;
    await aTimeout(250);
    expect(getComputedStyle(skeleton).visibility).to.equal('visible');
    expect(element.offsetHeight).to.equal(height);
  });

  it('waits for a handle without asking', async () => {
    const source = new ManualSource();
    const element = await card({ source });
    expect(element.state).to.equal('loading');
    expect(source.asked).to.have.length(0);
  });
});

describe('ready', () => {
  it('shows the answer of the source and tells the host', async () => {
    const source = new ManualSource();
    const element = await card({ handle: 'ada', source });
    setTimeout(() => source.asked[0]!.answer(ada));
    const event = await oneEvent(element, 'gigsy-load');
    expect(event.detail.profile).to.equal(ada);
    expect(event.bubbles).to.equal(false);
    expect(element.getAttribute('state')).to.equal('ready');
    expect(words(element, 'name')).to.equal('Ada Lovelace');
    await expect(element).to.be.accessible();
  });

  it('shows a profile from elsewhere without asking', async () => {
    const source = new ManualSource();
    const element = await card({ handle: 'ada', source, profile: bob });
    expect(words(element, 'name')).to.equal('Bob');
    expect(source.asked).to.have.length(0);
  });

  it('takes no answer to an earlier question', async () => {
    const source = new ManualSource();
    const element = await card({ handle: 'ada', source });
    element.handle = 'bob';
    await settled(element);
    source.asked[1]!.answer(bob);
    await settled(element);
    source.asked[0]!.answer(ada);
    await settled(element);
    expect(words(element, 'name')).to.equal('Bob');
  });

  it('aborts its request when another handle is set, and when it leaves the page', async () => {
    const source = new ManualSource();
    const element = await card({ handle: 'ada', source });
    element.handle = 'bob';
    await settled(element);
    expect(source.asked.map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
    element.remove();
    expect(source.asked[1]!.signal.aborted).to.equal(true);
  });

  it('asks again when it comes back to the page, and shows the known answer meanwhile', async () => {
    const source = new ManualSource();
    const element = await card({ handle: 'ada', source });
    source.asked[0]!.answer(ada);
    await settled(element);
    const box = element.parentElement!;
    element.remove();
    box.append(element);
    await settled(element);
    expect(element.state).to.equal('ready');
    expect(source.asked).to.have.length(2);
  });
});

describe('not available', () => {
  it('looks the same to the byte for hidden and unknown people', async () => {
    const [hidden, unknown] = [
      await card({ handle: 'hidden', source: answering(null) }),
      await card({ handle: 'unknown', source: answering(null) }),
    ];
    const markup = (element: GigsyProfileCard) => element.shadowRoot!.innerHTML.replace(/lit\$\d+\$/g, '');
    expect(hidden.state).to.equal('unavailable');
    expect(markup(hidden)).to.equal(markup(unknown));
    expect(markup(hidden)).not.to.contain('hidden"');
    expect(words(hidden, 'message')).to.equal('This profile is not available.');
    await expect(hidden).to.be.accessible();
  });

  it('takes a profile away that was made private', async () => {
    const source = new ManualSource();
    const element = await card({ handle: 'ada', source, live: true });
    source.watched[0]!.observer.next(ada);
    await settled(element);
    source.watched[0]!.observer.next(null);
    await settled(element);
    expect(element.state).to.equal('unavailable');
    expect(element.shadowRoot!.textContent).not.to.contain('Lovelace');
  });
});

it('an element that is asked again ends where the new answer says, wherever it was', async () => {
  const source = new ManualSource();
  const element = await card({ handle: 'ada', source });
  source.asked[0]!.answer(null);
  await settled(element);
  element.reload();
  await settled(element);
  expect(element.state).to.equal('loading');
  source.asked[1]!.fail(new GigsyError('internal', 'For the test.'));
  await settled(element);
  expect(element.state).to.equal('error');
  element.profile = null;
  await settled(element);
  element.reload();
  expect(element.state).to.equal('unavailable');
});

describe('error', () => {
  it('says so, tells the host which, and loads again on request', async () => {
    const source = new ManualSource();
    const element = await card({ handle: 'ada', source });
    setTimeout(() => source.asked[0]!.fail(new GigsyError('timeout', 'For the test.')));
    const { detail } = await oneEvent(element, 'gigsy-error');
    expect(detail.code).to.equal('timeout');
    expect(element.state).to.equal('error');
    await expect(element).to.be.accessible();
    part(element, 'retry')!.click();
    await settled(element);
    expect(element.state).to.equal('loading');
    expect(element.shadowRoot!.activeElement?.localName).to.equal('article');
    source.asked[1]!.answer(ada);
    await settled(element);
    expect(element.state).to.equal('ready');
  });

  it('has a code for any value that a host’s own source throws', async () => {
    for (const thrown of ['text', null, new TypeError('x'), { code: 7 }, Object.create(null)]) {
      const element = await card({});
      const heard = oneEvent(element, 'gigsy-error');
      element.source = {
        get: () => {
          throw thrown;
        },
      };
      element.handle = 'ada';
      expect((await heard).detail.code).to.equal('bad_response');
    }
  });

  it('names a missing api', async () => {
    const element = await card({});
    const heard = oneEvent(element, 'gigsy-error');
    element.handle = 'ada';
    expect((await heard).detail.code).to.equal('invalid_argument');
  });

  it('keeps the known answer on show', async () => {
    const source = new ManualSource();
    const element = await card({ handle: 'ada', source });
    source.asked[0]!.answer(ada);
    await settled(element);
    element.reload();
    await settled(element);
    source.asked[1]!.fail(new GigsyError('internal', 'For the test.'));
    await settled(element);
    expect(element.state).to.equal('ready');
    expect(words(element, 'name')).to.equal('Ada Lovelace');
  });
});

describe('offline', () => {
  it('is calm without content, and resumes when the connection is back', async () => {
    const source = new ManualSource();
    const element = await card({ handle: 'ada', source });
    source.asked[0]!.fail(new GigsyError('offline', 'For the test.'));
    await settled(element);
    expect(element.state).to.equal('offline');
    expect(words(element, 'message')).to.equal('No connection at the moment.');
    window.dispatchEvent(new Event('online'));
    await settled(element);
    source.asked[1]!.answer(ada);
    await settled(element);
    expect(element.state).to.equal('ready');
  });

  it('keeps the last known content with a note', async () => {
    const source = new ManualSource();
    const element = await card({ handle: 'ada', source, live: true });
    source.watched[0]!.observer.next(ada);
    await settled(element);
    source.watched[0]!.observer.error!(new GigsyError('offline', 'For the test.'));
    await settled(element);
    expect(element.state).to.equal('offline');
    expect(words(element, 'name')).to.equal('Ada Lovelace');
    expect(words(element, 'message')).to.equal('No connection at the moment.');
    expect(part(element, 'retry')).to.equal(null);
    await expect(element).to.be.accessible();
    source.watched[0]!.observer.next(ada);
    await settled(element);
    expect(element.state).to.equal('ready');
  });

  it('does not resume after it has left the page', async () => {
    const source = new ManualSource();
    const element = await card({ handle: 'ada', source });
    source.asked[0]!.fail(new GigsyError('offline', 'For the test.'));
    await settled(element);
    element.remove();
    window.dispatchEvent(new Event('online'));
    await settled(element);
    expect(source.asked).to.have.length(1);
  });
});

describe('live', () => {
  it('follows changes, and a late answer to the first read does not undo them', async () => {
    const source = new ManualSource();
    const element = await card({ handle: 'ada', source, live: true });
    const changed = { ...ada, identity: { ...ada.identity, headline: 'Countess' } } as ProfileView;
    source.watched[0]!.observer.next(changed);
    await settled(element);
    source.asked[0]!.answer(ada);
    await settled(element);
    expect(words(element, 'headline')).to.equal('Countess');
  });

  it('ends when the element leaves the page', async () => {
    const source = new ManualSource();
    const element = await card({ handle: 'ada', source, live: true });
    element.remove();
    expect(source.watched[0]!.observer.signal!.aborted).to.equal(true);
    source.watched[0]!.observer.next(ada);
    await settled(element);
    expect(element.state).to.equal('loading');
  });

  it('shows the reading while the watch is not established', async () => {
    const element = await card({
      handle: 'ada',
      live: true,
      source: {
        get: () => Promise.resolve(ada),
        watch: () => {
          throw new Error('x');
        },
      },
    });
    expect(element.state).to.equal('ready');
  });

  it('does not watch unless asked to', async () => {
    const source = new ManualSource();
    await card({ handle: 'ada', source });
    expect(source.watched).to.have.length(0);
  });

  it('falls back to one read where the source cannot watch', async () => {
    const element = await card({ handle: 'ada', source: answering(ada), live: true });
    expect(element.state).to.equal('ready');
  });
});

it('every failing code ends in a state that offers a way on', async () => {
  for (const code of ['internal', 'timeout', 'rate_limited', 'bad_response', 'offline'] as const) {
    const element = await card({ handle: 'ada', source: failing(code) });
    expect(part(element, 'retry'), code).not.to.equal(null);
  }
});
