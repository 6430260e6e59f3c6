/** The JSON Schemas of events over HTTP. */
import { EVENT_SCHEMAS_PATH, eventDataSchema, routes } from '@gigsy/schema';
import { jsonResponse, problemResponse } from '../model/contract/problem.js';
import { implementRoute } from '../model/door/route.js';

/** `GET /v1/schemas/events/{type}/{version}`. A version that is out never changes, so caches may keep it for a day. */
export const show = implementRoute(routes.events.schema, async (_, { url }) => {
  const [, type = '', version = ''] =
    /^([a-z.]+)\/([1-9]\d*)$/.exec(new URL(url).pathname.slice(EVENT_SCHEMAS_PATH.length)) ?? [];
  const schema = eventDataSchema(type, Number(version));
  if (!schema) return problemResponse('not_found', 'There is no such event, or no such version of it.');
  return jsonResponse(schema, { 'Content-Type': 'application/schema+json', 'Cache-Control': 'public, max-age=86400' });
});
