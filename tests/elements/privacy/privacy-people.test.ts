/** Presets, people who are named, and changes to come. */
import { expect } from '@open-wc/testing';
import type { GigsyPrivacySettings } from '@gigsy/elements';
import { ada } from '../../../stories/people/ada.ts';
import type { Person } from '../../../stories/people/person.ts';
import { PrivacyDesk } from '../../../stories/people/privacy-desk.ts';
import { settled } from './records.ts';
import { all, one, open, press, put, status, textOf, told } from './settings-page.ts';

const work = `workExperience/${ada.sections.workExperience[0]!.id}`;

describe('a preset', () => {
  it('says what it changes, is taken whole, and is taken back whole', async () => {
    const settings: Person['settings'] = { about: 'owner', items: { [work]: 'owner' } };
    const desk = new PrivacyDesk({ ...ada, settings });
    const element = await put(desk.client);
    await press(element, '[data-preset=open]');
    expect(all(element, '.differences li').map(textOf)).to.include('About: from “Only you” to “Anyone on the web”');
    expect(desk.updates).to.have.length(0);
    await press(element, '[data-act=take]');
    expect(desk.person!.settings).to.deep.include({
      about: 'public',
      'contact.email': 'owner',
      items: { [work]: 'owner' },
    });
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset.preset).to.equal('open');
    await press(element, '[data-preset=open]');
    expect(textOf(one(element, '.asked p'))).to.equal('Your settings are those of “Open” already.');
    await press(element, '[data-act=undo]');
    expect(desk.person!.settings).to.deep.equal(settings);
  });
});

describe('people', () => {
  const field = (element: GigsyPrivacySettings, name: string) => one(element, `[name=${name}]`) as HTMLInputElement;

  function pick(element: GigsyPrivacySettings, selector: string, value?: string): Promise<void> {
    const control = one(element, selector) as HTMLInputElement;
    if (value === undefined) control.checked = true;
    else control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    return settled(element);
  }

  const send = (element: GigsyPrivacySettings) => press(element, '[part=add]');

  it('are named by handle, role or organisation, for all or for some settings, and removed', async () => {
    const desk = new PrivacyDesk({ ...ada, settings: { 'contact.email': 'restricted' } });
    const element = await put(desk.client);
    await open(element, 'people');
    await open(element, 'contact');
    expect(told(element, 'contact.email')).to.contain('nobody is named for it yet');
    field(element, 'handle').value = ' @Charles ';
    await pick(element, '[name=sees][value=only]');
    expect(all(element, '[name=key]:checked').map((each) => (each as HTMLInputElement).value)).to.deep.equal([
      'contact.email',
    ]);
    await send(element);
    expect([status(element), desk.grants[0]!.to, desk.grants[0]!.keys]).to.deep.equal([
      '@charles is named.',
      { person: 'charles' },
      ['contact.email'],
    ]);
    expect(told(element, 'contact.email')).to.equal('Seen by @charles. You chose this.');
    await pick(element, '[name=sees][value=all]');
    await pick(element, '[name=kind]', 'role');
    await pick(element, '[name=role]', 'mentor');
    await send(element);
    await pick(element, '[name=kind]', 'organisation');
    await send(element);
    expect(desk.grants.slice(1).map(({ to }) => to)).to.deep.equal([
      { role: 'mentor' },
      { organisation: 'Northfield College' },
    ]);
    expect(all(element, '[part=grant] .label').map(textOf)).to.deep.equal([
      '@charles',
      'Mentors',
      'Northfield College',
    ]);
    await press(element, '[part=end]');
    expect([status(element), desk.grants.length]).to.deep.equal(['@charles is removed and sees it no more.', 2]);
    expect(element.shadowRoot!.activeElement).not.to.equal(null);
  });

  it('are refused beside the field, which keeps what was typed', async () => {
    const element = await put(new PrivacyDesk(ada).client);
    await open(element, 'people');
    for (const [typed, words] of [
      ['', 'Use 2 to 40 characters: a to z, 0 to 9, and hyphens between them.'],
      ['Åda', 'Use 2 to 40 characters: a to z, 0 to 9, and hyphens between them.'],
      ['\u202eada', 'This is your own handle.'],
      ['ada', 'This is your own handle.'],
    ] as const) {
      field(element, 'handle').value = typed;
      await send(element);
      expect([textOf(one(element, '#handle-fault')), field(element, 'handle').value]).to.deep.equal([words, typed]);
      expect(element.shadowRoot!.activeElement).to.equal(field(element, 'handle'));
    }
    await expect(element).to.be.accessible();
  });

  it('say so where there is room for no more', async () => {
    const desk = new PrivacyDesk(ada);
    const element = await put(desk.client);
    await open(element, 'people');
    field(element, 'handle').value = 'charles';
    desk.troubles.push('too_large');
    await send(element);
    expect(status(element)).to.equal('You have named as many as possible. Remove somebody first.');
  });

  it('have names that change nothing of the page around them', async () => {
    const hostile = { grant: 'g1', to: { organisation: '\u202e<b>moor</b>' }, createdAt: 0 };
    const element = await put(new PrivacyDesk(ada, { grants: [hostile] }).client);
    await open(element, 'people');
    expect(textOf(one(element, '[part=grant] .label'))).to.equal('<b>moor</b>');
  });
});

describe('changes to come', () => {
  it('are planned for a time of the person’s own clock, listed, and called off', async () => {
    const desk = new PrivacyDesk(ada);
    const element = await put(desk.client);
    await open(element, 'later');
    const form = one(element, '[part=plan-form]') as HTMLFormElement;
    await press(element, '[part=plan]');
    expect(textOf(one(element, '#at-fault'))).to.equal('Choose a time from now on, within a year.');
    (form.elements.namedItem('what') as HTMLSelectElement).value = 'contact.phone';
    (form.elements.namedItem('what') as HTMLElement).dispatchEvent(new Event('change', { bubbles: true }));
    await settled(element);
    const to = form.elements.namedItem('to') as HTMLSelectElement;
    expect([...to.options].map(({ value }) => value)).to.deep.equal(['platform', 'restricted', 'owner', '']);
    to.value = '';
    (form.elements.namedItem('at') as HTMLInputElement).value = '2031-05-20T12:30';
    await press(element, '[part=plan]');
    const [planned] = desk.scheduled;
    expect([planned!.at, planned!.changes]).to.deep.equal([
      new Date(2031, 4, 20, 12, 30).getTime(),
      { 'contact.phone': null },
    ]);
    expect(textOf(one(element, '[part=scheduled]'))).to.contain('Contact: Phone: The default of your role');
    await press(element, '[part=call-off]');
    expect([desk.scheduled, status(element)]).to.deep.equal([[], 'The change is called off.']);
  });
});
