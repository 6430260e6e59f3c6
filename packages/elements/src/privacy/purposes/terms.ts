/** Names of the purposes, apart from the shared words: most elements say none. A table that lacks a name does not compile. */
import type { AccessPurpose } from '@gigsy/schema';

export type PurposeNames = Readonly<Record<AccessPurpose, string>>;
