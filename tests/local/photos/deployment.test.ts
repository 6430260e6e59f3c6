/** A person's picture on a whole deployment: fetched once, kept, and served from there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type Issuer, startDeployment, startIssuer } from '@gigsy/local';
import type { ProfileView } from '@gigsy/schema';
import { ConvexHttpClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { png } from '../../convex/png.ts';
import { host, serves } from './host.ts';

describe('on a deployment', () => {
  const functionsDir = path.resolve(import.meta.dirname, '../../../convex');
  const call = {
    create: makeFunctionReference<'mutation'>('profile:create'),
    mine: makeFunctionReference<'query'>('profile:mine'),
  };
  let dataDir: string;
  let issuer: Issuer;
  let deployment: Deployment;

  beforeAll(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'gigsy-photos-'));
    issuer = await startIssuer({
      dataDir,
      port: 0,
      people: ['ada', 'eve'].map((name) => ({ subject: `demo_${name}`, name })),
      allowedOrigins: [],
    });
    deployment = await startDeployment({
      functionsDir,
      dataDir,
      env: { CLERK_JWT_ISSUER_DOMAIN: issuer.url, GIGSY_PHOTO_LOOPBACK: 'on' },
      log: () => undefined,
    });
  });
  afterAll(async () => {
    await deployment?.close();
    await issuer?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function join(handle: string, avatarUrl: string) {
    const client = new ConvexHttpClient(deployment.url);
    client.setAuth(await issuer.token(`demo_${handle}`));
    await client.mutation(call.create, {
      handle,
      role: 'student',
      idempotencyKey: `create-${handle}`,
      sections: { identity: { displayName: handle, avatarUrl } },
    });
    const photo = async () => ((await client.query(call.mine, {})) as { photo?: { state: string } }).photo;
    await expect.poll(async () => (await photo())?.state).not.toBe('waiting');
    return {
      photo: await photo(),
      view: (await (await fetch(`${deployment.siteUrl}/v1/profiles/${handle}`)).json()) as ProfileView,
    };
  }

  test('a picture is fetched, kept and served, and its source is never called again', async () => {
    const { port, asked } = await host(serves(png(3, 2), 'text/html'));
    const { photo, view } = await join('ada', `http://127.0.0.1:${port}/ada.png`);
    expect(photo).toMatchObject({ state: 'stored' });
    const address = view.identity!.avatarUrl!;
    expect(new URL(address).origin).toBe(deployment.siteUrl);
    for (let read = 0; read < 3; read += 1) {
      const response = await fetch(address);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(png(3, 2));
    }
    expect(asked).toHaveLength(1);
  });

  test('an inner address is never called, and its owner reads why there is no picture', async () => {
    const { photo, view } = await join('eve', 'https://10.0.0.1/');
    expect([photo, view.identity]).toEqual([{ state: 'failed', fault: 'address_not_allowed' }, { displayName: 'eve' }]);
  });
});
