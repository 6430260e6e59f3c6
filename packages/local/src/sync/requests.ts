/** Mutations that a client has already had answered: resent after a reconnect, they get the first answer and run no second time. */
import type { SideWrite } from '../execution/writer.ts';
import type { Store } from '../store/store.ts';
import { resolveCommitTsIn } from '../values/json.ts';
import { successResponse } from './protocol.ts';

/** As long as Convex remembers them. */
const KEPT_MS = 14 * 86_400_000;

export interface RequestKey {
  session: string;
  request: number;
}

export function findResponse(store: Store, key: RequestKey): string | undefined {
  const row = store.writer.statement('SELECT response FROM requests WHERE session = ? AND request = ?').get(key.session, key.request) as { response: string } | undefined;
  return row?.response;
}

/** Written in the mutation's own commit. */
export function saveResponse(key: RequestKey, value: string, logLines: string[]): SideWrite {
  return (store, ts) => {
    const response = successResponse(key.request, resolveCommitTsIn(value, ts), ts, logLines);
    store.writer.statement('INSERT INTO requests(session, request, at, response) VALUES (?, ?, ?, ?)').run(key.session, key.request, Date.now(), response);
  };
}

export function forgetOldRequests(store: Store, now: number): void {
  store.begin();
  store.writer.database.prepare('DELETE FROM requests WHERE at < ?').run(now - KEPT_MS);
  store.commit();
}
