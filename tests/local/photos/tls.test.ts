/** Pictures over https: the connection goes to an address, and the certificate must be that of the name in the URL. */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { download } from '../../../convex/profile/node/download.js';
import { png } from '../../convex/png.ts';

/** Of a host named localhost, trusted by this test alone; made with openssl, good until 2120. */
const cert = `-----BEGIN CERTIFICATE-----
MIIBYTCCAQegAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABBgy0soJFHreB6Gl
jcznFOIPlaoJBoiT52hUFWZsYrh3L2e8opOQIQowXftXdhiGQlXQN+0eEWisacJs
At4N1nSjSDBGMA8GA1UdEwEB/wQFMAMBAf8wFAYDVR0RBA0wC4IJbG9jYWxob3N0
MB0GA1UdDgQWBBTuZtEJQjPAZDLx/os+sFe74ZvM0zAKBggqhkjOPQQDAgNIADBF
AiByAs/v0MdXRDkgeswsTMZIW0JrnjZPSbZTYiFRaGl0UgIhAJ41Br4tUrrUyT9R
xtELmSY5Co7BCcS7F5gJnAUA198c
-----END CERTIFICATE-----`;
const key = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIC9dJszP54si6Gf3lHOCijA3xqW06wKe71WGaoNoRK60oAoGCCqGSM49
AwEHoUQDQgAEGDLSygkUet4HoaWNzOcU4g+VqgkGiJPnaFQVZmxiuHcvZ7yik5Ah
CjBd+1d2GIZCVdA37R4RaKxpwmwC3g3WdA==
-----END EC PRIVATE KEY-----`;

/** Node has had it since 24.5; its types are older. */
const { setDefaultCACertificates } = tls as typeof tls & { setDefaultCACertificates(certificates: string[]): void };
const trusted = tls.getCACertificates('default');
const server = createServer({ cert, key }, (_, response) => response.end(png(3, 2)));
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => setDefaultCACertificates(trusted));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const local = { loopback: true, timeoutMs: 5_000, resolve: async () => ['127.0.0.1'] };

test('a host with the certificate of its name is believed', async () => {
  setDefaultCACertificates([...trusted, cert]);
  expect(await download(`https://localhost:${port}/`, local)).toEqual({ bytes: png(3, 2) });
});

test('one with the certificate of another name is not', async () => {
  setDefaultCACertificates([...trusted, cert]);
  expect(await download(`https://127.0.0.1:${port}/`, local)).toEqual({ fault: 'unreachable' });
});

test('nor one with an untrusted certificate', async () => {
  expect(await download(`https://localhost:${port}/`, local)).toEqual({ fault: 'unreachable' });
});
