/** Access to the content of packed packages. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Packed } from '../../scripts/pack.ts';

export { pack } from '../../scripts/pack.ts';
export type { Packed };

/** The fields of a package.json that tests read. */
export interface Manifest {
  exports?: Record<string, unknown>;
  bin?: Record<string, string>;
  customElements?: string;
  'web-types'?: string;
}

export function manifestOf({ folder }: Packed): Manifest {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}
