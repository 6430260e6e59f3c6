/**
 * A snapshot: UTF-8 text, one JSON object a line, in this order:
 *
 *   {"format":"gigsy-local","version":1}
 *   {"meta":KEY,"value":TEXT}                                       the last timestamp, cron states, the secret of file addresses
 *   {"table":NUMBER,"component":PATH,"name":NAME,"indexes":{NAME:[FIELD, ...]}}
 *   {"document":{...},"of":NUMBER}                                  in Convex's JSON form, `_id` and `_creationTime` included
 *   {"file":ID,"base64":TEXT}                                       a stored file's bytes, under the id of its `_storage` document
 *   {"end":NUMBER}                                                  how many lines stand before it
 */
import { SECRET } from '../storage/addresses.ts';
import type { JSONObject } from '../values/json.ts';

export const FORMAT = 'gigsy-local';
export const VERSION = 1;

export type Line =
  | { format: string; version: number }
  | { meta: string; value: string }
  | { table: number; component: string; name: string; indexes: Record<string, string[]> }
  | { document: JSONObject; of: number }
  | { file: string; base64: string }
  | { end: number };

/** The metadata that a restored deployment needs for addresses of files to keep working. Schemas are checked again. */
export function isKept(metaKey: string): boolean {
  return metaKey === 'ts' || metaKey === SECRET || metaKey.startsWith('cron:');
}
