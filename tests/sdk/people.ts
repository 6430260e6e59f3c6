/** An embedded deployment with our backend, and people on it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDeployment, startIssuer } from '@gigsy/local';
import { type Gigsy, type GigsyOptions, createGigsy } from '@gigsy/sdk';

export interface People {
  /** A client of the person with this subject. Without one, of an anonymous visitor. */
  client(subject?: string, options?: Partial<GigsyOptions>): Gigsy;
  /** A visitor's client, and the functions that it has called over HTTP. */
  counting(): { client: Gigsy; calls: string[] };
  close(): Promise<void>;
}

export async function startPeople(): Promise<People> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-sdk-'));
  const issuer = await startIssuer({ dataDir, people: [], allowedOrigins: [] });
  const deployment = await startDeployment({
    functionsDir: path.resolve(import.meta.dirname, '../../convex'),
    dataDir,
    env: { CLERK_JWT_ISSUER_DOMAIN: issuer.url },
  });
  const clients: Gigsy[] = [];
  const clientOf: People['client'] = (subject, options = {}) => {
    const auth = subject === undefined ? {} : { auth: { getToken: () => issuer.token(subject) } };
    const client = createGigsy({ url: deployment.url, ...auth, ...options });
    clients.push(client);
    return client;
  };
  return {
    client: clientOf,
    counting() {
      const calls: string[] = [];
      const counted: typeof fetch = (address, init) => {
        calls.push((JSON.parse(String(init?.body)) as { path: string }).path);
        return fetch(address, init);
      };
      return { client: clientOf(undefined, { fetch: counted }), calls };
    },
    async close() {
      for (const client of clients) client.close();
      await deployment.close();
      await issuer.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
