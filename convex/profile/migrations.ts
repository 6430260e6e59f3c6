/**
 * Migrations of the profile domain. An operator runs them once after an upgrade that says so, with a deployment's admin
 * key: `npx convex run profile/migrations:storeAnew`. A run goes through all rows in pages, each a transaction, and goes on
 * where it was interrupted; a second run finds nothing to do.
 */
import { Migrations } from '@convex-dev/migrations';
import { components } from '../_generated/api.js';
import type { Doc } from '../_generated/dataModel.js';
import { internalMutation } from '../_generated/server.js';
import { writeAnew } from '../model/profile/writeOlder.js';

const migrations = new Migrations(components.migrations, { internalMutation });

/** Profiles that one transaction writes anew; each may hold 543 documents and 256 KiB in several forms. */
const PAGE = 5;

/** Writes every profile that is stored in an older version in the version of today. */
export const storeAnew = migrations.define({
  table: 'users',
  batchSize: PAGE,
  migrateOne: (ctx, user) => writeAnew(ctx, user as Doc<'users'>),
});
