/** The portfolio domain. */
export * from './aggregate.ts';
export * from './contract.ts';
export * from './contributions.ts';
export * from './document.ts';
export * from './events.ts';
export * from './inbound.ts';
export * from './files.ts';
export * from './links.ts';
export * from './matrix.ts';
export * from './open-badge.ts';
export * from './own.ts';
export * from './project.ts';
export * from './routes.ts';
export * from './leased.ts';
