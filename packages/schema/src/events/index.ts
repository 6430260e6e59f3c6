/** The events domain. */
export * from './contract.ts';
export * from './define.ts';
export * from './webhook-signature.ts';
export * from './webhooks.ts';
