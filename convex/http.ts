/** The deployment's HTTP routes: those of the contract. */
import { httpRouter } from 'convex/server';
import { addRoute } from './model/door/route.js';
import { readResources } from './operations/resources.js';
import { createOffer, createSession, postRefusals, preflightPost, showKeys } from './operations/routes.js';
import { getEmbedPage, getOEmbed } from './profile/embed.js';
import { answerUnknown, describeDeployment, preflight, refusals } from './operations/site.js';
import { getPhoto, getPublicProfile } from './profile/routes.js';

const http = httpRouter();

const implemented = [
  describeDeployment,
  readResources,
  getPublicProfile,
  getPhoto,
  getEmbedPage,
  getOEmbed,
  createSession,
  createOffer,
  ...preflightPost,
  ...postRefusals,
  showKeys,
  answerUnknown,
  ...preflight,
  ...refusals,
];
for (const route of implemented) addRoute(http, route);

export default http;
