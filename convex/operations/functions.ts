/**
 * Every module of public functions: importing one registers the handlers of its mutations and resources. Calls of a
 * module that is missing here are answered with a fault.
 */
import '../events/consumers.js';
import '../events/webhooks.js';
import './cutover.js';
import './flags.js';
import './keys.js';
import './links.js';
import './partners.js';
import '../events/quarantine.js';
import '../events/sources.js';
import '../portfolio.js';
import '../trust.js';
import '../trust/verifications.js';
import '../trust/claims.js';
import '../trust/documents.js';
import '../trust/credentials.js';
import '../trust/endorsements.js';
import '../trust/endorsements/requests.js';
import '../trust/reviews.js';
import '../trust/reputation.js';
import '../trust/moderation.js';
import '../privacy.js';
import '../privacy/consents.js';
import '../privacy/disclosures.js';
import '../privacy/exports.js';
import '../privacy/grants.js';
import '../privacy/relations.js';
import '../privacy/schedule.js';
import '../privacy/access.js';
import '../privacy/audit.js';
import '../privacy/holds.js';
import '../privacy/retention.js';
import '../profile.js';
import '../profile/accounts.js';
import '../profile/imports.js';
import '../profile/photos.js';
import '../profile/drift.js';
import '../portfolio/contributions.js';
import '../portfolio/links.js';
import '../portfolio/uploads.js';
