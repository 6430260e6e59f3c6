/** Gigsy's contracts and pure rules. Knows no Convex, no DOM, no network. */
export * from './contract.ts';
export * from './contract/canonical.ts';
export * from './contract/define.ts';
export * from './contract/errors.ts';
export * from './contract/principals.ts';
export * from './contract/text.ts';
export * from './events/envelope.ts';
export * from './privacy/contract.ts';
export * from './privacy/matrix.ts';
export * from './privacy/project.ts';
export * from './privacy/visibility.ts';
export * from './profile/changes.ts';
export * from './profile/contract.ts';
export * from './profile/document.ts';
export * from './profile/json-resume.ts';
export * from './profile/sections.ts';
export * from './profile/view.ts';
