/** The header and every section of a profile's page: their states, their words without content, hostile content, and widths. */
import { expect } from '@open-wc/testing';
import { TAGS } from '../every-element.ts';
import { put, said, within } from './element.ts';
import { ada, answering, failing, never } from './people.ts';

/** The card and the matrix have tests of their own. */
const all = TAGS.filter((tag) => tag !== 'gigsy-profile-card' && tag !== 'gigsy-skill-matrix');
const sections = all.filter((tag) => tag !== 'gigsy-profile-header');

/** Every section, without content. */
const nothing = {
  about: {},
  organisation: {},
  mentoring: {},
  workExperience: [],
  education: [],
  projects: [],
  certificates: [],
  awards: [],
  publications: [],
  volunteering: [],
  languages: [],
};

for (const tag of sections) {
  it(`${tag} says the same of an empty section and of a hidden one`, async () => {
    const hidden = await put(tag, { profile: { handle: 'zoe', role: 'student' } });
    const empty = await put(tag, {
      profile: { handle: 'zoe', role: 'student', ...nothing },
    });
    expect(said(hidden, 'article')).to.deep.equal(said(empty, 'article'));
    expect(said(hidden, '[part=nothing]')).to.deep.equal(['There is nothing to show here.']);
    await expect(hidden).to.be.accessible();
  });
}

for (const tag of all) {
  describe(tag, () => {
    it('has the states of the card, each accessible', async () => {
      for (const [source, state] of [
        [never, 'loading'],
        [failing('internal'), 'error'],
        [failing('offline'), 'offline'],
        [answering(null), 'unavailable'],
        [answering(ada), 'ready'],
      ] as const) {
        const element = await put(tag, { handle: 'ada', source });
        expect(element.state).to.equal(state);
        await expect(element).to.be.accessible();
      }
    });

    it('shows hostile content as text, links to the web alone, and never throws', async () => {
      const attack = '<img src=x onerror="window.harmed=1">\u202e';
      const entry = {
        id: 'x',
        organisation: attack,
        institution: attack,
        position: attack,
        area: attack,
        name: attack,
        fluency: attack,
        level: attack,
        label: attack,
        title: attack,
        issuer: attack,
        publisher: attack,
        awarder: attack,
        url: 'javascript:alert(1)',
        summary: attack,
        highlights: [attack, null],
        courses: 'no',
        gpa: { value: attack, scale: attack },
        startDate: attack,
        date: attack,
        expires: attack,
      };
      const hostile = {
        handle: 'm',
        identity: { displayName: attack, headline: attack },
        about: { text: attack },
        availability: { timeZone: attack, rate: { amount: 1, currency: attack, per: attack } },
        organisation: {
          name: attack,
          website: 'data:text/html,x',
          industry: attack,
          size: attack,
          openingsUrl: 'javascript:alert(1)',
          openingsEmail: attack,
        },
        mentoring: { expertise: [attack, 7], formats: [attack, 'toString', '__proto__'], capacity: attack },
        workExperience: [entry, null, 7],
        education: [entry, 'x'],
        projects: [entry],
        certificates: [entry, 7],
        awards: [entry],
        publications: [entry],
        volunteering: [entry],
        languages: [entry, {}],
        links: [entry],
      };
      const element = await put(tag, { profile: hostile as never });
      expect(within(element, 'img, script, a, [style]')).to.have.length(0);
      for (const junk of [
        {},
        [],
        7,
        { about: 7, workExperience: 'x', education: {}, languages: null, links: 3, identity: [] },
        { organisation: 'x', mentoring: 7, certificates: 'x', awards: {}, publications: null, volunteering: 3 },
        { organisation: null, mentoring: null, availability: null },
      ]) {
        expect(['ready', 'unavailable']).to.include((await put(tag, { profile: junk as never })).state);
      }
    });

    for (const width of [280, 320, 900]) {
      it(`never scrolls sideways at ${width} px`, async () => {
        const long = 'W'.repeat(300);
        const entry = {
          id: 'x',
          organisation: long,
          institution: long,
          position: long,
          studyType: long,
          name: long,
          fluency: long,
          startDate: '2020-09-30',
          summary: long,
          label: long,
          title: long,
          issuer: long,
          awarder: long,
          publisher: long,
          date: '2020-09-30',
          releaseDate: '2020-09-30',
          expires: '2031-09-30',
          url: `https://example.com/${long}`,
        };
        const element = await put(
          tag,
          {
            profile: {
              handle: 'x',
              role: 'student',
              identity: { displayName: long, headline: long },
              about: { text: long },
              organisation: {
                name: long,
                website: `https://example.com/${long}`,
                industry: long,
                size: '1001+',
                about: long,
                openingsUrl: `https://example.com/${long}`,
                openingsEmail: `${long}@example.com`,
              },
              mentoring: {
                expertise: [long, long],
                formats: ['chat', 'call', 'in-person'],
                capacity: 100,
                about: long,
              },
              workExperience: [entry],
              education: [entry],
              projects: [entry],
              certificates: [entry],
              awards: [entry],
              publications: [entry],
              volunteering: [entry],
              languages: [entry],
              links: [entry],
            },
          },
          { width },
        );
        const article = within(element, 'article')[0]!;
        expect(article.scrollWidth).to.be.at.most(article.clientWidth);
      });
    }
  });
}
