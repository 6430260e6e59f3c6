/**
 * Each cell of docs/access.md, tried against a running deployment: every public function and every route by every kind of
 * caller. Internal functions are tried too.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type NamedFunction,
  type PrincipalKind,
  type RouteCaller,
  contract,
  everyone,
  listFunctions,
  listRoutes,
  routeCallers,
  routes,
} from '@gigsy/schema';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type SampleRequest, type SampleSubject, nothingKnown } from '../../packages/schema/src/contract/samples.ts';
import { functionSamples, routeSamples } from '../../packages/schema/src/samples.ts';
import { SECRET, signed } from '../convex/clerk-delivery.ts';
import { png } from '../convex/png.ts';
import { internalFunctions } from './internal-functions.ts';
import { awardedBadge, partOf, sentFile, shownFile } from './portfolio-addresses.ts';
import { type Answer, ORIGIN, RunningBackend, type RunningPartner } from './running-backend.ts';
import { RunningSource } from './running-source.ts';
import { issuing, statusAddress } from './status-address.ts';

type Kind = Exclude<PrincipalKind, 'service'>;

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/access.md'), 'utf8');
const functions = listFunctions(contract);

/** The rows of the page's table whose first head is `what`: name, then kind of caller and cell. */
function cellsOf(what: string): Map<string, [kind: string, cell: string][]> {
  const lines = page.split('\n').slice(page.split('\n').findIndex((line) => line.startsWith(`| ${what} |`)));
  const rows = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('|')),
  );
  const [heads, , ...body] = rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
  return new Map(
    body.map(([name, ...cells]) => [name!, cells.map((cell, index): [string, string] => [heads![index + 1]!, cell])]),
  );
}

let running: RunningBackend;
let partner: RunningPartner;
let source: RunningSource;
/** Callers that a call cannot change: they own nothing, or only read. */
let lasting: Record<Kind, string | null>;
let fresh = 0;

beforeAll(async () => {
  running = await RunningBackend.start({
    CLERK_WEBHOOK_SIGNING_SECRET: SECRET,
    GIGSY_CDN_URL: 'https://cdn.example.test',
    ...issuing(),
  });
  const admin = await caller('admin');
  partner = await running.partner(admin!);
  source = await RunningSource.registered(running, admin!);
  await running.link(partner, await running.person('named'), 'u-named');
  await running.person('ada');
  lasting = {} as typeof lasting;
  for (const kind of everyone) lasting[kind] = await caller(kind);
}, 60_000);
afterAll(() => running?.close());

/** The token of a caller of a kind, whom nobody has been before unless the kind owns nothing. */
async function caller(kind: Kind): Promise<string | null> {
  if (kind === 'anonymous') return null;
  if (kind === 'partner') return running.session(partner, 'organisation');
  if (kind === 'viewer') return running.session(partner, { user: 'u-named' }, ['ada']);
  fresh += 1;
  const subject = `${kind}-${fresh}`;
  if (kind === 'deactivated') {
    await running.mutate(await running.person(subject), 'profile/accounts:deactivate');
  } else if (kind !== 'newcomer') {
    await running.deployment.run('profile/accounts:grantRole', { subject, role: kind });
  }
  return running.token(subject);
}

function about(): SampleSubject {
  return { ...nothingKnown, handle: 'ada', site: running.deployment.siteUrl, origin: ORIGIN };
}

/** `yes` if the door lets the caller in, `no` if it refuses them for who they are. Every other answer fails the test. */
function verdict({ status, body }: Answer): string {
  const answer = JSON.parse(body) as { status?: string; errorData?: { code: string }; errorMessage?: string };
  const code = answer.errorData?.code;
  if (code === 'unauthenticated' || code === 'forbidden') return 'no';
  if (status === 200 && (answer.status === 'success' || code !== undefined)) return code === 'internal' ? body : 'yes';
  return `${status} ${body}`;
}

async function tried(fn: NamedFunction, token: string | null): Promise<string> {
  const { kind } = fn.contract;
  return verdict(await running.ask(token, { path: fn.path, kind }, functionSamples.get(fn.name)!(about())));
}

describe('functions', () => {
  const table = cellsOf('function');

  test('the page has every function and every kind of caller', () => {
    expect([...table.keys()].sort()).toEqual(functions.map(({ name }) => name).sort());
    for (const cells of table.values()) expect(cells.map(([kind]) => kind)).toEqual([...everyone]);
  });

  test.each(functions.map((fn) => [fn.name, fn] as const))('%s', async (name, fn) => {
    const found: [string, string][] = [];
    for (const kind of everyone) {
      // A mutation may change who its caller is, so somebody else calls each.
      const token = fn.contract.kind === 'query' ? lasting[kind] : await caller(kind);
      found.push([kind, await tried(fn, token)]);
    }
    expect(found).toEqual(table.get(name));
  });

  test('suspended and deleted accounts, and sessions that have ended, may call as much as anybody who is not signed in', async () => {
    const visitor = await running.person('visitor');
    const link = await running.link(partner, visitor, 'u-visitor');
    const ended = await running.session(partner, { user: 'u-visitor' });
    await running.mutate(visitor, 'operations/links:revoke', { link });
    const suspended = await running.person('suspended');
    await running.deployment.run('profile/accounts:setStatus', { subject: 'suspended', status: 'suspended' });
    const deleted = await running.person('deleted');
    const delivery = JSON.stringify({ object: 'event', type: 'user.deleted', data: { id: 'deleted', deleted: true } });
    const taken = await running.request('POST', { path: '/v1/clerk', body: delivery, headers: await signed(delivery) });
    expect(taken.status).toBe(204);
    for (const fn of functions) {
      const allowed = fn.contract.callers.includes('anonymous') ? 'yes' : 'no';
      const found = [await tried(fn, ended), await tried(fn, suspended), await tried(fn, deleted)];
      expect([fn.name, found]).toEqual([fn.name, [allowed, allowed, allowed]]);
    }
  });

  test('a token that is expired, for others or forged calls no function at all', async () => {
    const good = await running.token('ada');
    const bad = [
      await running.issuer.token('ada', {}, { expiresInSeconds: -60 }),
      await running.issuer.token('ada', {}, { audience: 'elsewhere' }),
      `${good.slice(0, -8)}${good.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA'}`,
    ];
    for (const { name, path: at, contract: declared } of functions) {
      const asked = { path: at, kind: declared.kind };
      const answers = await Promise.all(bad.map((token) => running.ask(token, asked, {})));
      expect([name, answers.map(({ status }) => status)]).toEqual([name, [401, 401, 401]]);
    }
  });
});

test('nobody calls an internal function, nor one of a component', async () => {
  const internals = await internalFunctions();
  expect(internals.length).toBeGreaterThan(40);
  const unknown = await running.ask(null, { path: 'no/such:function', kind: 'query' }, {});
  for (const { path: at, kind } of internals) {
    for (const token of [null, lasting.admin, lasting.partner]) {
      const { status, body } = await running.ask(token, { path: at, kind }, {});
      const named = (text: string) =>
        text.replaceAll(/"requestId":"\w+"|Request ID: \w+/g, '').replaceAll(at, 'no/such:function');
      expect([at, status, named(body)]).toEqual([at, unknown.status, named(unknown.body)]);
    }
  }
  const component = await fetch(`${running.deployment.url}/api/mutation`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${lasting.admin}` },
    body: JSON.stringify({ path: 'lib:clearAll', componentPath: 'rateLimiter', args: [{}] }),
  });
  expect(component.status).toBe(400);
});

describe('routes', () => {
  const table = cellsOf('route');
  const declared = listRoutes(routes).map(({ name, contract: route }) => ({
    ...route,
    name,
    row: `${route.method} ${route.path}`,
  }));

  /** Addresses that were given out, for routes that take nothing else. */
  const given: Record<string, () => Promise<SampleRequest>> = {
    'profile.photo': async () => {
      const view = await running.query<{ identity: { avatarUrl: string } }>(null, 'profile:get', {
        handle: 'pictured',
      });
      return { path: new URL(view.identity.avatarUrl).pathname };
    },
    'profile.upload': async () => ({
      path: await uploadAddress(await running.token('pictured')),
      body: png(3, 3),
      headers: { 'Content-Type': 'image/png' },
    }),
    'privacy.exported': async () => {
      const { files } = await running.mutate<{ files: { address: string }[] }>(
        await running.token('pictured'),
        'privacy/exports:download',
      );
      return { path: new URL(files[0]!.address).pathname };
    },
    'portfolio.putPart': async () => partOf(running, await running.token('pictured')),
    'portfolio.finishFile': async () => ({ path: (await sentFile(running, await running.token('pictured'))).path }),
    'portfolio.media': async () => ({ path: media }),
    'trust.status': async () => status,
  };
  let media: string;
  let badge: string;
  let status: SampleRequest;

  beforeAll(async () => {
    const token = await running.person('pictured');
    const at = await uploadAddress(token);
    const { body } = await running.request('POST', { path: at, body: png(2, 2) });
    await running.mutate(token, 'profile/photos:finish', {
      storageId: (JSON.parse(body) as { storageId: string }).storageId,
    });
    media = await shownFile(running, token, 'pictured');
    status = await statusAddress(running, token);
    badge = await awardedBadge(running, source, 'ada');
    await running.mutate(token, 'privacy/exports:request');
    const state = async () => (await running.query<{ state: string }>(token, 'privacy/exports:status')).state;
    await vi.waitFor(async () => expect(await state()).toBe('ready'), { timeout: 20_000, interval: 50 });
  }, 60_000);

  async function uploadAddress(token: string): Promise<string> {
    const { address } = await running.mutate<{ address: string }>(token, 'profile/photos:begin');
    return new URL(address).pathname;
  }

  /** A request that the route grants to a caller who has the proof. */
  function plain(name: string): SampleRequest {
    const request = routeSamples.get(name)!(about())[0]!;
    if (name === 'portfolio.badge') return { path: badge };
    return name === 'operations.createSession' ? { path: request.path, body: { viewer: 'organisation' } } : request;
  }

  async function proven(name: string, kind: RouteCaller): Promise<SampleRequest> {
    const request: SampleRequest = kind === 'holder' && given[name] ? await given[name]() : plain(name);
    const withHeaders = (headers: Record<string, string>) => ({ ...request, headers });
    const keyed = (origin: string) => ({
      ...withHeaders({ Origin: origin }),
      path: `${request.path}${request.path.includes('?') ? '&' : '?'}key=${partner.publishable}`,
    });
    switch (kind) {
      case 'page':
        return keyed(ORIGIN);
      case 'otherPage':
        return keyed('https://elsewhere.example');
      case 'person':
        return withHeaders({ Authorization: `Bearer ${await running.token('ada')}` });
      case 'server':
        return withHeaders({ Authorization: `Bearer ${partner.secret}` });
      case 'clerk': {
        const body = JSON.stringify(request.body);
        return { ...request, ...(body && { body }), headers: await signed(body ?? '') };
      }
      case 'source': {
        const body = request.body === undefined ? undefined : JSON.stringify(request.body);
        const path = request.path.replace(/src_0+/, source.name);
        return { ...request, path, ...(body && { body }), headers: source.signed(body ?? '') };
      }
      case 'visitor':
        return { ...request, headers: {} };
      case 'holder':
        return request;
    }
  }

  test('the page has every route and every kind of caller', () => {
    expect([...table.keys()].sort()).toEqual(declared.map(({ row }) => row).sort());
    for (const cells of table.values()) expect(cells.map(([kind]) => kind)).toEqual([...routeCallers]);
  });

  test.each(declared.map((route) => [route.row, route] as const))('%s', async (row, { name, method }) => {
    const found: [string, string | number][] = [];
    for (const kind of routeCallers) {
      const { status } = await running.request(method, await proven(name, kind));
      found.push([kind, status < 400 ? 'yes' : [401, 403, 404, 405].includes(status) ? 'no' : status]);
    }
    expect(found).toEqual(table.get(row));
  });
});
