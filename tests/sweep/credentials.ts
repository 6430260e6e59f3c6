/** Every change of one byte of a signed credential, in three ways: exit code 1 if one goes unseen. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unseenChanges } from '../cli/tampering.ts';

const file = path.resolve(import.meta.dirname, '../cli/data/signed-badge.json');
const { credential, issuer } = JSON.parse(readFileSync(file, 'utf8')) as { credential: object; issuer: unknown };
const unseen = await unseenChanges(credential, { document: issuer });
for (const place of unseen) process.stderr.write(`credentials: a change goes unseen at ${place}\n`);
process.exitCode = unseen.length === 0 ? 0 : 1;
