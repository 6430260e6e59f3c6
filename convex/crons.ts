/** Functions that run by the clock. */
import { cronJobs } from 'convex/server';
import { internal } from './_generated/api.js';

const crons = cronJobs();
crons.interval('expire idempotency keys', { minutes: 10 }, internal.operations.idempotency.expire, {});
crons.interval('make stale views again', { minutes: 10 }, internal.privacy.views.refresh, {});
crons.interval('retire former handles', { minutes: 10 }, internal.profile.handles.retire, {});
crons.interval('delete removed items', { minutes: 10 }, internal.profile.removals.expire, {});

export default crons;
