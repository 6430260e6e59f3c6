/** The format of the database, by SQLite's user_version, and the upgrades of earlier formats. */
import type { DatabaseSync } from 'node:sqlite';

/** 0 had the answers to clients' mutations in clear. 1 kept what was deleted in the file's free space. */
export const FORMAT = 2;

export function hasOurTables(database: DatabaseSync): boolean {
  const names = database
    .prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name IN ('meta', 'tables', 'indexes')")
    .get() as { n: number };
  return names.n === 3;
}

export function bringUpToDate(database: DatabaseSync): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version === FORMAT) return;
  const answers = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'requests'").get();
  if (answers) database.exec('DROP TABLE requests');
  // Content that was deleted under an earlier format stays in the file's free space until the file is rewritten.
  if (hasOurTables(database)) database.exec('VACUUM');
  database.exec(`PRAGMA user_version = ${FORMAT}; PRAGMA wal_checkpoint(TRUNCATE)`);
}
