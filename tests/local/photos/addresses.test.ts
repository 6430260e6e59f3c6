/** The addresses from which a picture may be fetched. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLoopback, isPublic, targetOf } from '../../../convex/operations/node/addresses.js';

describe('addresses', () => {
  const INSIDE = [
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '192.31.196.1',
    '192.52.193.1',
    '192.175.48.1',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::808:808',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2002:808:808::1',
    '2001:0:1::1',
    '2001:db8::1',
    '2001:2::1',
    '2001:10::1',
    '2001:20::1',
    '3fff::1',
    '100::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    '2606:4700::1%eth0',
    'fec0::1',
    'ff02::1',
    '5f00::1',
    '4000::1',
    '2620:4f:8000::1',
  ];

  test.each(INSIDE)('%s is not on the public internet', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  test.each([
    '8.8.8.8',
    '93.184.216.34',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '2606:4700:4700::1111',
    '2a00:1450:4001:80f::200e',
    '2400:cb00::1',
  ])('%s is', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  test('no form of an inner address passes as a public one', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(
        fc.constantFrom('10', '127', '0', '192.168', '169.254', '172.20', '100.77', '198.18', '230', '250'),
        octet,
        octet,
        octet,
        (start, ...rest) => {
          const parts = [...start.split('.').map(Number), ...rest].slice(0, 4);
          const plain = parts.join('.');
          const [a, b, c, e] = parts.map((part) => part.toString(16).padStart(2, '0'));
          const forms = [
            plain,
            `::ffff:${plain}`,
            `::ffff:${a}${b}:${c}${e}`,
            `::${plain}`,
            `64:ff9b::${a}${b}:${c}${e}`,
            `2002:${a}${b}:${c}${e}::1`,
          ];
          expect(forms.filter(isPublic)).toEqual([]);
          // As a browser or Node reads them in an address: decimal, octal, hexadecimal, shortened.
          const number = parts.reduce((sum, part) => sum * 256 + part, 0);
          const written = [
            `${number}`,
            `0x${number.toString(16)}`,
            parts.map((part) => `0${part.toString(8)}`).join('.'),
            plain,
          ];
          expect(written.map((text) => new URL(`https://${text}/`).hostname).filter(isPublic)).toEqual([]);
        },
      ),
    );
  });

  test('all addresses of a name are checked: one inner address refuses it', async () => {
    const at = (...addresses: string[]) =>
      targetOf(new URL('https://pictures.example/a.png'), { resolve: async () => addresses, loopback: false });
    expect(await at('93.184.216.34')).toMatchObject({ addresses: ['93.184.216.34'] });
    for (const inside of INSIDE) expect([inside, await at('93.184.216.34', inside)]).toEqual([inside, undefined]);
    expect(await at()).toBeUndefined();
  });

  test.each([
    'http://pictures.example/',
    'https://pictures.example:8443/',
    'https://pictures.example:80/',
    'https://ada@pictures.example/',
    'https://a:b@pictures.example/',
    'ftp://pictures.example/',
    'file:///etc/passwd',
    'data:image/png,x',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://169.254.169.254/latest',
  ])('%s is refused as a source of pictures', async (address) => {
    const resolve = async (name: string) => (name === 'localhost' ? ['127.0.0.1', '::1'] : ['93.184.216.34']);
    expect(await targetOf(new URL(address), { resolve, loopback: false })).toBeUndefined();
  });

  test('in development this machine is allowed too, and no other inner address', async () => {
    const resolve = async () => ['127.0.0.1', '::1'];
    const local = (address: string, found = resolve) => targetOf(new URL(address), { resolve: found, loopback: true });
    for (const address of ['http://127.0.0.1:8080/a', 'http://localhost:3000/', 'https://[::1]:1/'])
      expect(await local(address)).toBeDefined();
    for (const address of [
      'http://10.0.0.1/',
      'https://192.168.1.1/',
      'http://pictures.example/',
      'https://pictures.example/',
    ])
      expect([address, await local(address)]).toEqual([address, undefined]);
    expect(await local('http://localhost/', async () => ['127.0.0.1', '10.0.0.1'])).toBeUndefined();
    expect(['127.0.0.1', '127.9.9.9', '::1', '0.0.0.0', '::ffff:127.0.0.1'].filter(isLoopback)).toEqual([
      '127.0.0.1',
      '127.9.9.9',
      '::1',
    ]);
  });
});
