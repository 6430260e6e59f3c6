/** Every table, from one file a domain. */
import { defineSchema } from 'convex/server';
import { eventTables } from './tables/events.js';
import { operationTables } from './tables/operations.js';
import { privacyTables } from './tables/privacy.js';
import { profileTables } from './tables/profile.js';

export default defineSchema({
  ...profileTables,
  ...privacyTables,
  ...eventTables,
  ...operationTables,
});
