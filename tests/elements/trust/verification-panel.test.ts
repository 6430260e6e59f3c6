/** The panel of verifications: codes asked for and typed in, evidence that holds, ends soon and ended, refusals, focus and languages. */
import { expect, waitUntil } from '@open-wc/testing';
import type { GigsyVerificationPanel } from '@gigsy/elements';
import '@gigsy/elements/verification-panel/define';
import {
  CODE,
  VerificationDesk,
  closedDesk,
  claimOf,
  evidenceOf,
  sessionOf,
  someClaims,
  someVerifications,
} from '../../../stories/people/verification-desk.ts';
import { LANGUAGES, all, put, said, settled } from '../privacy/records.ts';

const putPanel = (client: unknown, options = {}) =>
  put<GigsyVerificationPanel>('gigsy-verification-panel', client, options);
const outcome = (panel: GigsyVerificationPanel) => said(panel, '[role=status]')[0];
const faults = (panel: GigsyVerificationPanel) => said(panel, '[part=fault]').filter(Boolean);
const focused = (panel: GigsyVerificationPanel) => panel.shadowRoot!.activeElement;
const field = (panel: GigsyVerificationPanel, id: string) =>
  panel.shadowRoot!.querySelector<HTMLInputElement>(`#${id}`)!;

async function press(panel: GigsyVerificationPanel, part: string, method: string): Promise<void> {
  const selector = `[part=${part}][data-method=${method}], [data-method=${method}] [part=${part}]`;
  const [button] = all(panel, selector);
  button!.focus();
  button!.click();
  await settled(panel);
}

async function fill(panel: GigsyVerificationPanel, id: string, words: string, button: string): Promise<void> {
  field(panel, id).value = words;
  await press(panel, button, id.split('-')[0]!);
}

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

describe('a domain or page', () => {
  it('is claimed, and says what to put there', async () => {
    const desk = new VerificationDesk();
    const panel = await putPanel(desk.client);
    await fill(panel, 'domain-subject', ' Example.org ', 'send');
    expect(outcome(panel)).to.equal('Example.org is added. Now do what stands below.');
    expect(said(panel, '[part=expected] code')).to.deep.equal([
      '_gigsy-verification.example.org',
      claimOf('domain', 'example.org').expected,
      'https://example.org/.well-known/gigsy-verification.txt',
    ]);
    expect(field(panel, 'domain-subject').value).to.equal('');
    await fill(panel, 'link-subject', 'https://social.example/@ada', 'send');
    expect(said(panel, '[part=expected] code').at(-1)).to.equal('https://people.example/ada');
    expect(desk.calls).to.deep.equal(['claim domain Example.org', 'claim link https://social.example/@ada']);
  });

  it('that is not one says so beside its field', async () => {
    const panel = await putPanel(new VerificationDesk().client);
    await fill(panel, 'domain-subject', 'https://example.org', 'send');
    expect(faults(panel)).to.deep.equal(['Type a domain as it was registered, such as example.org.']);
    expect(focused(panel)).to.equal(field(panel, 'domain-subject'));
    await fill(panel, 'link-subject', 'javascript:alert(1)', 'send');
    expect(faults(panel)).to.deep.equal(['Type an address that begins with https://.']);
  });

  it('tells what the last look found, is looked at again, and is taken back', async () => {
    const desk = someClaims();
    const panel = await putPanel(desk.client);
    const [seen, missed, looking] = said(panel, '[part=look]');
    expect([seen, looking]).to.deep.equal(['', 'Gigsy is looking.']);
    expect(missed).to.match(
      /^Last look on May 1, 2031.*: it is not there\. Gigsy looks for it .* until May 8, 2031\.$/,
    );
    expect(all(panel, '[part=claim] details')).to.have.length(1);
    const id = claimOf('domain', 'xn--bcher-kva.example').id;
    all(panel, `[part=check][data-id=${id}]`)[0]!.click();
    await settled(panel);
    expect([outcome(panel), said(panel, '[part=look]')[1]]).to.deep.equal(['Gigsy is looking.', 'Gigsy is looking.']);
    all(panel, `[part=withdraw][data-id=${id}]`)[0]!.click();
    await settled(panel);
    expect([outcome(panel), all(panel, '[part=claim]').length]).to.deep.equal(['Taken back.', 2]);
    expect(desk.calls).to.deep.equal([`check ${id}`, `withdraw ${id}`]);
  });

  it('is copied, or says that it cannot be', async () => {
    const panel = await putPanel(someClaims().client);
    const copied: string[] = [];
    const before = navigator.clipboard.writeText;
    Object.defineProperty(navigator.clipboard, 'writeText', {
      configurable: true,
      value: async (words: string) => {
        if (copied.push(words) > 1) throw new DOMException('Not allowed.', 'NotAllowedError');
      },
    });
    const press = async () => {
      all(panel, '[part=copy]')[0]!.click();
      await settled(panel);
      return outcome(panel);
    };
    expect(await press()).to.equal('Copied.');
    expect(await press()).to.equal('This could not be copied. Select the text instead.');
    expect(copied[0]).to.equal('_gigsy-verification.example.org');
    Object.defineProperty(navigator.clipboard, 'writeText', { configurable: true, value: before });
  });

  for (const [code, words] of [
    ['too_large', 'You have as many domains and pages as possible. Take one back first.'],
    ['not_configured', 'This cannot be checked at present.'],
  ] as const)
    it(`is kept in its field at ${code}, which is told in words`, async () => {
      const desk = new VerificationDesk();
      const panel = await putPanel(desk.client);
      desk.troubles.push(code);
      await fill(panel, 'domain-subject', 'example.org', 'send');
      expect([outcome(panel), field(panel, 'domain-subject').value]).to.deep.equal([words, 'example.org']);
    });

  it('is accessible in every language, and fits into 320 pixels', async () => {
    for (const lang of LANGUAGES) {
      const panel = await putPanel(someClaims({ session: sessionOf() }).client, { lang, width: 320 });
      if (lang !== 'en') await waitUntil(() => said(panel, '[part=heading]')[0] !== 'Verifications', lang);
      expect([lang, panel.scrollWidth <= 320]).to.deep.equal([lang, true]);
      await expect(panel).to.be.accessible();
    }
  });
});

describe('a document', () => {
  const act = async (panel: GigsyVerificationPanel, selector: string) => {
    all(panel, selector)[0]!.click();
    await settled(panel);
  };

  it('is checked at the stand-in, which ends the check as it is told', async () => {
    const desk = new VerificationDesk();
    const panel = await putPanel(desk.client);
    await act(panel, '[part=begin]');
    expect(outcome(panel)).to.equal('The check has begun.');
    await act(panel, '[data-play=fail]');
    expect(said(panel, '[part=check-state]')).to.deep.equal(['The check was not passed.']);
    await act(panel, '[part=begin]');
    await act(panel, '[data-play=pass]');
    expect(said(panel, '[part=level]')).to.deep.equal(['Your level: government ID']);
    expect([all(panel, '[part=begin]'), all(panel, '[part=play]')]).to.deep.equal([[], []]);
    await act(panel, '[part=withdraw][data-method=document]');
    expect(outcome(panel)).to.equal('Taken back.');
    expect(desk.calls).to.deep.equal(['begin', 'play fail', 'begin', 'play pass', 'withdraw document']);
  });

  it('is checked at a provider, to which a link leads, and nowhere else', async () => {
    const at = (url: string) => putPanel(new VerificationDesk({ session: sessionOf({ standIn: false, url }) }).client);
    const [link] = all(await at('https://identity.example/check'), '[part=go-on]');
    expect([link!.getAttribute('href'), link!.getAttribute('rel')]).to.deep.equal([
      'https://identity.example/check',
      'noopener noreferrer',
    ]);
    expect(all(await at('javascript:alert(1)'), '[part=go-on], [part=play]')).to.deep.equal([]);
  });
});

it('shows nothing of one person to the next', async () => {
  const panel = await putPanel(someVerifications().client);
  await fill(panel, 'phone-code', '000000', 'confirm');
  panel.client = new VerificationDesk().client;
  await settled(panel);
  expect([faults(panel), outcome(panel), all(panel, '[part=evidence]')]).to.deep.equal([[], '', []]);
  panel.client = null;
  await settled(panel);
  expect(panel.state).to.equal('signed-out');
});
