/** The privacy matrix: its rows against the policy, the choice of a role, languages, and the narrow layout. */
import { expect, waitUntil } from '@open-wc/testing';
import { visibilityOf } from '@gigsy/schema/rules';
import type { GigsyPrivacyMatrix } from '@gigsy/elements';
import '@gigsy/elements/privacy-matrix/define';
import { LANGUAGES, all, put, said } from './records.ts';

const putMatrix = (options = {}) => put<GigsyPrivacyMatrix>('gigsy-privacy-matrix', undefined, options);

/** The cells of the row with this name. */
function row(matrix: GigsyPrivacyMatrix, name: string): string[] {
  const found = all(matrix, '[part=field]').find((each) => each.querySelector('th')!.textContent === name)!;
  return [...found.querySelectorAll('td')].map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim());
}

const NAMED = {
  public: 'Anyone on the web',
  platform: 'Signed-in members',
  restricted: 'People you named',
  owner: 'Only you',
};

it('says of each part who sees it, who may change that, why and how long it is kept, and where it can appear', async () => {
  const matrix = await putMatrix();
  expect(said(matrix, 'thead th').length).to.equal(6);
  expect(row(matrix, 'Contact: Phone')).to.deep.equal([
    'Only you',
    'You, up to: Signed-in members',
    'Contract, Art. 6(1)(b)',
    'As long as your account',
    'Pages for membersAccesses in your logYour pages and your copy',
  ]);
  expect(row(matrix, 'Name and place: Name')[1]).to.equal('Nobody: it follows the profile');
  expect(row(matrix, 'Name and place: Picture')[1]).to.equal('You, up to: Anyone on the web Not for people you name');
  expect(row(matrix, 'Name and place: Pronouns')[2]).to.equal('Consent, Art. 6(1)(a) May be sensitive, Art. 9(2)(a)');
  expect(row(matrix, 'Education: Grade point average')[3]).to.equal('As long as your account Removed entries: 30 days');
  expect(row(matrix, 'Name and place: Picture')[3]).to.contain('Pictures not kept: 1 hour');
  await expect(matrix).to.be.accessible();
});

it('shows the defaults of the role that the page or the reader chooses, and those of students for an unknown one', async () => {
  const matrix = await putMatrix();
  const first = () => row(matrix, 'Mentoring')[0];
  expect(first()).to.equal(NAMED[visibilityOf('mentoring', 'student', {})]);
  for (const role of ['employer', 'mentor', 'moderator', 'admin'] as const) {
    const select = all(matrix, 'select')[0] as HTMLSelectElement;
    select.value = role;
    select.dispatchEvent(new Event('change'));
    await matrix.updateComplete;
    expect([role, first()]).to.deep.equal([role, NAMED[visibilityOf('mentoring', role, {})]]);
  }
  matrix.setAttribute('owner-role', 'nobody');
  await matrix.updateComplete;
  expect(first()).to.equal(NAMED[visibilityOf('mentoring', 'student', {})]);
  expect((all(matrix, 'select')[0] as HTMLSelectElement).value).to.equal('student');
});

it('speaks every language and fits 320 pixels there; from right to left it is accessible too', async () => {
  const heads = new Set<string>();
  for (const lang of LANGUAGES) {
    const matrix = await putMatrix({ lang, width: 320 });
    await waitUntil(() => all(matrix, '.frame')[0]!.lang !== 'en' || lang === 'en');
    expect([lang, matrix.scrollWidth <= 320]).to.deep.equal([lang, true]);
    heads.add(said(matrix, '[part=heading]')[0]!);
    expect(all(matrix, 'select')[0]!.getBoundingClientRect().height).to.be.at.least(24);
    if (lang === 'ar') await expect(matrix).to.be.accessible();
  }
  expect(heads.size).to.equal(LANGUAGES.length);
});
