/** Webhooks and consumers as samples name them. */
import type { SampleSubject } from '../../packages/schema/src/contract/samples.ts';
import { api, internal } from '../../convex/_generated/api.js';
import type { Id } from '../../convex/_generated/dataModel.js';
import { type Deployment, key } from './deployment.ts';
import type { Partner } from './partner.ts';

/** A webhook of the partner's that gets deliveries, and an event at which a consumer failed. */
export async function delivering(
  { t }: Deployment,
  { admin, partner }: Partner,
): Promise<Pick<SampleSubject, 'webhook' | 'letter'>> {
  const { webhook } = await admin.mutation(api.events.webhooks.register, {
    partner,
    url: 'https://receiver.example/',
    idempotencyKey: key(),
  });
  const id = webhook.webhook as Id<'webhooks'>;
  await t.mutation(internal.events.deliveries.verified, { webhook: id, fault: null });
  const letter = await t.run(async (ctx) => {
    const event = (await ctx.db.query('events').first())!._id;
    return ctx.db.insert('eventDeadLetters', { consumer: 'profile.baselines', attempts: 4, event });
  });
  return { webhook: id, letter };
}
