import { httpActionGeneric as httpAction, httpRouter } from 'convex/server';

const http = httpRouter();

http.route({
  path: '/photos',
  method: 'POST',
  handler: httpAction(async (ctx, request) => {
    const id = await ctx.storage.store(await request.blob());
    return Response.json({ id });
  }),
});

http.route({
  path: '/photos',
  method: 'GET',
  handler: httpAction(async (ctx, request) => {
    const blob = await ctx.storage.get(new URL(request.url).searchParams.get('id')!);
    return blob ? new Response(blob) : new Response('gone', { status: 404 });
  }),
});

export default http;
