/** Gigsy's flags through the real OpenFeature client. */
import type { Gigsy, GigsyError as AnyGigsyError, WatchObserver } from '@gigsy/sdk';
import { GigsyError } from '@gigsy/sdk';
import { flagProvider } from '@gigsy/sdk/openfeature';
import type { EvaluatedFlag } from '@gigsy/schema';
import { ErrorCode, OpenFeature, ProviderEvents } from '@openfeature/web-sdk';
import { afterEach, expect, test } from 'vitest';

const flag = (name: string, variant: string, kind: EvaluatedFlag['kind'] = 'boolean'): EvaluatedFlag => ({
  name,
  kind,
  variant,
  reason: 'SPLIT',
});

/** The flags of a deployment that the test speaks for. */
class Flags {
  readonly asked: unknown[] = [];
  readonly #observers: WatchObserver<EvaluatedFlag[]>[] = [];
  known: EvaluatedFlag[] | AnyGigsyError = [];

  readonly client = {
    operations: {
      flags: {
        evaluate: async (args: unknown) => {
          this.asked.push(args);
          if (this.known instanceof Error) throw this.known;
          return this.known;
        },
        watchEvaluate: (args: unknown, observer: WatchObserver<EvaluatedFlag[]>) => {
          this.asked.push(args);
          this.#observers.push(observer);
          void Promise.resolve().then(() => this.tell(this.known, observer));
          return () => {};
        },
      },
    },
  } as unknown as Pick<Gigsy, 'operations'>;

  /** To everybody who still listens. */
  change(known: EvaluatedFlag[] | AnyGigsyError): void {
    for (const observer of this.#observers) this.tell(known, observer);
  }

  tell(known: EvaluatedFlag[] | AnyGigsyError, { next, error, signal }: WatchObserver<EvaluatedFlag[]>): void {
    if (signal?.aborted) return;
    if (known instanceof Error) error?.(known);
    else next(known);
  }

  get listening(): number {
    return this.#observers.filter(({ signal }) => !signal?.aborted).length;
  }
}

afterEach(() => OpenFeature.clearProviders());

test('values, variants and reasons are those of the deployment', async () => {
  const flags = new Flags();
  flags.known = [flag('editor', 'on'), flag('banner', 'off'), flag('layout', 'wide', 'variant')];
  await OpenFeature.setProviderAndWait(flagProvider(flags.client));
  const client = OpenFeature.getClient();
  expect(client.getBooleanDetails('editor', false)).toMatchObject({ value: true, variant: 'on', reason: 'SPLIT' });
  expect(client.getBooleanValue('banner', true)).toBe(false);
  expect(client.getStringDetails('layout', 'narrow')).toMatchObject({ value: 'wide', variant: 'wide' });
});

test('an unknown flag, and one of another type, give the default and say why', async () => {
  const flags = new Flags();
  flags.known = [flag('editor', 'on'), flag('layout', 'wide', 'variant')];
  await OpenFeature.setProviderAndWait(flagProvider(flags.client));
  const client = OpenFeature.getClient();
  expect(client.getBooleanDetails('nothing', true)).toMatchObject({ value: true, errorCode: ErrorCode.FLAG_NOT_FOUND });
  const mismatches = [
    client.getBooleanDetails('layout', true),
    client.getStringDetails('editor', 'x'),
    client.getNumberDetails('editor', 5),
    client.getObjectDetails('layout', { a: 1 }),
  ];
  expect(mismatches.map(({ value, errorCode }) => [value, errorCode])).toEqual([
    [true, ErrorCode.TYPE_MISMATCH],
    ['x', ErrorCode.TYPE_MISMATCH],
    [5, ErrorCode.TYPE_MISMATCH],
    [{ a: 1 }, ErrorCode.TYPE_MISMATCH],
  ]);
});

test('a change on the deployment is told with the names of the flags that differ', async () => {
  const flags = new Flags();
  flags.known = [flag('editor', 'off'), flag('banner', 'on')];
  await OpenFeature.setProviderAndWait(flagProvider(flags.client));
  const told: unknown[] = [];
  const client = OpenFeature.getClient();
  client.addHandler(ProviderEvents.ConfigurationChanged, (details) => told.push(details?.flagsChanged));
  flags.change([flag('editor', 'on'), flag('banner', 'on')]);
  flags.change([flag('editor', 'on'), flag('banner', 'on')]);
  flags.change([flag('banner', 'on'), flag('new', 'on')]);
  expect([told, client.getBooleanValue('editor', false)]).toEqual([[['editor'], ['editor', 'new']], false]);
});

test('the targeting key of the context is sent, and nothing else of it', async () => {
  const flags = new Flags();
  await OpenFeature.setContext({ targetingKey: 'page-1', email: 'ada@example.org' });
  await OpenFeature.setProviderAndWait(flagProvider(flags.client));
  await OpenFeature.setContext({ targetingKey: 'page-1', email: 'ben@example.org' });
  await OpenFeature.setContext({ targetingKey: 'page-2' });
  await OpenFeature.setContext({});
  expect(flags.asked).toEqual([{ targetingKey: 'page-1' }, { targetingKey: 'page-2' }, {}]);
  expect(flags.listening).toBe(1);
  await OpenFeature.clearProviders();
  expect(flags.listening).toBe(0);
});

test('a lost connection keeps the known flags, and says that they may be old', async () => {
  const flags = new Flags();
  flags.known = [flag('editor', 'on')];
  await OpenFeature.setProviderAndWait(flagProvider(flags.client));
  const client = OpenFeature.getClient();
  flags.change(new GigsyError('offline', 'No connection.'));
  expect([client.providerStatus, client.getBooleanValue('editor', false)]).toEqual(['STALE', true]);
  flags.change([flag('editor', 'off')]);
  expect([client.providerStatus, client.getBooleanValue('editor', true)]).toEqual(['READY', false]);
});

test('a failure at the beginning gives defaults, until the deployment answers', async () => {
  const flags = new Flags();
  flags.known = new GigsyError('offline', 'No connection.');
  await expect(OpenFeature.setProviderAndWait(flagProvider(flags.client))).rejects.toThrow('No connection.');
  const client = OpenFeature.getClient();
  expect(client.getBooleanValue('editor', false)).toBe(false);
  flags.change([flag('editor', 'on')]);
  expect([client.providerStatus, client.getBooleanValue('editor', false)]).toEqual(['READY', true]);
});

test('without a live connection, flags are read once for each context', async () => {
  const flags = new Flags();
  flags.known = [flag('editor', 'on')];
  await OpenFeature.setContext({});
  await OpenFeature.setProviderAndWait(flagProvider(flags.client, { live: false }));
  flags.known = [flag('editor', 'off')];
  expect(OpenFeature.getClient().getBooleanValue('editor', false)).toBe(true);
  await OpenFeature.setContext({});
  expect([OpenFeature.getClient().getBooleanValue('editor', true), flags.listening]).toEqual([false, 0]);
});
