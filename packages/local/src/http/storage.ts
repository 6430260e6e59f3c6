/** The storage URLs: POST /api/storage/upload?token=..., GET and HEAD /api/storage/<uuid>. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { DigestMismatch } from '../storage/storage.ts';
import type { FileStorage } from '../storage/storage.ts';
import type { UploadGrant } from '../storage/addresses.ts';
import { STORAGE, readFileDocument } from '../storage/documents.ts';
import type { FileDocument } from '../storage/documents.ts';
import { sendJson, withoutEnding } from './listen.ts';

/** The file at a URL never changes. The value is Convex's. */
const CACHE_CONTROL = 'private, max-age=2592000';
const UPLOAD = '/api/storage/upload';

export class StorageApi {
  readonly #storage: FileStorage;

  constructor(storage: FileStorage) {
    this.#storage = storage;
  }

  handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST' && url.pathname === UPLOAD) return this.#upload(url, request, response);
    if (request.method === 'GET' || request.method === 'HEAD') return this.#download(url, request, response);
    response.setHeader('allow', url.pathname === UPLOAD ? 'POST' : 'GET, HEAD');
    sendJson(response, 405, {
      code: 'MethodNotAllowed',
      message: `${String(request.method)} is not possible at ${url.pathname}.`,
    });
    return Promise.resolve();
  }

  async #upload(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const grant = this.#storage.addresses.grantOf(url.searchParams.get('token') ?? '');
    if (!grant)
      return refuse(request, response, 'StorageTokenInvalid', "Couldn't decode the StoreFileAuthorization token");
    if (grant.expires <= this.#storage.now())
      return refuse(request, response, 'StorageTokenExpired', 'Store File Authorization expired');
    const { digest } = request.headers;
    const sha256 = digest === undefined ? null : /^sha-256=([A-Za-z0-9+/]{43}=)$/i.exec(String(digest))?.[1];
    if (sha256 === undefined) {
      request.resume();
      return sendJson(response, 400, {
        code: 'BadHeader',
        message: 'Bad header for digest: expected sha-256=<base64>',
      });
    }
    await this.#save(request, response, grant, sha256);
  }

  async #save(
    request: IncomingMessage,
    response: ServerResponse,
    grant: UploadGrant,
    sha256: string | null,
  ): Promise<void> {
    try {
      const about = { contentType: request.headers['content-type'] ?? null, sha256 };
      sendJson(response, 200, { storageId: await this.#storage.save(grant.component, withoutEnding(request), about) });
    } catch (error) {
      if (error instanceof DigestMismatch)
        return sendJson(response, 400, { code: 'DigestMismatch', message: error.message });
      throw error;
    }
  }

  async #download(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = url.pathname.slice('/api/storage/'.length);
    if (!this.#storage.addresses.isUuid(name)) {
      const message = `Invalid storage path: "${name}". Please use \`storage.getUrl()\` to generate a valid URL to retrieve files. See https://docs.convex.dev/file-storage/serve-files for more details`;
      return sendJson(response, 400, { code: 'InvalidStoragePath', message });
    }
    const document = this.#find(url.searchParams.get('component') ?? '', name);
    if (!document) return sendJson(response, 404, { code: 'FileNotFound', message: `File ${name} not found` });
    await this.#send(document, request, response);
  }

  #find(component: string, uuid: string): FileDocument | null {
    return this.#storage.read((transaction) => {
      const table = transaction.catalog.find(component, STORAGE);
      return table ? readFileDocument(transaction, component, this.#storage.addresses.idOf(uuid, table.number)) : null;
    });
  }

  async #send(document: FileDocument, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { size, contentType, sha256, _id } = document;
    const range = rangeOf(request.headers.range, size);
    if (range === 'unsatisfiable') {
      response.writeHead(416).end();
      return;
    }
    if (contentType !== null) response.setHeader('content-type', contentType);
    response.setHeader('cache-control', CACHE_CONTROL);
    response.setHeader('accept-ranges', 'bytes');
    response.setHeader('content-length', range ? range.end - range.start + 1 : size);
    if (range) response.writeHead(206, { 'content-range': `bytes ${range.start}-${range.end}/${size}` });
    else response.writeHead(200, { digest: `sha-256=${sha256}` });
    if (request.method === 'HEAD' || size === 0) response.end();
    else await pipeline(this.#storage.files.stream(_id, range ?? undefined), response);
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, code: string, message: string): void {
  request.resume();
  sendJson(response, 401, { code, message });
}

/** Null: the whole file. As on Convex a header that makes no sense is ignored, and several ranges are refused. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | 'unsatisfiable' | null {
  if (header === undefined || size === 0 || !/^bytes=/.test(header)) return null;
  const ranges = header.slice('bytes='.length).split(',');
  if (ranges.length > 1) return 'unsatisfiable';
  const [, first = '', last = ''] = /^\s*(\d*)-(\d*)\s*$/.exec(ranges[0]!) ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}
