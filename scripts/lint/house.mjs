/**
 * ESLint rules that hold the house's own habits: files that grow long are named before they are too long, no drawer
 * files (utils, helpers, common, misc), no room that is not one of the seven domains, and the backend's two doors:
 * public functions, and access to tables.
 */
import path from 'node:path';
import { domains } from './domains.mjs';
import { registeredByContract } from './registered.mjs';
import { tables } from './tables.mjs';

const DRAWERS = /(^|[/.-])(utils?|helpers?|common|misc|shared)([/.-]|$)/i;

/** The folders that hold rooms, and the names allowed there beside the domains. */
const ROOMS = [
  {
    within: 'packages/schema/src/',
    beside: [
      'catalog',
      'contract',
      'inbound',
      'index',
      'leased',
      'matrix',
      'relations',
      'retention',
      'rules',
      'samples',
    ],
  },
  { within: 'convex/model/', beside: ['consumers', 'contract', 'door', 'inbound', 'readModels', 'stores'] },
  { within: 'convex/tables/', beside: ['contract'] },
  {
    within: 'convex/',
    beside: ['_generated', 'model', 'tables', 'schema', 'http', 'crons', 'auth.config', 'convex.config'],
  },
];

const noDrawer = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { drawer: '"{{ file }}" is named like a drawer: name the concept that it holds.' },
  },
  create: (context) => ({
    Program(node) {
      const file = relative(context);
      if (DRAWERS.test(file)) context.report({ node, messageId: 'drawer', data: { file } });
    },
  }),
};

const sevenDomains = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { room: '"{{ room }}" is not one of the seven domains ({{ domains }}).' },
  },
  create: (context) => ({
    Program(node) {
      const file = relative(context);
      const place = ROOMS.find(({ within }) => file.startsWith(within));
      if (!place) return;
      const room = file
        .slice(place.within.length)
        .split('/')[0]
        .replace(/\.(d\.)?[cm]?[jt]s$/, '');
      if ([...domains, ...place.beside].includes(room)) return;
      context.report({ node, messageId: 'room', data: { room: place.within + room, domains: domains.join(', ') } });
    },
  }),
};

const longFile = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'number' }],
    messages: { long: 'This file has {{ lines }} lines: look for the concept that should stand alone.' },
  },
  create: (context) => ({
    Program(node) {
      const { length: lines } = context.sourceCode.lines;
      if (lines > context.options[0]) context.report({ node, messageId: 'long', data: { lines } });
    },
  }),
};

export const house = {
  rules: {
    'no-drawer': noDrawer,
    'seven-domains': sevenDomains,
    'long-file': longFile,
    'registered-by-contract': registeredByContract,
    tables,
  },
};

function relative(context) {
  return path.relative(context.cwd, context.filename).split(path.sep).join('/');
}
