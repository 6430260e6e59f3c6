/** The deployment's HTTP routes, as the modules of each domain export them: those of the contract, by test. */
import { httpRouter } from 'convex/server';
import { addRoute, routesIn } from './model/door/route.js';
import * as inbox from './events/inbox.js';
import * as eventSchemas from './events/schemas.js';
import * as resources from './operations/resources.js';
import * as servers from './operations/routes.js';
import * as site from './operations/site.js';
import * as media from './portfolio/media.js';
import * as portfolioFiles from './portfolio/files.js';
import * as exported from './privacy/exports.js';
import * as badges from './portfolio/badges.js';
import * as clerk from './profile/clerk.js';
import * as embed from './profile/embed.js';
import * as profiles from './profile/routes.js';
import * as uploads from './profile/uploads.js';
import * as credentials from './trust/routes.js';

const http = httpRouter();
for (const route of routesIn(
  site,
  resources,
  servers,
  profiles,
  embed,
  uploads,
  portfolioFiles,
  media,
  clerk,
  badges,
  exported,
  inbox,
  eventSchemas,
  credentials,
))
  addRoute(http, route);

export default http;
