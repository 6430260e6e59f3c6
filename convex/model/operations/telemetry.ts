/** The deployment's settings of telemetry. Without an endpoint no trace is kept, whatever callers send. */

/** Where spans go. */
export interface Collector {
  url: string;
  headers: Record<string, string>;
}

/** Whether traces are kept. */
export function isTracing(): boolean {
  return (process.env.GIGSY_OTLP_URL ?? '') !== '';
}

/** The part of the calls without a trace for which the deployment begins one: 0 to 1. */
export function traceRate(): number {
  const rate = Number(process.env.GIGSY_TRACE_RATE);
  return rate >= 0 && rate <= 1 ? rate : 0;
}

/** Null if traces are not kept. Throws a RangeError for headers that cannot be sent; the message does not quote them. */
export function collector(): Collector | null {
  if (!isTracing()) return null;
  return { url: process.env.GIGSY_OTLP_URL!, headers: headersIn(process.env.GIGSY_OTLP_HEADERS ?? '') };
}

/** A header's name (RFC 9110), without those that describe the connection or the body. */
const HEADER_NAME = /^(?!(?:host|connection|content-.*|transfer-encoding)$)[a-z0-9!#$%&'*+.^_`|~-]{1,100}$/;
const HEADER_VALUE = /^[ -~]{1,4096}$/;

/** The form of `OTEL_EXPORTER_OTLP_HEADERS`: `name=value,name=value`, the values percent-encoded. */
function headersIn(text: string): Record<string, string> {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  return Object.fromEntries(
    parts.map((part) => {
      const [name, value] = pairIn(part);
      if (!HEADER_NAME.test(name) || !HEADER_VALUE.test(value))
        throw new RangeError('GIGSY_OTLP_HEADERS must be name=value pairs that HTTP can send.');
      return [name, value];
    }),
  );
}

function pairIn(part: string): [name: string, value: string] {
  const at = part.indexOf('=');
  try {
    return [part.slice(0, Math.max(at, 0)).trim().toLowerCase(), decodeURIComponent(part.slice(at + 1).trim())];
  } catch {
    return ['', ''];
  }
}
