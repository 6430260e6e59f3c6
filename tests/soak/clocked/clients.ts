/**
 * Calls to the deployment that go on until it answers, whatever happens to it meanwhile. They speak Convex's HTTP API over
 * connections that stay open: the official client costs the soak more time than the deployment needs for a read.
 */
import { Agent, type IncomingMessage, request } from 'node:http';
import type { ProfileView } from '@gigsy/schema';
import type { Access, ClockedDeployment } from './clocked-deployment.ts';

export interface Refusal {
  code: string;
}

export type Answer<T = unknown> = { value: T; refused?: never } | { value?: never; refused: Refusal };

interface Outcome<T> {
  value?: T;
  /** The data of a ConvexError. */
  errorData?: Refusal;
  errorMessage?: string;
}

interface Response {
  status: number;
  location: string | undefined;
  /** Seconds that a refusal asks to wait. */
  retryAfter: number | undefined;
  text: string;
}

interface Sent {
  headers: Record<string, string>;
  body: string;
}

const PAUSE_MS = 20;
const REDIRECTS = 2;

export class Clients {
  readonly #deployment: ClockedDeployment;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(deployment: ClockedDeployment) {
    this.#deployment = deployment;
  }

  /** `subject` is the person who calls; an operator with the admin key if it is absent. */
  mutation<T>(path: string, args: object, subject?: string): Promise<Answer<T>> {
    return this.#call('mutation', path, args, subject);
  }

  query<T>(path: string, args: object, subject?: string): Promise<Answer<T>> {
    return this.#call('query', path, args, subject);
  }

  /** The public view by HTTP, which follows a former handle to the present one. */
  async page(handle: string): Promise<ProfileView | null> {
    return this.#persist(async ({ siteUrl }) => {
      let at = `${siteUrl}/v1/profiles/${handle}`;
      for (let n = 0; n <= REDIRECTS; n += 1) {
        const { status, location, text } = await this.#send(at);
        if (status === 200) return JSON.parse(text) as ProfileView;
        if (status === 404) return null;
        if (status !== 308) throw new Error(`The deployment answered ${status} for a profile.`);
        at = new URL(location!, at).href;
      }
      throw new Error('A former handle leads in a circle.');
    });
  }

  /** A POST to a route of the site. `make` is asked anew for each attempt, since signatures grow old. */
  post(path: string, make: () => Sent): Promise<Response> {
    return this.#persist(({ siteUrl }) => {
      const { headers, body } = make();
      return this.#send(siteUrl + path, headers, body);
    });
  }

  async #call<T>(kind: 'mutation' | 'query', path: string, args: object, subject?: string): Promise<Answer<T>> {
    const body = JSON.stringify({ path, format: 'convex_encoded_json', args: [args] });
    return this.#persist(async ({ url, adminKey, identityOf }) => {
      const identity = subject === undefined ? '' : `:${btoa(JSON.stringify(identityOf(subject)))}`;
      const { text } = await this.#send(
        `${url}/api/${kind}`,
        { authorization: `Convex ${adminKey}${identity}`, 'content-type': 'application/json' },
        body,
      );
      const { value, errorData, errorMessage } = JSON.parse(text) as Outcome<T>;
      if (errorMessage !== undefined && !errorData) throw new Error(`${path} failed: ${errorMessage}`);
      const refused = errorData ?? (value as { refused?: Refusal } | null)?.refused;
      return refused ? { refused } : { value: value as T };
    });
  }

  async #persist<T>(call: (access: Access) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await call(await this.#deployment.access());
      } catch (error) {
        if (!this.#deployment.isCutOff(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }

  #send(url: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
    return new Promise((resolve, reject) => {
      const asked = request(url, { agent: this.#agent, method: body === undefined ? 'GET' : 'POST', headers });
      asked.on('response', (response) => {
        textOf(response).then((text) => {
          const { statusCode = 0, headers: answered } = response;
          const asked = answered['retry-after'];
          const retryAfter = asked === undefined ? undefined : Number(asked);
          resolve({ status: statusCode, location: answered.location, retryAfter, text });
        }, reject);
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
