/** Sends files of every kind and lie as people do whose connection is lost again and again, and holds what comes of each. */
import { type UploadTicket, FileRefused, uploadFile } from '@gigsy/sdk/files';
import type { StoredFile } from '@gigsy/schema';
import { isGigsyError } from '@gigsy/sdk';
import { ConvexHttpClient } from 'convex/browser';
import { makeFunctionReference } from 'convex/server';
import type { ClockedDeployment } from '../clocked/clocked-deployment.ts';
import { type Bytes, bytes, pdfOf, refused, taken } from '../../convex/files.ts';

/** A file, with the bytes that are to be stored, or the reason for which it is to be refused. */
export interface Sample {
  what: string;
  file: Bytes;
  stored?: Bytes;
  fault?: string;
}

/** Every sample, and documents of many parts between them, over and over. */
export function sampleAt(count: number): Sample {
  const samples: Sample[] = [
    ...taken.map(([what, file, stored]) => ({ what, file, stored })),
    ...refused.map(([what, file, fault]) => ({ what, file, fault })),
  ];
  if (count % 3 === 0) {
    const file = pdfOf({ objects: [`(${'x'.repeat(1_200_000 + (count % 5) * 900_000)})`] });
    return count % 2 === 0
      ? { what: 'a document of many parts', file, stored: file }
      : { what: 'a cut document of many parts', file: bytes(file.subarray(0, -9)), fault: 'broken' };
  }
  return samples[(count - Math.ceil(count / 3)) % samples.length]!;
}

const functions = {
  create: makeFunctionReference<'mutation'>('profile:create'),
  begin: makeFunctionReference<'mutation'>('portfolio/uploads:begin'),
  state: makeFunctionReference<'query'>('portfolio/uploads:state'),
  mine: makeFunctionReference<'query'>('portfolio:mine'),
  add: makeFunctionReference<'mutation'>('portfolio/contributions:add'),
};

/** A stored file of a person, with the bytes that everybody must get. */
export interface Kept {
  title: string;
  stored: Bytes;
}

export class FileSender {
  readonly handle: string;
  readonly kept: Kept[] = [];
  readonly breaches: string[] = [];
  resumed = 0;
  #keys = 0;
  readonly #deployment: ClockedDeployment;

  constructor(deployment: ClockedDeployment, handle: string) {
    this.#deployment = deployment;
    this.handle = handle;
  }

  async join(): Promise<void> {
    await this.#mutation(functions.create, {
      handle: this.handle,
      role: 'student',
      sections: { identity: { displayName: this.handle } },
    });
  }

  async send({ what, file, stored, fault }: Sample): Promise<void> {
    const found = await this.#outcome(file);
    const told = typeof found === 'string' ? found : 'stored';
    if (told !== (fault ?? 'stored')) this.breaches.push(`${what}: ${told} and not ${fault ?? 'stored'}`);
    if (typeof found === 'string' || !stored) return;
    if (found.size !== stored.length) this.breaches.push(`${what}: ${found.size} bytes and not ${stored.length}`);
    const title = `${what} ${this.#keys}`;
    const { versions } = await this.#calling((client) => client.query(functions.mine, {}));
    const contribution = { kind: 'project', title, files: [{ file: found.file }] };
    await this.#mutation(functions.add, { contribution, expected: versions.contributions });
    this.kept.push({ title, stored });
  }

  /** Goes on with the same upload until there is an outcome. */
  async #outcome(file: Bytes): Promise<StoredFile | string> {
    let ticket: UploadTicket | undefined;
    const calls = {
      begin: (args: { size: number }) => this.#mutation(functions.begin, args),
      state: (args: { upload: string }) => this.#calling((client) => client.query(functions.state, args)),
    };
    for (;;) {
      try {
        return await uploadFile(calls, new Blob([file]), {
          ticket,
          onTicket: (given) => (ticket = given),
          retries: 0,
        });
      } catch (error) {
        if (error instanceof FileRefused) return error.fault;
        if (!isGigsyError(error, 'offline')) throw error;
        this.resumed += 1;
      }
    }
  }

  /** One key for all attempts, so that a call has one effect. */
  #mutation(call: (typeof functions)['begin'], args: object) {
    this.#keys += 1;
    const idempotencyKey = `${this.handle}-key-${this.#keys}`;
    return this.#calling((client) => client.mutation(call, { ...args, idempotencyKey }));
  }

  /** Calls again as often as a kill cuts the call off. */
  async #calling<T>(make: (client: ConvexHttpClient) => Promise<T>): Promise<T> {
    for (;;) {
      const { url, adminKey, identityOf } = await this.#deployment.access();
      const client = new ConvexHttpClient(url, { logger: false });
      (client as unknown as { setAdminAuth(key: string, as: object): void }).setAdminAuth(
        adminKey,
        identityOf(`user_${this.handle}`),
      );
      try {
        const answer = (await make(client)) as { refused?: { code: string } } | null;
        if (answer?.refused) throw new Error(`${this.handle}: ${JSON.stringify(answer.refused)}`);
        return answer as T;
      } catch (error) {
        const cause = (error as { cause?: unknown }).cause ?? error;
        if (!this.#deployment.isCutOff(cause) && !/fetch failed|other side closed/.test(String(error))) throw error;
      }
    }
  }
}
