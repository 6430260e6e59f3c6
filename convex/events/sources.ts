/** Sources of the inbox: public functions for administrators. */
import { contract } from '@gigsy/schema';
import { implementMutation, implementQuery } from '../model/door/implement.js';
import {
  activeSources,
  endSource,
  namedSource,
  registerSource,
  rotateSecret,
  sourceShown,
} from '../model/events/sources.js';
import { namedPartner } from '../model/operations/partners.js';

export const register = implementMutation(contract.events.sources.register, async (ctx, { args }) => {
  const { label, address, partner, perMinute } = args;
  const partnerId = partner === undefined ? undefined : (await namedPartner(ctx, partner))._id;
  const { source, secret } = await registerSource(ctx, { label, address, partnerId, perMinute });
  const changed = (['label', 'address', 'partner', 'perMinute'] as const).filter((field) => args[field] !== undefined);
  return { answer: { source: await sourceShown(ctx, source), secret }, audit: { subject: source._id, changed } };
});

export const rotate = implementMutation(contract.events.sources.rotate, async (ctx, { args }) => {
  const { source, secret } = await rotateSecret(ctx, await namedSource(ctx, args.source), args.graceMs);
  return {
    answer: { source: await sourceShown(ctx, source), secret },
    audit: { subject: source._id, changed: ['secret'] },
  };
});

export const list = implementQuery(contract.events.sources.list, async (ctx) => {
  const sources = await activeSources(ctx);
  sources.sort((one, other) => one._creationTime - other._creationTime);
  return Promise.all(sources.map((source) => sourceShown(ctx, source)));
});

export const remove = implementMutation(contract.events.sources.remove, async (ctx, { args }) => {
  const source = await namedSource(ctx, args.source);
  await endSource(ctx, source);
  return { answer: { source: source.name }, audit: { subject: source._id, changed: ['removed'] } };
});
