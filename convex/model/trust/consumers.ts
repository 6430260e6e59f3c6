/** The trust domain's consumers of the log. */
import type { Consumer } from '../events/consumer.js';
import { gigConsumer } from './gigs.js';
import { reputationConsumer } from './reputation.js';

export const trustConsumers: readonly Consumer[] = [gigConsumer, reputationConsumer];
