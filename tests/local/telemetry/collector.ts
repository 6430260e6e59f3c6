/** A collector of spans: a real HTTP server on this machine that takes OTLP in JSON. */
import { type IncomingHttpHeaders, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A span as OTLP writes it. */
export interface CollectedSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: { stringValue: string } }[];
  status: { code: number };
}

interface ExportRequest {
  resourceSpans: { scopeSpans: { spans: CollectedSpan[] }[] }[];
}

export class Collector {
  /** Requests in their order. */
  readonly requests: { path: string; headers: IncomingHttpHeaders; body: string }[] = [];
  readonly #server: Server;
  answer = (response: ServerResponse): void =>
    void response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"partialSuccess":{}}');

  private constructor() {
    this.#server = createServer(async (request, response) => {
      this.requests.push({ path: request.url ?? '', headers: request.headers, body: await text(request) });
      this.answer(response);
    });
  }

  static async start(): Promise<Collector> {
    const collector = new Collector();
    await new Promise<void>((resolve) => {
      collector.#server.listen(0, '127.0.0.1', resolve);
    });
    return collector;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1/traces`;
  }

  /** Each once: a deployment may send a span twice. */
  get spans(): CollectedSpan[] {
    const all = this.requests.flatMap(({ body }) =>
      (JSON.parse(body) as ExportRequest).resourceSpans.flatMap(({ scopeSpans }) =>
        scopeSpans.flatMap(({ spans }) => spans),
      ),
    );
    return [...new Map(all.map((span) => [span.spanId, span])).values()];
  }

  /** Names of the spans of one trace, each with the outcome and the name of the span that it belongs to. */
  ofTrace(traceId: string): string[] {
    const own = this.spans.filter((span) => span.traceId === traceId);
    const nameOf = new Map(own.map(({ spanId, name }) => [spanId, name]));
    return own
      .map(({ name, parentSpanId = '', attributes }) => {
        const outcome = attributes.find(({ key }) => key === 'gigsy.outcome')?.value.stringValue;
        return `${nameOf.get(parentSpanId) ?? parentSpanId} > ${name}: ${outcome}`;
      })
      .sort();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }
}
