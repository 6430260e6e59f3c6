/** The portfolio domain. */
export * from './inbound.ts';
