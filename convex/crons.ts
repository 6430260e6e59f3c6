/** Functions that run by the clock. */
import { cronJobs } from 'convex/server';
import { internal } from './_generated/api.js';

const crons = cronJobs();
crons.interval('expire idempotency keys', { minutes: 10 }, internal.operations.idempotency.expire, {});
crons.interval('expire uploads', { minutes: 10 }, internal.profile.photos.expireUploads, {});
crons.interval('expire uploads of files', { minutes: 10 }, internal.portfolio.uploads.expireUploads, {});
crons.interval('read pages of links that are due', { minutes: 10 }, internal.portfolio.links.resume, {});
crons.interval('make stale views again', { minutes: 10 }, internal.privacy.views.refresh, {});
crons.interval('compare changed profiles', { hours: 1 }, internal.profile.reconciliation.start, { walk: 'changed' });
crons.daily('compare all profiles', { hourUTC: 3, minuteUTC: 20 }, internal.profile.reconciliation.start, {
  walk: 'all',
});
crons.interval('compare shadow reads', { hours: 1 }, internal.profile.cutover.compareAgain, {});
crons.interval('run consumers of the log', { minutes: 1 }, internal.events.consumers.wake, {});
crons.interval('go on with deliveries', { minutes: 1 }, internal.events.deliveries.resume, {});
crons.interval('delete old deliveries', { hours: 1 }, internal.events.deliveries.expire, {});
crons.interval('make strengths of older rules again', { minutes: 10 }, internal.profile.metrics.refresh, {});
crons.interval('delete accounts that are due', { hours: 1 }, internal.profile.accounts.deletionsDue, {});
crons.interval('go on with erasures', { hours: 1 }, internal.privacy.erasure.resume, {});
crons.interval('delete users at the provider', { minutes: 10 }, internal.profile.clerkDeletions.due, {});
crons.daily('delete files that no row names', { hourUTC: 4, minuteUTC: 40 }, internal.privacy.files.sweep, {});
crons.interval('delete exports that are over', { hours: 1 }, internal.privacy.exportJob.expire, {});
crons.interval('report purges', { hours: 1 }, internal.privacy.retention.fold, {});
crons.interval('retire former handles', { minutes: 10 }, internal.profile.handles.retire, {});
crons.interval('make late changes of settings', { minutes: 10 }, internal.privacy.schedule.applyOverdue, {});
crons.interval('delete removed items', { minutes: 10 }, internal.profile.removals.expire, {});
crons.interval('end consents that are over', { hours: 1 }, internal.privacy.consents.expireDue, {});
crons.interval('delete old answers of sources', { hours: 1 }, internal.profile.importFetch.expire, {});
crons.interval('settle overdue asks', { minutes: 10 }, internal.privacy.relations.settleOverdue, {});
crons.interval('end overdue leases', { minutes: 10 }, internal.privacy.access.endOverdue, {});
crons.interval('end overdue verifications', { minutes: 10 }, internal.trust.verifications.endOverdue, {});
crons.interval('look at claims that are due', { minutes: 10 }, internal.trust.claims.resume, {});
crons.interval('delete counts of codes', { hours: 1 }, internal.trust.verifications.expireSends, {});
crons.interval('delete ended verifications', { hours: 1 }, internal.trust.verifications.expireEnded, {});
crons.interval(
  'delete endorsements that nobody accepted',
  { hours: 1 },
  internal.trust.endorsements.expireProposals,
  {},
);
crons.interval('delete requests that are over', { hours: 1 }, internal.trust.endorsements.requests.expire, {});
crons.interval('reveal overdue reviews', { minutes: 10 }, internal.trust.reviews.closeOverdue, {});
crons.interval('go on with the reputation index', { minutes: 10 }, internal.trust.reputation.resume, {});
crons.daily('compute the reputation index', { hourUTC: 2, minuteUTC: 10 }, internal.trust.reputation.begin, {});
crons.interval('mark overdue cases', { minutes: 10 }, internal.trust.moderation.escalate, {});
crons.interval('close cases after the time for appeals', { hours: 1 }, internal.trust.moderation.lapse, {});
crons.interval('delete old reports', { hours: 1 }, internal.trust.moderation.expireReports, {});
crons.interval('delete old cases', { hours: 1 }, internal.trust.moderation.expireCases, {});
crons.interval('wake the jobs of the inbox', { minutes: 10 }, internal.events.inbox.wake, {});
crons.interval('delete receipts of events', { hours: 1 }, internal.events.inbox.expire, {});
crons.interval('delete events from quarantine', { hours: 1 }, internal.events.quarantine.expire, {});
crons.interval('delete traces of events', { hours: 1 }, internal.events.log.expireTraces, {});
crons.interval('export spans', { minutes: 1 }, internal.operations.telemetry.start, {});
crons.interval('delete old spans', { minutes: 10 }, internal.operations.telemetry.expire, {});
crons.interval('seal the audit log', { minutes: 5 }, internal.privacy.audit.seal, {});

export default crons;
