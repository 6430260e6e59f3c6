/** The part of Convex's WebSocket protocol that watching needs: results, errors, dropped and accepted connections. */
import { WebSocketServer, type WebSocket } from 'ws';
import type { AddressInfo } from 'node:net';

interface QuerySetChange {
  type: string;
  baseVersion: number;
  newVersion: number;
  modifications: { type: 'Add' | 'Remove'; queryId: number; udfPath?: string; args?: unknown[] }[];
}

type Result = { value: unknown } | { errorData: unknown } | { errorMessage: string };

export class SyncServer {
  /** Number of sockets opened so far. */
  connections = 0;
  readonly asked: { path: string; args: unknown }[] = [];
  /** The current result of each query. */
  result: Result = { value: null };
  #server: WebSocketServer;
  #open = new Map<WebSocket, { querySet: number; ts: bigint; queries: Set<number> }>();

  constructor(port = 0) {
    this.#server = new WebSocketServer({ port, host: '127.0.0.1' });
    this.#server.on('connection', (socket) => this.#take(socket));
  }

  async ready(): Promise<this> {
    if (!this.#server.address()) await new Promise((resolve) => this.#server.once('listening', resolve));
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get open(): number {
    return this.#open.size;
  }

  /** Changes the result and tells every watcher. */
  change(result: Result): void {
    this.result = result;
    for (const [socket, { queries }] of this.#open) this.#transition(socket, undefined, [...queries]);
  }

  async stop(): Promise<void> {
    for (const socket of this.#open.keys()) socket.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #take(socket: WebSocket): void {
    this.connections += 1;
    this.#open.set(socket, { querySet: 0, ts: 0n, queries: new Set() });
    socket.on('close', () => this.#open.delete(socket));
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as QuerySetChange;
      if (message.type !== 'ModifyQuerySet') return;
      const { queries } = this.#open.get(socket)!;
      const added = message.modifications.filter(({ type }) => type === 'Add');
      for (const { type, queryId, udfPath, args } of message.modifications) {
        if (type === 'Remove') queries.delete(queryId);
        else {
          queries.add(queryId);
          this.asked.push({ path: udfPath!, args: args![0] });
        }
      }
      this.#transition(
        socket,
        message.newVersion,
        added.map(({ queryId }) => queryId),
      );
    });
  }

  #transition(socket: WebSocket, querySet: number | undefined, queryIds: number[]): void {
    const state = this.#open.get(socket)!;
    const startVersion = { querySet: state.querySet, ts: encoded(state.ts), identity: 0 };
    state.querySet = querySet ?? state.querySet;
    state.ts += 1n;
    const modifications = queryIds.map((queryId) => ({
      type: 'value' in this.result ? 'QueryUpdated' : 'QueryFailed',
      queryId,
      errorMessage: '[Request ID: 5e] Server Error',
      ...this.result,
      logLines: [],
      journal: null,
    }));
    const endVersion = { querySet: state.querySet, ts: encoded(state.ts), identity: 0 };
    socket.send(JSON.stringify({ type: 'Transition', startVersion, endVersion, modifications }));
  }
}

/** Convex writes 64-bit numbers as base64 of their little-endian bytes. */
function encoded(value: bigint): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes.toString('base64');
}
