/** Notices changes in a functions folder, several at once as one. */
import { watch } from 'node:fs';

/** Editors write a file in several steps. */
const SETTLE_MS = 60;

export function watchFolders(folder: string, onChange: () => void): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    if (name?.split(/[\\/]/).includes('_generated')) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLE_MS);
  });
  return {
    close() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
