import aggregate from '@convex-dev/aggregate/convex.config.js';
import batchWorker from '@convex-dev/batch-worker/convex.config.js';
import migrations from '@convex-dev/migrations/convex.config.js';
import rateLimiter from '@convex-dev/rate-limiter/convex.config.js';
import shardedCounter from '@convex-dev/sharded-counter/convex.config.js';
import workpool from '@convex-dev/workpool/convex.config.js';
import { defineApp } from 'convex/server';

const app = defineApp();
app.use(rateLimiter);
app.use(workpool, { name: 'mailPool' });
app.use(workpool, { name: 'scrapePool' });
app.use(batchWorker, { env: { LOG_LEVEL: 'REPORT' } });
app.use(aggregate, { name: 'aggregateScores' });
app.use(migrations);
app.use(shardedCounter);
export default app;
