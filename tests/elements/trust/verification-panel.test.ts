/** The panel of verifications: codes asked for and typed in, evidence that holds, ends soon and ended, refusals, focus and languages. */
import { expect, waitUntil } from '@open-wc/testing';
import '@gigsy/elements/verification-panel/define';
import {
  CODE,
  VerificationDesk,
  closedDesk,
  evidenceOf,
  someVerifications,
} from '../../../stories/people/verification-desk.ts';
import { LANGUAGES, all, said, settled } from '../privacy/records.ts';
import { putPanel, outcome, faults, focused, field, press, fill } from './panel-steps.ts';

describe('the states', () => {
  it('say why there is nothing to see, and are accessible', async () => {
    const cases = [
      [undefined, 'signed-out', 'Sign in to see this.'],
      [closedDesk('forbidden'), 'unavailable', 'This is not available to you.'],
      [closedDesk('internal'), 'error', 'This could not be loaded.'],
      [closedDesk('offline'), 'offline', 'No connection at the moment.'],
    ] as const;
    for (const [client, state, words] of cases) {
      const panel = await putPanel(client);
      expect([panel.getAttribute('state'), said(panel, '[part=message]')]).to.deep.equal([state, [words]]);
      await expect(panel).to.be.accessible();
    }
  });

  it('show the level, what holds until when, the code that is awaited, and what ended', async () => {
    const panel = await putPanel(someVerifications().client);
    expect(said(panel, '[part=level]')).to.deep.equal(['Your level: e-mail address']);
    expect(said(panel, '[part=evidence]')).to.deep.equal([
      'ada@example.org Confirmed on May 1, 2031. It holds until April 30, 2032.',
    ]);
    expect(said(panel, '#phone-code-help')[0]).to.match(/^Sent to \+436641234567. The code works until /);
    expect(said(panel, '[part=ended]')).to.deep.equal([
      'E-mail address · Expired on March 22, 2031',
      'Phone number · Revoked on January 31, 2031',
    ]);
  });

  it('are accessible in every language, and fit into 320 pixels', async () => {
    for (const lang of LANGUAGES) {
      const panel = await putPanel(someVerifications().client, { lang, width: 320 });
      if (lang !== 'en') await waitUntil(() => said(panel, '[part=heading]')[0] !== 'Verifications', lang);
      expect([lang, panel.scrollWidth <= 320]).to.deep.equal([lang, true]);
      await expect(panel).to.be.accessible();
    }
  });
});

describe('a code', () => {
  it('is asked for, typed in from the message, and proves the address', async () => {
    const desk = new VerificationDesk();
    const panel = await putPanel(desk.client);
    const changes: string[] = [];
    panel.addEventListener('gigsy-verify', ({ detail }) => changes.push(`${detail.change} ${detail.method}`));
    expect(said(panel, '[part=level]')).to.deep.equal(['Nothing is confirmed yet.']);
    await fill(panel, 'email-subject', ' ada@EXAMPLE.org ', 'send');
    expect(outcome(panel)).to.equal('A code is on its way to ada@EXAMPLE.org.');
    expect(focused(panel)).to.equal(field(panel, 'email-code'));
    expect(said(panel, '[part=outbox]')[0]).to.contain(`ada@example.org: ${CODE}`);
    await fill(panel, 'email-code', `${CODE.slice(0, 3)} ${CODE.slice(3)}`, 'confirm');
    expect(outcome(panel)).to.equal('Your e-mail address is confirmed.');
    expect(said(panel, '[part=level]')).to.deep.equal(['Your level: e-mail address']);
    expect(focused(panel)).to.equal(all(panel, '[role=status]')[0]);
    expect(desk.calls).to.deep.equal(['start email ada@EXAMPLE.org', `confirm email ${CODE}`]);
    expect(changes).to.deep.equal(['start email', 'confirm email']);
  });

  it('that does not fit says so beside its field, which keeps the focus', async () => {
    const panel = await putPanel(someVerifications().client);
    await fill(panel, 'phone-code', '000000', 'confirm');
    expect(faults(panel)).to.deep.equal([
      'This code does not fit, or does not work any more. After five attempts, ask for another.',
    ]);
    expect([focused(panel), field(panel, 'phone-code').getAttribute('aria-invalid')]).to.deep.equal([
      field(panel, 'phone-code'),
      'true',
    ]);
    await fill(panel, 'phone-code', CODE, 'confirm');
    expect([faults(panel), outcome(panel)]).to.deep.equal([[], 'Your phone number is confirmed.']);
  });

  it('of another form than six digits is not sent', async () => {
    const desk = someVerifications();
    const panel = await putPanel(desk.client);
    for (const words of ['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦']) {
      await fill(panel, 'phone-code', words, 'confirm');
      expect([words, faults(panel)]).to.deep.equal([words, ['Type the six digits of the message.']]);
    }
    expect(desk.calls).to.deep.equal([]);
  });

  it('is sent again, and cancelled', async () => {
    const desk = someVerifications();
    const panel = await putPanel(desk.client);
    await press(panel, 'again', 'phone');
    await press(panel, 'withdraw', 'phone');
    expect(outcome(panel)).to.equal('Cancelled. The code does not work any more.');
    expect(field(panel, 'phone-subject')).not.to.equal(null);
    expect(desk.calls).to.deep.equal(['start phone +436641234567', 'withdraw phone']);
  });

  it('shows no message where the deployment sends them', async () => {
    const panel = await putPanel(someVerifications({ showsMessages: false }).client);
    expect(all(panel, '[part=outbox]')).to.deep.equal([]);
  });
});

describe('a credential', () => {
  it('is downloaded once it is signed, and says so', async () => {
    const [desk, made, restore] = [someVerifications(), [] as Blob[], URL.createObjectURL];
    URL.createObjectURL = (blob) => (made.push(blob as Blob), '#');
    const links: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function press(this: HTMLAnchorElement) {
      links.push(this.download);
    };
    try {
      const panel = await putPanel(desk.client);
      const changes: string[] = [];
      panel.addEventListener('gigsy-verify', ({ detail }) => changes.push(`${detail.change} ${detail.method}`));
      await press(panel, 'credential', 'email');
      await waitUntil(() => outcome(panel) !== '');
      expect(outcome(panel)).to.equal('The credential is downloaded. Everybody to whom you give it can verify it.');
      expect([links, made.map(({ type }) => type)]).to.deep.equal([
        ['gigsy-email-credential.json'],
        ['application/vc'],
      ]);
      expect(await made[0]!.text()).to.equal('{"about":"email"}');
      expect([desk.calls, changes]).to.deep.equal([['credential email'], ['credential email']]);
      desk.troubles.push('not_configured');
      await press(panel, 'credential', 'email');
      await waitUntil(() => outcome(panel) === 'Credentials cannot be issued at present.');
      expect(made).to.have.length(1);
    } finally {
      URL.createObjectURL = restore;
      HTMLAnchorElement.prototype.click = click;
    }
  });
});

describe('an address or number', () => {
  it('that cannot be one says so beside its field', async () => {
    const panel = await putPanel(new VerificationDesk().client);
    await fill(panel, 'email-subject', 'ada', 'send');
    expect(faults(panel)).to.deep.equal(['Type an e-mail address, such as ada@example.org.']);
    expect(focused(panel)).to.equal(field(panel, 'email-subject'));
    await fill(panel, 'phone-subject', '0664 1234567', 'send');
    expect(faults(panel)).to.deep.equal(['Type a number with its country code, such as +43 664 1234567.']);
  });

  for (const [code, words] of [
    ['rate_limited', 'You have asked for as many codes as possible. Try again tomorrow.'],
    ['not_configured', 'Messages cannot be sent at present.'],
    ['not_found', 'Create a profile first.'],
    ['offline', 'No connection at the moment.'],
  ] as const)
    it(`is kept in its field at ${code}, which is told in words`, async () => {
      const desk = new VerificationDesk();
      const panel = await putPanel(desk.client);
      desk.troubles.push(code);
      await fill(panel, 'email-subject', 'ada@example.org', 'send');
      expect([outcome(panel), field(panel, 'email-subject').value]).to.deep.equal([words, 'ada@example.org']);
    });

  it('is sent once, however often the button is pressed', async () => {
    const desk = new VerificationDesk();
    const panel = await putPanel(desk.client);
    let arrive = () => {};
    desk.troubles.push(new Promise<void>((resolve) => (arrive = resolve)));
    await fill(panel, 'email-subject', 'ada@example.org', 'send');
    await press(panel, 'send', 'email');
    arrive();
    await settled(panel);
    expect(desk.calls).to.have.length(1);
  });
});

describe('evidence', () => {
  it('that ends soon says so, and is confirmed again by a code for the same address', async () => {
    const desk = new VerificationDesk({ evidence: [evidenceOf('email', 'ada@example.org', { endsSoon: true })] });
    const panel = await putPanel(desk.client);
    expect(said(panel, '[part=ends-soon]')).to.deep.equal([
      'This ends on April 30, 2032. Confirm it again to keep it.',
    ]);
    await press(panel, 'again', 'email');
    // A button here would take the evidence back, so the code has none that cancels it.
    expect(all(panel, 'form [part=withdraw]')).to.deep.equal([]);
    await fill(panel, 'email-code', CODE, 'confirm');
    expect(all(panel, '[part=ends-soon]')).to.deep.equal([]);
    expect(desk.calls[0]).to.equal('start email ada@example.org');
  });

  it('is taken back, with the focus on the outcome', async () => {
    const panel = await putPanel(someVerifications().client);
    await press(panel, 'withdraw', 'email');
    expect(outcome(panel)).to.equal('Taken back. The address or number is deleted.');
    expect(said(panel, '[part=level]')).to.deep.equal(['Nothing is confirmed yet.']);
    expect(focused(panel)).to.equal(all(panel, '[role=status]')[0]);
  });
});
