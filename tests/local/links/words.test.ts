/** The words of pages about themselves, as they are left after every check. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { page, titled, wordsOf } from './reading.ts';

describe('words', () => {
  const head = (inner: string) => wordsOf(`<!doctype html><html><head>${inner}</head></html>`);

  test('come from Open Graph, then from cards, then from HTML', async () => {
    const html = '<title>By HTML</title><meta name="Description" content="D3">';
    const card = '<meta name="twitter:title" content="By card"><meta name="twitter:description" content="D2">';
    const graph =
      '<meta property="og:title" content="By graph &amp; more"><meta property="og:description" content="D1"><meta property="og:site_name" content="Bridges"><meta property="og:title" content="Second">';
    expect(await head(html)).toEqual({ preview: { title: 'By HTML', description: 'D3' } });
    expect(await head(html + card)).toEqual({ preview: { title: 'By card', description: 'D2' } });
    expect(await head(html + card + graph)).toEqual({
      preview: { title: 'By graph & more', description: 'D1', site: 'Bridges' },
    });
    expect(await head(`<meta property="og:title" content=" \u200b ">${html}`)).toMatchObject(titled('By HTML'));
  });

  test('stay text: no markup in them counts', async () => {
    expect(await head('<title><b>x</b><script>alert(1)</script></title>')).toEqual(
      titled('<b>x</b><script>alert(1)</script>'),
    );
    expect(await head('<script>"<title>no</title>"</script><svg><title>no</title></svg><title>Yes</title>')).toEqual(
      titled('Yes'),
    );
    expect(await wordsOf('<body><title>Late</title><meta property="og:title" content="x">')).toEqual({
      fault: 'no_title',
    });
  });

  test('lose what could deceive a reader', async () => {
    expect(await head('<title>a\u202egpj.exe\u2066\u0000\u0007\ud800 \n\t b</title>')).toEqual(titled('agpj.exe b'));
    expect(await head(`<title>e${'\u0301'.repeat(400)}</title>`)).toEqual(titled(`e${'\u0301'.repeat(5)}`));
    expect(await head('<title>\u200b\u2060\u202e</title>')).toEqual({ fault: 'no_title' });
    expect(await head('<title>مرحبا <b>&rlm;بك</title>')).toEqual(titled('مرحبا <b>\u200fبك'));
  });

  test('are cut between characters', async () => {
    const family = '👨‍👩‍👧‍👦';
    const { preview } = (await head(`<title>${family.repeat(1_000)}</title>`)) as { preview: { title: string } };
    expect(preview.title).toBe(family.repeat(28));
    const long = (await head(`<title>${'a'.repeat(1_000_000)}</title>`)) as { fault?: string; preview?: object };
    // The title itself is longer than what is read of a page.
    expect(long).toEqual({ preview: { title: 'a'.repeat(200) } });
    expect(await head(`<meta property="og:title" content="${'b'.repeat(100_000)}">`)).toEqual(titled('b'.repeat(200)));
  });

  test.each<[string, Record<string, string>, Uint8Array]>([
    [
      'its header',
      { 'content-type': 'text/html; charset="ISO-8859-15"' },
      Buffer.from('<title>Stra\xdfe \xa4</title>', 'latin1'),
    ],
    [
      'a tag',
      { 'content-type': 'text/html' },
      Buffer.from('<meta charset=iso-8859-15><title>Stra\xdfe \xa4</title>', 'latin1'),
    ],
    [
      'an older tag',
      { 'content-type': 'text/html' },
      Buffer.from(
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15"><title>Stra\xdfe \xa4</title>',
        'latin1',
      ),
    ],
    [
      'a mark of UTF-16',
      { 'content-type': 'text/html; charset=latin1' },
      Buffer.from('\ufeff<title>Straße €</title>', 'utf16le'),
    ],
    ['a mark of UTF-8', { 'content-type': 'text/html; charset=latin1' }, Buffer.from('\ufeff<title>Straße €</title>')],
    ['no known name', { 'content-type': 'text/html; charset=klingon' }, Buffer.from('<title>Straße €</title>')],
    [
      'a tag of UTF-16, which cannot be',
      { 'content-type': 'text/html' },
      Buffer.from('<meta charset=utf-16><title>Straße €</title>'),
    ],
  ])('are read in the encoding by %s', async (_, headers, body) => {
    expect(await wordsOf(body, headers)).toEqual(titled('Straße €'));
  });

  test('lose bytes that are no letters', async () => {
    expect(await wordsOf(Buffer.from('<title>a\xff\xfeb\xc3</title>', 'latin1'))).toEqual(titled('ab'));
  });

  test('are unpacked', async () => {
    expect(await wordsOf(gzipSync(page), { 'content-encoding': 'gzip' })).toEqual(titled('A bridge'));
  });
});
