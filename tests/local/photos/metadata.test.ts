/** Pictures lose every fact that is not needed to show them, and nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutMetadata } from '../../../convex/model/profile/metadata/withoutMetadata.js';
import { formatOf } from '@gigsy/schema/picture-format';

type Type = Parameters<typeof withoutMetadata>[1];
const SECRET = 'Home: 52.5200 N, 13.4050 E';

const base64 = (text: string) => Buffer.from(text, 'base64');
const join = (...parts: (Uint8Array | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
const u16 = (value: number) => Uint8Array.of(value >> 8, value & 255);
const u32 = (value: number) => Buffer.from(value.toString(16).padStart(8, '0'), 'hex');
const u32le = (value: number) => Buffer.from(u32(value)).reverse();

/** A TIFF file of EXIF, little-endian as cameras write it: maker, orientation, and a secret behind them. */
function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: Uint8Array) =>
    join(Buffer.from(u16(tag)).reverse(), Buffer.from(u16(type)).reverse(), u32le(count), value);
  const text = join(SECRET, '\0');
  return join(
    'II*\0',
    u32le(8),
    Buffer.from(u16(2)).reverse(),
    entry(0x010f, 2, text.length, u32le(38)),
    entry(0x0112, 3, 1, join(Buffer.from(u16(orientation)).reverse(), '\0\0')),
    u32le(0),
    text,
  );
}

/** Made by Chromium's canvas, 3 by 2 pixels, and without any metadata. */
const jpeg = base64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAARCAACAAMDASIAAhEBAxEB/9oADAMBAAIRAxEAPwCVQAP/2Q==',
);
const png = base64(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAFUlEQVR4AWJiYGD4D8UMIA6QDUEAAAAA//+rWcrUAAAABklEQVQDAChAAgMIQVJHAAAAAElFTkSuQmCC',
);
const gif = base64('R0lGODlhAwACAIAAAAAAAP///yH5BAEAAAAALAAAAAADAAIAAAIChF0AOw==');

const segment = (marker: number, ...content: (Uint8Array | string)[]) => {
  const body = join(...content);
  return join(Uint8Array.of(0xff, marker), u16(body.length + 2), body);
};
const withSegments = (...segments: Buffer[]) => join(jpeg.subarray(0, 20), ...segments, jpeg.subarray(20));

const pngChunk = (name: string, ...content: (Uint8Array | string)[]) => {
  const body = join(...content);
  return join(u32(body.length), name, body, u32(0));
};
const withChunks = (...chunks: Buffer[]) => join(png.subarray(0, 33), ...chunks, png.subarray(33));

const riffChunk = (name: string, ...content: (Uint8Array | string)[]) => {
  const body = join(...content);
  return join(name, u32le(body.length), body, body.length % 2 ? '\0' : '');
};
const webp = (...chunks: Buffer[]) => {
  const body = join('WEBP', ...chunks);
  return join('RIFF', u32le(body.length), body);
};
const VP8L = riffChunk('VP8L', Buffer.from('2f02400010', 'hex'));
const vp8x = (flags: number) => riffChunk('VP8X', Uint8Array.of(flags, 0, 0, 0, 2, 0, 0, 1, 0, 0));

const box = (type: string, ...content: (Uint8Array | string)[]) => {
  const body = join(...content);
  return join(u32(body.length + 8), type, body);
};
const full = (type: string, version: number, ...content: (Uint8Array | string)[]) =>
  box(type, u32(version << 24), ...content);

/** A picture item and two items of metadata, one of them in `idat`, as encoders write them. */
function avif(secret: string, place = { picture: 0, exif: 0 }): Buffer {
  const infe = (id: number, type: string, rest = '') => full('infe', 2, u16(id), u16(0), type, '\0', rest);
  const iloc = (id: number, method: number, offset: number, length: number) =>
    join(u16(id), u16(method), u16(0), u16(1), u32(offset), u32(length));
  const head = join(
    box('ftyp', 'avif\0\0\0\0mif1'),
    full(
      'meta',
      0,
      full('pitm', 0, u16(1)),
      full('iinf', 0, u16(3), infe(1, 'av01'), infe(2, 'Exif'), infe(3, 'mime', 'application/rdf+xml\0')),
      full(
        'iloc',
        1,
        Uint8Array.of(0x44, 0),
        u16(3),
        iloc(1, 0, place.picture, 6),
        iloc(2, 0, place.exif, secret.length),
        iloc(3, 1, 0, secret.length),
      ),
      box('iprp', box('ipco', full('ispe', 0, u32(3), u32(2)))),
      box('idat', secret),
    ),
    box('uuid', '0123456789abcdef', secret),
  );
  const picture = head.length + 8;
  if (place.picture !== picture) return avif(secret, { picture, exif: picture + 6 });
  return join(head, box('mdat', 'pixels', secret));
}

const clean: [Type, Buffer][] = [
  ['image/jpeg', jpeg],
  ['image/png', png],
  ['image/gif', gif],
  ['image/webp', webp(VP8L)],
  ['image/webp', webp(vp8x(0x20), riffChunk('ICCP', 'profile'), VP8L)],
];

const telling: [string, Type, Buffer][] = [
  ['EXIF', 'image/jpeg', withSegments(segment(0xe1, 'Exif\0\0', exif(1)))],
  ['XMP', 'image/jpeg', withSegments(segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', SECRET))],
  ['IPTC', 'image/jpeg', withSegments(segment(0xed, 'Photoshop 3.0\0', SECRET))],
  ['a comment', 'image/jpeg', withSegments(segment(0xfe, SECRET))],
  ['a preview', 'image/jpeg', withSegments(segment(0xe0, 'JFXX\0', SECRET), segment(0xe2, 'MPF\0', SECRET))],
  ['a segment of a maker', 'image/jpeg', withSegments(segment(0xef, SECRET))],
  ['fill bytes before it', 'image/jpeg', withSegments(join('\xff\xff', segment(0xfe, SECRET)))],
  ['the film of a moving photo', 'image/jpeg', join(jpeg, 'ftypmp42', SECRET)],
  ['texts', 'image/png', withChunks(pngChunk('tEXt', 'Comment\0', SECRET), pngChunk('iTXt', SECRET))],
  ['EXIF and a time', 'image/png', withChunks(pngChunk('eXIf', exif(1)), pngChunk('tIME', SECRET))],
  ['a private chunk', 'image/png', withChunks(pngChunk('prVt', SECRET))],
  ['bytes behind the end', 'image/png', join(png, SECRET)],
  [
    'a comment',
    'image/gif',
    join(gif.subarray(0, 19), '\x21\xfe', Uint8Array.of(SECRET.length), SECRET, '\0', gif.subarray(19)),
  ],
  [
    'XMP',
    'image/gif',
    join(gif.subarray(0, 19), '\x21\xff\x0bXMP DataXMP', Uint8Array.of(SECRET.length), SECRET, '\0', gif.subarray(19)),
  ],
  ['bytes behind the end', 'image/gif', join(gif, SECRET)],
  ['EXIF', 'image/webp', webp(vp8x(0x08), VP8L, riffChunk('EXIF', exif(1)))],
  ['XMP', 'image/webp', webp(vp8x(0x04), VP8L, riffChunk('XMP ', SECRET))],
  ['an unknown chunk', 'image/webp', webp(vp8x(0), riffChunk('NOTE', SECRET), VP8L)],
  [
    'an unknown chunk in a frame',
    'image/webp',
    webp(vp8x(2), riffChunk('ANMF', Buffer.alloc(16), riffChunk('NOTE', SECRET), VP8L)),
  ],
  ['bytes behind the end', 'image/webp', join(webp(VP8L), SECRET)],
  ['EXIF, XMP and a private box', 'image/avif', avif(SECRET)],
];

test.each(clean)('%s without metadata stays as it is, byte for byte', (type, bytes) => {
  expect(Buffer.from(withoutMetadata(bytes, type)!).toString('hex')).toBe(bytes.toString('hex'));
});

describe.each(telling)('%s in %s', (_, type, bytes) => {
  test('goes, and the picture stays', () => {
    expect(bytes.includes(SECRET)).toBe(true);
    const result = Buffer.from(withoutMetadata(bytes, type)!);
    expect(result.includes(SECRET)).toBe(false);
    expect(formatOf(result)).toEqual({ type, width: 3, height: 2 });
    expect(formatOf(bytes)).toEqual(formatOf(result));
    expect(Buffer.from(withoutMetadata(result, type)!).equals(result)).toBe(true);
  });
});

test('parts that show the picture stay: colours, transparency, timing', () => {
  const icc = segment(0xe2, 'ICC_PROFILE\0\x01\x01profile');
  const adobe = segment(0xee, 'Adobe\0d\0\0\0\0\0\x01');
  expect(Buffer.from(withoutMetadata(withSegments(icc, adobe), 'image/jpeg')!).equals(withSegments(icc, adobe))).toBe(
    true,
  );
  const shown = withChunks(pngChunk('gAMA', '1234'), pngChunk('iCCP', 'profile'), pngChunk('acTL', '12345678'));
  expect(Buffer.from(withoutMetadata(shown, 'image/png')!).equals(shown)).toBe(true);
  const repeated = join(gif.subarray(0, 19), '\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0', gif.subarray(19));
  expect(Buffer.from(withoutMetadata(repeated, 'image/gif')!).equals(repeated)).toBe(true);
});

describe('a picture that lies on its side', () => {
  test.each([2, 3, 6, 8])('keeps its orientation %i and nothing else of EXIF', (orientation) => {
    const lying = withSegments(segment(0xe1, 'Exif\0\0', exif(orientation)));
    const result = Buffer.from(withoutMetadata(lying, 'image/jpeg')!);
    const kept = join('MM\0*', u32(8), u16(1), u16(0x0112), u16(3), u32(1), u16(orientation), '\0\0', u32(0));
    expect(result.subarray(2, 2 + 36).equals(segment(0xe1, 'Exif\0\0', kept))).toBe(true);
    expect(result.subarray(2 + 36).equals(jpeg.subarray(2))).toBe(true);
    const lyingWebp = webp(vp8x(0x0c), VP8L, riffChunk('EXIF', exif(orientation)), riffChunk('XMP ', SECRET));
    expect(
      Buffer.from(withoutMetadata(lyingWebp, 'image/webp')!).equals(webp(vp8x(0x08), VP8L, riffChunk('EXIF', kept))),
    ).toBe(true);
  });

  test.each([0, 1, 9, 65_535])('an orientation %i that says nothing goes', (orientation) => {
    const upright = withSegments(segment(0xe1, 'Exif\0\0', exif(orientation)));
    expect(Buffer.from(withoutMetadata(upright, 'image/jpeg')!).equals(jpeg)).toBe(true);
  });
});

test('a file that breaks off or was changed is refused or loses its metadata, and never makes the deployment fail', () => {
  const files = [...clean, ...telling.map(([, type, bytes]): [Type, Buffer] => [type, bytes])];
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
      ([type, bytes], part, changes) => {
        const damaged = Buffer.from(bytes.subarray(0, 12 + Math.floor(part * (bytes.length - 12))));
        for (const [at, value] of changes) if (at < damaged.length) damaged[at] = value;
        const result = withoutMetadata(damaged, type);
        expect(result === undefined || result.length <= damaged.length + 64).toBe(true);
      },
    ),
    { numRuns: 3_000 },
  );
});
