/** Tells other windows and forms of this browser that something was saved, so that they read it anew. */
import type { DraftScope } from './drafts.ts';

const CHANNEL = 'gigsy-writing';

/** Calls `saved` with each save elsewhere, until it is closed. Does nothing if windows cannot talk. */
export class OtherWindows {
  #channel: BroadcastChannel | undefined;

  constructor(saved: (scope: DraftScope) => void) {
    this.#channel = open();
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<DraftScope>) => saved(data));
  }

  /** Works after `close` too: a save may end after its form has gone. */
  tell({ deployment, person, form }: DraftScope): void {
    const channel = this.#channel ?? open();
    channel?.postMessage({ deployment, person, form });
    if (channel !== this.#channel) channel?.close();
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}

/** Frames without an origin of their own may not open one. */
function open(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return undefined;
  }
}
