/**
 * Rules that need no zod: patterns, escaping, direction, the sections of each role, and settings of privacy. Code that runs in pages may
 * import this entry; everything else of this package brings zod.
 */
export * from './contract/rules.ts';
export { isWebhookSecret, signWebhook } from './events/webhook-signature.ts';
export { itemKeyOf, rowOf, settingKeys, visibilityOf } from './privacy/matrix.ts';
export { type RelationName, relationNames } from './relations.ts';
export { presetSettings, presets, settingDifferences } from './privacy/presets.ts';
export { narrowest, visibilities } from './privacy/visibility.ts';
export { type ListOperation, MAX_OPERATIONS, operationsBetween } from './profile/operations-between.ts';
export {
  MAX_LINKEDIN_FILE,
  MAX_LINKEDIN_TEXT,
  type LinkedInFile,
  linkedInFiles,
} from './profile/imports/linkedin-files.ts';
export { roleSections } from './profile/role-sections.ts';
export { strengthOf } from './profile/strength/strength.ts';
export { type ConsentSource, consentNotices, consentSources } from './privacy/consent-notices.ts';
