/** The events domain. */
export * from './data-schema.ts';
export * from './define.ts';
export * from './envelope.ts';
export * from './inbound.ts';
export * from './json.ts';
