/** The events domain. */
export * from './contract.ts';
export * from './data-schema.ts';
export * from './define.ts';
export * from './envelope.ts';
export * from './inbound.ts';
export * from './inbox-functions.ts';
export * from './inbox.ts';
export * from './json.ts';
export * from './retention.ts';
export * from './routes.ts';
export * from './sources.ts';
export * from './webhook-signature.ts';
export * from './webhooks.ts';
