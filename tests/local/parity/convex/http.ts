import { httpActionGeneric as httpAction, httpRouter } from 'convex/server';

const http = httpRouter();
const encoder = new TextEncoder();

const streams: Record<string, () => UnderlyingDefaultSource> = {
  error: () => ({ pull: (controller) => controller.error(new Error('stray: stream')) }),
  throws: () => ({ pull: () => { throw new Error('stray: pull'); } }),
  'after a chunk': () => {
    let sent = false;
    return { pull(controller) {
      if (sent) throw new Error('stray: second pull');
      sent = true;
      controller.enqueue(encoder.encode('first'));
    } };
  },
  'not bytes': () => ({ start: (controller) => { controller.enqueue({ not: 'bytes' }); controller.close(); } }),
  timer: () => ({ start: () => { setTimeout(() => { throw new Error('stray: timer'); }, 5); } }),
};

http.route({
  path: '/stream',
  method: 'GET',
  handler: httpAction(async (_, request) => new Response(new ReadableStream(streams[new URL(request.url).searchParams.get('how')!]!()))),
});
http.route({
  path: '/rejects',
  method: 'GET',
  handler: httpAction(async () => {
    void Promise.reject(new Error('stray: http'));
    return new Response('answered');
  }),
});
http.route({ path: '/well', method: 'GET', handler: httpAction(async () => new Response('well')) });

export default http;
