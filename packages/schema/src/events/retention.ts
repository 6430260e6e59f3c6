/** The events domain's classes of stored data, and how long each is kept. */
import type { RetentionClass } from '../contract/retention.ts';

export const eventsRetention = {
  events: {
    tables: ['events'],
    holds: 'The log of events: what changed, by surrogates and names of sections, and not to what.',
    periodMs: null,
    from: 'when something changes',
    end: 'kept',
    held: false,
    basis: 'interest',
    reason: 'Other systems read the log in order and may begin anew. After an erasure its surrogates lead to nobody.',
  },
  cursors: {
    tables: ['eventCursors'],
    holds: 'How far readers of the log have come.',
    periodMs: null,
    from: 'when a reader runs',
    end: 'kept',
    held: false,
    basis: 'none',
    reason: 'They name nobody.',
  },
} as const satisfies Record<string, RetentionClass>;
