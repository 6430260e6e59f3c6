/**
 * Sends files one after the other, goes on after a lost connection, and makes their previews. Independent of Lit.
 * Loads when somebody chooses the first file.
 */
import { randomHex } from '@gigsy/schema/rules';
import type { StoredFile } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import { type FileRefused, uploadFile } from '@gigsy/sdk/files';
import type { GigsyError } from '@gigsy/sdk/reader';
import { retryDelay } from '../../../writing/request.ts';
import { asGigsyError } from '../../../writing/status.ts';
import { type DrawDocument, previewOf } from './preview.ts';
import { type KeptUpload, type Person, forgetUpload, keepUpload, keptUploads } from './tickets.ts';
import type { Upload, UploadFault } from './upload.ts';

/** A small picture of a file, and the name under which it is stored. */
export interface StoredPreview {
  readonly file: string;
  readonly picture: Blob;
}

export interface QueueHost {
  document(): Document;
  /** Of the page; undefined where it draws no documents. */
  drawDocument(): DrawDocument | undefined;
  /** The upload is another now, or is gone. */
  changed(upload: Upload): void;
  stored(upload: Upload, file: StoredFile, preview: StoredPreview | undefined): void;
  failed(error: GigsyError): void;
}

/** In bytes, by the contract (a test compares them). */
export const MOST_BYTES = 10 * 1024 * 1024;

export class UploadQueue {
  uploads: readonly Upload[] = [];
  readonly #client: Gigsy;
  readonly #person: Person;
  readonly #host: QueueHost;
  #running: Upload | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(client: Gigsy, person: Person, host: QueueHost) {
    this.#client = client;
    this.#person = person;
    this.#host = host;
  }

  /** One that was begun in an earlier visit goes on where it was. */
  add(owner: string, file: File): void {
    const known = keptUploads(this.#person).find((kept) => isOf(kept, file));
    const fault = file.size === 0 ? 'empty' : file.size > MOST_BYTES ? 'tooHeavy' : undefined;
    const upload: Upload = {
      ...{ key: randomHex(8), owner, file, sent: 0, fault, ticket: known?.ticket },
      state: fault ? 'refused' : 'waiting',
      ended: new AbortController(),
    };
    this.uploads = [...this.uploads, upload];
    this.#host.changed(upload);
    this.#next();
  }

  /** Ends it, and deletes what has arrived. */
  cancel(upload: Upload): void {
    upload.ended.abort();
    this.#drop(upload);
    const { ticket } = upload;
    // The deployment deletes it by itself after a day, too.
    if (ticket) this.#client.portfolio.uploads.cancel({ upload: ticket.upload }).catch(() => {});
  }

  retry(upload: Upload): void {
    if (upload.state !== 'lost' && upload.state !== 'stopped') return;
    this.#set(upload, 'waiting');
    this.#next();
  }

  /** The connection may be back. */
  resume(): void {
    clearTimeout(this.#timer);
    for (const upload of this.uploads) if (upload.state === 'lost') this.retry(upload);
  }

  /** Stops all of it; what has arrived waits for another visit. */
  close(): void {
    clearTimeout(this.#timer);
    for (const { ended } of this.uploads) ended.abort();
    this.uploads = [];
    this.#running = undefined;
  }

  #next(): void {
    if (this.#running) return;
    this.#running = this.uploads.find(({ state }) => state === 'waiting');
    if (this.#running) void this.#send(this.#running);
  }

  async #send(upload: Upload): Promise<void> {
    const { file, ended } = upload;
    this.#set(upload, 'sending');
    try {
      const stored = await uploadFile(this.#client.portfolio.uploads, file, {
        ticket: upload.ticket,
        signal: ended.signal,
        onTicket: (ticket) => {
          upload.ticket = ticket;
          const { owner } = upload;
          keepUpload(this.#person, { owner, name: file.name, size: file.size, modified: file.lastModified, ticket });
        },
        onProgress: ({ sent, size }) => {
          upload.sent = sent;
          this.#set(upload, sent < size ? 'sending' : 'checking');
        },
      });
      const preview = await this.#preview(upload, stored);
      if (ended.signal.aborted) return;
      this.#failures = 0;
      this.#drop(upload);
      this.#host.stored(upload, stored, preview);
    } catch (thrown) {
      if (!ended.signal.aborted) this.#fail(upload, asGigsyError(thrown));
    } finally {
      if (this.#running === upload) this.#running = undefined;
      this.#next();
    }
  }

  /** A file without a preview is shown all the same. */
  async #preview({ file, ended }: Upload, stored: StoredFile): Promise<StoredPreview | undefined> {
    const { signal } = ended;
    try {
      const [document, draw] = [this.#host.document(), this.#host.drawDocument()];
      const picture = await previewOf(file, stored, { document, draw, signal });
      return picture && { file: (await uploadFile(this.#client.portfolio.uploads, picture, { signal })).file, picture };
    } catch {
      return undefined;
    }
  }

  #fail(upload: Upload, error: GigsyError): void {
    this.#host.failed(error);
    const { fault } = error as Partial<FileRefused>;
    upload.fault = fault ?? faultAfter(error);
    if (fault) {
      this.#forget(upload);
      return this.#set(upload, 'refused');
    }
    if (upload.fault) return this.#set(upload, 'stopped');
    this.#set(upload, 'lost');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.resume(), retryDelay(this.#failures++));
  }

  #set(upload: Upload, state: Upload['state']): void {
    if (state === 'sending' || state === 'waiting') upload.fault = undefined;
    upload.state = state;
    this.#host.changed(upload);
  }

  #drop(upload: Upload): void {
    this.uploads = this.uploads.filter((each) => each !== upload);
    this.#forget(upload);
    this.#host.changed(upload);
  }

  #forget({ ticket }: Upload): void {
    if (ticket) forgetUpload(this.#person, ticket.upload);
  }
}

function isOf({ name, size, modified }: KeptUpload, file: File): boolean {
  return name === file.name && size === file.size && modified === file.lastModified;
}

/** Undefined for a lost connection. */
function faultAfter({ code }: GigsyError): UploadFault | undefined {
  switch (code) {
    case 'offline':
    case 'timeout':
      return undefined;
    case 'too_large':
      return 'full';
    case 'rate_limited':
      return 'tooOften';
    case 'unauthenticated':
      return 'signedOut';
    default:
      return 'failed';
  }
}
