/** Tells pictures from other files, and their size in pixels. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatOf } from '@gigsy/schema/picture-format';

describe('formats', () => {
  const base64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
  /** Made by Chromium's canvas, 3 by 2 pixels. */
  const files: Record<string, Uint8Array> = {
    'image/png': base64(
      'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAFUlEQVR4AWJiYGD4D8UMIA6QDUEAAAAA//+rWcrUAAAABklEQVQDAChAAgMIQVJHAAAAAElFTkSuQmCC',
    ),
    'image/jpeg': base64(
      '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAARCAACAAMDASIAAhEBAxEB/9oADAMBAAIRAxEAPwCVQAP/2Q==',
    ),
    'image/gif': base64('R0lGODlhAwACAIAAAAAAAP///yH5BAEAAAAALAAAAAADAAIAAAIChF0AOw=='),
  };
  const chunk = (name: string, body: string) =>
    Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), Buffer.from(name), Buffer.from(body, 'hex'), Buffer.alloc(20)]);
  const webp = {
    lossy: chunk('VP8 ', '1800000030010' + '09d012a03000200'),
    lossless: chunk('VP8L', '140000002f02400010'),
    extended: chunk('VP8X', '0a00000030000000' + '020000010000'),
  };
  const avif = Buffer.concat([
    Buffer.from('\0\0\0\x1cftypavif\0\0\0\0'),
    Buffer.from('\0\0\0\x14ispe\0\0\0\0'),
    Buffer.from('0000000300000002', 'hex'),
    Buffer.alloc(20),
  ]);

  test.each([
    ...Object.entries(files),
    ...Object.values(webp).map((bytes) => ['image/webp', bytes] as const),
    ['image/avif', avif] as const,
  ])('%s is recognised with its size, and only whole', (type, bytes) => {
    expect(formatOf(bytes)).toEqual({ type, width: 3, height: 2 });
    expect(formatOf(bytes.subarray(0, 11))).not.toEqual(
      expect.objectContaining({ width: 3, height: 2, type: 'image/png' }),
    );
  });

  test.each([
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '<?xml version="1.0"?><svg/>',
    '<!doctype html><title>x</title>',
    '%PDF-1.7',
    'BM',
    '',
    '\u0000',
    'RIFF\0\0\0\0WAVEfmt ',
    'GIF88a\u0001\0\u0001\0',
    '\0\0\0\x1cftypisom',
  ])('%j is not a picture', (text) => {
    expect(formatOf(new TextEncoder().encode(text))).toBeUndefined();
  });

  test('no bytes make it throw or hang', () => {
    const starts = [...Object.values(files), ...Object.values(webp), avif].map((bytes) => bytes.subarray(0, 16));
    fc.assert(
      fc.property(fc.constantFrom(...starts, new Uint8Array()), fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        const format = formatOf(Buffer.concat([start, rest]));
        if (format) expect(Math.min(format.width, format.height)).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });
});
