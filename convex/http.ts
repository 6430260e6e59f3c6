/** The deployment's HTTP routes. */
import { httpRouter } from 'convex/server';
import { JWKS_PATH } from './model/operations/issuer.js';
import { createOffer, createSession, preflightPost, refuseAllButPost, showKeys } from './operations/routes.js';
import { getEmbedPage, getOEmbed } from './profile/embed.js';
import { answerUnknown, describeDeployment, getPublicProfile, preflight, refuseMethod } from './profile/routes.js';

const http = httpRouter();

http.route({ path: '/v1', method: 'GET', handler: describeDeployment });
http.route({ pathPrefix: '/v1/profiles/', method: 'GET', handler: getPublicProfile });
http.route({ pathPrefix: '/v1/embed/', method: 'GET', handler: getEmbedPage });
http.route({ path: '/v1/oembed', method: 'GET', handler: getOEmbed });
for (const [path, handler] of [['/v1/embed-sessions', createSession], ['/v1/embed-links', createOffer]] as const) {
  http.route({ path, method: 'POST', handler });
  http.route({ path, method: 'OPTIONS', handler: preflightPost });
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'] as const) http.route({ path, method, handler: refuseAllButPost });
}
http.route({ path: `/v1${JWKS_PATH}`, method: 'GET', handler: showKeys });
http.route({ pathPrefix: '/v1/', method: 'GET', handler: answerUnknown });
http.route({ pathPrefix: '/v1/', method: 'OPTIONS', handler: preflight });
http.route({ path: '/v1', method: 'OPTIONS', handler: preflight });
for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
  http.route({ path: '/v1', method, handler: refuseMethod });
  http.route({ pathPrefix: '/v1/', method, handler: refuseMethod });
}

export default http;
