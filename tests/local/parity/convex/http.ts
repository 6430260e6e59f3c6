import { anyApi, httpActionGeneric as httpAction, httpRouter } from 'convex/server';

const http = httpRouter();
const encoder = new TextEncoder();

const streams: Record<string, () => UnderlyingDefaultSource> = {
  error: () => ({ pull: (controller) => controller.error(new Error('stray: stream')) }),
  throws: () => ({
    pull: () => {
      throw new Error('stray: pull');
    },
  }),
  'after a chunk': () => {
    let sent = false;
    return {
      pull(controller) {
        if (sent) throw new Error('stray: second pull');
        sent = true;
        controller.enqueue(encoder.encode('first'));
      },
    };
  },
  'not bytes': () => ({
    start: (controller) => {
      controller.enqueue({ not: 'bytes' });
      controller.close();
    },
  }),
  timer: () => ({
    start: () => {
      setTimeout(() => {
        throw new Error('stray: timer');
      }, 5);
    },
  }),
};

/** So many bytes of JSON or of another media type, with the headers that the query asks for. */
const page = httpAction(async (_, request) => {
  const asked = new URL(request.url).searchParams;
  const headers = new Headers({
    'content-type': asked.get('type') ?? 'application/json',
    etag: '"tag"',
    vary: 'Origin',
  });
  if (asked.has('cache')) headers.set('cache-control', asked.get('cache')!);
  if (asked.has('cookie')) headers.set('set-cookie', `a=${asked.get('cookie')}`);
  if (asked.has('range')) headers.set('content-range', asked.get('range')!);
  if (request.headers.get('if-none-match')?.includes('"tag"')) return new Response(null, { status: 304, headers });
  return new Response('x'.repeat(Number(asked.get('bytes'))), { status: Number(asked.get('status') ?? 200), headers });
});
for (const method of ['GET', 'POST'] as const) http.route({ path: '/page', method, handler: page });

http.route({
  path: '/stream',
  method: 'GET',
  handler: httpAction(
    async (_, request) => new Response(new ReadableStream(streams[new URL(request.url).searchParams.get('how')!]!())),
  ),
});
http.route({
  path: '/rejects',
  method: 'GET',
  handler: httpAction(async () => {
    void Promise.reject(new Error('stray: http'));
    return new Response('answered');
  }),
});
http.route({
  path: '/large',
  method: 'GET',
  handler: httpAction(async (_, request) => {
    let left = Number(new URL(request.url).searchParams.get('mib'));
    return new Response(
      new ReadableStream({
        pull(controller) {
          if (left-- > 0) controller.enqueue(new Uint8Array(1 << 20));
          else {
            controller.enqueue(encoder.encode('x'.repeat(Number(new URL(request.url).searchParams.get('more')))));
            controller.close();
          }
        },
      }),
    );
  }),
});
http.route({
  path: '/waiting',
  method: 'GET',
  handler: httpAction(async (ctx, request) => {
    await new Promise((resolve) => request.signal.addEventListener('abort', resolve));
    await ctx.runMutation(anyApi.strays!.add as any, { by: `aborted: ${request.signal.aborted}`, fail: false });
    return new Response('too late');
  }),
});
http.route({
  path: '/kinds',
  method: 'POST',
  handler: httpAction(async (_, request) => {
    const body = (await request.json()) as { list: unknown };
    const answer = (await Response.json({ a: [1] }).json()) as { a: unknown };
    const cloned = structuredClone(new Map([['a', 1]]));
    return Response.json(
      [
        body instanceof Object,
        body.list instanceof Array,
        answer instanceof Object,
        answer.a instanceof Array,
        request.headers instanceof Object,
        request instanceof Object,
        cloned instanceof Map,
        Response.json({}).text() instanceof Promise,
        fetch instanceof Function,
        await fetch('http://127.0.0.1:1').catch(
          (error: unknown) => error instanceof TypeError && error instanceof Error && error instanceof Object,
        ),
      ].every(Boolean),
    );
  }),
});
http.route({ path: '/well', method: 'GET', handler: httpAction(async () => new Response('well')) });

export default http;
