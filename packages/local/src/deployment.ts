/** Puts a deployment together: data, functions, protocols and scheduler, in the order in which they need one another. */
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { loadAdminKey } from './auth/admin-key.ts';
import { Authenticator } from './auth/authenticator.ts';
import { parseAuthConfig } from './auth/config.ts';
import type { AuthProvider } from './auth/config.ts';
import { identityFrom } from './auth/identity.ts';
import type { UserIdentityAttributes } from './auth/identity.ts';
import { bundleProject } from './bundle/bundle.ts';
import type { ComponentBundle, ProjectBundle } from './bundle/bundle.ts';
import { LocalDeploymentError, errorText } from './errors.ts';
import { Executor } from './execution/executor.ts';
import type { Call } from './execution/executor.ts';
import { Meetings, type MutationCount } from './execution/meetings.ts';
import { Remains } from './execution/remains.ts';
import { Writer } from './execution/writer.ts';
import { type FunctionFailure, clientMessage, newRequestId } from './functions/failure.ts';
import { Registry } from './functions/registry.ts';
import { HttpActions } from './http/actions.ts';
import { Api } from './http/api.ts';
import { listen } from './http/listen.ts';
import type { Listener } from './http/listen.ts';
import { Logger } from './log.ts';
import type { LogLine } from './log.ts';
import { Isolate } from './runtime/isolate.ts';
import { guardLoading, guardProcess } from './runtime/process-guard.ts';
import type { ImportTime } from './runtime/realm.ts';
import { evaluateConfig, loadNodeModules } from './runtime/runtime.ts';
import { evaluateSchema } from './runtime/schema.ts';
import { prepareJobTables } from './scheduler/jobs.ts';
import { Scheduler } from './scheduler/scheduler.ts';
import { applySchema } from './store/schema.ts';
import { prepareStorageTables } from './storage/documents.ts';
import { FileStorage } from './storage/storage.ts';
import { Store } from './store/store.ts';
import { LiveQueries } from './subscriptions/live.ts';
import { forgetOldAnswers } from './sync/answers.ts';
import { SyncServer } from './sync/server.ts';
import { syscallHost } from './syscalls/table.ts';
import { decodeValue, encodeValue } from './values/convex.ts';
import { Vectors } from './vector/vectors.ts';

export interface DeploymentOptions {
  /** A project's convex/ folder. */
  functionsDir: string;
  /** Created if missing. */
  dataDir: string;
  /** 0 or absent: any free port. The host is always 127.0.0.1. */
  port?: number;
  sitePort?: number;
  /** Environment variables of the functions. */
  env?: Record<string, string>;
  /** Structured log lines; never personal data. */
  log?: (line: LogLine) => void;
  /** Adds the messages of errors to the log lines. They may quote what a person entered. */
  logMessages?: boolean;
  /** Counts the mutations that Convex would run again, since others write what they read: `statistics().mutations`. */
  countConflicts?: boolean;
}

export interface Deployment {
  /** Convex API and sync, for instance http://127.0.0.1:3210 */
  url: string;
  /** HTTP actions. */
  siteUrl: string;
  /** Persisted in the data folder; for `Authorization: Convex <key>`. */
  adminKey: string;
  /** Runs any function, internal ones included, for instance "profile/accounts:grantRole". Throws ConvexError or Error as a client would. */
  run(path: string, args?: object, options?: { identity?: UserIdentityAttributes }): Promise<unknown>;
  statistics(): Statistics;
  close(): Promise<void>;
}

export interface Statistics {
  /** How often a watched query has run since the start; one run may serve many clients. */
  queryRuns: number;
  /** By the path of the function; empty without `countConflicts`. */
  mutations: Record<string, MutationCount>;
}

/** The parts opened so far, closed in reverse if a later step fails. */
type Cleanup = (() => void | Promise<void>)[];

export async function startDeployment(options: DeploymentOptions): Promise<Deployment> {
  return startWith(options, () => bundleProject(resolve(options.functionsDir)));
}

/** The same with functions that are bundled elsewhere: by a watcher that keeps its last good bundle. */
export async function startWith(
  options: DeploymentOptions,
  bundling: () => Promise<ProjectBundle>,
): Promise<Deployment> {
  const cleanup: Cleanup = [];
  try {
    return await start(options, bundling, cleanup);
  } catch (error) {
    await closeAll(cleanup);
    throw error;
  }
}

async function closeAll(cleanup: Cleanup): Promise<void> {
  for (const close of cleanup.splice(0).reverse()) await close();
}

async function start(
  options: DeploymentOptions,
  bundled: () => Promise<ProjectBundle>,
  cleanup: Cleanup,
): Promise<Deployment> {
  cleanup.push(guardProcess());
  const log = new Logger(options.log, options.logMessages ?? false);
  const store = new Store(options.dataDir);
  cleanup.push(() => store.close());
  const bundling = bundled();
  bundling.catch(() => undefined);
  const [api, site] = [await opened(options.port, cleanup), await opened(options.sitePort, cleanup)];
  const env = { ...options.env, CONVEX_CLOUD_URL: api.url, CONVEX_SITE_URL: site.url };
  const bundle = await bundling;

  const registry = new Registry();
  const failed = (error: unknown) => log.write('error', 'deployment.internal', { error: errorText(error) });
  const writer = new Writer(store, failed, options.countConflicts);
  const meetings = options.countConflicts ? new Meetings(writer) : undefined;
  const storage = new FileStorage({ store, writer, dataDir: options.dataDir, url: api.url });
  const vectors = new Vectors(store, writer);
  const executor = new Executor({ store, registry, writer, storage, vectors, log, meetings });
  const importTime: ImportTime = { now: Date.now(), seed: randomBytes(16) };
  await guardLoading(() => loadFunctions({ bundle, registry, env, executor, importTime, log }));
  for (const component of registry.components.values()) applySchema(store, component.path, component.schema);
  prepareStorageTables(store, registry.components.keys());
  prepareJobTables(store, registry.components.keys());
  forgetOldAnswers(store);

  const remains = new Remains(store, writer, failed);
  cleanup.push(() => remains.close());

  const adminKey = loadAdminKey(options.dataDir);
  const authenticator = new Authenticator(authProviders(bundle, env, importTime), adminKey);
  const scheduler = new Scheduler(executor, log);
  cleanup.push(() => writer.idle());
  await scheduler.start();
  cleanup.push(() => scheduler.stop());
  const live = new LiveQueries(executor);
  serve({ api, site, executor, authenticator, live, log, cleanup });
  log.write('info', 'deployment.ready', { url: api.url, siteUrl: site.url });

  return {
    url: api.url,
    siteUrl: site.url,
    adminKey,
    run: (path, args, runOptions) => run(executor, path, args ?? {}, runOptions?.identity),
    statistics: () => ({ queryRuns: live.executions, mutations: meetings?.counts() ?? {} }),
    close: () => closeAll(cleanup),
  };
}

async function opened(port: number | undefined, cleanup: Cleanup): Promise<Listener> {
  const listener = await listen(port ?? 0);
  cleanup.push(() => listener.close());
  return listener;
}

function serve(parts: {
  api: Listener;
  site: Listener;
  executor: Executor;
  authenticator: Authenticator;
  live: LiveQueries;
  log: Logger;
  cleanup: Cleanup;
}): void {
  const { api, site, executor, authenticator, live, log, cleanup } = parts;
  const endpoints = new Api(executor, authenticator);
  const sync = new SyncServer({ executor, authenticator, log, live });
  cleanup.push(() => sync.close());
  const actions = new HttpActions({ executor, authenticator, log, siteUrl: site.url });
  api.serve({
    request: (request, response) => endpoints.handle(request, response),
    upgrade: (request, socket, head) => sync.upgrade(request, socket, head),
  });
  site.serve({ request: (request, response) => actions.handle(request, response) });
}

function loadFunctions({
  bundle,
  registry,
  env,
  executor,
  importTime,
  log,
}: {
  bundle: ProjectBundle;
  registry: Registry;
  env: Record<string, string>;
  executor: Executor;
  importTime: ImportTime;
  log: Logger;
}): void {
  const convex = syscallHost(() => executor);
  const envs = new Map<string, Record<string, string>>();
  for (const component of bundle.components) {
    const own = component.parent === null ? env : componentEnv(component, envs.get(component.parent)!);
    envs.set(component.path, own);
    const realm = { name: component.path, env: own, convex, importTime };
    const isolate = new Isolate(component.isolate, realm, (path) =>
      log.write('info', 'function.state_written', { path, component: component.path }),
    );
    const node = loadNodeModules(component.node, component.dir, own, convex);
    registry.addComponent(component, isolate, node, evaluateSchema(component, own, importTime));
  }
}

/** A component sees the variables that its parent hands it, and the deployment's addresses. */
function componentEnv(component: ComponentBundle, parent: Record<string, string>): Record<string, string> {
  const own: Record<string, string> = {
    CONVEX_CLOUD_URL: parent.CONVEX_CLOUD_URL!,
    CONVEX_SITE_URL: parent.CONVEX_SITE_URL!,
  };
  for (const [name, value] of Object.entries(component.env)) {
    const given = typeof value === 'string' ? value : parent[value.__envVarRef];
    if (given !== undefined) own[name] = given;
  }
  return own;
}

function authProviders(bundle: ProjectBundle, env: Record<string, string>, importTime: ImportTime): AuthProvider[] {
  if (bundle.authConfig === null) return [];
  let config: unknown;
  try {
    config = evaluateConfig(bundle.authConfig, env, importTime);
  } catch (error) {
    throw new LocalDeploymentError('auth_invalid', `auth.config.ts could not be evaluated: ${errorText(error)}.`, {
      cause: error,
    });
  }
  return parseAuthConfig(config);
}

async function run(
  executor: Executor,
  path: string,
  args: object,
  identity: UserIdentityAttributes | undefined,
): Promise<unknown> {
  const requestId = newRequestId();
  const call: Call = {
    component: '',
    path,
    args: [encodeValue(args)],
    caller: { identity: identity ? identityFrom(identity) : null, isAdmin: true, token: null, expiresAt: null },
    allowed: 'all',
    request: { requestId, ip: null, userAgent: null, scheduledFunctionId: null, authToken: null },
  };
  const outcome = await executor.any(call);
  if (outcome.ok) return decodeValue(outcome.value);
  throw new CallFailed(clientMessage(requestId, outcome.failure), outcome.failure);
}

/** Thrown by `run`; `data` is a ConvexError's. */
class CallFailed extends Error {
  override readonly name: string;
  readonly data: unknown;

  constructor(message: string, failure: FunctionFailure) {
    super(message);
    this.name = failure.data === undefined ? 'Error' : 'ConvexError';
    this.data = failure.data === undefined ? undefined : decodeValue(JSON.stringify(failure.data));
  }
}
