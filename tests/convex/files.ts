/** Files as people and attackers send them: whole ones of every kind, and every lie that a file can tell. */
import { crc32, deflateSync } from 'node:zlib';

export type Bytes = Uint8Array<ArrayBuffer>;

const SECRET = 'Home: 52.5200 N, 13.4050 E';

export const bytes = (...parts: (Uint8Array | string | number)[]): Bytes =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) =>
        typeof part === 'number' ? Uint8Array.of(part) : typeof part === 'string' ? Buffer.from(part, 'latin1') : part,
      ),
    ),
  );
const u16 = (value: number) => Uint8Array.of(value >> 8, value & 255);
const u32 = (value: number) => Buffer.from(value.toString(16).padStart(8, '0'), 'hex');
const le16 = (value: number) => Uint8Array.of(value & 255, value >> 8);
const le32 = (value: number) => Buffer.from(u32(value)).reverse();

const chunk = (name: string, content: Uint8Array | string = '') => {
  const named = bytes(name, content);
  return bytes(u32(named.length - 4), named, u32(crc32(named)));
};

interface Picture {
  width?: number;
  height?: number;
  /** Rows that are there in truth. */
  rows?: number;
  interlaced?: boolean;
  /** Chunks before the pixels, and bytes behind the end. */
  more?: Uint8Array;
}

/** A PNG in grey, whole unless `rows` says otherwise. */
export function pngOf({
  width = 4,
  height = 4,
  rows = height,
  interlaced = false,
  more = bytes(),
}: Picture = {}): Bytes {
  // Adam7 of eight by eight pixels: columns and rows of each pass.
  const passes = ['1 1', '1 1', '2 1', '2 2', '4 2', '4 4', '8 4'].map((pass) => {
    const [columns, lines] = pass.split(' ').map(Number) as [number, number];
    return new Uint8Array(lines * (1 + columns));
  });
  const pixels = interlaced ? bytes(...passes) : new Uint8Array(rows * (1 + width));
  return bytes(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', bytes(u32(width), u32(height), 8, 0, 0, 0, interlaced ? 1 : 0)),
    more,
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND'),
  );
}

const segment = (marker: number, ...content: (Uint8Array | string)[]) => {
  const body = bytes(...content);
  return bytes(0xff, marker, u16(body.length + 2), body);
};

/** Made by Chromium's canvas, 3 by 2 pixels. */
export const jpeg = bytes(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAARCAACAAMDASIAAhEBAxEB/9oADAMBAAIRAxEAPwCVQAP/2Q==',
    'base64',
  ),
);
export const gif = bytes(Buffer.from('R0lGODlhAwACAIAAAAAAAP///yH5BAEAAAAALAAAAAADAAIAAAIChF0AOw==', 'base64'));

const riff = (...chunks: Uint8Array[]) => {
  const body = bytes('WEBP', ...chunks);
  return bytes('RIFF', le32(body.length), body);
};
const riffChunk = (name: string, content: Uint8Array) =>
  bytes(name, le32(content.length), content, content.length % 2 ? '\0' : '');
const vp8l = (width: number, height: number) =>
  riffChunk('VP8L', bytes(0x2f, le32((width - 1) | ((height - 1) << 14)), '\x10'));
const vp8x = (width: number, height: number) =>
  riffChunk('VP8X', bytes(0, 0, 0, 0, le16(width - 1), 0, le16(height - 1), 0));
export const webp = riff(vp8l(3, 2));

const box = (type: string, ...content: (Uint8Array | string)[]) => {
  const body = bytes(...content);
  return bytes(u32(body.length + 8), type, body);
};
const ispe = (width: number, height: number) => box('iprp', box('ipco', box('ispe', u32(0), u32(width), u32(height))));
export const avif = bytes(box('ftyp', 'avif\0\0\0\0mif1'), box('meta', u32(0), ispe(3, 2)), box('mdat', 'pixels'));

interface Document {
  /** More objects, from number 4 on. */
  objects?: string[];
  /** More of the page. */
  page?: string;
  catalog?: string;
  trailer?: string;
}

/** A PDF of one page, of 72 points a side; an empty one if nothing else is said. */
export function pdfOf({ objects = [], page = '', catalog = '', trailer = '' }: Document = {}): Bytes {
  const all = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]${page}>>`,
    ...objects,
  ];
  let text = '%PDF-1.7\n';
  const places = all.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${all.length + 1}/Root 1 0 R${trailer}>>\n`;
  return bytes(`${text}startxref\n${start}\n%%EOF`);
}

/** A stream of objects, packed, in which a reader finds `objects`. */
export function packed(objects: string, keys = '/Type/ObjStm/N 1/First 4/Filter/FlateDecode'): string {
  const data = deflateSync(Buffer.from(objects, 'latin1')).toString('latin1');
  return `<<${keys}/Length ${data.length}>>\nstream\n${data}\nendstream`;
}

/** A zip with one entry of no content. */
export function zipOf(name = 'a.html', comment = 0): Bytes {
  const local = bytes('PK\x03\x04', new Uint8Array(22), le16(name.length), le16(0), name);
  const central = bytes('PK\x01\x02', new Uint8Array(24), le16(name.length), new Uint8Array(16), name);
  const end = bytes(
    'PK\x05\x06',
    new Uint8Array(4),
    le16(1),
    le16(1),
    le32(central.length),
    le32(local.length),
    le16(comment),
  );
  return bytes(local, central, end);
}

const exif = segment(0xe1, 'Exif\0\0', SECRET);
const withExif = bytes(jpeg.subarray(0, 20), exif, jpeg.subarray(20));
const page = '<!doctype html><script>alert(document.domain)</script>';
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const javaScript = '<</S/JavaScript/JS(app.alert(1))>>';

/** Files that are stored, with the bytes that are stored; as [name, file, stored]. */
export const taken: [string, Bytes, Bytes][] = [
  ['a PNG', pngOf(), pngOf()],
  [
    'an interlaced PNG',
    pngOf({ width: 8, height: 8, interlaced: true }),
    pngOf({ width: 8, height: 8, interlaced: true }),
  ],
  ['a JPEG', jpeg, jpeg],
  ['a GIF', gif, gif],
  ['a WebP', webp, webp],
  ['an AVIF', avif, avif],
  ['a PDF', pdfOf(), pdfOf()],
  [
    'a PDF with packed objects',
    pdfOf({ objects: [packed('5 0 <</A 1>>')] }),
    pdfOf({ objects: [packed('5 0 <</A 1>>')] }),
  ],
  ['a JPEG with a place', withExif, jpeg],
  ['a PNG with a text', pngOf({ more: chunk('tEXt', `Comment\0${SECRET}`) }), pngOf()],
  ['a page behind a PNG', bytes(pngOf(), page), pngOf()],
  ['a page behind a JPEG', bytes(jpeg, page), jpeg],
  ['a page in a comment of a JPEG', bytes(jpeg.subarray(0, 20), segment(0xfe, page), jpeg.subarray(20)), jpeg],
  ['a script behind a GIF', bytes(gif, '=1;alert(1)'), gif],
  ['a zip behind a WebP', bytes(webp, zipOf()), webp],
  ['a zip behind a PNG', bytes(pngOf(), zipOf()), pngOf()],
  ['a page behind a PDF', bytes(pdfOf(), page), pdfOf()],
  ['a zip behind a PDF', bytes(pdfOf(), '\n', zipOf()), pdfOf()],
];

/** Files that are refused; as [name, file, fault]. */
export const refused: [string, Bytes, string][] = [
  ['an SVG', bytes(svg), 'not_supported'],
  ['an SVG with a prologue', bytes('<?xml version="1.0"?>', svg), 'not_supported'],
  ['a page', bytes(page), 'not_supported'],
  ['a zip', zipOf(), 'not_supported'],
  ['an office document', zipOf('[Content_Types].xml'), 'not_supported'],
  ['a program', bytes('MZ\x90\0', new Uint8Array(60)), 'not_supported'],
  ['a TIFF', bytes('II*\0', new Uint8Array(60)), 'not_supported'],
  ['text', bytes('Hello'), 'not_supported'],
  ['one byte', bytes(0), 'not_supported'],
  ['a PDF that begins with a page', bytes(page, pdfOf()), 'not_supported'],
  ['a PDF that is a script first', bytes('/*', pdfOf(), '*/alert(1)'), 'not_supported'],
  ['a PNG that breaks off', pngOf().slice(0, -20), 'broken'],
  ['a PNG without an end', pngOf().slice(0, -12), 'broken'],
  ['a PNG with rows that are missing', pngOf({ height: 400, rows: 4 }), 'broken'],
  ['a PNG that unpacks to a thousand times its size', pngOf({ width: 4, height: 4, rows: 1_000_000 }), 'broken'],
  [
    'a PNG with a second header',
    pngOf({ more: chunk('IHDR', bytes(u32(60_000), u32(60_000), 8, 0, 0, 0, 0)) }),
    'broken',
  ],
  ['a PNG of 30,000 pixels a side', pngOf({ width: 30_000, height: 30_000, rows: 0 }), 'too_large'],
  ['a PNG of 36 million pixels', pngOf({ width: 6_000, height: 6_000, rows: 0 }), 'too_large'],
  ['a JPEG that breaks off', jpeg.slice(0, -2), 'broken'],
  [
    'a JPEG with a second, huge frame',
    bytes(
      jpeg.subarray(0, 20),
      segment(0xc0, '\x08\x00\x02\x00\x03\x00'),
      segment(0xc0, '\x08\xff\xff\xff\xff\x00'),
      jpeg.subarray(20),
    ),
    'broken',
  ],
  [
    'a JPEG of 65,535 pixels',
    bytes(jpeg.subarray(0, 20), segment(0xc0, '\x08\xff\xff\xff\xff\x00'), jpeg.subarray(20)),
    'too_large',
  ],
  ['a GIF that breaks off', gif.slice(0, -1), 'broken'],
  [
    'a GIF with an image beyond its screen',
    bytes(gif.subarray(0, 32), le16(65_535), le16(65_535), gif.subarray(36)),
    'broken',
  ],
  ['a WebP that breaks off', webp.slice(0, -1), 'broken'],
  ['a WebP with a picture larger than it says', riff(vp8x(3, 2), vp8l(16_000, 16_000)), 'broken'],
  ['a WebP with two pictures', riff(vp8l(3, 2), vp8l(16_000, 16_000)), 'broken'],
  ['an AVIF that breaks off', avif.slice(0, -3), 'broken'],
  [
    'an AVIF of 65,535 pixels',
    bytes(box('ftyp', 'avif\0\0\0\0mif1'), box('meta', u32(0), ispe(65_535, 65_535)), box('mdat', 'pixels')),
    'too_large',
  ],
  [
    'an AVIF that tells its size too late',
    bytes(
      box('ftyp', 'avif\0\0\0\0mif1'),
      box('free', ispe(3, 2), new Uint8Array(70_000)),
      box('meta', u32(0), ispe(65_535, 65_535)),
    ),
    'broken',
  ],
  [
    'a zip in a picture',
    bytes(box('ftyp', 'avif\0\0\0\0mif1'), box('meta', u32(0), ispe(3, 2)), box('mdat', zipOf())),
    'ambiguous',
  ],
  [
    'a zip in a PDF',
    pdfOf({ objects: [`<</Length 9>>\nstream\n${Buffer.from(zipOf()).toString('latin1')}\nendstream`] }),
    'ambiguous',
  ],
  ['a PDF that breaks off', pdfOf().slice(0, -9), 'broken'],
  ['a PDF with a lie about its references', bytes('%PDF-1.7\nstartxref\n3\n%%EOF'), 'broken'],
  ['a PDF with a script', pdfOf({ catalog: `/OpenAction${javaScript}` }), 'active'],
  [
    'a PDF with a script in disguise',
    pdfOf({ catalog: '/OpenAction<</S/J#61va#53cript/JS(app.alert(1))>>' }),
    'active',
  ],
  ['a PDF with a packed script', pdfOf({ objects: [packed(`5 0 ${javaScript}`)] }), 'active'],
  [
    'a PDF with a packed script under a key in disguise',
    pdfOf({ objects: [packed(`5 0 ${javaScript}`, '/N 1/F#69rst 4/Filter/FlateDecode')] }),
    'active',
  ],
  [
    'a PDF with objects that nobody can look into',
    pdfOf({ objects: ['<</Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]>>\nstream\n789c\nendstream'] }),
    'broken',
  ],
  ['a PDF with objects that unpack without end', pdfOf({ objects: [packed(' '.repeat(9 * 1024 * 1024))] }), 'broken'],
  ['a PDF that starts a program', pdfOf({ catalog: '/OpenAction<</S/Launch/F(cmd.exe)>>' }), 'active'],
  ['a PDF with a file inside', pdfOf({ catalog: '/Names<</EmbeddedFiles 4 0 R>>' }), 'active'],
  ['a PDF with a form of XFA', pdfOf({ catalog: '/AcroForm<</XFA 4 0 R>>' }), 'active'],
  ['an encrypted PDF', pdfOf({ trailer: '/Encrypt 4 0 R' }), 'encrypted'],
];
