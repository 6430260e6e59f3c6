/** Every table, from the files of each domain. */
import { defineSchema } from 'convex/server';
import { eventTables } from './tables/events.js';
import { inboxTables } from './tables/events/inbox.js';
import { contributionTables } from './tables/portfolio/contributions.js';
import { portfolioFileTables } from './tables/portfolio/files.js';
import { operationTables } from './tables/operations.js';
import { portfolioTables } from './tables/portfolio.js';
import { trustTables } from './tables/trust.js';
import { reviewTables } from './tables/trust/reviews.js';
import { standingTables } from './tables/trust/standings.js';
import { voteTables } from './tables/trust/votes.js';
import { moderationTables } from './tables/trust/moderation.js';
import { credentialTables } from './tables/trust/credentials.js';
import { privacyTables } from './tables/privacy.js';
import { lifecycleTables } from './tables/privacy/lifecycle.js';
import { consentTables } from './tables/privacy/consents.js';
import { relationTables } from './tables/privacy/relations.js';
import { countTables } from './tables/privacy/counts.js';
import { profileTables } from './tables/profile.js';

export default defineSchema({
  ...profileTables,
  ...privacyTables,
  ...lifecycleTables,
  ...consentTables,
  ...relationTables,
  ...countTables,
  ...eventTables,
  ...inboxTables,
  ...contributionTables,
  ...portfolioFileTables,
  ...operationTables,
  ...portfolioTables,
  ...trustTables,
  ...voteTables,
  ...standingTables,
  ...reviewTables,
  ...moderationTables,
  ...credentialTables,
});
