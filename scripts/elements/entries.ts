/** The elements as hosts import them. Reads packages/elements/package.json alone, so that gates and tests can ask at any time. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build/stamp.ts';

/** Names of the elements that have an entry `./NAME/define`: `profile-card` and so on. */
export function publishedElements(): string[] {
  const { exports } = JSON.parse(readFileSync(path.join(root, 'packages/elements/package.json'), 'utf8')) as {
    exports: object;
  };
  return Object.keys(exports).flatMap((entry) => /^\.\/(.+)\/define$/.exec(entry)?.[1] ?? []);
}
