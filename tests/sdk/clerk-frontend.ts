/**
 * A stand-in for Clerk's frontend API, as clerk-js 6 calls it: one browser, people who sign in by their identifier, sessions
 * and their tokens. Playwright answers with it in place of the network.
 */
import type { Route } from '@playwright/test';

export const FRONTEND = 'https://clerk.app.example';
/** Clerk reads the host of its API out of the key. */
export const PUBLISHABLE_KEY = `pk_live_${Buffer.from('clerk.app.example$').toString('base64')}`;

const USER = {
  object: 'user',
  first_name: null,
  last_name: null,
  image_url: '',
  has_image: false,
  public_metadata: {},
  unsafe_metadata: {},
  created_at: 1,
  updated_at: 1,
  ...Object.fromEntries(
    [
      'email_addresses',
      'phone_numbers',
      'web3_wallets',
      'external_accounts',
      'passkeys',
      'organization_memberships',
    ].map((name) => [name, []]),
  ),
};

export class ClerkFrontend {
  /** Names of the people in this browser's sessions, in the order of their sign-in. */
  readonly #signedIn: string[];
  readonly #token: (name: string) => Promise<string>;
  /** Requests so far, as `METHOD /path`. */
  readonly asked: string[] = [];

  /** `signedIn` have sessions from an earlier visit. */
  constructor(token: (name: string) => Promise<string>, signedIn: readonly string[] = []) {
    this.#token = token;
    this.#signedIn = [...signedIn];
  }

  async answer(route: Route): Promise<void> {
    const request = route.request();
    const url = new URL(request.url());
    // Some calls of clerk-js say their method in the address, so that they need no preflight.
    const method = url.searchParams.get('_method') ?? request.method();
    this.asked.push(`${method} ${url.pathname}`);
    const headers = {
      'access-control-allow-origin': request.headers().origin ?? '*',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': '*',
      'access-control-allow-methods': '*',
    };
    const body = await this.#respond(method, url.pathname, new URLSearchParams(request.postData() ?? ''));
    await route.fulfill({ status: body ? 200 : 404, headers, json: body ?? { errors: [] } });
  }

  async #respond(method: string, path: string, given: URLSearchParams): Promise<object | undefined> {
    const [, session, act] = /^\/v1\/client\/sessions\/sess_(\w+)\/(\w+(?:\/convex)?)$/.exec(path) ?? [];
    if (path === '/v1/environment') return environment;
    if (path === '/v1/client' && method === 'GET') return { response: await this.#client(), client: null };
    if (path === '/v1/client/sign_ins') return this.#signIn(given.get('identifier')!);
    if (path === '/v1/client/sessions' && method === 'DELETE') {
      this.#signedIn.splice(0);
      return { response: await this.#client(), client: null };
    }
    if (session === undefined) return undefined;
    if (act?.startsWith('tokens')) return { object: 'token', jwt: await this.#token(session) };
    return { response: await this.#session(session), client: await this.#client() };
  }

  async #signIn(name: string): Promise<object> {
    if (!this.#signedIn.includes(name)) this.#signedIn.push(name);
    const response = { object: 'sign_in', id: 'sia_1', status: 'complete', created_session_id: `sess_${name}` };
    return { response, client: await this.#client() };
  }

  async #client(): Promise<object> {
    const sessions = await Promise.all(this.#signedIn.map((name) => this.#session(name)));
    const last = this.#signedIn.at(-1);
    return {
      object: 'client',
      id: 'client_1',
      sessions,
      sign_in: null,
      sign_up: null,
      last_active_session_id: last ? `sess_${last}` : null,
      created_at: 1,
      updated_at: 1,
    };
  }

  async #session(name: string): Promise<object> {
    const later = Date.now() + 86_400_000;
    return {
      object: 'session',
      id: `sess_${name}`,
      status: 'active',
      expire_at: later,
      abandon_at: later,
      last_active_at: Date.now(),
      user: { ...USER, id: `demo_${name}`, username: name },
      public_user_data: { identifier: name },
      last_active_token: { object: 'token', jwt: await this.#token(name) },
      created_at: 1,
      updated_at: 1,
    };
  }
}

const environment = {
  object: 'environment',
  id: 'env_1',
  auth_config: { object: 'auth_config', id: 'aconf_1', single_session_mode: false },
  display_config: { object: 'display_config', id: 'display_1', instance_environment_type: 'production' },
  user_settings: { attributes: {}, social: {}, actions: {}, sign_in: {}, sign_up: {}, password_settings: {} },
  organization_settings: { enabled: false },
};
