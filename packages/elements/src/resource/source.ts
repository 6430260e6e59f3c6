import type { WatchObserver } from '@gigsy/sdk/reader';
export interface ResourceSource {
  read(name: string, args: object, options?: { signal?: AbortSignal }): Promise<unknown>;
  watch?(name: string, args: object, observer: WatchObserver<never>): () => void;
}
