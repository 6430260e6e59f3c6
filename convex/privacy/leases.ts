/** The move of members' reads behind leases, by an operator with the deployment's admin key. */
import { readCohorts } from '@gigsy/schema';
import { v } from 'convex/values';
import { auditedMutation } from '../model/door/audit.js';
import { putCohort } from '../model/privacy/leaseRollout.js';

/**
 * Says of a cohort of readers whether they need a lease for the non-public fields of others. `required: false` gives them
 * members' views by `profile.get`, unlogged, as before there were leases.
 */
export const setCohort = auditedMutation(
  {
    action: 'privacy.leases.setCohort',
    subject: 'flag',
    args: { cohort: v.union(...readCohorts.map((cohort) => v.literal(cohort))), required: v.boolean() },
    returns: v.null(),
  },
  async (ctx, { cohort, required }) => {
    const subject = await putCohort(ctx, cohort, required);
    return { answer: null, audit: subject && { subject, changed: [cohort] } };
  },
);
