/**
 * Spans of a client's calls, by the OpenTelemetry API that the host brings. A span tells the function, how long the call took
 * and the code of its outcome, and nothing else: no arguments, no answers, no messages.
 */
import {
  type Context,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  type TracerProvider,
  context,
  isSpanContextValid,
  trace,
} from '@opentelemetry/api';
import type { Gigsy } from './client.ts';
import { isGigsyError } from './errors.ts';
import { manifest } from './manifest.ts';
import type { CallOptions, ManifestTree } from './resources.ts';

export interface TelemetryOptions {
  /** The provider of spans: the one that is registered with the API by default. */
  tracerProvider?: TracerProvider;
}

type Method = (args?: Record<string, unknown>, options?: CallOptions) => Promise<unknown>;
type Members = Record<string, unknown>;

/**
 * A client whose calls each make a span, named as the function: `profile.update`. It shares the connection of `gigsy`, and
 * leaves that one as it is. A mutation takes the trace along as its argument `traceparent`, unless it is given one, so that
 * the deployment's own spans follow. Queries take none: Convex keeps answers by their arguments. Watches make no spans.
 * Without a registered provider nothing changes. Deployments of versions before 0.2 are called without the trace.
 */
export function withTelemetry(gigsy: Gigsy, { tracerProvider }: TelemetryOptions = {}): Gigsy {
  const tracer = tracerProvider ? tracerProvider.getTracer('@gigsy/sdk') : trace.getTracer('@gigsy/sdk');
  return new TracedClient(tracer).membersOf(manifest, gigsy as unknown as Members) as unknown as Gigsy;
}

class TracedClient {
  readonly #tracer: Tracer;
  /** Whether the deployment has refused the argument. */
  #isOlder = false;

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  membersOf(tree: ManifestTree, members: Members, trail: readonly string[] = []): Members {
    const traced = { ...members };
    for (const [name, node] of Object.entries(tree)) {
      const path = [...trail, name];
      traced[name] =
        typeof node === 'object'
          ? this.membersOf(node, members[name] as Members, path)
          : this.#methodOf(path.join('.'), members[name] as Method, node === 0);
    }
    return traced;
  }

  #methodOf(name: string, method: Method, isMutation: boolean): Method {
    return (args = {}, options) => {
      const span = this.#tracer.startSpan(name, { kind: SpanKind.CLIENT });
      const within = trace.setSpan(context.active(), span);
      const call = isMutation ? () => this.#told(method, span, args, options) : () => method(args, options);
      return ended(span, within, call);
    };
  }

  /** The call with the span's trace; without it where the deployment does not know the argument. */
  async #told(method: Method, span: Span, args: Members, options: CallOptions | undefined): Promise<unknown> {
    const traceparent = traceparentOf(span);
    if (this.#isOlder || traceparent === undefined || args.traceparent !== undefined) return method(args, options);
    try {
      return await method({ ...args, traceparent }, options);
    } catch (error) {
      if (!refusesTrace(error)) throw error;
      this.#isOlder = true;
      return method(args, options);
    }
  }
}

/** The result of the call. The span ends with it. */
async function ended(span: Span, within: Context, call: () => Promise<unknown>): Promise<unknown> {
  try {
    const result = await context.with(within, call);
    span.setAttribute('gigsy.outcome', 'ok');
    return result;
  } catch (error) {
    span.setAttribute('gigsy.outcome', isGigsyError(error) ? error.code : 'internal');
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

function traceparentOf(span: Span): string | undefined {
  const of = span.spanContext();
  return isSpanContextValid(of) ? `00-${of.traceId}-${of.spanId}-0${of.traceFlags & 1}` : undefined;
}

/** A deployment that does not know the argument refuses it before anything else, so the call has had no effect. */
function refusesTrace(error: unknown): boolean {
  return isGigsyError(error, 'invalid_argument') && error.fields?.some(({ path }) => path === 'traceparent') === true;
}
