/** The same profiles on bare node:sqlite with JSON documents: the baseline of the embedded deployment's figures. */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface Bare {
  read(handle: string): unknown;
  page(group: number): unknown;
  headline(handle: string, text: string): void;
  close(): void;
}

/** `count` profiles with five rows each in `groups` groups; durable like the deployment: WAL, synced at each commit. */
export function bareProfiles(folder: string, count: number, groups: number): Bare {
  const db = new DatabaseSync(path.join(folder, 'bare.sqlite'));
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE profiles (id INTEGER PRIMARY KEY, handle TEXT, grp INTEGER, doc TEXT);
    CREATE INDEX profiles_handle ON profiles (handle); CREATE INDEX profiles_group ON profiles (grp, handle);
    CREATE TABLE items (id INTEGER PRIMARY KEY, profile INTEGER, ord INTEGER, doc TEXT);
    CREATE INDEX items_profile ON items (profile, ord);`);
  const addProfile = db.prepare('INSERT INTO profiles (id, handle, grp, doc) VALUES (?, ?, ?, ?)');
  const addItem = db.prepare('INSERT INTO items (profile, ord, doc) VALUES (?, ?, ?)');
  db.exec('BEGIN');
  for (let n = 0; n < count; n += 1) {
    const doc = {
      _id: String(n),
      handle: `p${n}`,
      group: n % groups,
      name: `Person ${n}`,
      headline: `Headline of person ${n}`,
      version: 1,
    };
    addProfile.run(n, doc.handle, doc.group, JSON.stringify(doc));
    for (let order = 0; order < 5; order += 1)
      addItem.run(
        n,
        order,
        JSON.stringify({ profileId: String(n), order, name: `Skill ${order}`, level: 1 + (n % 5) }),
      );
  }
  db.exec('COMMIT');
  const byHandle = db.prepare('SELECT id, doc FROM profiles WHERE handle = ? LIMIT 2');
  const itemsOf = db.prepare('SELECT doc FROM items WHERE profile = ? ORDER BY ord LIMIT 10');
  const byGroup = db.prepare('SELECT doc FROM profiles WHERE grp = ? ORDER BY handle LIMIT 20');
  const update = db.prepare('UPDATE profiles SET handle = ?, grp = ?, doc = ? WHERE id = ?');
  const parse = (row: unknown) => JSON.parse((row as { doc: string }).doc) as Record<string, unknown>;
  return {
    read(handle) {
      const [row] = byHandle.all(handle);
      return JSON.stringify({ profile: parse(row), items: itemsOf.all((row as { id: number }).id).map(parse) });
    },
    page: (group) => JSON.stringify(byGroup.all(group).map(parse)),
    headline(handle, text) {
      db.exec('BEGIN IMMEDIATE');
      const row = byHandle.get(handle) as { id: number; doc: string };
      const doc = { ...(JSON.parse(row.doc) as { handle: string; group: number; version: number }), headline: text };
      update.run(doc.handle, doc.group, JSON.stringify({ ...doc, version: doc.version + 1 }), row.id);
      db.exec('COMMIT');
    },
    close: () => db.close(),
  };
}
