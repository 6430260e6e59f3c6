/** Web and e-mail addresses of a JSON Resume document. */
import { describe, expect, test } from 'vitest';
import tlds from 'tlds';
import { topLevelDomains } from '../../packages/schema/src/profile/resume/top-level-domains.ts';
import { importedFields } from './imported.ts';

describe('web addresses', () => {
  test('of every top-level domain there is', () => {
    expect(topLevelDomains()).toEqual(tlds);
  });

  test.each([
    ['marsh.example', 'https://marsh.example'],
    ['marsh.example/me', 'https://marsh.example/me'],
    ['www.marsh.dev', 'https://www.marsh.dev'],
    ['//marsh.example/y', 'https://marsh.example/y'],
    ['marsh.example:8443/x', 'https://marsh.example:8443/x'],
    ['bücher.example', 'https://bücher.example'],
    ['почта.рф', 'https://почта.рф'],
    ['marsh.pl', 'https://marsh.pl'],
    ['www.marsh.md', 'https://www.marsh.md'],
    ['http://marsh.example', 'http://marsh.example'],
    ['HTTPS://marsh.example', 'HTTPS://marsh.example'],
    ['https://cv.pdf', 'https://cv.pdf'],
    ['MARSH.COM', 'https://MARSH.COM'],
  ])('%j is accepted', (url, website) => {
    expect(importedFields({ basics: { url } })).toMatchObject({ sections: { contact: { website } }, notes: new Map() });
  });

  test.each([
    'cv.pdf',
    'index.html',
    'me.zip.png',
    'photo.jpeg',
    'README.md',
    'archive.tar.gz',
    'run.sh',
    'main.rs',
    'film.mov',
    'docs/cv.html',
    './cv',
    'C:\\cv.pdf',
    '192.168.0.1',
    '10.0.0.1/cv',
    'user:pw@host.example',
    'a@b.example',
    'mailto:a@b.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example',
    'https:cv.pdf',
    'https://u:p@a.example',
    'localhost',
    'a..example',
    '-a.example',
    'my site',
    'host.nosuchdomain',
  ])('%j is left out, with a note that does not repeat it', (url) => {
    const { sections, notes } = importedFields({ basics: { url, image: url }, work: [{ name: 'X', url }] });
    expect([sections.contact, sections.identity.avatarUrl, sections.workExperience![0]!.url]).toEqual([
      {},
      undefined,
      undefined,
    ]);
    expect([...notes.keys()].sort()).toEqual(['basics.image', 'basics.url', 'work.0.url']);
    expect(notes.get('basics.url')).not.toContain(url);
  });

  test.each([
    ['GitHub', 'nela-marsh', 'https://github.com/nela-marsh'],
    ['github.com', '@nela', 'https://github.com/nela'],
    ['LinkedIn', 'nela', 'https://www.linkedin.com/in/nela'],
    ['Mastodon', '@nela@social.example', 'https://social.example/@nela'],
    ['X', '@nela', 'https://x.com/nela'],
    ['YouTube', 'nela', 'https://www.youtube.com/@nela'],
  ])('of %s are made from the user name %s', (network, username, url) => {
    expect(importedFields({ basics: { profiles: [{ network, username }] } }).sections.links).toEqual([
      { label: network, url, username },
    ]);
  });

  test.each([
    { network: 'Guild hall', username: 'nela' },
    { network: 'GitHub' },
    { username: 'nela' },
    { network: 'GitHub', username: '../../x' },
    { network: 'constructor', username: 'x' },
    { network: 'Mastodon', username: 'nela' },
    { network: 'GitHub', username: 'nela', url: 'javascript:alert(1)' },
  ])('that %j does not give are left out, and the list is absent rather than empty', (profile) => {
    const { sections, notes } = importedFields({ basics: { profiles: [profile] } });
    expect(sections).not.toHaveProperty('links', []);
    expect(sections.links).toBeUndefined();
    expect(notes.get('basics.profiles.0')).toMatch(/has no address that can be shown/);
  });
});

describe('e-mail addresses', () => {
  test.each([
    ['jörg@ahlers-büro.example', 'jörg@ahlers-büro.example'],
    ['mailto:a@b.example', 'a@b.example'],
    ['<a@b.example>', 'a@b.example'],
  ])('%j is accepted', (email, kept) => {
    expect(importedFields({ basics: { email } })).toMatchObject({
      sections: { contact: { email: kept } },
      notes: new Map(),
    });
  });

  test.each([
    ['Jörg <j@x.example>', 'j@x.example'],
    ['mailto:a@b.example?subject=Hi', 'a@b.example'],
  ])('%j gives one address, and a note says that the rest is left out', (email, kept) => {
    const { sections, notes } = importedFields({ basics: { email } });
    expect(sections.contact).toEqual({ email: kept });
    expect([...notes.keys()]).toEqual(['basics.email']);
  });

  test.each([
    'nobody',
    '"a b"@c.example',
    `${'x'.repeat(300)}@c.example`,
    'a@b.example, c@d.example',
    'a at b dot example',
  ])('%j is left out with a note, and the document is accepted', (email) => {
    const { sections, notes } = importedFields({ basics: { email }, skills: [{ name: 'Plumbing' }] });
    expect(sections).toMatchObject({ contact: {}, skills: [{ name: 'Plumbing' }] });
    expect(notes.get('basics.email')).toMatch(/left out/);
  });
});
