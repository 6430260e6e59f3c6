/** The types of a resource that an element shows: its request, its states, and what comes with it. */
import type { CSSResult } from 'lit';
import type { ReadArgs, ReadName } from '@gigsy/sdk/reader';
import type { GigsyError } from '@gigsy/sdk/resource-reader';

/** `unavailable`: hidden or unknown, which look alike. `offline`: no connection, with or without known content. */
export type ResourceState = 'loading' | 'ready' | 'unavailable' | 'error' | 'offline';

/** One read: the contract's name of a query, and its arguments. */
export type Resource = [name: ReadName, args: ReadArgs<ReadName>];

/** Code and styles of content that an element shows only if there is room or when the reader opens it. */
export interface FurtherPart {
  styles: CSSResult[];
}

/** Loading or watching failed. Does not bubble. */
export type ResourceErrorEvent = CustomEvent<GigsyError>;
