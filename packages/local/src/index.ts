/** The embedded deployment: runs a project's convex/ folder in this process, on SQLite, for development and tests. */
export { startDeployment } from './deployment.ts';
export type { Deployment, DeploymentOptions, Statistics } from './deployment.ts';
export { checkDeployable } from './deployable/check.ts';
export type { Breach } from './deployable/breach.ts';
export type { CheckOptions } from './deployable/check.ts';
/** For hosts that keep secrets beside the data folder: `writeDurably(file, text)`. */
export { writeDurably } from './durable-file.ts';
/** For hosts that serve files beside a deployment. */
export { codingFor, compress, isCompressible, isWorthCompressing } from './http/compression.ts';
export type { Coding } from './http/compression.ts';
export { LocalDeploymentError } from './errors.ts';
export type { LocalDeploymentErrorCode } from './errors.ts';
export type { LogLine } from './log.ts';
export type { UserIdentityAttributes } from './auth/identity.ts';
export { startIssuer } from './issuer/issuer.ts';
export type { Issuer, IssuerOptions, Person, TokenOptions } from './issuer/issuer.ts';
