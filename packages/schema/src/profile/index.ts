/** The profile domain. */
export * from './changes.ts';
export * from './contract.ts';
export * from './document.ts';
export * from './embed.ts';
export * from './events.ts';
export * from './handles.ts';
export * from './json-resume.ts';
export * from './photo.ts';
export * from './resume/country-names.ts';
export * from './role-sections.ts';
export * from './sections.ts';
export * from './sections/achievements.ts';
export { endStatuses, type EndStatus } from './sections/fields.ts';
export * from './sections/offers.ts';
export * from './upcast.ts';
export * from './view.ts';
export { type ProfileV0, profileV0Schema } from './versions/version-0.ts';
export * from './versions/version-1.ts';
