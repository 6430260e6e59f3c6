/** The portfolio domain. */
export * from './document.ts';
export * from './inbound.ts';
