/** Imports: states, the consent, both sources, the list, the withdrawal, focus and languages. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { GigsyImports } from '@gigsy/elements';
import '@gigsy/elements/imports/define';
import { strToU8, zipSync } from 'fflate';
import { ada } from '../../../stories/people/ada.ts';
import { ImportDesk, failingImports, octavia } from '../../../stories/people/import-desk.ts';
import { LANGUAGES } from './records.ts';

async function put(client: unknown, { lang = 'en', width = 640 } = {}): Promise<GigsyImports> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  box.style.width = `${width}px`;
  const imports = Object.assign(document.createElement('gigsy-imports'), { client });
  box.append(imports);
  await waitUntil(() => imports.state !== 'loading');
  await imports.updateComplete;
  return imports;
}

const all = (imports: GigsyImports, selector: string) => [
  ...imports.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const textOf = (found: Element | undefined) => found?.textContent!.replace(/\s+/g, ' ').trim();
const shown = (imports: GigsyImports) => textOf(all(imports, 'article')[0]) ?? '';
const button = (imports: GigsyImports, act: string, source: string) =>
  all(imports, `button[data-act=${act}][data-source=${source}]`)[0]!;
const focused = (imports: GigsyImports) => imports.shadowRoot!.activeElement;
const until = (imports: GigsyImports, words: string) => waitUntil(() => shown(imports).includes(words), words);

async function look(imports: GigsyImports, login: string): Promise<void> {
  const field = all(imports, '[name=login]')[0] as HTMLInputElement;
  field.value = login;
  field.form!.requestSubmit();
  await imports.updateComplete;
}

function choose(imports: GigsyImports, bytes: Uint8Array): void {
  const field = all(imports, '[name=archive]')[0] as HTMLInputElement;
  const given = new DataTransfer();
  given.items.add(new File([bytes as Uint8Array<ArrayBuffer>], 'archive.zip'));
  field.files = given.files;
  field.dispatchEvent(new Event('change'));
}

async function listed(): Promise<{ desk: ImportDesk; imports: GigsyImports }> {
  const desk = new ImportDesk(ada);
  desk.answer = octavia;
  desk.give('github');
  const imports = await put(desk.client);
  await look(imports, 'octavia');
  await waitUntil(() => all(imports, '[part=preview]').length > 0);
  return { desk, imports };
}

describe('the states', () => {
  it('say why there is nothing to see', async () => {
    const cases = [
      [null, 'signed-out', 'Sign in to see this.'],
      [failingImports('internal'), 'error', 'This could not be loaded.'],
      [failingImports('offline'), 'offline', 'No connection at the moment.'],
      [new ImportDesk(null).client, 'empty', 'You have no profile yet.'],
    ] as const;
    for (const [client, state, words] of cases) {
      const imports = await put(client);
      expect([imports.state, shown(imports).includes(words)]).to.deep.equal([state, true]);
      await expect(imports).to.be.accessible();
    }
  });

  it('are accessible with everything open, in every language and at 320 pixels', async () => {
    const { desk } = await listed();
    desk.give('linkedin');
    for (const lang of LANGUAGES) {
      const imports = await put(desk.client, { lang, width: 320 });
      await waitUntil(() => all(imports, '.frame')[0]!.lang !== 'en' || lang === 'en');
      await waitUntil(() => all(imports, '[part=preview]').length > 0);
      for (const details of all(imports, 'details')) details.setAttribute('open', '');
      expect(imports.scrollWidth <= 320, lang).to.equal(true);
      for (const each of all(imports, 'button, input')) expect(each.getBoundingClientRect().height).to.be.at.least(24);
      await expect(imports).to.be.accessible();
    }
  });
});

describe('a consent', () => {
  it('comes after its notice, and records the version and the language that were read', async () => {
    const desk = new ImportDesk(ada);
    const imports = await put(desk.client);
    expect(all(imports, '[name=login], [name=archive]')).to.deep.equal([]);
    expect(shown(imports)).to.include('Messages, contacts and everything else stay there');
    button(imports, 'agree', 'linkedin').click();
    await until(imports, 'You have agreed to an import from LinkedIn.');
    expect(desk.consents.map(({ source, notice }) => [source, notice])).to.deep.equal([
      ['linkedin', { version: 1, language: 'en' }],
    ]);
    expect(all(imports, '[name=archive]')).to.have.lengthOf(1);
  });

  it('is withdrawn after a question, whose first answer keeps it', async () => {
    const { desk, imports } = await listed();
    button(imports, 'take', 'github').click();
    await until(imports, 'in your profile now');
    all(imports, '[part=record]')[0]!.setAttribute('open', '');
    expect(textOf(all(imports, '[part=came]')[0])).to.include('Projects: mill-planner');
    button(imports, 'ask', 'github').click();
    await waitUntil(() => focused(imports) === button(imports, 'keep', 'github'));
    button(imports, 'keep', 'github').click();
    await waitUntil(() => focused(imports) === button(imports, 'ask', 'github'));
    button(imports, 'ask', 'github').click();
    await waitUntil(() => focused(imports) === button(imports, 'keep', 'github'));
    button(imports, 'withdraw', 'github').focus();
    button(imports, 'withdraw', 'github').click();
    await until(imports, 'Your consent is withdrawn, and');
    expect(desk.consents[0]!.state).to.equal('withdrawn');
    expect(shown(imports)).to.include('You withdrew an earlier consent');
    await waitUntil(() => focused(imports) === all(imports, '[part=status]')[0]);
  });
});

describe('GitHub', () => {
  it('is asked for a name that can be one, and says what went wrong', async () => {
    const desk = new ImportDesk(ada);
    desk.give('github');
    const imports = await put(desk.client);
    await look(imports, 'no--body');
    await until(imports, 'Give a GitHub user name');
    expect(focused(imports)).to.equal(all(imports, '[name=login]')[0]);
    await look(imports, 'nobody');
    await until(imports, 'GitHub knows no account of this name.');
    desk.troubles.push('rate_limited');
    await look(imports, 'octavia');
    await until(imports, 'That was too much at once.');
  });

  it('gives a list of what is new, as text alone, and takes over what is picked', async () => {
    const { desk, imports } = await listed();
    await waitUntil(() => focused(imports) === all(imports, '[part=preview]')[0]);
    expect(all(imports, '[part=proposal] b')).to.deep.equal([]);
    expect(shown(imports)).to.include('<b>Turns</b>').and.not.include('\u202e');
    expect(shown(imports)).to.match(/fields? stays? as you wrote/);
    let heard: unknown;
    imports.addEventListener('gigsy-import', ({ detail }) => (heard = detail));
    for (const box of all(imports, '[part=proposal] input').slice(1)) box.click();
    await imports.updateComplete;
    expect(textOf(button(imports, 'take', 'github'))).to.equal('Take over 1 entry');
    button(imports, 'take', 'github').click();
    await until(imports, '1 entry is in your profile now.');
    expect(desk.applied.map((operations) => operations.length)).to.deep.equal([1]);
    expect(heard).to.deep.equal({ source: 'github', count: 1 });
    expect(all(imports, '[part=preview]')).to.deep.equal([]);
  });

  it('keeps the list where nothing is picked, and makes it anew where the profile has changed', async () => {
    const { desk, imports } = await listed();
    const boxes = all(imports, '[part=proposal] input');
    for (const box of boxes) box.click();
    await imports.updateComplete;
    button(imports, 'take', 'github').click();
    await until(imports, 'Pick at least one entry.');
    boxes[0]!.click();
    desk.troubles.push('version_conflict');
    button(imports, 'take', 'github').click();
    await until(imports, 'Your profile has changed meanwhile.');
    expect(desk.applied).to.deep.equal([]);
    expect(all(imports, '[part=proposal] input').every((box) => (box as HTMLInputElement).checked)).to.equal(true);
  });
});

describe("LinkedIn's archive", () => {
  it('is read in the page, and told apart from other files', async () => {
    const desk = new ImportDesk(ada);
    desk.give('linkedin');
    const imports = await put(desk.client);
    choose(imports, strToU8('no zip'));
    await until(imports, 'This is no zip file, or it is damaged.');
    choose(imports, zipSync({ 'other.txt': strToU8('x') }));
    await until(imports, 'This zip file holds nothing');
    choose(imports, zipSync({ 'Skills.csv': strToU8('Name\nGlass blowing\n') }));
    await until(imports, 'Glass blowing');
    button(imports, 'close', 'linkedin').click();
    await waitUntil(() => focused(imports) === all(imports, '[name=archive]')[0]);
    expect(shown(imports)).not.to.include('Glass blowing');
  });
});

it('forgets everything of a person who is followed by another', async () => {
  const { imports } = await listed();
  imports.client = new ImportDesk(ada).client;
  await waitUntil(() => all(imports, '[part=agree]').length === 2);
  expect(all(imports, '[part=preview], [name=login]')).to.deep.equal([]);
});
