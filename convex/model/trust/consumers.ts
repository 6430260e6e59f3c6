/** The trust domain's consumers of the log. */
import { internal } from '../../_generated/api.js';
import type { Consumer } from '../events/consumer.js';
import type { TakenEvent } from '../events/cursors.js';
import { gigConsumer } from './gigs.js';
import { reputationConsumer } from './reputation.js';

/** Whether an event changes how endorsements name their author: they are shown no more or again, or have another handle. */
function concernsAuthor({ type, data }: TakenEvent): boolean {
  if (type.startsWith('account.')) return true;
  return type === 'profile.updated' && (data as { sections: string[] }).sections.includes('handle');
}

const authorConsumer: Consumer = {
  name: 'trust.authors',
  batch: 50,
  delayMs: 1_000,
  take: async (ctx, events) => {
    const authors = new Set(events.filter(concernsAuthor).map(({ subject }) => subject.id));
    for (const profile of authors)
      await ctx.scheduler.runAfter(0, internal.trust.endorsements.followAuthor, { profile, after: null });
  },
};

export const trustConsumers: readonly Consumer[] = [gigConsumer, reputationConsumer, authorConsumer];
