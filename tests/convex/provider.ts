/** The outcomes of identity checks, as the inbox is given them by the source of their provider. */
import { eventText, inboundCatalog, readEvent } from '@gigsy/schema';
import { internal } from '../../convex/_generated/api.js';
import { keyOf } from '../../convex/model/events/inbox.js';
import { STAND_IN } from '../../convex/model/trust/standIn.js';
import { type Deployment, photosTaken } from './deployment.ts';
import { sourceOf } from './inbox-source.ts';

let count = 0;

/** Registers the stand-in as a source, and gives the way to tell an outcome. Each has a name of its own, so that none is passed over. */
export async function toldBy(d: Deployment): Promise<(handle: string, type: string, check: string) => Promise<void>> {
  const { name } = await sourceOf(d, { address: STAND_IN });
  return async (handle, type, check) => {
    const id = `outcome-${(count += 1)}`;
    const given = { specversion: '1.0', id, source: STAND_IN, type, subject: `handle:${handle}`, data: { check } };
    const event = readEvent(given, { address: STAND_IN, ofPartner: false }, inboundCatalog);
    if ('fault' in event) throw new Error(event.fault);
    const judged = { key: await keyOf(id, eventText(given)!), id, event };
    await d.t.mutation(internal.events.inbox.take, { name, events: [judged] });
    await photosTaken(d);
    await photosTaken(d);
  };
}
