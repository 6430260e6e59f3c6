/** What runs by the clock. */
import { cronJobs } from 'convex/server';
import { internal } from './_generated/api.js';

const crons = cronJobs();
crons.interval('expire idempotency keys', { minutes: 10 }, internal.operations.idempotency.expire, {});
crons.interval('project stale views anew', { minutes: 10 }, internal.profile.views.refresh, {});

export default crons;
