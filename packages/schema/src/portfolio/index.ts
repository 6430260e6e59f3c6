/** The portfolio domain. */
export * from './document.ts';
export * from './inbound.ts';
export * from './files.ts';
