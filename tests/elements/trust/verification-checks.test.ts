/** The panel of verifications where places and documents are checked: claims, looks, and the check of a document. */
import { expect, waitUntil } from '@open-wc/testing';
import type { GigsyVerificationPanel } from '@gigsy/elements';
import '@gigsy/elements/verification-panel/define';
import {
  VerificationDesk,
  claimOf,
  sessionOf,
  someClaims,
  someVerifications,
} from '../../../stories/people/verification-desk.ts';
import { LANGUAGES, all, said, settled } from '../privacy/records.ts';
import { putPanel, outcome, faults, focused, field, fill } from './panel-steps.ts';

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
