/** The events domain. */
export * from './define.ts';
