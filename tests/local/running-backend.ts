/** Gigsy's own backend on an embedded deployment, asked over plain HTTP so that whole answers can be compared. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Deployment, type DeploymentOptions, type Issuer, startDeployment, startIssuer } from '@gigsy/local';
import type { FunctionKind } from '@gigsy/schema';
import type { SampleRequest } from '../../packages/schema/src/contract/samples.ts';

export const ORIGIN = 'https://careers.example';

/** An answer as it came: every header but the date, and the body byte for byte. */
export interface Answer {
  status: number;
  headers: [string, string][];
  body: string;
}

/** A function by its Convex path. */
export interface Asked {
  path: string;
  kind: FunctionKind;
}

/** A partner with a key of each kind. */
export interface RunningPartner {
  partner: string;
  publishable: string;
  secret: string;
}

/** Made for this run alone, and the same for all its deployments. */
const SIGNING_KEYS = await signingKeys();

async function signingKeys(): Promise<string> {
  const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  return JSON.stringify({ keys: [{ ...(await crypto.subtle.exportKey('jwk', privateKey)), kid: 'test' }] });
}

export class RunningBackend {
  readonly deployment: Deployment;
  readonly issuer: Issuer;
  readonly #folder: string;
  readonly #tokens = new Map<string, string>();
  #keys = 0;

  private constructor(folder: string, issuer: Issuer, deployment: Deployment) {
    this.#folder = folder;
    this.issuer = issuer;
    this.deployment = deployment;
  }

  static async start(
    env: Record<string, string> = {},
    more: Pick<DeploymentOptions, 'countConflicts'> = {},
  ): Promise<RunningBackend> {
    const folder = mkdtempSync(path.join(tmpdir(), 'gigsy-running-'));
    const issuer = await startIssuer({ dataDir: folder, people: [], allowedOrigins: [] });
    const deployment = await startDeployment({
      functionsDir: path.resolve(import.meta.dirname, '../../convex'),
      dataDir: folder,
      env: { CLERK_JWT_ISSUER_DOMAIN: issuer.url, EMBED_SIGNING_KEYS: SIGNING_KEYS, ...env },
      log: () => undefined,
      ...more,
    });
    return new RunningBackend(folder, issuer, deployment);
  }

  async close(): Promise<void> {
    await this.deployment.close();
    await this.issuer.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The token by which a person is signed in. */
  async token(subject: string): Promise<string> {
    const token = this.#tokens.get(subject) ?? (await this.issuer.token(subject));
    this.#tokens.set(subject, token);
    return token;
  }

  /** An idempotency key that no call has had. */
  key(): string {
    this.#keys += 1;
    return `running-key-${this.#keys}`;
  }

  /** Asks a function as a client does; a mutation gets an idempotency key. */
  async ask(token: string | null, { path: name, kind }: Asked, args: object): Promise<Answer> {
    const given = kind === 'mutation' ? { idempotencyKey: this.key(), ...args } : args;
    const response = await fetch(`${this.deployment.url}/api/${kind}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token !== null && { Authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ path: name, format: 'convex_encoded_json', args: [given] }),
    });
    return answerIn(response);
  }

  /** Asks a route. A body that is no text is sent as JSON. */
  async request(method: string, { path: at, headers = {}, body }: SampleRequest): Promise<Answer> {
    const sent = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(this.deployment.siteUrl + at, {
      method,
      headers,
      redirect: 'manual',
      ...(body !== undefined && { body: (sent ? body : JSON.stringify(body)) as BodyInit }),
    });
    return answerIn(response);
  }

  /** The value of a call that must succeed. */
  async value<T>(token: string | null, asked: Asked, args: object): Promise<T> {
    const answer = await this.ask(token, asked, args);
    const { status, value, errorData } = JSON.parse(answer.body) as {
      status: string;
      value: T & { refused?: unknown };
      errorData?: unknown;
    };
    const refused = errorData ?? value?.refused;
    if (status !== 'success' || refused) throw new Error(`${asked.path}: ${JSON.stringify(refused ?? answer)}`);
    return value;
  }

  query<T>(token: string | null, name: string, args: object = {}): Promise<T> {
    return this.value(token, { path: name, kind: 'query' }, args);
  }

  mutate<T>(token: string | null, name: string, args: object = {}): Promise<T> {
    return this.value(token, { path: name, kind: 'mutation' }, args);
  }

  /** Signs up a person, whose subject is their handle, and returns their token. */
  async person(handle: string, sections: object = {}, role = 'student'): Promise<string> {
    const token = await this.token(handle);
    const named = { identity: { displayName: `Person ${handle}`, headline: 'Builds things' } };
    await this.mutate(token, 'profile:create', { handle, role, sections: { ...named, ...sections } });
    return token;
  }

  /** Enters a partner as the administrator with this token does. */
  async partner(admin: string): Promise<RunningPartner> {
    const { partner } = await this.mutate<{ partner: string }>(admin, 'operations/partners:create', {
      name: 'Northfield',
      origins: [ORIGIN],
    });
    const issue = (kind: string) =>
      this.mutate<{ key: { key: string }; secret: string }>(admin, 'operations/keys:issue', { partner, kind });
    return {
      partner,
      publishable: (await issue('publishable')).key.key,
      secret: (await issue('secret')).secret,
    };
  }

  /** Links a person to the partner's `user`, and returns the link. */
  async link({ secret }: RunningPartner, token: string, user: string): Promise<string> {
    const { code } = await this.#posted<{ code: string }>('/v1/embed-links', secret, { user });
    return (await this.mutate<{ link: string }>(token, 'operations/links:create', { code })).link;
  }

  /** The token of a session that the partner's server opens. */
  async session({ secret }: RunningPartner, viewer: unknown, handles: string[] = []): Promise<string> {
    return (await this.#posted<{ token: string }>('/v1/embed-sessions', secret, { viewer, handles })).token;
  }

  async #posted<T>(at: string, secret: string, body: unknown): Promise<T> {
    const answer = await this.request('POST', { path: at, headers: { Authorization: `Bearer ${secret}` }, body });
    if (answer.status !== 200) throw new Error(`${at}: ${answer.body}`);
    return JSON.parse(answer.body) as T;
  }
}

async function answerIn(response: Response): Promise<Answer> {
  return {
    status: response.status,
    headers: [...response.headers].filter(([name]) => name !== 'date'),
    body: await response.text(),
  };
}
