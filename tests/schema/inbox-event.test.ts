/** Faulty events of the inbox, and the faults that are kept. */
import { MAX_FAULTS, inboundCatalog, readEvent } from '@gigsy/schema';
import { expect, test } from 'vitest';

const source = { address: 'https://courses.example', ofPartner: false };

test('the first faults of an event are told, in short and printable text', () => {
  const odd = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`a${index}`, {}]));
  const read = readEvent({ specversion: '1.0', ['\u202e'.repeat(90)]: {}, ...odd }, source, inboundCatalog);
  expect(read).toMatchObject({ fault: 'invalid_envelope' });
  const { faults } = read as { faults: { path: string; message: string }[] };
  expect(faults).toHaveLength(MAX_FAULTS);
  for (const { path, message } of faults) {
    expect(path).toMatch(/^[\x20-\x7e]{1,60}$/);
    expect(message.length).toBeLessThanOrEqual(200);
  }
});
